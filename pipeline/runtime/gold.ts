import { z } from "zod";
import { KINDS } from "../model/mention.js";

const offset = z.number().int().nonnegative();
const markedFactSchema = z
  .object({
    kind: z.enum(KINDS),
    /** Both absent in files that are not plain text, where nobody can count offsets: the words alone tell the place. */
    start: offset.optional(),
    end: offset.optional(),
    surface: z.string().min(1).optional(),
    value: z.number().optional(),
    low: z.number().optional(),
    high: z.number().optional(),
    numerator: z.number().optional(),
    denominator: z.number().optional(),
    of: z.number().optional(),
    unit: z.string().optional(),
    item: z.string().optional(),
    subject: z.string().optional(),
    when: z.string().optional(),
    modifier: z.string().optional(),
    ref_type: z.string().optional(),
    number: z.string().optional(),
    iso: z.string().optional(),
    optional: z.boolean().optional(),
  })
  .refine(({ start, end, surface }) => (start === undefined ? surface !== undefined : end !== undefined), {
    message: 'give "start" and "end", or "surface"',
  });
const markedLineSchema = z
  .object({
    id: z.string(),
    lang: z.string().optional(),
    text: z.string().optional(),
    file: z.string().optional(),
    facts: z.array(markedFactSchema),
    skip: z.array(z.object({ start: offset, end: offset })).optional(),
  })
  .refine((line) => line.text !== undefined || line.file !== undefined, { message: 'give "text" or "file"' });

type MarkedFact = Readonly<z.infer<typeof markedFactSchema>>;
/** A line of a gold file as it stands there. */
export type MarkedLine = Readonly<z.infer<typeof markedLineSchema>>;

/** A fact as an annotator marked it; `optional`: neither rewarded nor punished. */
export type GoldFact = MarkedFact & { readonly start: number; readonly end: number };
/** A sentence or document with its gold facts; facts inside a `skip` stretch are neither rewarded nor punished. */
export type GoldLine = Omit<MarkedLine, "facts"> & { readonly facts: readonly GoldFact[] };

/** The gold line that `text` (one line of JSONL) holds, or what is wrong with it in one line. */
export function parseGoldLine(text: string): { readonly line: MarkedLine } | { readonly problem: string } {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    return { problem: `not JSON: ${String(error instanceof Error ? error.message : error)}` };
  }
  const parsed = markedLineSchema.safeParse(json);
  if (parsed.success) return { line: parsed.data };
  const issue = parsed.error.issues[0];
  return { problem: `${issue?.path.join(".") || "line"}: ${issue?.message ?? "not a gold line"}` };
}

/**
 * The line with a place for every fact. Facts that are given by their words alone follow each other in the text: each
 * stands at the next place that has its words. Or which of them does not.
 */
export function placeFacts(line: MarkedLine, text: string): { readonly gold: GoldLine } | { readonly problem: string } {
  const facts: GoldFact[] = [];
  let from = 0;
  for (const [index, fact] of line.facts.entries()) {
    const { start = nextPlace(text, fact.surface ?? "", from) } = fact;
    if (start === undefined) {
      return { problem: `facts.${index}: "${fact.surface}" does not stand in the text behind the fact before` };
    }
    const end = fact.end ?? start + (fact.surface ?? "").length;
    facts.push({ ...fact, start, end });
    from = end;
  }
  return { gold: { ...line, facts } };
}

function nextPlace(text: string, words: string, from: number): number | undefined {
  for (let start = text.indexOf(words, from); start >= 0; start = text.indexOf(words, start + 1)) {
    if (!isInsideNumber(text, start, start + words.length)) return start;
  }
  return undefined;
}

/** `52` stands in `1952` and `52,5` too, and is not meant there. */
function isInsideNumber(text: string, start: number, end: number): boolean {
  return (
    /\p{N}[.,]?$/u.test(text.slice(Math.max(0, start - 2), start)) || /^[.,]?\p{N}/u.test(text.slice(end, end + 2))
  );
}
