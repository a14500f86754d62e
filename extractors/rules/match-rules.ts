import type { Element, NumberReading } from "../elements/element.js";
import { noSenses } from "../lexicon/intern-senses.js";
import type { Lexicon } from "../lexicon/lexicon.js";
import { SENSE_CLASSES, type Senses } from "../lexicon/sense.js";
import type { Binding, Match, SentenceView } from "./match.js";
import { readClitic, readOneWay, readSlot, readSlotWays } from "./read-slot.js";
import type { Rule } from "./rule.js";
import { guardedRules, type RuleGroup, ruleIndex } from "./rule-index.js";
import { LONG_TYPES, type LongType, type SlotPart, type SlotType, type TemplatePart } from "./template.js";

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
    for (const group of groupsOfElement(anchors, element)) tryGroup(view, group, at, matches);
    if (element.senses === noSenses()) continue;
    for (const group of groupsOfSenses(anchors, element.senses)) tryGroup(view, group, at, matches);
  }
  return matches;
}

/** Groups of rules by what they start from. Those by senses are gathered once for each combination that is met. */
interface Anchors {
  readonly byType: ReadonlyMap<SlotType, RuleGroup>;
  readonly cardinal: readonly RuleGroup[];
  readonly ordinal: readonly RuleGroup[];
  readonly fraction: readonly RuleGroup[];
  readonly unread: readonly RuleGroup[];
  readonly code: readonly RuleGroup[];
  readonly bySenses: WeakMap<Senses, readonly RuleGroup[]>;
}

const anchorTables = new WeakMap<Lexicon, Anchors>();
const NO_GROUPS: readonly RuleGroup[] = [];

function anchorsOf(lexicon: Lexicon): Anchors {
  const known = anchorTables.get(lexicon);
  if (known !== undefined) return known;
  const byType = ruleIndex(lexicon);
  const groups = (...types: readonly SlotType[]) => types.flatMap((type) => byType.get(type) ?? []);
  const anchors: Anchors = {
    byType,
    cardinal: groups("definite_number", "amount", "number", "spelled", "integer", "year", "day", "numeric_date"),
    ordinal: groups("ordinal", "day"),
    fraction: groups("fraction", "amount"),
    unread: groups("numeric_date"),
    code: groups("code"),
    bySenses: new WeakMap(),
  };
  anchorTables.set(lexicon, anchors);
  return anchors;
}

function groupsOfElement(anchors: Anchors, { type, number }: Element): readonly RuleGroup[] {
  if (type === "code") return anchors.code;
  return type === "number" ? groupsOfNumber(anchors, number) : NO_GROUPS;
}

function groupsOfNumber(anchors: Anchors, number: NumberReading | undefined): readonly RuleGroup[] {
  if (number === undefined) return anchors.unread;
  if (number.denominator !== undefined) return anchors.fraction;
  return number.ordinal ? anchors.ordinal : anchors.cardinal;
}

function groupsOfSenses({ byType, bySenses }: Anchors, senses: Senses): readonly RuleGroup[] {
  let groups = bySenses.get(senses);
  if (groups === undefined) {
    const found = SENSE_CLASSES.flatMap((sense) => (senses[sense] === undefined ? [] : (byType.get(sense) ?? [])));
    groups = found.length === 0 ? NO_GROUPS : found;
    bySenses.set(senses, groups);
  }
  return groups;
}

function tryGroup(view: SentenceView, group: RuleGroup, at: number, matches: Match[]): void {
  const binding = readAnchor(view, group.type, at);
  if (binding === undefined) return;
  tryRules(view, group.unguarded, binding, matches);
  const { elements, lexicon } = view;
  const behind = elements[binding.to];
  tryRules(view, guardedRules(group.right, behind, behind, lexicon), binding, matches);
  const before = elements[binding.from - 1];
  tryRules(view, guardedRules(group.left, before, elements[binding.from], lexicon), binding, matches);
}

function tryRules(view: SentenceView, rules: readonly Rule[], binding: Binding, matches: Match[]): void {
  for (const rule of rules) {
    const match = matchAround(view, rule, binding);
    if (match !== undefined) matches.push(match);
  }
}

/** No type of anchor can be filled in more than one way. */
function readAnchor(view: SentenceView, type: SlotType, at: number): Binding | undefined {
  if (type === "amount" || type === "numeric_date") return readOneWay(view, type, at);
  return readSlot(view, { role: type, type, optional: false }, at, true);
}

function isLong(part: TemplatePart): part is SlotPart & { type: LongType } {
  return "type" in part && (LONG_TYPES as readonly SlotType[]).includes(part.type);
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
