import type { Element } from "../elements/element.js";
import type { Lexicon } from "../lexicon/lexicon.js";
import { SENSE_CLASSES, type SenseClass, type Senses } from "../lexicon/sense.js";
import type { Rule } from "./rule.js";
import { compilePart, compilePattern, type PartPattern, type RulePattern } from "./rule-pattern.js";
import type { SlotType } from "./template.js";

/**
 * The rules that start from one type of anchor, by what must stand next to it. Most rules want a word of a certain sense
 * right behind their anchor or right in front of it; only those whose neighbour fits are tried.
 */
export interface RuleGroup {
  readonly type: SlotType;
  /** The type as the matcher meets it. */
  readonly part: PartPattern;
  /** Rules whose neighbours can be anything. */
  readonly unguarded: readonly RulePattern[];
  readonly right: Guard;
  readonly left: Guard;
}

export interface Guard {
  readonly bySense: ReadonlyMap<SenseClass, readonly RulePattern[]>;
  readonly byLiteral: ReadonlyMap<string, readonly RulePattern[]>;
  /** Rules for each combination of senses that has been met, by its id. */
  readonly met: (readonly RulePattern[] | undefined)[];
}

const indexes = new WeakMap<Lexicon, ReadonlyMap<SlotType, RuleGroup>>();
const NONE: readonly RulePattern[] = [];

/** The lexicon's rules by type of anchor; built once for a lexicon. */
export function ruleIndex(lexicon: Lexicon): ReadonlyMap<SlotType, RuleGroup> {
  let index = indexes.get(lexicon);
  if (index === undefined) {
    index = buildIndex(lexicon);
    indexes.set(lexicon, index);
  }
  return index;
}

/** The rules that want the word itself of the element next to their anchor on the guard's side. */
export function rulesByLiteral({ byLiteral }: Guard, neighbour: Element | undefined): readonly RulePattern[] {
  if (neighbour === undefined || byLiteral.size === 0) return NONE;
  return byLiteral.get(neighbour.key) ?? NONE;
}

/** The rules that want a sense of that element. */
export function rulesByNeighbour(guard: Guard, neighbour: Element | undefined): readonly RulePattern[] {
  return neighbour === undefined ? NONE : rulesBySenses(guard, neighbour.senses);
}

/**
 * The rules besides those that want a sense of the joining word between anchor and neighbour, which is written together
 * with the one further right: the clitic of `و19999`.
 */
export function rulesByClitic(
  guard: Guard,
  neighbour: Element | undefined,
  { clitic }: Element,
  lexicon: Lexicon,
): readonly RulePattern[] {
  const senses = clitic === undefined ? undefined : lexicon.entries.get(clitic)?.entry?.senses;
  const rules = senses === undefined ? NONE : rulesBySenses(guard, senses);
  if (rules.length === 0) return NONE;
  const tried = [...rulesByLiteral(guard, neighbour), ...rulesByNeighbour(guard, neighbour)];
  return rules.filter((rule) => !tried.includes(rule));
}

function rulesBySenses({ bySense, met }: Guard, senses: Senses): readonly RulePattern[] {
  let rules = met[senses.id];
  if (rules === undefined) {
    const found = SENSE_CLASSES.flatMap((sense) => (senses[sense] === undefined ? [] : (bySense.get(sense) ?? [])));
    rules = found.length === 0 ? NONE : [...new Set(found)];
    met[senses.id] = rules;
  }
  return rules;
}

function buildIndex(lexicon: Lexicon): ReadonlyMap<SlotType, RuleGroup> {
  const index = new Map<SlotType, RuleGroup>();
  for (const type of new Set(lexicon.rules.map(anchorType))) {
    if (type === undefined) continue;
    const patterns = lexicon.rules.filter((rule) => anchorType(rule) === type).map(compilePattern);
    const sided = patterns.map((pattern) => {
      const right = wantedNext(pattern.right);
      return { pattern, right, left: right === undefined ? wantedNext(pattern.left) : undefined };
    });
    index.set(type, {
      type,
      part: compilePart({ role: type, type, optional: false }, 0),
      unguarded: sided.flatMap(({ pattern, right, left }) =>
        right === undefined && left === undefined ? [pattern] : [],
      ),
      right: buildGuard(sided.map(({ pattern, right }) => ({ pattern, wanted: right }))),
      left: buildGuard(sided.map(({ pattern, left }) => ({ pattern, wanted: left }))),
    });
  }
  return index;
}

function anchorType({ template }: Rule): SlotType | undefined {
  const part = template.parts[template.anchor];
  return part !== undefined && "type" in part ? part.type : undefined;
}

/**
 * What the neighbour must be, from the parts beside the anchor, nearest first: the first required part, or one of the
 * optional ones before it. Undefined where that is not told by a sense or a literal, or nothing is required.
 */
function wantedNext(parts: readonly PartPattern[]): readonly PartPattern[] | undefined {
  const required = parts.findIndex((part) => !part.optional);
  const wanted = required < 0 ? [] : parts.slice(0, required + 1);
  const isTold = (part: PartPattern) => part.literal !== undefined || part.sense >= 0;
  return wanted.length > 0 && wanted.every(isTold) ? wanted : undefined;
}

function buildGuard(sided: readonly { pattern: RulePattern; wanted: readonly PartPattern[] | undefined }[]): Guard {
  const bySense = new Map<SenseClass, RulePattern[]>();
  const byLiteral = new Map<string, RulePattern[]>();
  for (const { pattern, wanted } of sided) {
    for (const { literal, type } of wanted ?? []) {
      if (literal !== undefined) add(byLiteral, literal, pattern);
      else add(bySense, type as SenseClass, pattern);
    }
  }
  return { bySense, byLiteral, met: [] };
}

function add<K>(map: Map<K, RulePattern[]>, key: K, pattern: RulePattern): void {
  const patterns = map.get(key);
  if (patterns === undefined) map.set(key, [pattern]);
  else patterns.push(pattern);
}
