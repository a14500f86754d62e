import type { Element, NumberReading } from "../elements/element.js";
import type { Lexicon } from "../lexicon/lexicon.js";
import { SENSE_CLASSES, type Senses } from "../lexicon/sense.js";
import type { Binding, Match, SentenceView } from "./match.js";
import { readClitic, readSlot, readSlotWays } from "./read-slot.js";
import type { Rule } from "./rule.js";
import { LONG_TYPES, type SlotPart, type SlotType, type TemplatePart } from "./template.js";

/**
 * Every way in which a rule of the lexicon fits the sentence, at most one for a rule and a place. Rules are tried only
 * where their anchor stands; templates are short and fixed, so the work is linear in the sentence.
 */
export function matchRules(view: SentenceView): readonly Match[] {
  const anchors = anchorsOf(view.lexicon);
  const matches: Match[] = [];
  const { elements } = view;
  for (let at = 0; at < elements.length; at++) {
    const element = elements[at];
    if (element === undefined) continue;
    tryRules(view, rulesOfElement(anchors, element), at, matches);
    if (element.type === "number" || element.type === "word" || element.type === "symbol") {
      tryRules(view, rulesOfSenses(anchors, element.senses), at, matches);
    }
  }
  return matches;
}

/** Rules by what they start from. Those by senses are gathered once for each combination that the lexicon holds. */
interface Anchors {
  readonly byType: ReadonlyMap<SlotType, readonly Rule[]>;
  readonly cardinal: readonly Rule[];
  readonly ordinal: readonly Rule[];
  readonly fraction: readonly Rule[];
  readonly unread: readonly Rule[];
  readonly code: readonly Rule[];
  readonly bySenses: WeakMap<Senses, readonly Rule[]>;
}

const anchorTables = new WeakMap<Lexicon, Anchors>();
const NO_RULES: readonly Rule[] = [];

function anchorsOf(lexicon: Lexicon): Anchors {
  const known = anchorTables.get(lexicon);
  if (known !== undefined) return known;
  const byType = new Map<SlotType, Rule[]>();
  for (const rule of lexicon.rules) {
    const part = rule.template.parts[rule.template.anchor];
    if (part === undefined || !("type" in part)) continue;
    const rules = byType.get(part.type) ?? [];
    rules.push(rule);
    byType.set(part.type, rules);
  }
  const rulesOf = (...types: readonly SlotType[]) => types.flatMap((type) => byType.get(type) ?? []);
  const anchors: Anchors = {
    byType,
    cardinal: rulesOf("definite_number", "amount", "number", "spelled", "integer", "year", "day", "numeric_date"),
    ordinal: rulesOf("ordinal", "day"),
    fraction: rulesOf("fraction", "amount"),
    unread: rulesOf("numeric_date"),
    code: rulesOf("code"),
    bySenses: new WeakMap(),
  };
  anchorTables.set(lexicon, anchors);
  return anchors;
}

function rulesOfElement(anchors: Anchors, { type, number }: Element): readonly Rule[] {
  if (type === "code") return anchors.code;
  return type === "number" ? rulesOfNumber(anchors, number) : NO_RULES;
}

function rulesOfNumber(anchors: Anchors, number: NumberReading | undefined): readonly Rule[] {
  if (number === undefined) return anchors.unread;
  if (number.denominator !== undefined) return anchors.fraction;
  return number.ordinal ? anchors.ordinal : anchors.cardinal;
}

function rulesOfSenses({ byType, bySenses }: Anchors, senses: Senses): readonly Rule[] {
  let rules = bySenses.get(senses);
  if (rules === undefined) {
    rules = SENSE_CLASSES.flatMap((sense) => (senses[sense] === undefined ? [] : (byType.get(sense) ?? [])));
    bySenses.set(senses, rules);
  }
  return rules;
}

function tryRules(view: SentenceView, rules: readonly Rule[], at: number, matches: Match[]): void {
  // Rules come grouped by the type of their anchor, which is read once for all of a group.
  let type: SlotType | undefined;
  let binding: Binding | undefined;
  for (const rule of rules) {
    const part = rule.template.parts[rule.template.anchor];
    if (part === undefined || !("type" in part)) continue;
    if (part.type !== type) {
      type = part.type;
      binding = readAnchor(view, part, at);
    }
    const match = binding === undefined ? undefined : matchAround(view, rule, binding);
    if (match !== undefined) matches.push(match);
  }
}

/** No type of anchor can be filled in more than one way. */
function readAnchor(view: SentenceView, part: SlotPart, at: number): Binding | undefined {
  if (!isLong(part)) return readSlot(view, part, at, true);
  const first = readSlotWays(view, part.type, at).next();
  return first.done === true ? undefined : first.value;
}

function isLong(part: TemplatePart): part is SlotPart {
  return "type" in part && LONG_TYPES.includes(part.type);
}

function matchAround(view: SentenceView, rule: Rule, anchorBinding: Binding): Match | undefined {
  const { parts, anchor } = rule.template;
  // One binding a part; an optional part that is not filled leaves its place empty.
  const bound: (Binding | undefined)[] = [];
  bound[anchor] = anchorBinding;
  const to = matchRight(view, parts, anchor + 1, anchorBinding.to, bound);
  if (to < 0) return undefined;
  const from = matchLeft(view, parts, anchor - 1, anchorBinding.from, bound);
  if (from < 0) return undefined;
  const bindings = new Map<string, Binding>();
  for (const [index, part] of parts.entries()) {
    const binding = bound[index];
    if (binding !== undefined && "role" in part) bindings.set(part.role, binding);
  }
  return { rule, view, bindings, from, to };
}

/** Fills the parts from `part` on with elements from `at` on. Index behind the last element used, -1 when they do not fit. */
function matchRight(
  view: SentenceView,
  parts: readonly TemplatePart[],
  part: number,
  at: number,
  bound: (Binding | undefined)[],
): number {
  const wanted = parts[part];
  if (wanted === undefined) return at;
  if (isLong(wanted)) {
    for (const binding of readSlotWays(view, wanted.type, at)) {
      const edge = matchRight(view, parts, part + 1, binding.to, bound);
      if (edge < 0) continue;
      bound[part] = binding;
      return edge;
    }
  } else {
    const binding = readSlot(view, wanted, at, true);
    if (binding !== undefined) {
      const edge = matchRight(view, parts, part + 1, binding.to, bound);
      if (edge >= 0) {
        bound[part] = binding;
        return edge;
      }
    }
  }
  bound[part] = undefined;
  return wanted.optional ? matchRight(view, parts, part + 1, at, bound) : -1;
}

/** Fills the parts from `part` down with the elements in front of `at`. Index of the first element used, -1 when they do not fit. */
function matchLeft(
  view: SentenceView,
  parts: readonly TemplatePart[],
  part: number,
  at: number,
  bound: (Binding | undefined)[],
): number {
  const wanted = parts[part];
  if (wanted === undefined) return at;
  const binding = readSlot(view, wanted, at - 1, false) ?? readClitic(view, wanted, at);
  if (binding !== undefined) {
    const edge = matchLeft(view, parts, part - 1, binding.from, bound);
    if (edge >= 0) {
      bound[part] = binding;
      return edge;
    }
  }
  bound[part] = undefined;
  return wanted.optional ? matchLeft(view, parts, part - 1, at, bound) : -1;
}
