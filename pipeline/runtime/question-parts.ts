import type { Kind, ReferenceType } from "../model/mention.js";
import { searchWords } from "../store/search-words.js";
import type { QuestionNames, UnitName } from "./question-names.js";
import { phraseAt, type QuestionQuantity, quantityAt, unitAt } from "./question-quantity.js";
import type { QuestionNumber, QuestionTerm } from "./question-terms.js";
import { QUESTION_WORDS, type Relation } from "./question-words.js";

/** A value asked for: it stands in this relation to the number. */
export interface Comparison {
  readonly relation: Relation;
  readonly value: number;
}

/** Years from the first to the last, both included; open where there is none. */
export interface YearRange {
  readonly from?: number;
  readonly to?: number;
}

/** What some words of a question ask for; nothing where they only hold it together. */
export interface QuestionPart {
  readonly kind?: Kind;
  readonly refType?: ReferenceType;
  readonly comparisons?: readonly Comparison[];
  readonly units?: readonly UnitName[];
  readonly years?: YearRange;
  readonly languages?: readonly string[];
  readonly limit?: number;
  /** To look for in the sentence. */
  readonly word?: string;
  readonly unknown?: string;
  /** The number is an ordinal: `third`, `8th`. */
  readonly isOrdinal?: true;
  /** The words themselves. */
  readonly text: string;
}

interface Found {
  readonly part: Omit<QuestionPart, "text">;
  /** Index of the term behind what was read. */
  readonly end: number;
}

/** Reads what begins at a term; nothing when that is not its affair. */
type PartReader = (terms: readonly QuestionTerm[], at: number, names: QuestionNames) => Found | undefined;

/** The parts of a question from left to right: each term belongs to one, that of the first reader that knows it. */
export function questionParts(terms: readonly QuestionTerm[], names: QuestionNames): readonly QuestionPart[] {
  const parts: QuestionPart[] = [];
  for (let at = 0; at < terms.length; ) {
    const found = readPart(terms, at, names);
    const text = terms
      .slice(at, found.end)
      .map((term) => term.text)
      .join(" ");
    parts.push({ ...found.part, text });
    at = found.end;
  }
  return parts;
}

function readPart(terms: readonly QuestionTerm[], at: number, names: QuestionNames): Found {
  for (const read of READERS) {
    const found = read(terms, at, names);
    if (found !== undefined) return found;
  }
  return { part: { unknown: terms[at]?.text ?? "" }, end: at + 1 };
}

const readQuotation: PartReader = (terms, at) => {
  const term = terms[at];
  return term?.isQuoted ? { part: { word: term.text }, end: at + 1 } : undefined;
};

const readLimit: PartReader = (terms, at) => {
  const count = terms[at + 1]?.number;
  if (!["first", "limit"].includes(terms[at]?.word ?? "") || count === undefined) return undefined;
  if (!Number.isSafeInteger(count.value) || count.value < 1) return undefined;
  return { part: { limit: count.value }, end: at + 2 };
};

const readYears: PartReader = (terms, at, names) => {
  const isRange = ["between", "from"].includes(terms[at]?.word ?? "");
  const first = isRange ? at + 1 : at;
  const from = yearAt(terms, first, names, LIKELY);
  const to = ["and", "to", "until"].includes(terms[first + 1]?.word ?? "")
    ? yearAt(terms, first + 2, names, LIKELY)
    : undefined;
  const isRangeWord = isRange || terms[first + 1]?.word !== "and";
  if (from !== undefined && to !== undefined && isRangeWord)
    return { part: { years: { from: Math.min(from, to), to: Math.max(from, to) } }, end: first + 3 };
  const steps = QUESTION_WORDS.times.get(terms[at]?.word ?? "");
  const year = steps === undefined ? yearAt(terms, at, names, LIKELY) : yearAt(terms, at + 1, names, POSSIBLE);
  if (year === undefined) return undefined;
  return { part: { years: yearsFrom(year, steps ?? { from: 0, to: 0 }) }, end: steps === undefined ? at + 1 : at + 2 };
};

function yearsFrom(year: number, { from, to }: YearRange): YearRange {
  return { ...(from !== undefined && { from: year + from }), ...(to !== undefined && { to: year + to }) };
}

/** Four digits with no unit behind them. */
function yearAt(terms: readonly QuestionTerm[], at: number, names: QuestionNames, shape: RegExp): number | undefined {
  const term = terms[at];
  if (term?.number === undefined || !shape.test(term.text) || unitAt(terms, at + 1, names) !== undefined)
    return undefined;
  return term.number.value;
}

const readComparison: PartReader = (terms, at, names) => {
  const before = phraseAt(terms, at, QUESTION_WORDS.comparisons);
  if (before !== undefined) return comparedWith(quantityAt(terms, before.end, names), before.meaning);
  return readSpan(terms, at, names) ?? readBareNumber(terms, at, names);
};

/** `between 5 and 10 million USD`, `from 5% to 10%`, `5 to 10 km` */
function readSpan(terms: readonly QuestionTerm[], at: number, names: QuestionNames): Found | undefined {
  const opening = terms[at]?.word ?? "";
  const low = quantityAt(terms, ["between", "from"].includes(opening) ? at + 1 : at, names);
  const link = low && terms[low.end]?.word;
  if (low === undefined || !(opening === "between" ? ["and", "to"] : ["to"]).includes(link ?? "")) return undefined;
  const high = quantityAt(terms, low.end + 1, names);
  if (high === undefined) return undefined;
  const ends = [lowerEnd(low.number, high.number), high.number.value];
  const comparisons = [
    { relation: ">=", value: Math.min(...ends) },
    { relation: "<=", value: Math.max(...ends) },
  ] as const;
  return { part: { comparisons, units: [...low.units, ...high.units] }, end: high.end };
}

