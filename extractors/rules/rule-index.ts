import type { Element } from "../elements/element.js";
import type { Lexicon } from "../lexicon/lexicon.js";
import { SENSE_CLASSES, type SenseClass, type Senses } from "../lexicon/sense.js";
import type { Rule } from "./rule.js";
import type { SlotType, TemplatePart } from "./template.js";

/**
 * The rules that start from one type of anchor, by what must stand next to it. Most rules want a word of a certain sense
 * right behind their anchor or right in front of it; only those whose neighbour fits are tried.
 */
export interface RuleGroup {
  readonly type: SlotType;
  /** Rules whose neighbours can be anything. */
  readonly unguarded: readonly Rule[];
  readonly right: Guard;
  readonly left: Guard;
}

interface Guard {
  readonly bySense: ReadonlyMap<SenseClass, readonly Rule[]>;
  readonly byLiteral: ReadonlyMap<string, readonly Rule[]>;
  /** Rules for each combination of senses that has been met. */
  readonly met: WeakMap<Senses, readonly Rule[]>;
}

const indexes = new WeakMap<Lexicon, ReadonlyMap<SlotType, RuleGroup>>();
const NONE: readonly Rule[] = [];

/** The lexicon's rules by type of anchor; built once for a lexicon. */
export function ruleIndex(lexicon: Lexicon): ReadonlyMap<SlotType, RuleGroup> {
  let index = indexes.get(lexicon);
  if (index === undefined) {
    index = buildIndex(lexicon);
    indexes.set(lexicon, index);
  }
  return index;
}

/**
 * The guarded rules that may fit, given the element next to the anchor on the guard's side, and the element whose clitic
 * may be the joining word between both (`و19999`): the one further right.
 */
export function guardedRules(
  guard: Guard,
  neighbour: Element | undefined,
  joined: Element | undefined,
  lexicon: Lexicon,
): readonly Rule[] {
  const literal = neighbour === undefined ? undefined : guard.byLiteral.get(neighbour.key);
  const bySenses = neighbour === undefined ? NONE : rulesBySenses(guard, neighbour.senses);
  const rules = literal === undefined ? bySenses : [...literal, ...bySenses];
  if (joined?.clitic === undefined) return rules;
  const senses = lexicon.entries.get(joined.clitic)?.entry?.senses;
  return senses === undefined ? rules : [...new Set([...rules, ...rulesBySenses(guard, senses)])];
}

function rulesBySenses({ bySense, met }: Guard, senses: Senses): readonly Rule[] {
  let rules = met.get(senses);
  if (rules === undefined) {
    const found = SENSE_CLASSES.flatMap((sense) => (senses[sense] === undefined ? [] : (bySense.get(sense) ?? [])));
    rules = found.length === 0 ? NONE : [...new Set(found)];
    met.set(senses, rules);
  }
  return rules;
}

function buildIndex(lexicon: Lexicon): ReadonlyMap<SlotType, RuleGroup> {
  const index = new Map<SlotType, RuleGroup>();
  for (const type of new Set(lexicon.rules.map(anchorType))) {
    if (type === undefined) continue;
    const rules = lexicon.rules.filter((rule) => anchorType(rule) === type);
    const sided = rules.map((rule) => {
      const { parts, anchor } = rule.template;
      const right = wantedNext(parts.slice(anchor + 1));
      const left = right === undefined ? wantedNext(parts.slice(0, anchor).reverse()) : undefined;
      return { rule, right, left };
    });
    index.set(type, {
      type,
      unguarded: sided.filter(({ right, left }) => right === undefined && left === undefined).map(({ rule }) => rule),
      right: buildGuard(sided.map(({ rule, right }) => ({ rule, wanted: right }))),
      left: buildGuard(sided.map(({ rule, left }) => ({ rule, wanted: left }))),
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
function wantedNext(parts: readonly TemplatePart[]): readonly TemplatePart[] | undefined {
  const required = parts.findIndex((part) => !part.optional);
  const wanted = required < 0 ? [] : parts.slice(0, required + 1);
  const isTold = (part: TemplatePart) => "literal" in part || (SENSE_CLASSES as readonly string[]).includes(part.type);
  return wanted.length > 0 && wanted.every(isTold) ? wanted : undefined;
}

function buildGuard(sided: readonly { rule: Rule; wanted: readonly TemplatePart[] | undefined }[]): Guard {
  const bySense = new Map<SenseClass, Rule[]>();
  const byLiteral = new Map<string, Rule[]>();
  for (const { rule, wanted } of sided) {
    for (const part of wanted ?? []) {
      if ("literal" in part) add(byLiteral, part.literal, rule);
      else add(bySense, part.type as SenseClass, rule);
    }
  }
  return { bySense, byLiteral, met: new WeakMap() };
}

function add<K>(map: Map<K, Rule[]>, key: K, rule: Rule): void {
  const rules = map.get(key);
  if (rules === undefined) map.set(key, [rule]);
  else rules.push(rule);
}
