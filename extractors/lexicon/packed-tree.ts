import type { NumberWord } from "../numbers/number-word.js";
import { internSenses } from "./intern-senses.js";
import type { Entry, EntryNode } from "./lexicon.js";
import { SENSE_CLASSES, type SenseClass } from "./sense.js";

/**
 * A lexicon's words and phrases in a form that can be written to a file: a place in the lists for each node of the tree,
 * a node in front of those that follow on it. Most words mean the same as many others, so what they mean is numbered.
 */
export interface PackedTree {
  readonly words: readonly string[];
  /** Number of each node's entry among `entries` from 1; 0 for a node that is only the beginning of phrases. */
  readonly entryOf: Uint32Array;
  /** How many nodes follow directly on each. */
  readonly followers: Uint32Array;
  readonly entries: readonly PackedEntry[];
  /** Nodes on which no other stands above. */
  readonly roots: number;
}

interface PackedEntry {
  readonly senses?: Readonly<Partial<Record<SenseClass, string>>>;
  readonly number?: NumberWord;
}

export function packTree(tree: ReadonlyMap<string, EntryNode>): PackedTree {
  const words: string[] = [];
  const entryOf: number[] = [];
  const followers: number[] = [];
  const numbers = new Map<string, number>();
  const packLevel = (level: ReadonlyMap<string, EntryNode>): void => {
    for (const [word, { entry, next }] of level) {
      words.push(word);
      entryOf.push(entry === undefined ? 0 : numberOf(JSON.stringify(packEntry(entry)), numbers));
      followers.push(next?.size ?? 0);
      if (next !== undefined) packLevel(next);
    }
  };
  packLevel(tree);
  return {
    words,
    entryOf: Uint32Array.from(entryOf),
    followers: Uint32Array.from(followers),
    entries: [...numbers.keys()].map((text) => JSON.parse(text) as PackedEntry),
    roots: tree.size,
  };
}

/** The tree again. Words that mean the same share their entry, and their node where no phrase begins with them. */
export function unpackTree({ words, entryOf, followers, entries, roots }: PackedTree): ReadonlyMap<string, EntryNode> {
  const known = entries.map(unpackEntry);
  const leaves: readonly EntryNode[] = known.map((entry) => ({ entry }));
  let at = 0;
  const unpackLevel = (size: number): ReadonlyMap<string, EntryNode> => {
    const level = new Map<string, EntryNode>();
    for (let rest = size; rest > 0; rest--) {
      const word = words[at] ?? "";
      const number = (entryOf[at] ?? 0) - 1;
      const following = followers[at] ?? 0;
      at += 1;
      const entry = known[number];
      if (following === 0) level.set(word, leaves[number] ?? NOTHING);
      else if (entry === undefined) level.set(word, { next: unpackLevel(following) });
      else level.set(word, { entry, next: unpackLevel(following) });
    }
    return level;
  };
  return unpackLevel(roots);
}

const NOTHING: EntryNode = {};

/** The keys in one order, so that what means the same is the same text. */
function packEntry({ senses, number }: Entry): PackedEntry {
  return {
    ...(senses === undefined
      ? {}
      : { senses: Object.fromEntries(SENSE_CLASSES.map((sense) => [sense, senses[sense]])) }),
    ...(number === undefined ? {} : { number }),
  };
}

function unpackEntry({ senses, number }: PackedEntry): Entry {
  if (senses === undefined) return number === undefined ? {} : { number };
  return number === undefined ? { senses: internSenses(senses) } : { senses: internSenses(senses), number };
}

function numberOf(text: string, numbers: Map<string, number>): number {
  const known = numbers.get(text) ?? numbers.size + 1;
  numbers.set(text, known);
  return known;
}
