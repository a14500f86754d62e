import type { Amount } from "../../pipeline/model/amount.js";
import type { MeasurementMention } from "../../pipeline/model/mention.js";
import type { NumberReading } from "../elements/element.js";
import { decimalOf, isWhole, shiftDecimal } from "../numbers/decimal.js";
import { scaleAmount, splitUnit } from "../numbers/split-unit.js";
import { standsBeforeNoun } from "../phrases/stands-before-noun.js";
import { beginsTitle } from "../rules/begins-title.js";
import type { Match } from "../rules/match.js";
import { amountOf, isArticle, type MentionBase, mentionBase, spanRoles } from "../rules/mention-base.js";
import { reachesLevel } from "../rules/reaches-level.js";

const ROLES = [
  "amount",
  "unit",
  "to_amount",
  "to_unit",
  "unit_dual",
  "low_dual",
  "part",
  "whole",
  "definite",
  "period",
  "plus",
  "again",
  "hour",
  "to_age",
  "per",
  "per_unit",
  "part_amount",
  "part_unit",
  "last_amount",
  "last_unit",
  "age",
  "below",
  "degree",
];
const OLDEST = 120;

/** How many of the second unit make one of the first, for amounts in two units. */
const PARTS: Readonly<Record<string, number>> = {
  "[ft_i] [in_i]": 12,
  "[lb_av] [oz_av]": 16,
  "a mo": 12,
  "wk d": 7,
  "d h": 24,
  "h min": 60,
  "min s": 60,
  "km m": 1000,
  "m cm": 100,
  "kg g": 1000,
};

/** A longer decimal is one that never ends. */
const LONGEST_SUM = 12;

/**
 * Reads a match with the slots `amount` and `unit`, the same with `to_` for a range, perhaps `per` and `per_unit`
 * (`910.000 barel per hari`); or with `unit_dual` alone (`عامين`); or with `age`, a bare number of years (`Lucy (10)`),
 * and `to_age` for a range; `plus` is a fraction of the unit (`عام ونصف`), which may stand `again` behind it, `definite` a
 * number behind its unit, `period` an ordinal (`hvert 45. minutt`); `below` says behind the unit that the value is below
 * zero.
 * An article alone is no number: `ein Jahr`, `en time`. Nothing when the units of a range differ.
 */
export function readMeasurement(match: Match): readonly MeasurementMention[] {
  const { bindings } = match;
  const base = mentionBase(match, spanRoles(match, ROLES));
  if (base === undefined) return [];
  const dual = bindings.get("unit_dual")?.code;
  if (bindings.has("plus")) return withFraction(match, base);
  if (bindings.has("part_unit") && !bindings.has("amount")) return isDefiniteUnit(match) ? [] : withParts(match, base);
  if (dual !== undefined) return isMeasure(dual) ? [{ ...measured(base, { value: "2" }, dual), dual: true }] : [];
  const age = bindings.get("age")?.number?.value;
  if (age !== undefined) {
    // `Hubungi (021) 555 1234` is a telephone.
    if (bindings.get("age")?.number?.digits?.startsWith("0") === true) return [];
    if (isWayAcross(match)) return [];
    if (bindings.has("who") && !isBoundOfAge(match)) return [];
    if (bindings.has("to_age") && (standsBeforeNoun(match.view, match.to) || isClock(match))) return [];
    if (bindings.has("closing") && !isAgeBetweenCommas(match)) return [];
    const named = match.view.elements[match.from]?.senses;
    const isName = named?.label === undefined && named?.mark === undefined && named?.section === undefined;
    const isAge = isName && Number(age) >= 1 && Number(age) <= OLDEST;
    const end = bindings.get("to_age")?.number?.value;
    if (!isAge || (end !== undefined && !(Number(age) < Number(end)))) return [];
    const years: Amount = end === undefined ? { value: age } : { low: age, high: end };
    return [{ kind: "measurement", ...base, amount: years, unit: "a" }];
  }
  if (bindings.has("whole")) return readFraction(match, base);
  const definite = (bindings.get("definite") ?? bindings.get("period"))?.number?.value;
  const unitOfDefinite = bindings.get("unit")?.code;
  if (definite !== undefined && unitOfDefinite !== undefined) {
    return [measured(base, { value: definite }, unitOfDefinite)];
  }
  const lowDual = bindings.get("low_dual")?.code;
  if (lowDual !== undefined) return rangeFromDual(match, base, lowDual);
  const reading = bindings.get("amount")?.amount;
  if (reading === undefined || (isArticle(reading) && !countsOne(match))) return [];
  if (bindings.has("part_unit")) return withParts(match, base);
  const amount = amountOf(match);
  const unit = bindings.get("unit")?.code ?? (isOfHeat(match) ? "Cel" : undefined);
  if (amount === undefined || unit === undefined) return [];
  if (startsAnother(match) || isOnGlobe(match) || beginsTitle(match.view, bindings.get("amount")?.from ?? -1))
    return [];
  const end = bindings.get("to_unit")?.code;
  if ((end !== undefined && end !== unit) || isCurrencyCode(match) || isPrice(match) || reachesLevel(match)) return [];
  const perUnit = bindings.get("per_unit")?.code;
  const mention = measured(base, bindings.has("below") ? belowZero(amount) : amount, unit);
  return perUnit === undefined ? [mention] : perUnitOf(mention, perUnit);
}

