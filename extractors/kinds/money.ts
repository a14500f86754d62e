import type { Amount } from "../../pipeline/model/amount.js";
import type { MoneyMention } from "../../pipeline/model/mention.js";
import { shiftDecimal } from "../numbers/decimal.js";
import { scaleAmount, splitUnit } from "../numbers/split-unit.js";
import { standsBeforeNoun } from "../phrases/stands-before-noun.js";
import type { Match, SentenceView } from "../rules/match.js";
import { amountOf, mentionBase, spanRoles } from "../rules/mention-base.js";

const ROLES = ["amount", "currency", "to_amount", "to_currency", "ending", "minor", "minor_currency"];

/**
 * Reads a match with the slots `amount` and `currency`, in either order, the same with `to_` for a range; `minor` are
 * hundredths (`zwei Euro und 20 Cent`). Nothing when the currencies of a range differ.
 */
export function readMoney(match: Match): readonly MoneyMention[] {
  const { bindings } = match;
  const unit = bindings.get("currency")?.code ?? currencyOfSentence(match);
  if (unit === undefined) return [];
  const amount = withMinor(match, amountOf(match));
  const base = mentionBase(
    match,
    isBeforeAmount(match) && bindings.has("other") ? ["currency", "amount"] : spanRoles(match, ROLES),
  );
  if (base === undefined || amount === undefined) return [];
  const end = bindings.get("to_currency")?.code;
  if (end !== undefined && end !== unit) return [];
  if (bindings.has("other") && isBeforeAmount(match) && !sharesScale(match)) return [];
  if (isBeforeAmount(match) && belongsInFront(match)) return [];
  if (bindings.has("minor") && !bindings.has("minor_currency") && standsBeforeNoun(match.view, match.to)) return [];
  const { factor, code } = splitUnit(unit);
  return [{ kind: "money", ...base, amount: scaleAmount(amount, factor), unit: code }];
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
  return (
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

function withMinor({ bindings }: Match, amount: Amount | undefined): Amount | undefined {
  const minor = bindings.get("minor")?.number?.value;
  if (minor === undefined || amount?.value === undefined) return amount;
  const isHundredths = /^[0-9]{1,2}$/.test(minor) && /^-?[0-9]+$/.test(amount.value);
  return isHundredths ? { value: shiftDecimal(`${amount.value}${minor.padStart(2, "0")}`, -2) } : undefined;
}
