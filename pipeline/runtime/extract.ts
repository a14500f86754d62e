import { createReadStream } from "node:fs";
import type { LexiconSet } from "../../extractors/lexicon/lexicon-set.js";
import type { NumberMention } from "../../extractors/number-mention.js";
import type { Diagnostic } from "../model/diagnostic.js";
import type { Document } from "../model/document.js";
import { documentFromText, readDocument } from "../stages/1-read.js";
import type { ContainerLimits } from "../stages/read/containers/container-limits.js";
import type { FieldChoice } from "../stages/read/containers/fields.js";
import { readContainer } from "../stages/read/containers/read-container.js";
import { readLines } from "../stages/read/containers/read-lines.js";
import type { Part } from "../stages/read/part.js";
import { type AnalyseOptions, analyseWithNumbers } from "./analyse.js";
import { type FactJson, factJson } from "./fact-json.js";
import { failureDiagnostic, failureMessage } from "./failure-diagnostic.js";
import { type ContainerFile, containerInput, openFile } from "./open-file.js";
import { readError } from "./read-bytes.js";
import { parseTextLine, type TextLine } from "./text-line.js";

export interface ExtractOptions {
  /** Take every source as JSONL, whatever its name. */
  readonly jsonl: boolean;
  /** Also give every number read. */
  readonly numbers: boolean;
  readonly limits: ContainerLimits;
  /** Keys and columns of lists of articles that the user named. */
  readonly fields: FieldChoice;
  /** What the source `-` is read from. */
  readonly stdin: AsyncIterable<Uint8Array>;
}

/** What was found in one text: a line of `faktum extract`. */
export interface TextJson {
  readonly id: string | number;
  readonly lang: string;
  readonly facts: readonly FactJson[];
  readonly numbers?: readonly NumberJson[];
  readonly diagnostics?: readonly Diagnostic[];
}

interface NumberJson {
  readonly start: number;
  readonly end: number;
  readonly value: number;
  readonly ordinal?: true;
}

/** The facts of one text, or in one line what could not be read and where. */
export type ExtractResult =
  | { readonly json: TextJson; readonly problem?: never }
  | { readonly problem: string; readonly json?: never };

const STDIN = "-";
const JSONL_NAME = /\.(?:jsonl|ndjson)$/iu;

/**
 * Extracts from article files, containers of them and JSONL sources one after the other; only one text is in memory at a
 * time.
 */
export async function* extractSources(
  sources: readonly string[],
  lexicons: LexiconSet,
  options: ExtractOptions,
): AsyncGenerator<ExtractResult> {
  for (const source of sources) {
    if (source === STDIN) yield* extractLines("stdin", options.stdin, lexicons, options);
    else if (options.jsonl || JSONL_NAME.test(source)) yield* extractFileLines(source, lexicons, options);
    else yield* extractFile(source, lexicons, options);
  }
}

async function* extractFileLines(
  path: string,
  lexicons: LexiconSet,
  options: ExtractOptions,
): AsyncGenerator<ExtractResult> {
  const stream = createReadStream(path);
  try {
    yield* extractLines(path, stream, lexicons, options);
  } catch (error) {
    // Only the disk's errors: one in the extraction of a line is a fault of ours and goes on up.
    if (stream.errored === null) throw error;
    yield { problem: readError(path, stream.errored).message };
  } finally {
    stream.destroy();
  }
}

async function* extractLines(
  name: string,
  chunks: AsyncIterable<Uint8Array>,
  lexicons: LexiconSet,
  options: ExtractOptions,
): AsyncGenerator<ExtractResult> {
  for await (const line of readLines(chunks)) {
    const place = `${name}:${line.number}`;
    if (line.problem !== undefined) {
      yield { problem: `${place}: ${line.problem}` };
      continue;
    }
    if (line.text.trim() === "") continue;
    const given = parseTextLine(line.text);
    if ("problem" in given) {
      yield { problem: `${place}: ${given.problem}` };
      continue;
    }
    yield extractText(given, place, lexicons, options);
  }
}

function extractText(
  { id, text, lang }: TextLine,
  place: string,
  lexicons: LexiconSet,
  options: ExtractOptions,
): ExtractResult {
  try {
    const document = documentFromText({ path: place, text }, lexicons.boilerplate);
    const claim = lang === undefined ? {} : { claimedLanguage: lang };
    return { json: textJson(id ?? place, document, lexicons, options, claim) };
  } catch (error) {
    return problemOf(place, error);
  }
}

async function* extractFile(
  path: string,
  lexicons: LexiconSet,
  options: ExtractOptions,
): AsyncGenerator<ExtractResult> {
  try {
    const { bytes, container } = openFile(path, options.limits.maxFileBytes);
    if (container === undefined) yield await extractPart({ path, bytes }, lexicons, options);
    else yield* extractMembers(container, lexicons, options);
  } catch (error) {
    yield problemOf(path, error);
  }
}

async function* extractMembers(
  container: ContainerFile,
  lexicons: LexiconSet,
  options: ExtractOptions,
): AsyncGenerator<ExtractResult> {
  const { limits, fields } = options;
  for await (const member of readContainer(containerInput(container), { limits, fields, bytes: container.size })) {
    if (member.kind === "part") yield await extractPart(member.part, lexicons, options);
    else if (member.kind === "broken") yield problemOf(member.path, member.error);
  }
}

async function extractPart(part: Part, lexicons: LexiconSet, options: ExtractOptions): Promise<ExtractResult> {
  try {
    const document = await readDocument(part, lexicons.boilerplate, { maxBytes: options.limits.maxFileBytes });
    return { json: textJson(part.path, document, lexicons, options, {}) };
  } catch (error) {
    return problemOf(part.path, error);
  }
}

function problemOf(path: string, error: unknown): ExtractResult {
  return { problem: failureMessage(path, failureDiagnostic(path, error, "facts")) };
}

function textJson(
  id: string | number,
  document: Document,
  lexicons: LexiconSet,
  { numbers: withNumbers }: ExtractOptions,
  claim: AnalyseOptions,
): TextJson {
  const { analysis, numbers } = analyseWithNumbers(document, lexicons, claim);
  return {
    id,
    lang: analysis.language.tag,
    facts: analysis.facts.map(factJson),
    ...(withNumbers ? { numbers: numbers.map(numberJson) } : {}),
    ...(analysis.diagnostics.length > 0 ? { diagnostics: analysis.diagnostics } : {}),
  };
}

function numberJson({ span, value, ordinal }: NumberMention): NumberJson {
  return { start: span.start, end: span.end, value: Number(value), ...(ordinal ? { ordinal } : {}) };
}
