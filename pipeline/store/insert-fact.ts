import type { Amount, DecimalText } from "../model/amount.js";
import type { Fact } from "../model/fact.js";
import type { Mention, Slot } from "../model/mention.js";
import type { Store } from "./store.js";

/** Inserts a fact of the document whose key is given. Throws what SQLite throws when a constraint forbids it. */
export function insertFact(store: Store, documentKey: number, fact: Fact): void {
  const { mention, attributes, evidence } = fact;
  const amount = amountOf(mention);
  const ratio = mention.kind === "ratio" ? mention : undefined;
  const reference = mention.kind === "reference" ? mention : undefined;
  store
    .statement(INSERT_FACT)
    .run(
      fact.id,
      documentKey,
      documentKey + evidence.sentence,
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
    );
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

const INSERT_FACT = `
  INSERT INTO facts (
    id, document_id, sentence_id, kind, value, value_text, low, high, numerator, denominator, rank_of, unit,
    item, item_key, subject, holds_for, modifier, ref_type, ref_number, ref_year, iso, dual,
    surface, span_start, span_end, slots, rule, lexicon_version, confidence,
    iso_implied, table_row, table_column
  ) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`;