/** `zwischen 18 und 29 Uhr`. */
function isClock({ view, to }: Match): boolean {
  return view.elements[to]?.senses.clock !== undefined;
}

/** An age in words behind a word of degree is told in tens: `sind über sechzig`. */
const LEAST_SPELLED_AGE = 20;

/** `sind über ein Netz verbunden`, `sind über zwei Straßen zu erreichen`: what may be a word of degree is a preposition. */
function isWayAcross({ bindings, view, to }: Match): boolean {
  const number = bindings.get("age")?.number;
  if (number?.spelled !== true || !bindings.has("modifier")) return false;
  return Number(number.value) < LEAST_SPELLED_AGE || standsBeforeNoun(view, to);
}

/** `rund eine Stunde`, `eine Stunde und 30 Minuten`: an article behind a word of degree, or in front of a part, counts. */
function countsOne({ bindings }: Match): boolean {
  if (bindings.get("amount")?.number?.weak !== true || bindings.get("adjective")?.number !== undefined) return false;
  return bindings.has("modifier") || bindings.has("part_unit");
}

function isDefiniteUnit({ bindings, view }: Pick<Match, "bindings" | "view">): boolean {
  const start = bindings.get("unit")?.span.start;
  return start !== undefined && view.lexicon.clitics.inside.some((article) => view.text.startsWith(article, start));
}

function withParts(match: Match, base: MentionBase): readonly MeasurementMention[] {
  const sum = withPart(match);
  return sum === undefined ? [] : [measured(base, sum.amount, sum.unit)];
}

/** `6°50′`: minutes written to degrees are a place on the globe. */
function isOnGlobe({ bindings, view, to }: Match): boolean {
  const next = view.elements[to];
  return (
    bindings.get("unit")?.code === "deg" &&
    next?.number?.digits !== undefined &&
    view.elements[to - 1]?.end === next.start
  );
}

/** `في 1847 والثانية`, `2010 الساعة`: a unit joined by a conjunction, or with the article behind a bare number, is another's. */
function startsAnother({ bindings, view }: Match): boolean {
  const unit = bindings.get("unit");
  const amount = bindings.get("amount");
  if (unit === undefined || amount === undefined || unit.from !== amount.to) return false;
  const element = view.elements[unit.from];
  if (element?.clitic !== undefined) return true;
  // `ارتفع إلى الثلث عام 2030`
  const next = view.elements[unit.to]?.number;
  const mayBeYear = amount.number?.spelled === true && next?.plain === true && next.digits?.length === 4;
  if (element?.senses.year_cue !== undefined && mayBeYear) return true;
  return isDefiniteUnit({ bindings, view }) && element?.type === "word" && amount.number?.denominator === undefined;
}

