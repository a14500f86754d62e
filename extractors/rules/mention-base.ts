import type { Amount } from "../../pipeline/model/amount.js";
import { MODIFIERS, type Modifier, type Slot } from "../../pipeline/model/mention.js";
import type { Span } from "../../pipeline/model/span.js";
import type { NumberReading } from "../elements/element.js";
import { lookUp } from "../lexicon/look-up.js";
import { shiftDecimal } from "../numbers/decimal.js";
import type { AmountReading, Binding, Match, SentenceView } from "./match.js";
import { isChange, sharedScale } from "./read-amount.js";

/** Fields that every mention takes from its match. */
export interface MentionBase {
  readonly span: Span;
  readonly rule: string;
  readonly modifier?: Modifier;
  readonly slots: readonly Slot[];
}

/**
 * Span over the named roles as far as they are filled, with the rule, the modifier and all slots as evidence.
 * Undefined when none of the roles is filled.
 */
export function mentionBase(match: Match, roles: readonly string[]): MentionBase | undefined {
  let start = Number.POSITIVE_INFINITY;
  let end = -1;
  const slots: Slot[] = [];
  const { roles: filled, bound } = match.bindings;
  for (let index = 0; index < filled.length; index++) {
    const span = bound[index]?.span;
    const role = filled[index];
    if (span === undefined || role === undefined || role === "") continue;
    slots.push({ role, span });
    if (!roles.includes(role)) continue;
    start = Math.min(start, span.start);
    end = Math.max(end, span.end);
  }
  if (end < 0) return undefined;
  const modifier = modifierOf(match);
  const base = { span: { start, end }, rule: match.rule.id, slots };
  return modifier === undefined ? base : { ...base, modifier };
}

/** The modifier in front, behind or inside, in that order. */
function modifierOf(match: Match): Modifier | undefined {
  const code =
    modifierInFront(match) ??
    match.bindings.get("modifier_after")?.code ??
    match.bindings.get("after")?.code ??
    match.bindings.get("amount")?.amount?.modifier ??
    innerModifier(match);
  return code === undefined ? undefined : MODIFIERS.find((modifier) => modifier === code);
}

const FROM_REACH = 6;

/** The modifier in front of the number, unless it is the second half of a span: `dari Pusat hingga 100% unit`. */
function modifierInFront({ bindings, view }: Match): string | undefined {
  const modifier = bindings.get("modifier");
  if (modifier === undefined || comparesTwo(view, modifier)) return undefined;
  const isTime = bindings.has("age") || bindings.has("unit");
  if (!isTime && modifier.code === "less_than" && isTimePreposition(view, modifier)) return undefined;
  if (view.elements[modifier.from]?.senses.to === undefined) return modifier.code;
  for (let at = modifier.from - 1; at >= 0 && modifier.from - at <= FROM_REACH; at--) {
    if (view.elements[at]?.senses.from !== undefined) return undefined;
  }
  return modifier.code;
}

/** `sebelum dua gol menyusul`, but `sebelum 17 tahun`: a word for earlier is one of degree in front of a time only. */
function isTimePreposition({ elements }: SentenceView, { from }: Binding): boolean {
  return elements[from]?.senses.time_preposition !== undefined;
}

/** `40 kroner mer enn i fjor`, `12 færre enn ti år før`: a comparison behind an amount is no word of degree for the next. */
function comparesTwo({ text, elements, lexicon }: SentenceView, { from, span }: Binding): boolean {
  const before = elements[from - 1];
  const { unit, currency, percent } = before?.senses ?? NO_MEASURE;
  if (before?.type !== "number" && (unit ?? currency ?? percent) === undefined) return false;
  const space = text.lastIndexOf(" ", span.end - 1);
  return space > span.start && lookUp(text.slice(space + 1, span.end), lexicon).entry?.senses?.compare !== undefined;
}

const NO_MEASURE = { unit: undefined, currency: undefined, percent: undefined };

/** `von 30 auf rund 40`: a word of degree in front of the second number says nothing of the first. */
function innerModifier(match: Match): string | undefined {
  return match.bindings.has("to_amount") ? match.bindings.get("inner")?.code : undefined;
}

/**
 * The amount in the slots of a match. With `to_amount` both are the ends of a range; with `other` the amount is the first
 * of two numbers that share what stands behind the second, its scale word too; `scale`
 * is a scale word that a bracket parts from its numbers (`38 (27) Millionen Mark`). Undefined when they do not fit together.
 */
export function amountOf(match: Match): Amount | undefined {
  const amount = ownAmount(match);
  const scale = match.bindings.get("scale")?.number;
  if (amount?.value === undefined || scale === undefined) return amount;
  const power = Math.log10(Number(scale.value));
  if (power === 0) return amount;
  return Number.isInteger(power) && power >= 3 ? { value: shiftDecimal(amount.value, power) } : undefined;
}

function ownAmount(match: Match): Amount | undefined {
  const reading = match.bindings.get("amount")?.amount;
  if (reading === undefined || isVague(reading.first)) return undefined;
  const end = match.bindings.get("to_amount")?.amount;
  if (end !== undefined) {
    if (reading.amount.value === undefined || end.amount.value === undefined) return undefined;
    if (isChange(match.view.elements, match.bindings.get("amount")?.from ?? 0)) return undefined;
    const low = sharedScale(reading.first, end.first);
    return Number(low) < Number(end.amount.value) ? { low, high: end.amount.value } : undefined;
  }
  const other = match.bindings.get("other")?.number;
  if (other === undefined) return reading.amount;
  // `um ein Drittel auf 12 Millionen`: a fraction has no unit to share.
  if (reading.first.denominator !== undefined) return undefined;
  // `18 bis 23, am Rhein 26 Grad`
  if (reading.amount.value === undefined)
    return match.bindings.has("gap") && other.scale === 0 ? reading.amount : undefined;
  const shares = reading.first.scale === 0 && mayShareScale(reading.amount.value, other);
  return { value: shares ? shiftDecimal(reading.amount.value, other.scale) : reading.amount.value };
}

/** `von 900.000 auf 1,2 Millionen`: what is written out in thousands takes no scale of a number that is not. */
function mayShareScale(value: string, other: NumberReading): boolean {
  return Number(value) < 1000 || Number(shiftDecimal(other.value, -other.scale)) >= 1000;
}

/** `ملايين الدولارات`: a scale word without a number; an article may still be the number one. */
function isVague({ weak, value }: NumberReading): boolean {
  return weak && value !== "1";
}

/** Roles that make up a mention's span: all of them, or the amount alone where it shares the rest with a second number. */
export function spanRoles(match: Match, roles: readonly string[]): readonly string[] {
  return match.bindings.has("other") ? ["amount"] : roles;
}

/** `ein Jahr`, `شخص واحد`: an article, or a number that counts the noun in front; but `en til to uker` is a range. */
export function isArticle({ first, amount }: AmountReading): boolean {
  return (first.weak && amount.value !== undefined) || first.afterNoun === true;
}
