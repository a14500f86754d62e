import type { FoundPart, PartReader, QuestionContext, QuestionPart } from "./question/question-part.js";
import { readComparison, readUnit } from "./question/read-comparison.js";
import { readConcept } from "./question/read-concept.js";
import { readDocumentNumber, readKind } from "./question/read-kind.js";
import { readLanguage } from "./question/read-language.js";
import { readOrder } from "./question/read-order.js";
import { readTime } from "./question/read-time.js";
import { readNegation, readQuotation, readSilence, readWord } from "./question/read-word.js";
import type { QuestionTerm } from "./question-terms.js";

/** The parts of a question from left to right: each term belongs to one, that of the first reader that knows it. */
export function questionParts(terms: readonly QuestionTerm[], context: QuestionContext): readonly QuestionPart[] {
  const parts: QuestionPart[] = [];
  for (let at = 0; at < terms.length; ) {
    const found = readPart(terms, at, context);
    const text = terms
      .slice(at, found.end)
      .map((term) => term.text)
      .join(" ");
    parts.push({ ...found.part, text });
    at = found.end;
  }
  return parts;
}

function readPart(terms: readonly QuestionTerm[], at: number, context: QuestionContext): FoundPart {
  for (const read of READERS) {
    const found = read(terms, at, context);
    if (found !== undefined) return found;
  }
  return { part: { unknown: terms[at]?.text ?? "" }, end: at + 1 };
}

const READERS: readonly PartReader[] = [
  readQuotation,
  readDocumentNumber,
  readTime,
  readOrder,
  readComparison,
  readNegation,
  readUnit,
  readLanguage,
  readConcept(2),
  readKind,
  readConcept(1),
  readSilence,
  readWord,
];