/** `الحرارة 40 درجة`, `5 درجات تحت الصفر`: degrees that are told to be of heat. */
function isOfHeat({ bindings, view }: Match): boolean {
  if (!bindings.has("degree")) return false;
  return bindings.has("below") || view.elements.some(({ senses }) => senses.heat !== undefined);
}

/** A dual may also be a currency's or the percentage point's: `دولارين`, `نقطتين مئويتين`. */
function isMeasure(code: string): boolean {
  return code !== "pp" && !/^[A-Z]{3}$/.test(code);
}

/** `5 درجات تحت الصفر`. */
function belowZero(amount: Amount): Amount {
  if (amount.value !== undefined) return { value: `-${amount.value}` };
  return { low: `-${amount.high}`, high: `-${amount.low}` };
}

/** `Frauen über 40` bounds an age; `Frauen unter 40 Kandidaten`, `die Frau etwa 3 Mal` count. */
function isBoundOfAge({ bindings, view, to }: Match): boolean {
  const degree = bindings.get("modifier")?.code;
  if (degree === undefined) return false;
  if ((degree === "approx" || degree === "nearly") && !isRoundAge(bindings.get("age")?.number)) return false;
  return !standsBeforeNoun(view, to) && view.elements[to]?.senses.times === undefined;
}

/** `ein Mann um die vierzig`: a round number in words. */
function isRoundAge(age: NumberReading | undefined): boolean {
  return age?.spelled === true && Number(age.value) >= SMALLEST_ROUND_AGE && Number(age.value) % 10 === 0;
}

const SMALLEST_ROUND_AGE = 20;

/** Ages that news states without a word for years, between commas. */
const COMMA_AGES = { first: 10, last: 99 };

/** `Siti, 35, warga desa`: a name in front, and behind the comma a word; days, months and lists of numbers are not ages. */
function isAgeBetweenCommas({ bindings, view, from, to }: Match): boolean {
  const age = Number(bindings.get("age")?.number?.value);
  const name = view.elements[from]?.senses;
  const behind = view.elements[to];
  if (age < COMMA_AGES.first || age > COMMA_AGES.last || behind?.type !== "word" || behind.senses.month !== undefined)
    return false;
  return (name?.weekday ?? name?.month ?? name?.reference ?? name?.unit ?? name?.currency) === undefined;
}

function measured(base: MentionBase, amount: Amount, unit: string): MeasurementMention {
  const { factor, code } = splitUnit(unit);
  return { kind: "measurement", ...base, amount: scaleAmount(amount, factor), unit: code };
}

/** `0,5 liter per mil` is 0.05 L/km: a power of ten in the second unit goes into the number. */
function perUnitOf(mention: MeasurementMention, perUnit: string): readonly MeasurementMention[] {
  const { factor = "1", code } = splitUnit(perUnit);
  if (!/^10*$/.test(factor)) return [];
  const { amount, unit } = mention;
  const shift = (value: string) => shiftDecimal(value, 1 - factor.length);
  const scaled: Amount =
    amount.value === undefined ? { low: shift(amount.low), high: shift(amount.high) } : { value: shift(amount.value) };
  return [{ ...mention, amount: scaled, unit: `${unit}/${code}` }];
}

/** `10 SEK` are crowns where `10 sek.` are seconds: the code of a currency as it is written. */
function isCurrencyCode({ bindings, view }: Match): boolean {
  const unit = bindings.get("unit");
  const code = unit === undefined ? undefined : view.elements[unit.from]?.senses.currency;
  return code !== undefined && code === view.text.slice(unit?.span.start, unit?.span.end);
}

/** `Rp28,2 triliun tahun lalu`: behind a currency that no number has in front an amount is one of money. */
function isPrice({ bindings, view }: Match): boolean {
  const at = bindings.get("amount")?.from ?? 0;
  return view.elements[at - 1]?.senses.currency !== undefined && view.elements[at - 2]?.number === undefined;
}

