import { SENSE_CLASSES } from "../lexicon/sense.js";
import { foldKey } from "../text/fold-key.js";

/** Slot types that are more than a word of a class; each has its matcher in `read-slot.ts`. */
export const SLOT_TYPES = [
  /** A number or a range of two: `5`, `5-10`, `5 bis 10`, `zwischen 5 und 10`. */
  "amount",
  /** A cardinal in digits or words. */
  "number",
  /** A cardinal in words. */
  "spelled",
  /** A cardinal without a fraction. */
  "integer",
  /** A cardinal with the article, behind what it counts: `القارات السبع`. */
  "definite_number",
  /** `dritte`, `3.`, `ke-3`. */
  "ordinal",
  /** `Hälfte`, `zwei Drittel`. */
  "fraction",
  /** A year of one to four digits. */
  "year",
  /** A day of a month, 1-31, with or without ordinal dot. */
  "day",
  /** A month in digits, 1-12. */
  "month_number",
  /** `1982/QD-UBND`: letters and digits written together. */
  "code",
  /** What may stand behind a reference word: a code, digits with slashes, `11 Tahun 2020`. */
  "document_number",
  /** The noun phrase that begins here. */
  "item",
  /** Between two numbers of which one leaves out what the other says: `38,5⟦, die SPD⟧ 31,2 Prozent`. */
  "gap",
  /** Up to eight words without a sign or a number between a document's type and its number. */
  "name",
  /** A word written with a capital. */
  "capital",
  /** A Roman numeral. */
  "roman",
  /** One letter behind a paragraph: `§ 129 a`. */
  "letter",
  /** `28.06.2024`, `28/6/2024`, `2024-06-28`. */
  "numeric_date",
] as const;

export type SlotType = (typeof SLOT_TYPES)[number] | (typeof SENSE_CLASSES)[number];

export type LongType = "amount" | "item" | "gap" | "name" | "document_number" | "numeric_date";

export interface SlotPart {
  readonly role: string;
  readonly type: SlotType;
  readonly optional: boolean;
}

export interface LiteralPart {
  readonly literal: string;
  readonly optional: boolean;
}

export type TemplatePart = SlotPart | LiteralPart;

/** A compiled template: its parts in order, and the part that a match is tried from. */
export interface Template {
  readonly source: string;
  readonly parts: readonly TemplatePart[];
  readonly anchor: number;
}

/** Types whose match may take several elements; they are only matched from left to right. */
export const LONG_TYPES: readonly SlotType[] = [
  "amount",
  "item",
  "gap",
  "name",
  "document_number",
  "numeric_date",
] satisfies LongType[];

/** Types that start a rule, the rarer first: a rule is tried only where its anchor stands. */
const ANCHORS: readonly SlotType[] = [
  "numeric_date",
  "century",
  "decade",
  "decade_name",
  "month",
  "fraction",
  "code",
  "unit_dual",
  "noun_dual",
  "every",
  "quarter",
  "half_year",
  "rank",
  "rank_after",
  "rank_limit",
  "superlative",
  "register",
  "section",
  "reference",
  "mark",
  "ordinal",
  "definite_number",
  "amount",
  "number",
  "spelled",
  "integer",
  "year",
  "day",
];

/**
 * Parses a template such as `{modifier}? {low:number} {to} {high:number} {percent}`: words and slots in braces,
 * separated by spaces; `{role:type}` names a slot, `?` makes a part optional.
 * Throws an Error that says what is wrong with it.
 */
export function parseTemplate(source: string): Template {
  const parts = source
    .trim()
    .split(/ +/)
    .map((text) => parsePart(text, source));
  const roles = parts.flatMap((part) => ("role" in part ? [part.role] : []));
  const twice = roles.find((role, at) => roles.indexOf(role) !== at);
  if (twice !== undefined)
    throw new Error(`template "${source}": slot "${twice}" stands twice; name one {other:${twice}}`);
  const anchor = anchorOf(parts);
  if (anchor === undefined) {
    throw new Error(`template "${source}": no part can start it; it needs one of ${ANCHORS.join(", ")}`);
  }
  const long = parts.slice(0, anchor).find((part) => "type" in part && LONG_TYPES.includes(part.type));
  if (long !== undefined && "type" in long) {
    throw new Error(
      `template "${source}": {${long.type}} cannot stand left of {${parts[anchor] && "role" in parts[anchor] ? parts[anchor].role : ""}}, where matching starts; put a type of one word there, such as {number}, or leave out what stands behind it`,
    );
  }
  return { source, parts, anchor };
}

function parsePart(text: string, source: string): TemplatePart {
  const optional = text.endsWith("?");
  const body = optional ? text.slice(0, -1) : text;
  if (!body.startsWith("{")) return { literal: foldKey(body), optional };
  const inner = body.endsWith("}") ? body.slice(1, -1) : "";
  const [first = "", second] = inner.split(":");
  const type = second ?? first;
  if (!isSlotType(type)) {
    throw new Error(
      `template "${source}": "${text}" is no slot; types are ${[...SLOT_TYPES, ...SENSE_CLASSES].join(", ")}`,
    );
  }
  return { role: first, type, optional };
}

function isSlotType(type: string): type is SlotType {
  return (SLOT_TYPES as readonly string[]).includes(type) || (SENSE_CLASSES as readonly string[]).includes(type);
}

function anchorOf(parts: readonly TemplatePart[]): number | undefined {
  for (const type of ANCHORS) {
    const at = parts.findIndex((part) => "type" in part && part.type === type && !part.optional);
    if (at >= 0) return at;
  }
  return undefined;
}
