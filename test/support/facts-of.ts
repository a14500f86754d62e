import type { LexiconSet } from "../../extractors/lexicon/lexicon-set.js";
import type { Document } from "../../pipeline/model/document.js";
import type { Fact } from "../../pipeline/model/fact.js";
import { type AnalysisWithNumbers, analyseWithNumbers } from "../../pipeline/runtime/analyse.js";
import { cachedLexicons } from "../../pipeline/runtime/cached-lexicons.js";
import { factFields } from "../../pipeline/runtime/fact-fields.js";

/** A fact as a row of a test states it: fields of the annotation guide, numbers as exact decimals. */
export type FactRow = Readonly<Record<string, string>> & { readonly kind: string; readonly exact: string };

const shipped = await cachedLexicons();

/** The lexicons that come with faktum. */
export function shippedLexicons(): LexiconSet {
  return shipped;
}

/** A document of one paragraph a line. */
export function plainDocument(text: string): Document {
  const blocks: Document["blocks"][number][] = [];
  let start = 0;
  for (const line of text.split("\n")) {
    blocks.push({ kind: "paragraph", span: { start, end: start + line.length } });
    start += line.length + 1;
  }
  return {
    id: "0123456789abcdef0123456789abcdef",
    source: { path: "text.txt", sha256: "0".repeat(64), bytes: text.length },
    mediaType: "text/plain",
    encoding: "utf-8",
    text,
    blocks,
    diagnostics: [],
  };
}

/** Everything that the stages find in a text whose language is known. */
export function analysisOf(tag: string, text: string, lexicons: LexiconSet = shippedLexicons()): AnalysisWithNumbers {
  return analyseWithNumbers(plainDocument(text), lexicons, { claimedLanguage: tag });
}

/** Facts of a text in order of place. */
export function factsOf(tag: string, text: string, lexicons: LexiconSet = shippedLexicons()): readonly Fact[] {
  return analysisOf(tag, text, lexicons).analysis.facts;
}

/** Fields that a row may leave unsaid; all others must be in the row when the fact has them. */
const OPEN_FIELDS = ["item", "subject", "when"];

/**
 * Checks that a text gives exactly the facts of the row: kind, span, exact text and values of each, in order of place;
 * item, subject and when only where the row names them. On failure the diff shows how each fact came about.
 */
export function expectFacts(facts: readonly Fact[], text: string, expected: readonly FactRow[]): void {
  const found = facts.map((fact, index) => {
    const { span } = fact.mention;
    expect(text.slice(span.start, span.end)).toBe(fact.evidence.exact);
    const fields = Object.entries(factFields(fact)).filter(
      ([name]) => !OPEN_FIELDS.includes(name) || expected[index]?.[name] !== undefined,
    );
    return { kind: fact.mention.kind, exact: fact.evidence.exact, start: span.start, ...Object.fromEntries(fields) };
  });
  let from = 0;
  const wanted = expected.map((row) => {
    const start = placeOf(row.exact, text, from);
    from = start + row.exact.length;
    return { start, ...row };
  });
  const shown = isSame(found, wanted) ? {} : { derivation: facts.map(derivationOf) };
  expect({ text, facts: found, ...shown }).toEqual({ text, facts: wanted });
}

/** Where a row's text stands from an offset on: as words of their own, or else inside one. */
function placeOf(exact: string, text: string, from: number): number {
  const isInside = (at: number) =>
    /[\p{L}\p{N}]/u.test(text.charAt(at - 1)) || /[\p{L}\p{N}]/u.test(text.charAt(at + exact.length));
  let at = text.indexOf(exact, from);
  while (at >= 0 && isInside(at)) at = text.indexOf(exact, at + 1);
  return at < 0 ? text.indexOf(exact, from) : at;
}

function isSame(found: readonly object[], wanted: readonly object[]): boolean {
  const sorted = (rows: readonly object[]) => JSON.stringify(rows.map((row) => Object.entries(row).sort()));
  return sorted(found) === sorted(wanted);
}

function derivationOf(fact: Fact): string {
  const { rule, slots } = fact.mention;
  const filled = slots.map(({ role, span }) => `${role} ${span.start}-${span.end}`);
  return `"${fact.evidence.exact}" by ${rule}: ${filled.join(", ")}; ${JSON.stringify(factFields(fact))}`;
}
