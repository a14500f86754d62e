import type { Amount } from "../../pipeline/model/amount.js";
import type { MoneyMention } from "../../pipeline/model/mention.js";
import { normaliseDecimal, shiftDecimal } from "../numbers/decimal.js";
import { scaleAmount, splitUnit } from "../numbers/split-unit.js";
import { standsBeforeNoun } from "../phrases/stands-before-noun.js";
import { comparedAmount } from "../rules/compared-amount.js";
import type { Match, SentenceView } from "../rules/match.js";
import { amountOf, mentionBase, spanRoles } from "../rules/mention-base.js";
import { reachesLevel } from "../rules/reaches-level.js";
import { latinDigits } from "../text/latin-digits.js";

const ROLES = ["amount", "currency", "unit_dual", "to_amount", "to_currency", "ending", "minor", "minor_currency"];

/** ISO 4217. */
const CURRENCY_CODE = /^[A-Z]{3}$/;

/**
 * Reads a match with the slots `amount` and `currency`, in either order, the same with `to_` for a range; `minor` are
 * hundredths (`zwei Euro und 20 Cent`). A currency in the dual (`دولارين`) is two, one with hundredths alone (`دولار
 * و50 سنتا`) one. Nothing when the currencies of a range differ.
 */
export function readMoney(match: Match): readonly MoneyMention[] {
  const { bindings } = match;
  const dual = bindings.get("unit_dual")?.code;
  if (dual !== undefined && !CURRENCY_CODE.test(dual)) return [];
  const unit = bindings.get("currency")?.code ?? dual ?? currencyOfSentence(match);
  if (unit === undefined) return [];
  const amount = pricePerLitre(match, unit) ?? withMinor(match, wholePart(match));
  const base = mentionBase(
    match,
    isBeforeAmount(match) && bindings.has("other") ? ["currency", "amount"] : spanRoles(match, ROLES),
  );
  if (base === undefined || amount === undefined || reachesLevel(match)) return [];
  if (bindings.has("compared")) return comparedMoney(match, unit);
  const end = bindings.get("to_currency")?.code;
  if (end !== undefined && end !== unit) return [];
  if (bindings.has("other") && isBeforeAmount(match) && !sharesScale(match)) return [];
  if (isBeforeAmount(match) && belongsInFront(match)) return [];
  if (isOtherThanMinor(match) || isClock(match)) return [];
  const { factor, code } = splitUnit(unit);
  return [{ kind: "money", ...base, amount: scaleAmount(amount, factor), unit: code }];
}

/** `142.35 ينا مقابل 144.10`: the second number is in the currency of the first. */
function comparedMoney(match: Match, unit: string): readonly MoneyMention[] {
  const amount = comparedAmount(match);
  const base = mentionBase(match, ["amount"]);
  if (amount === undefined || base === undefined) return [];
  const { factor, code } = splitUnit(unit);
  return [{ kind: "money", ...base, amount: scaleAmount(amount, factor), unit: code }];
}

/** `3 Mark 50 Lose`, `spielte 4 Millionen Dollar ein`: what stands behind the currency is no hundredth of it. */
function isOtherThanMinor({ bindings, view, to }: Match): boolean {
  const minor = bindings.get("minor")?.number;
  if (minor === undefined || bindings.has("minor_currency")) return false;
  return minor.weak || (bindings.get("amount")?.number?.scale ?? 0) > 0 || standsBeforeNoun(view, to);
}

/** `Fr. 20 Uhr` is a Friday. */
function isClock({ view, to }: Match): boolean {
  return view.elements[to]?.senses.clock !== undefined;
}

/** Scale from which a bare number may be an amount of money: a thousand. */
const SMALLEST_SCALE = 3;

