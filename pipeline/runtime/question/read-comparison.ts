import { phraseAt, type QuestionQuantity, quantityAt, unitAt } from "../question-quantity.js";
import type { QuestionNumber } from "../question-terms.js";
import { QUESTION_WORDS, type QuestionRelation } from "../question-words.js";
import type { Comparison, FoundPart, PartReader } from "./question-part.js";

/** `more than 80%`, `between 5 and 10 million USD`, `around half`, `80% or more`, a number alone. */
export const readComparison: PartReader = (terms, at, context) => {
  const before = phraseAt(terms, at, QUESTION_WORDS.comparisons);
  if (before !== undefined) return comparedWith(quantityAt(terms, before.end, context.names), before.meaning);
  return readSpan(terms, at, context) ?? readBareNumber(terms, at, context);
};

/**
 * A unit away from a number. Codes like `m`, `min` and `bar` are English words or letters as well: there they count
 * behind `in` only.
 */
export const readUnit: PartReader = (terms, at, { names }) => {
  const unit = unitAt(terms, at, names);
  const term = terms[at];
  if (unit === undefined || term === undefined || term.tags.has("Determiner")) return undefined;
  if (/^\p{Ll}+$/u.test(term.text) && unit.meaning.kind !== "percentage" && terms[at - 1]?.word !== "in")
    return undefined;
  return { part: { units: [unit.meaning] }, end: unit.end };
};

/** `between 5 and 10 million USD`, `from 5% to 10%`, `5 to 10 km` */
const readSpan: PartReader = (terms, at, { names }) => {
  const opening = terms[at]?.word ?? "";
  const low = quantityAt(terms, ["between", "from"].includes(opening) ? at + 1 : at, names);
  const link = low && terms[low.end]?.word;
  if (low === undefined || !(opening === "between" ? ["and", "to"] : ["to"]).includes(link ?? "")) return undefined;
  const high = quantityAt(terms, low.end + 1, names);
  if (high === undefined) return undefined;
  const ends = [lowerEnd(low.number, high.number), high.number.value];
  const share = low.isShare || high.isShare ? ({ isShare: true } as const) : {};
  const comparisons = [
    { relation: ">=", value: Math.min(...ends), ...share },
    { relation: "<=", value: Math.max(...ends), ...share },
  ] as const;
  return { part: { comparisons, units: [...low.units, ...high.units] }, end: high.end };
};

/** The smaller number of `5 to 10 million` leaves its `million` to the greater; that of `500 to 10 thousand` cannot. */
function lowerEnd(low: QuestionNumber, { value, multiple }: QuestionNumber): number {
  const isShort = multiple !== undefined && low.multiple === undefined && low.value < value / multiple;
  return isShort ? low.value * multiple : low.value;
}

const readBareNumber: PartReader = (terms, at, { names }) => {
  const quantity = quantityAt(terms, at, names);
  if (quantity === undefined) return undefined;
  const after = phraseAt(terms, quantity.end, QUESTION_WORDS.comparisonsAfter);
  // `80+ %`
  const unit = after && quantity.units.length === 0 ? unitAt(terms, after.end, names) : undefined;
  const units = unit === undefined ? quantity.units : [unit.meaning];
  const end = unit?.end ?? after?.end ?? quantity.end;
  return comparedWith({ ...quantity, units, end }, after?.meaning ?? "=");
};

function comparedWith(quantity: QuestionQuantity | undefined, relation: QuestionRelation): FoundPart | undefined {
  if (quantity === undefined) return undefined;
  const { number, units, end, isShare } = quantity;
  const comparisons = comparisonsOf(relation, number.value).map((one) => (isShare ? { ...one, isShare } : one));
  return { part: { comparisons, units, ...(number.isOrdinal && { isOrdinal: true }) }, end };
}

/** What is near a number lies within a twentieth of it. */
function comparisonsOf(relation: QuestionRelation, value: number): readonly Comparison[] {
  if (relation !== "around" && relation !== "nearly") return [{ relation, value }];
  const reach = Math.abs(value) / 20;
  const rounded = (number: number) => Number(number.toPrecision(12));
  return [
    { relation: ">=", value: rounded(value - reach) },
    { relation: "<=", value: relation === "nearly" ? value : rounded(value + reach) },
  ];
}