/** `1/4 l`. */
function readFraction({ bindings, view }: Match, base: MentionBase): readonly MeasurementMention[] {
  const part = Number(bindings.get("part")?.number?.value);
  const whole = Number(bindings.get("whole")?.number?.value);
  const unit = bindings.get("unit")?.code;
  const isTight = !/\s/.test(view.text.slice(bindings.get("part")?.span.end, bindings.get("whole")?.span.start));
  if (unit === undefined || !isTight || !(part >= 1 && part < whole)) return [];
  const value = decimalOf(part / whole);
  return value.length > LONGEST_SUM ? [] : [measured(base, { value }, unit)];
}

/** `ما بين سنتين وثلاث سنوات`: the low end is a dual. */
function rangeFromDual({ bindings }: Match, base: MentionBase, unit: string): readonly MeasurementMention[] {
  const high = bindings.get("to_amount")?.amount?.amount.value;
  if (high === undefined || bindings.get("to_unit")?.code !== unit || !(Number(high) > 2)) return [];
  return [measured(base, { low: "2", high }, unit)];
}

/** `عام ونصف`, `عامين ونصف`, `ثلاث سنوات ونصف`: a fraction of the unit on top of one, two or so many. */
function withFraction({ bindings }: Match, base: MentionBase): readonly MeasurementMention[] {
  const plus = bindings.get("plus")?.number;
  const unit = bindings.get("unit")?.code ?? bindings.get("unit_dual")?.code;
  const stated = bindings.get("amount")?.amount?.amount.value ?? bindings.get("amount")?.number?.value;
  const whole = stated ?? (bindings.has("unit_dual") ? "2" : "1");
  // `ساعتين ونصف الساعة`: the word of the clock is an hour.
  const again = bindings.get("hour") === undefined ? (bindings.get("again")?.code ?? unit) : "h";
  if (plus?.denominator === undefined || unit === undefined || again !== unit || !isWhole(whole)) return [];
  const value = decimalOf(Number(whole) + Number(plus.value));
  return value.length > LONGEST_SUM ? [] : [measured(base, { value }, unit)];
}

/**
 * `tiga kaki enam inci` is 3.5 feet; `1 Stunde 20 Minuten`, which has no exact decimal, 80 minutes. Undefined for units
 * that are not each other's part; `2 timer, 5 minutter og 9 sekunder` is in seconds.
 */
function withPart({ bindings }: Match): { readonly amount: Amount; readonly unit: string } | undefined {
  const unit = bindings.get("unit")?.code ?? bindings.get("unit_dual")?.code;
  const partUnit = bindings.get("part_unit")?.code;
  const size = PARTS[`${unit} ${partUnit}`];
  // `ساعة و20 دقيقة`, `ساعتين و20 دقيقة`: the unit alone is one, in the dual two.
  const alone = bindings.has("unit_dual") ? "2" : "1";
  const whole = bindings.has("amount") ? bindings.get("amount")?.amount?.amount.value : alone;
  const part = bindings.get("part_amount")?.number?.value;
  if (size === undefined || unit === undefined || partUnit === undefined) return undefined;
  if (whole === undefined || part === undefined || !isWhole(whole) || Number(part) >= size) return undefined;
  const lastUnit = bindings.get("last_unit")?.code;
  if (lastUnit !== undefined) {
    const lastSize = PARTS[`${partUnit} ${lastUnit}`];
    const last = Number(bindings.get("last_amount")?.number?.value);
    if (lastSize === undefined || !(last < lastSize)) return undefined;
    return { amount: { value: decimalOf((Number(whole) * size + Number(part)) * lastSize + last) }, unit: lastUnit };
  }
  const value = decimalOf(Number(whole) + Number(part) / size);
  return value.length <= LONGEST_SUM
    ? { amount: { value }, unit }
    : { amount: { value: decimalOf(Number(whole) * size + Number(part)) }, unit: partUnit };
}