/** `von 930 Millionen Mark auf 430 Millionen`: the one currency of a sentence holds for a large number that counts nothing. */
function currencyOfSentence({ bindings, view, to }: Match): string | undefined {
  const scale = bindings.get("amount")?.number?.scale ?? 0;
  if (scale < SMALLEST_SCALE || view.elements[to]?.senses.of !== undefined || standsBeforeNoun(view, to))
    return undefined;
  return onlyCurrency(view);
}

const currencies = new WeakMap<SentenceView, { readonly only: string | undefined }>();

/** The one currency that a sentence names, kept by sentence; undefined when it names none or several. */
function onlyCurrency(view: SentenceView): string | undefined {
  let known = currencies.get(view);
  if (known === undefined) {
    const named = new Set(view.elements.flatMap(({ senses }) => currencyCodes(senses.currency)));
    known = { only: named.size === 1 ? [...named][0] : undefined };
    currencies.set(view, known);
  }
  return known.only;
}

/** ISO 4217 code alone: a sentence with `Euro` and `Cent` has one currency. */
function currencyCodes(currency: string | undefined): readonly string[] {
  return currency === undefined ? [] : [splitUnit(currency).code];
}

/** `مليار جنيه و1,4 مليار جنيه`: a currency behind a large number, or with a joined number behind it, is that number's. */
function belongsInFront({ bindings, view }: Match): boolean {
  const currency = bindings.get("currency")?.from ?? 0;
  const amount = view.elements[bindings.get("amount")?.from ?? 0];
  // `سعر الدولار 15.7 جنيه`: a currency with the article is the thing that is priced.
  const start = view.elements[currency]?.start ?? 0;
  return (
    view.lexicon.clitics.inside.some((article) => view.text.startsWith(article, start)) ||
    amount?.clitic !== undefined ||
    amount?.number?.weak === true ||
    (view.elements[currency - 1]?.number?.scale ?? 0) > 0
  );
}

function isBeforeAmount({ bindings }: Match): boolean {
  return (bindings.get("currency")?.from ?? Number.POSITIVE_INFINITY) < (bindings.get("amount")?.from ?? 0);
}

/** `Rp504 dan Rp259 triliun`: only a scale word of the second number makes a rule of this out of two amounts. */
function sharesScale({ bindings }: Match): boolean {
  return bindings.get("amount")?.number?.scale === 0 && (bindings.get("other")?.number?.scale ?? 0) > 0;
}

function wholePart(match: Match): Amount | undefined {
  if (match.bindings.has("unit_dual")) return { value: "2" };
  return match.bindings.has("amount") ? amountOf(match) : { value: "1" };
}

/** Currencies in which a litre of anything sold by the litre costs less than a thousand. */
const DEAR_CURRENCIES: readonly string[] = ["EUR", "USD", "GBP", "CHF"];

/** `1,335 يورو لليتر`: the price of a litre has three decimals and is never more than a thousand. */
function pricePerLitre({ bindings, view }: Match, unit: string): Amount | undefined {
  const first = bindings.get("amount")?.amount?.first;
  const digits = latinDigits(first?.digits ?? "");
  if (!/^[0-9][.,][0-9]{3}$/.test(digits) || first?.scale !== 0 || !DEAR_CURRENCIES.includes(unit)) return undefined;
  const isPerLitre = view.elements.some(
    ({ senses, clitic }, at) =>
      senses.unit === "L" && (clitic !== undefined || view.elements[at - 1]?.senses.per !== undefined),
  );
  return isPerLitre ? { value: normaliseDecimal(digits.replace(",", ".")) } : undefined;
}

function withMinor({ bindings }: Match, amount: Amount | undefined): Amount | undefined {
  const minor = bindings.get("minor")?.number?.value;
  if (minor === undefined || amount?.value === undefined) return amount;
  const isHundredths = /^[0-9]{1,2}$/.test(minor) && /^-?[0-9]+$/.test(amount.value);
  return isHundredths ? { value: shiftDecimal(`${amount.value}${minor.padStart(2, "0")}`, -2) } : undefined;
}
