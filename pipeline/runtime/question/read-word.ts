import { quantityAt } from "../question-quantity.js";
import { looksLikeName, type QuestionTerm } from "../question-terms.js";
import { QUESTION_WORDS } from "../question-words.js";
import type { PartReader } from "./question-part.js";

/** `“rumah tangga”`, whatever it means in English. */
export const readQuotation: PartReader = (terms, at) => {
  const term = terms[at];
  return term?.isQuoted ? { part: { word: term.text }, end: at + 1 } : undefined;
};

/** `not`, `except`, `without`, `don't` */
export const readNegation: PartReader = (terms, at) => {
  for (const phrase of QUESTION_WORDS.negations) {
    const words = phrase.split(" ");
    if (words.every((word, offset) => terms[at + offset]?.word === word))
      return { part: { negates: true }, end: at + words.length };
  }
  return terms[at]?.tags.has("Negative") ? { part: { negates: true }, end: at + 1 } : undefined;
};

/** Words that hold a question together. */
export const readSilence: PartReader = (terms, at, { names }) => {
  const term = terms[at];
  if (term === undefined || QUESTION_WORDS.unanswered.has(term.word)) return undefined;
  // `about 80%` asks for what lies near, `facts about schools` for schools.
  if (term.word === "about" && quantityAt(terms, at + 1, names) !== undefined) return undefined;
  if (QUESTION_WORDS.anything.has(term.word)) return { part: { isAnything: true }, end: at + 1 };
  if (!/[\p{L}\p{N}\p{S}]/u.test(term.text)) return { part: {}, end: at + 1 };
  const isSilent = QUESTION_WORDS.silent.has(term.word) || SILENT_TAGS.some((tag) => term.tags.has(tag));
  return isSilent ? { part: {}, end: at + 1 } : undefined;
};

/** A word to search for; a name of several words (`Quang Tri`) is one. */
export const readWord: PartReader = (terms, at) => {
  const term = terms[at];
  if (
    term === undefined ||
    QUESTION_WORDS.unanswered.has(term.word) ||
    UNKNOWN_TAGS.some((tag) => term.tags.has(tag))
  ) {
    return undefined;
  }
  // compromise takes a unit for a noun; a word for one behind a number (`5 furlongs`) is not in the articles as it is here.
  if (terms[at - 1]?.number !== undefined && ["Unit", "Currency"].some((tag) => term.tags.has(tag))) return undefined;
  if (!/[\p{L}\p{N}]/u.test(term.text) || (term.tags.has("Value") && !looksLikeName(term))) return undefined;
  let end = at + 1;
  while (isCapital(terms[at]) && isCapital(terms[end])) end++;
  const word = terms
    .slice(at, end)
    .map(({ text }) => text.replace(/['’]s?$/u, ""))
    .join(" ");
  return { part: { word }, end };
};

function isCapital(term: QuestionTerm | undefined): boolean {
  return term !== undefined && !term.isQuoted && /^\p{Lu}\p{Ll}/u.test(term.text) && term.tags.has("ProperNoun");
}

const SILENT_TAGS = ["Determiner", "Pronoun", "QuestionWord", "Copula", "Auxiliary", "Modal"];
const UNKNOWN_TAGS = [
  "Negative",
  "Adverb",
  "Superlative",
  "Comparative",
  "Date",
  "Preposition",
  "Conjunction",
  "Expression",
];