/** The smaller number of `5 to 10 million` leaves its `million` to the greater; that of `500 to 10 thousand` cannot. */
function lowerEnd(low: QuestionNumber, { value, multiple }: QuestionNumber): number {
  const isShort = multiple !== undefined && low.multiple === undefined && low.value < value / multiple;
  return isShort ? low.value * multiple : low.value;
}

function readBareNumber(terms: readonly QuestionTerm[], at: number, names: QuestionNames): Found | undefined {
  const quantity = quantityAt(terms, at, names);
  if (quantity === undefined) return undefined;
  const after = phraseAt(terms, quantity.end, QUESTION_WORDS.comparisonsAfter);
  return comparedWith({ ...quantity, end: after?.end ?? quantity.end }, after?.meaning ?? "=");
}

function comparedWith(quantity: QuestionQuantity | undefined, relation: Relation): Found | undefined {
  if (quantity === undefined) return undefined;
  const { number, units, end } = quantity;
  const comparisons = [{ relation, value: number.value }];
  return { part: { comparisons, units, ...(number.isOrdinal && { isOrdinal: true }) }, end };
}

/**
 * A unit away from a number. Codes like `m`, `min` and `bar` are English words or letters as well: there they count
 * behind `in` only.
 */
const readUnit: PartReader = (terms, at, names) => {
  const unit = unitAt(terms, at, names);
  const term = terms[at];
  if (unit === undefined || term === undefined || term.tags.has("Determiner")) return undefined;
  if (/^\p{Ll}+$/u.test(term.text) && unit.meaning.kind !== "percentage" && terms[at - 1]?.word !== "in")
    return undefined;
  return { part: { units: [unit.meaning] }, end: unit.end };
};

/** `Norwegian Nynorsk` is one language, `Norwegian` every one that is called so. */
const readLanguage: PartReader = (terms, at, { languages }) => {
  const named = [...languages].map(([tag, name]) => ({ tag, words: searchWords(name).split(" ") }));
  const wordAt = (index: number) => searchWords(terms[index]?.text ?? "");
  const whole = named.find(({ words }) => words.every((word, offset) => word === wordAt(at + offset)));
  if (whole !== undefined) return { part: { languages: [whole.tag] }, end: at + whole.words.length };
  const tags = named.filter(({ words }) => words.includes(wordAt(at))).map(({ tag }) => tag);
  return tags.length > 0 ? { part: { languages: tags }, end: at + 1 } : undefined;
};

const readKind: PartReader = (terms, at) => {
  const word = terms[at]?.word ?? "";
  if (word === "how" && terms[at + 1]?.word === "many") return { part: { kind: "count" }, end: at + 2 };
  for (const singular of [word, word.replace(/s$/u, ""), word.replace(/ies$/u, "y")]) {
    const kind = QUESTION_WORDS.kinds.get(singular);
    if (kind !== undefined) return { part: { kind }, end: at + 1 };
    const refType = QUESTION_WORDS.references.find((type) => type === singular);
    if (refType !== undefined) return { part: { refType }, end: at + 1 };
  }
  return undefined;
};

const readSilence: PartReader = (terms, at, names) => {
  const term = terms[at];
  if (term === undefined || QUESTION_WORDS.unanswered.has(term.word) || term.tags.has("Negative")) return undefined;
  // `about 80%` asks for what lies near, `facts about schools` for schools.
  if (term.word === "about" && quantityAt(terms, at + 1, names) !== undefined) return undefined;
  if (!/[\p{L}\p{N}\p{S}]/u.test(term.text)) return { part: {}, end: at + 1 };
  const isSilent = QUESTION_WORDS.silent.has(term.word) || SILENT_TAGS.some((tag) => term.tags.has(tag));
  return isSilent ? { part: {}, end: at + 1 } : undefined;
};

const readWord: PartReader = (terms, at) => {
  const term = terms[at];
  if (
    term === undefined ||
    QUESTION_WORDS.unanswered.has(term.word) ||
    UNKNOWN_TAGS.some((tag) => term.tags.has(tag))
  ) {
    return undefined;
  }
  // compromise takes a unit for a noun; a word for one behind a number (`5 euros`) is not in the articles as it is here.
  if (terms[at - 1]?.number !== undefined && ["Unit", "Currency"].some((tag) => term.tags.has(tag))) return undefined;
  if (!/[\p{L}\p{N}]/u.test(term.text) || (term.tags.has("Value") && !isName(term))) return undefined;
  return { part: { word: term.text.replace(/['’]s?$/u, "") }, end: at + 1 };
};

/** `5G`, `15/2020`, the 19 of `COVID-19`; not `two thirds`, `80,47`, which are numbers that cannot be read. */
function isName({ text, tags }: QuestionTerm): boolean {
  return /[0-9]/u.test(text) && (/[\p{L}/]/u.test(text) || tags.has("Hyphenated"));
}

/** Without a word of time in front, only these are taken for years. */
const LIKELY = /^(?:19|20)[0-9]{2}$/u;
const POSSIBLE = /^[12][0-9]{3}$/u;
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

const READERS: readonly PartReader[] = [
  readQuotation,
  readLimit,
  readYears,
  readComparison,
  readUnit,
  readLanguage,
  readKind,
  readSilence,
  readWord,
];
