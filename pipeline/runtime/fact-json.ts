import type { Amount, DecimalText } from "../model/amount.js";
import type { Fact } from "../model/fact.js";
import type { Mention } from "../model/mention.js";
import type { StatedFields } from "../model/stated-fields.js";

/** A fact as `faktum extract` writes it. Offsets are UTF-16 code units of the text; values are JSON numbers. */
export interface FactJson extends StatedFields {
  /** What the item is, or else the subject, by its id in `lexicons/shared/concepts.yaml`. */
  readonly concept?: string;
  /** `iso` with the year that the article's day of publication implies. */
  readonly iso_implied?: string;
  readonly rule: string;
  readonly confidence: number;
}

/** The fact in the terms of the JSON contract; fields that were not stated are left out. */
export function factJson(fact: Fact): FactJson {
  const { mention, attributes } = fact;
  return {
    kind: mention.kind,
    start: mention.span.start,
    end: mention.span.end,
    surface: fact.evidence.exact,
    ...valueJson(mention),
    ...(fact.impliedIso === undefined ? {} : { iso_implied: fact.impliedIso }),
    ...(attributes.item === undefined ? {} : { item: attributes.item }),
    ...(attributes.concept === undefined ? {} : { concept: attributes.concept }),
    ...(attributes.subject === undefined ? {} : { subject: attributes.subject }),
    ...(attributes.when === undefined ? {} : { when: attributes.when }),
    ...(mention.modifier === undefined ? {} : { modifier: mention.modifier }),
    rule: mention.rule,
    confidence: fact.confidence,
  };
}

function valueJson(mention: Mention): Partial<FactJson> {
  switch (mention.kind) {
    case "percentage":
    case "money":
      return { ...amountJson(mention.amount), unit: mention.unit };
    case "measurement":
      return { ...amountJson(mention.amount), unit: mention.unit, ...dualJson(mention.dual) };
    case "count":
      return { ...amountJson(mention.amount), ...dualJson(mention.dual) };
    case "rank":
      return { ...amountJson(mention.amount), ...(mention.of === undefined ? {} : { of: Number(mention.of) }) };
    case "ratio":
      return ratioJson(mention.numerator, mention.denominator);
    case "reference":
      return {
        ref_type: mention.refType,
        number: mention.number,
        ...(mention.year === undefined ? {} : { year: mention.year }),
      };
    case "date":
      return { iso: mention.iso };
  }
}

function amountJson(amount: Amount): Partial<FactJson> {
  return amount.value === undefined
    ? { low: Number(amount.low), high: Number(amount.high) }
    : { value: Number(amount.value) };
}

function ratioJson(numerator: DecimalText, denominator: DecimalText): Partial<FactJson> {
  return { numerator: Number(numerator), denominator: Number(denominator) };
}

function dualJson(dual: true | undefined): Partial<FactJson> {
  return dual === undefined ? {} : { dual };
}
