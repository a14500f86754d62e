import type { NumberWord } from "../numbers/number-word.js";
import { foldKey } from "../text/fold-key.js";
import { scan } from "../text/scan.js";
import { internSenses } from "./intern-senses.js";
import type { Entry, EntryNode } from "./lexicon.js";
import type { SenseClass } from "./sense.js";

interface GrowingNode {
  entry?: { senses?: Partial<Record<SenseClass, string>>; number?: NumberWord };
  next?: Map<string, GrowingNode>;
}

/** Collects a lexicon's words and phrases while its files are read. */
export class EntryTree {
  readonly #root = new Map<string, GrowingNode>();

  /** Gives a word or phrase a sense. Throws an Error when it has that sense already, with another or the same code. */
  addSense(phrase: string, senseClass: SenseClass, code: string): void {
    const entry = this.#entryOf(phrase);
    entry.senses ??= {};
    const known = entry.senses[senseClass];
    if (known !== undefined) {
      throw new Error(
        `"${phrase}" is already ${senseClass} ${known}; keep one of them (case and a closing dot make no other word)`,
      );
    }
    entry.senses[senseClass] = code;
  }

  /** Takes a sense over where the word has none of that class yet. */
  inheritSense(phrase: string, senseClass: SenseClass, code: string): void {
    const entry = this.#entryOf(phrase);
    entry.senses ??= {};
    entry.senses[senseClass] ??= code;
  }

  /** Makes a word or phrase a number word. Throws an Error when it is one already. */
  addNumber(phrase: string, number: NumberWord): void {
    const entry = this.#entryOf(phrase);
    if (entry.number !== undefined) throw new Error(`"${phrase}" is already a number word; keep one of them`);
    entry.number = number;
  }

  inheritNumber(phrase: string, number: NumberWord): void {
    const entry = this.#entryOf(phrase);
    entry.number ??= number;
  }

  /** The words collected so far. */
  finish(): ReadonlyMap<string, EntryNode> {
    return finished(this.#root);
  }

  #entryOf(phrase: string): NonNullable<GrowingNode["entry"]> {
    let level = this.#root;
    let node: GrowingNode | undefined;
    for (const key of phraseKeys(phrase)) {
      if (node !== undefined) {
        node.next ??= new Map();
        level = node.next;
      }
      let child = level.get(key);
      if (child === undefined) {
        child = {};
        level.set(key, child);
      }
      node = child;
    }
    if (node === undefined) throw new Error(`"${phrase}" holds no word`);
    node.entry ??= {};
    return node.entry;
  }
}

function finished(level: ReadonlyMap<string, GrowingNode>): ReadonlyMap<string, EntryNode> {
  const nodes = new Map<string, EntryNode>();
  for (const [key, { entry, next }] of level) {
    const { senses, number } = entry ?? {};
    const known: Entry = {
      ...(senses === undefined ? {} : { senses: internSenses(senses) }),
      ...(number === undefined ? {} : { number }),
    };
    nodes.set(key, {
      ...(entry === undefined ? {} : { entry: known }),
      ...(next === undefined ? {} : { next: finished(next) }),
    });
  }
  return nodes;
}

/** Folded tokens of a phrase, as the matcher meets them in a text. A closing dot is not one: it may be missing or end the sentence. */
export function phraseKeys(phrase: string): readonly string[] {
  const tokens = scan(phrase);
  const keys: string[] = [];
  for (let at = 0; at < tokens.length; at++) {
    keys.push(foldKey(phrase.slice(tokens.start[at], tokens.end[at])));
  }
  return keys.length > 1 && keys.at(-1) === "." ? keys.slice(0, -1) : keys;
}

/** Whether a node's entry says anything. */
export function isKnown(entry: Entry | undefined): entry is Entry {
  return entry !== undefined && (entry.senses !== undefined || entry.number !== undefined);
}
