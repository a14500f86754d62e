import { z } from "zod";
import { KINDS, type Kind, MODIFIERS, REFERENCE_TYPES } from "../model/mention.js";
import type { StatedFields } from "../model/stated-fields.js";

/** What is wrong with a correction, in one line that names the field and what to write there. */
export interface CorrectionProblem {
  readonly problem: string;
}

/** The sentence that a fact stands in, with where it begins in its document, in UTF-16 units. */
export interface SentencePlace {
  readonly text: string;
  readonly start: number;
}

const number = z.number({ error: "write a number" });
const words = z.string({ error: "write words" }).trim().min(1, "write words, or null to take them away");
const date = z.string().regex(/^[-0-9Q/]{4,}$/u, "write an ISO 8601 date or interval, such as 2024-05 or 2020/2024");
const offset = z.number().int("write an offset in UTF-16 units").nonnegative("write an offset in UTF-16 units");

/** Every field of the guide that a reviewer may change. The words at a place are not said but looked up. */
const FIELDS = {
  kind: z.enum(KINDS),
  start: offset,
  end: offset,
  value: number,
  low: number,
  high: number,
  numerator: number,
  denominator: number.positive("write a number above 0"),
  of: number.min(1, "write how many were ranked"),
  unit: words,
  item: words,
  subject: words,
  when: date,
  modifier: z.enum(MODIFIERS),
  ref_type: z.enum(REFERENCE_TYPES),
  number: words,
  year: z.number().int().min(1).max(9999),
  iso: date,
  dual: z.literal(true),
} as const;

type FieldName = keyof typeof FIELDS;

const CHANGES = z.strictObject(FIELDS).partial();

/** Fields that a kind has beside its place; a range has `low` and `high` in the place of `value`. */
const FIELDS_OF: Readonly<Record<Kind, { readonly needs: readonly FieldName[]; readonly may: readonly FieldName[] }>> =
  {
    percentage: { needs: ["value", "unit"], may: ["item", "subject", "when", "modifier"] },
    count: { needs: ["value"], may: ["item", "subject", "when", "modifier", "dual"] },
    ratio: { needs: ["numerator", "denominator"], may: ["item", "when", "modifier"] },
    rank: { needs: ["value"], may: ["of", "item", "subject", "when", "modifier"] },
    money: { needs: ["value", "unit"], may: ["subject", "when", "modifier"] },
    measurement: { needs: ["value", "unit"], may: ["subject", "when", "modifier", "dual"] },
    reference: { needs: ["ref_type", "number"], may: ["year", "when"] },
    date: { needs: ["iso"], may: [] },
  };
const PLACE: readonly FieldName[] = ["kind", "start", "end"];

/**
 * What a fact should state, from what it states and what a reviewer changed: fields in the guide's names, `null` for one that is
 * to go. A value takes the place of a range and the other way round; fields that another kind does not have go by themselves.
 */
export function correctedFields(
  stated: StatedFields,
  changes: unknown,
  sentence: SentencePlace,
): StatedFields | CorrectionProblem {
  if (typeof changes !== "object" || changes === null || Array.isArray(changes)) {
    return { problem: 'a correction is an object of fields, such as {"value": 80.4}' };
  }
  const removed = new Set(Object.entries(changes).flatMap(([name, value]) => (value === null ? [name] : [])));
  const unknown = [...removed].find((name) => !Object.hasOwn(FIELDS, name));
  const parsed = CHANGES.safeParse(Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== null)));
  if (unknown !== undefined)
    return { problem: `${unknown}: no such field; fields are ${Object.keys(FIELDS).join(", ")}` };
  if (!parsed.success) return { problem: problemOf(parsed.error) };
  const given = parsed.data;
  if (given.value !== undefined) for (const end of ["low", "high"]) removed.add(end);
  if (given.low !== undefined || given.high !== undefined) removed.add("value");
  const kind = given.kind ?? stated.kind;
  const known = [...PLACE, ...FIELDS_OF[kind].needs, ...FIELDS_OF[kind].may, "low", "high"];
  const { surface: _surface, ...before } = stated;
  const kept = Object.entries(before).filter(
    ([name]) => !removed.has(name) && (kind === stated.kind || known.includes(name as FieldName)),
  );
  const fields = { ...Object.fromEntries(kept), ...given } as Omit<StatedFields, "surface">;
  const problem = misfit(fields, sentence);
  if (problem !== undefined) return { problem };
  const { kind: _kind, start, end, ...values } = fields;
  const surface = sentence.text.slice(start - sentence.start, end - sentence.start);
  const corrected: StatedFields = { kind, start, end, surface, ...values };
  return sameFields(corrected, stated) ? { problem: "nothing is changed by it; mark the fact right" } : corrected;
}

/** What makes the fields no fact of their kind. */
function misfit(fields: Omit<StatedFields, "surface">, sentence: SentencePlace): string | undefined {
  const { kind, start, end, value, low, high, unit } = fields;
  const { needs, may } = FIELDS_OF[kind];
  const isRange = needs.includes("value") && value === undefined;
  const needed = isRange ? [...needs.filter((name) => name !== "value"), "low", "high"] : needs;
  const missing = needed.find((name) => !Object.hasOwn(fields, name));
  if (missing !== undefined) return `${missing}: a ${kind} needs it`;
  const known: readonly string[] = [...PLACE, ...needed, ...may];
  const odd = Object.keys(fields).find((name) => !known.includes(name));
  if (odd !== undefined) return `${odd}: a ${kind} has none`;
  if (low !== undefined && high !== undefined && low > high) return "low: write the lower end of the range here";
  if (kind === "percentage" && !["%", "pp", "per_mille"].includes(unit ?? "")) return "unit: write %, pp or per_mille";
  if (kind === "money" && !/^[A-Z]{3}$/u.test(unit ?? "")) return "unit: write an ISO 4217 code, such as EUR";
  if (kind === "rank" && ![value ?? low, high ?? 1].every((place) => Number.isInteger(place) && Number(place) >= 1)) {
    return "value: write a place from 1 up";
  }
  const isInSentence = start >= sentence.start && start < end && end <= sentence.start + sentence.text.length;
  return isInSentence ? undefined : "start: start and end must lie within the fact's sentence";
}

function problemOf(error: z.ZodError): string {
  const [issue] = error.issues;
  if (issue?.code === "unrecognized_keys") {
    return `${issue.keys.join(", ")}: no such field; fields are ${Object.keys(FIELDS).join(", ")}`;
  }
  return `${issue?.path.join(".")}: ${issue?.message}`;
}

function sameFields(one: StatedFields, other: StatedFields): boolean {
  const inOrder = (fields: StatedFields) => JSON.stringify(Object.entries(fields).sort(([a], [b]) => (a < b ? -1 : 1)));
  return inOrder(one) === inOrder(other);
}
