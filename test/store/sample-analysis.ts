import { createHash } from "node:crypto";
import type { Analysis } from "../../pipeline/model/analysis.js";
import type { Diagnostic } from "../../pipeline/model/diagnostic.js";
import type { Attributes, Fact } from "../../pipeline/model/fact.js";
import type { LanguageDecision } from "../../pipeline/model/language.js";
import type { Mention } from "../../pipeline/model/mention.js";
import type { Sentence } from "../../pipeline/model/sentence.js";

/** The lexicon that every sample fact was found with. */
export const SAMPLE_LEXICON = {
  tag: "de",
  version: "00112233445566aa",
  rules: [
    { id: "percentage.plain", kind: "percentage", template: "{number} {percent}" },
    { id: "count.plain", kind: "count", template: "{number} {item}" },
    { id: "ratio.of", kind: "ratio", template: "{number} von {number} {item}" },
    { id: "rank.cue", kind: "rank", template: "{rank} {number}" },
    { id: "money.plain", kind: "money", template: "{number} {currency}" },
    { id: "measurement.plain", kind: "measurement", template: "{number} {unit}" },
    { id: "reference.number", kind: "reference", template: "{reference} {document}" },
    { id: "date.day", kind: "date", template: "{day} {month} {year}" },
  ],
} as const;

export interface SampleFact {
  /** What the fact states; its span is where `exact` stands in the text. */
  readonly mention: SampleMention;
  readonly exact: string;
  readonly slots?: Readonly<Record<string, string>>;
  readonly attributes?: Attributes;
  readonly confidence?: number;
}

type SampleMention = Mention extends infer One
  ? One extends Mention
    ? Omit<One, "span" | "rule" | "slots">
    : never
  : never;

export interface Sample {
  readonly path?: string;
  /** A sentence a line. */
  readonly text: string;
  readonly facts?: readonly SampleFact[];
  readonly language?: LanguageDecision;
  readonly diagnostics?: readonly Diagnostic[];
  readonly title?: string;
}

/** An analysis as the stages would hand it on, with all ids and offsets right. */
export function sampleAnalysis(sample: Sample): Analysis {
  const { path = "articles/one.txt", text, language = { tag: "de", score: 0.5 } } = sample;
  const sha256 = hashOf(text);
  const id = hashOf(`${path}\n${sha256}`).slice(0, 32);
  const sentences = sentencesOf(text, language.tag);
  return {
    document: {
      id,
      source: { path, sha256, bytes: Buffer.byteLength(text) },
      mediaType: "text/plain",
      encoding: "utf-8",
      ...(sample.title !== undefined && { title: sample.title }),
      text,
      blocks: sentences.map(({ span }) => ({ kind: "paragraph", span })),
      diagnostics: [],
    },
    language,
    sentences,
    facts: (sample.facts ?? []).map((fact) => factOf(fact, id, sha256, text, sentences)),
    diagnostics: sample.diagnostics ?? [],
  };
}

export function hashOf(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

function sentencesOf(text: string, language: string): readonly Sentence[] {
  const sentences: Sentence[] = [];
  let start = 0;
  for (const line of text.split("\n")) {
    if (line !== "") sentences.push({ ordinal: sentences.length, span: { start, end: start + line.length }, language });
    start += line.length + 1;
  }
  return sentences;
}

function factOf(
  fact: SampleFact,
  documentId: string,
  sha256: string,
  text: string,
  sentences: readonly Sentence[],
): Fact {
  const span = spanOf(text, fact.exact);
  const slots = Object.entries(fact.slots ?? {}).map(([role, exact]) => ({ role, span: spanOf(text, exact) }));
  const rule = SAMPLE_LEXICON.rules.find(({ kind }) => kind === fact.mention.kind)?.id;
  return {
    id: hashOf(`${sha256} ${span.start} ${JSON.stringify(fact.mention)}`).slice(0, 32),
    mention: { ...fact.mention, span, rule, slots } as Mention,
    attributes: fact.attributes ?? {},
    evidence: {
      documentId,
      sentence: sentences.find((sentence) => sentence.span.end >= span.end)?.ordinal ?? -1,
      exact: fact.exact,
      lexiconVersion: SAMPLE_LEXICON.version,
    },
    confidence: fact.confidence ?? 0.9,
  };
}

function spanOf(text: string, exact: string): { readonly start: number; readonly end: number } {
  const start = text.indexOf(exact);
  if (start < 0) throw new Error(`"${exact}" is not in the sample's text`);
  return { start, end: start + exact.length };
}
