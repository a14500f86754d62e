import { createReadStream } from "node:fs";
import path from "node:path";
import type { LexiconSet } from "../../extractors/lexicon/lexicon-set.js";
import type { Document } from "../model/document.js";
import { documentFromText, readDocument } from "../stages/1-read.js";
import { readLines } from "../stages/read/containers/read-lines.js";
import { analyse } from "./analyse.js";
import { factJson } from "./fact-json.js";
import { failureDiagnostic, failureMessage } from "./failure-diagnostic.js";
import { type MarkedLine, parseGoldLine, placeFacts } from "./gold.js";
import { type LineMatch, matchFacts } from "./match-facts.js";
import { readBytes, readError } from "./read-bytes.js";

export interface AnswerOptions {
  /** Believe the language that a gold line states instead of detecting it. */
  readonly goldLanguage: boolean;
}

/** How faktum does on one gold line, or in one line what is wrong with it and where. */
export type GoldResult =
  | { readonly match: LineMatch; readonly problem?: never }
  | { readonly problem: string; readonly match?: never };

/** Extracts from the texts of gold files and compares, line by line. */
export async function* answerGold(
  files: readonly string[],
  lexicons: LexiconSet,
  options: AnswerOptions,
): AsyncGenerator<GoldResult> {
  for (const file of files) yield* answerFile(file, lexicons, options);
}

async function* answerFile(file: string, lexicons: LexiconSet, options: AnswerOptions): AsyncGenerator<GoldResult> {
  const stream = createReadStream(file);
  try {
    for await (const line of readLines(stream)) {
      const place = `${file}:${line.number}`;
      if (line.problem !== undefined) yield { problem: `${place}: ${line.problem}` };
      else if (line.text.trim() !== "") yield await answerLine(line.text, { file, place }, lexicons, options);
    }
  } catch (error) {
    if (stream.errored === null) throw error;
    yield { problem: readError(file, stream.errored).message };
  } finally {
    stream.destroy();
  }
}

interface Place {
  readonly file: string;
  readonly place: string;
}

async function answerLine(
  text: string,
  { file, place }: Place,
  lexicons: LexiconSet,
  { goldLanguage }: AnswerOptions,
): Promise<GoldResult> {
  const parsed = parseGoldLine(text);
  if ("problem" in parsed) return { problem: `${place}: ${parsed.problem}` };
  let document: Document;
  try {
    document = await goldDocument(parsed.line, file, lexicons);
  } catch (error) {
    const source = parsed.line.file ?? parsed.line.id;
    return { problem: `${place}: ${failureMessage(source, failureDiagnostic(source, error, "read"))}` };
  }
  const placed = placeFacts(parsed.line, document.text);
  if ("problem" in placed) return { problem: `${place}: ${placed.problem}` };
  const { gold } = placed;
  const claim = goldLanguage && gold.lang !== undefined ? { claimedLanguage: gold.lang } : {};
  const { language, facts } = analyse(document, lexicons, claim);
  return { match: matchFacts(gold, { lang: language.tag, text: document.text, facts: facts.map(factJson) }) };
}

/** `file` of a gold line lies beside the gold file, so that a folder of both can be moved. */
async function goldDocument({ id, text, file }: MarkedLine, goldFile: string, lexicons: LexiconSet): Promise<Document> {
  if (text !== undefined) return documentFromText({ path: id, text }, lexicons.boilerplate);
  const source = path.join(path.dirname(goldFile), file ?? "");
  return readDocument({ path: source, bytes: await readBytes(source) }, lexicons.boilerplate);
}
