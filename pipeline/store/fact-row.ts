import type { Amount, DecimalText } from "../model/amount.js";
import type { Fact } from "../model/fact.js";
import type { Mention, Slot } from "../model/mention.js";
import type { ColumnValue } from "./prepared-document.js";

/** A fact as a row of `FACT_COLUMNS`. */
export function factRow(fact: Fact): readonly ColumnValue[] {
  const { mention, attributes, evidence } = fact;
  const amount = amountOf(mention);
  const ratio = mention.kind === "ratio" ? mention : undefined;
  const reference = mention.kind === "reference" ? mention : undefined;
  return [
    evidence.sentence,
    fact.id,
    mention.kind,
    ratio ? Number(ratio.numerator) / Number(ratio.denominator) : numberOrNull(amount?.value),
    ratio ? `${ratio.numerator}/${ratio.denominator}` : amountText(amount),
    numberOrNull(amount?.low),
    numberOrNull(amount?.high),
    numberOrNull(ratio?.numerator),
    numberOrNull(ratio?.denominator),
    mention.kind === "rank" ? numberOrNull(mention.of) : null,
    "unit" in mention ? mention.unit : null,
    attributes.item ?? null,
    attributes.itemKey ?? null,
    attributes.concept ?? null,
    attributes.subject ?? null,
    attributes.when ?? null,
    mention.modifier ?? null,
    reference?.refType ?? null,
    reference?.number ?? null,
    reference?.year ?? null,
    mention.kind === "date" ? mention.iso : null,
    "dual" in mention && mention.dual ? 1 : 0,
    evidence.exact,
    mention.span.start,
    mention.span.end,
    slotsText(mention.slots),
    mention.rule,
    evidence.lexiconVersion,
    fact.confidence,
    fact.impliedIso ?? null,
    evidence.tableRow ?? null,
    evidence.tableColumn ?? null,
  ];
}

function amountOf(mention: Mention): Amount | undefined {
  return "amount" in mention ? mention.amount : undefined;
}

/** `80.47`, or both ends of a range: `6..6.5`. */
function amountText(amount: Amount | undefined): string | null {
  if (amount === undefined) return null;
  return amount.value ?? `${amount.low}..${amount.high}`;
}

function numberOrNull(decimal: DecimalText | undefined): number | null {
  return decimal === undefined ? null : Number(decimal);
}

/** `{"number":[12,17]}`: offsets in the document's text. */
function slotsText(slots: readonly Slot[]): string | null {
  const pairs = slots.map(({ role, span: { start, end } }) => `${JSON.stringify(role)}:[${start},${end}]`);
  return pairs.length > 0 ? `{${pairs.join(",")}}` : null;
}
