import type { Element, NumberReading } from "../elements/element.js";
import { noSenses } from "../lexicon/intern-senses.js";
import type { Lexicon } from "../lexicon/lexicon.js";
import { SENSE_CLASSES, type Senses } from "../lexicon/sense.js";
import { hasAll } from "../lexicon/sense-set.js";
import type { Binding, Match, SentenceView } from "./match.js";
import { PatternBindings } from "./pattern-bindings.js";
import { readClitic, readOneWay, readSlot, readSlotWays } from "./read-slot.js";
import {
  type Guard,
  type RuleGroup,
  ruleIndex,
  rulesByClitic,
  rulesByLiteral,
  rulesByNeighbour,
} from "./rule-index.js";
import type { PartPattern, RulePattern } from "./rule-pattern.js";
import type { SlotType } from "./template.js";

/**
 * Every way in which a rule of the lexicon fits the sentence, at most one for a rule and a place. Rules are tried only
 * where their anchor stands; templates are short and fixed, so the work is linear in the sentence.
 */
export function matchRules(view: SentenceView): readonly Match[] {
  const anchors = anchorsOf(view.lexicon);
  const matches: Match[] = [];
  const { elements } = view;
  const none = noSenses();
  for (let at = 0; at < elements.length; at++) {
    const element = elements[at];
    if (element === undefined) continue;
    if (element.type === "number" || element.type === "code") {
      for (const group of groupsOfElement(anchors, element)) tryGroup(view, group, at, matches);
    }
    if (element.senses === none) continue;
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
  /** By the id of the senses. */
  readonly bySenses: (readonly RuleGroup[] | undefined)[];
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
    bySenses: [],
  };
  anchorTables.set(lexicon, anchors);
  return anchors;
}

function groupsOfElement(anchors: Anchors, { type, number }: Element): readonly RuleGroup[] {
  if (type === "code") return anchors.code;
  return groupsOfNumber(anchors, number);
}

function groupsOfNumber(anchors: Anchors, number: NumberReading | undefined): readonly RuleGroup[] {
  if (number === undefined) return anchors.unread;
  if (number.denominator !== undefined) return anchors.fraction;
  return number.ordinal ? anchors.ordinal : anchors.cardinal;
}

function groupsOfSenses({ byType, bySenses }: Anchors, senses: Senses): readonly RuleGroup[] {
  let groups = bySenses[senses.id];
  if (groups === undefined) {
    const found = SENSE_CLASSES.flatMap((sense) => (senses[sense] === undefined ? [] : (byType.get(sense) ?? [])));
    groups = found.length === 0 ? NO_GROUPS : found;
    bySenses[senses.id] = groups;
  }
  return groups;
}

function tryGroup(view: SentenceView, group: RuleGroup, at: number, matches: Match[]): void {
  const binding = readAnchor(view, group, at);
  if (binding === undefined) return;
  tryRules(view, group.unguarded, binding, matches);
  const { elements } = view;
  const behind = elements[binding.to];
  tryGuarded(view, group.right, behind, behind, binding, matches);
  tryGuarded(view, group.left, elements[binding.from - 1], elements[binding.from], binding, matches);
}

/** `joined`: of the anchor and its neighbour the one further right, with which a joining word may be written. */
function tryGuarded(
  view: SentenceView,
  guard: Guard,
  neighbour: Element | undefined,
  joined: Element | undefined,
  binding: Binding,
  matches: Match[],
): void {
  tryRules(view, rulesByLiteral(guard, neighbour), binding, matches);
  tryRules(view, rulesByNeighbour(guard, neighbour), binding, matches);
  if (joined?.clitic === undefined) return;
  tryRules(view, rulesByClitic(guard, neighbour, joined, view.lexicon), binding, matches);
}

/** No type of anchor can be filled in more than one way. */
function readAnchor(view: SentenceView, { type, part }: RuleGroup, at: number): Binding | undefined {
  if (type === "amount" || type === "numeric_date") return readOneWay(view, type, at);
  return readSlot(view, part, at, true);
}

function tryRules(view: SentenceView, rules: readonly RulePattern[], binding: Binding, matches: Match[]): void {
  if (rules.length === 0) return;
  const counts = !isArticle(binding);
  for (const pattern of rules) {
    if (!hasAll(view.present, pattern.needs) || (pattern.rule.kind === "count" && !counts)) continue;
    const match = matchAround(view, pattern, binding);
    if (match !== undefined) matches.push(match);
  }
}

/** `ein`, `en`: alone it counts nothing, though it may measure; `en til to` is a range. */
function isArticle({ number, amount }: Binding): boolean {
  return number?.weak === true && amount?.amount.low === undefined;
}

function matchAround(view: SentenceView, pattern: RulePattern, anchor: Binding): Match | undefined {
  // One binding a part; an optional part that is not filled leaves its place empty. Most tries fail, and share one list.
  const bound = TRIED;
  // Long slots stand on the right only: the cheaper side says no first.
  const from = matchLeft(view, pattern.left, 0, anchor.from, bound);
  if (from < 0) return undefined;
  const to = matchRight(view, pattern.right, 0, anchor.to, bound);
  if (to < 0) return undefined;
  bound[pattern.anchor] = anchor;
  const bindings = new PatternBindings(pattern.roles, bound.slice(0, pattern.roles.length));
  return { rule: pattern.rule, view, bindings, from, to };
}

/** What the parts of the rule that is being tried are filled with. */
const TRIED: (Binding | undefined)[] = [];

/** Fills the parts from `next` on with elements from `at` on. Index behind the last element used, -1 when they do not fit. */
function matchRight(
  view: SentenceView,
  parts: readonly PartPattern[],
  next: number,
  at: number,
  bound: (Binding | undefined)[],
): number {
  const part = parts[next];
  if (part === undefined) return at;
  if (part.long !== undefined) {
    for (const binding of readSlotWays(view, part.long, at)) {
      const edge = matchRight(view, parts, next + 1, binding.to, bound);
      if (edge < 0) continue;
      bound[part.index] = binding;
      return edge;
    }
  } else {
    const binding = readSlot(view, part, at, true);
    if (binding !== undefined) {
      const edge = matchRight(view, parts, next + 1, binding.to, bound);
      if (edge >= 0) {
        bound[part.index] = binding;
        return edge;
      }
    }
  }
  bound[part.index] = undefined;
  return part.optional ? matchRight(view, parts, next + 1, at, bound) : -1;
}

/** Fills the parts from `next` on with the elements in front of `at`. Index of the first element used, -1 when they do not fit. */
function matchLeft(
  view: SentenceView,
  parts: readonly PartPattern[],
  next: number,
  at: number,
  bound: (Binding | undefined)[],
): number {
  const part = parts[next];
  if (part === undefined) return at;
  const binding = readSlot(view, part, at - 1, false) ?? readClitic(view, part, at);
  if (binding !== undefined) {
    const edge = matchLeft(view, parts, next + 1, binding.from, bound);
    if (edge >= 0) {
      bound[part.index] = binding;
      return edge;
    }
  }
  bound[part.index] = undefined;
  return part.optional ? matchLeft(view, parts, next + 1, at, bound) : -1;
}
