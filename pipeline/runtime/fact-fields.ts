import type { Fact } from "../model/fact.js";

/** A fact's values under the names of the annotation guide, as text; exact decimals, absent fields left out. */
export function factFields({ mention, attributes }: Fact): Readonly<Record<string, string>> {
  const fields: Record<string, string | undefined> = {
    modifier: mention.modifier,
    item: attributes.item,
    subject: attributes.subject,
    when: attributes.when,
  };
  switch (mention.kind) {
    case "date":
      fields["iso"] = mention.iso;
      break;
    case "reference":
      fields["ref_type"] = mention.refType;
      fields["number"] = mention.number;
      fields["year"] = mention.year?.toString();
      break;
    case "ratio":
      fields["numerator"] = mention.numerator;
      fields["denominator"] = mention.denominator;
      break;
    default: {
      const { amount } = mention;
      fields["value"] = amount.value;
      fields["low"] = amount.low;
      fields["high"] = amount.high;
      if (mention.kind === "rank") fields["of"] = mention.of;
      else if (mention.kind !== "count") fields["unit"] = mention.unit;
    }
  }
  return Object.fromEntries(
    Object.entries(fields).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}
