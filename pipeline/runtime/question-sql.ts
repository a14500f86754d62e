import type { Kind } from "../model/mention.js";
import { searchWords } from "../store/search-words.js";
import { heldCondition, publishedCondition } from "./question/held-condition.js";
import type { Comparison } from "./question/question-part.js";
import { isNoneOf, isOneOf, sentencesWith, sqlText } from "./question/sql-text.js";
import type { Question } from "./question.js";

interface View {
  readonly name: string;
  /** What its facts state, in the order to show it. */
  readonly columns: readonly string[];
  /** Whether a value may be a range, from `low` to `high`. */
  readonly hasRanges: boolean;
  /** Expressions for an ISO 8601 date or interval; `ref_year` is a number. */
  readonly times: readonly string[];
}

/**
 * The SQL that answers a question, over the views and the index of sentences. It holds its values itself, so that it can
 * be printed and asked in every program that reads SQLite; all of them are numbers or quoted text.
 */
export function questionSql(question: Question): string {
  const { kinds, limit, refused } = question;
  const [kind] = kinds;
  const view = kind !== undefined && kinds.length === 1 ? VIEWS[kind] : EVIDENCE;
  const conditions = [
    ...(view === EVIDENCE && kinds.length > 0 ? [isOneOf("kind", kinds)] : []),
    ...(question.refTypes.length > 0 ? [isOneOf("ref_type", question.refTypes)] : []),
    ...(question.refNumbers.length > 0 ? [numberCondition(question.refNumbers)] : []),
    ...(question.concepts.length > 0 ? [isOneOf("concept", question.concepts)] : []),
    ...refused.concepts.map((concept) => `concept IS NOT ${sqlText(concept)}`),
    ...valueConditions(question, view),
    ...(question.holds.length > 0 ? [heldCondition(question.holds, view.times)] : []),
    ...refused.holds.map((range) => `(${heldCondition([range], view.times)}) IS NOT TRUE`),
    ...(question.published.length > 0 ? [publishedCondition(question.published)] : []),
    ...refused.published.map((range) => `(${publishedCondition([range])}) IS NOT TRUE`),
    ...(question.languages.length > 0 ? [isOneOf("language", question.languages)] : []),
    ...(refused.languages.length > 0 ? [isNoneOf("language", refused.languages)] : []),
    ...(question.words.length > 0 ? [`sentence_id IN (${sentencesWith(question.words)})`] : []),
    ...refused.words.map((word) => `sentence_id NOT IN (${sentencesWith([word])})`),
  ];
  return [
    `SELECT ${[...view.columns, ...PLACE].join(", ")}`,
    `FROM ${view.name}`,
    ...conditions.map((condition, index) => `${index === 0 ? "WHERE" : "  AND"} ${condition}`),
    `ORDER BY ${[...ordering(question, view), ...READING_ORDER].join(", ")}`,
    ...(limit === undefined ? [] : [`LIMIT ${limit}`]),
  ].join("\n");
}

/** `42` is also the law `42/2020`, by a range that an index can follow. Numbers are stored in plain capitals. */
function numberCondition(numbers: readonly string[]): string {
  const plain = numbers.map((number) => searchWords(number).toUpperCase());
  const beginnings = plain
    .filter((number) => /^[0-9]+$/u.test(number))
    .map((number) => `ref_number >= '${number}/' AND ref_number < '${number}0'`);
  const exact = isOneOf("ref_number", [...new Set([...numbers, ...plain])]);
  return beginnings.length > 0 ? `(${[exact, ...beginnings].join(" OR ")})` : exact;
}

function valueConditions(question: Question, view: View): readonly string[] {
  const { comparisons, units } = question;
  const shares = sharesOf(question, view);
  const equals = comparisons.filter(({ relation }) => relation === "=");
  const others = comparisons.filter(({ relation }) => relation !== "=");
  return [
    ...(shares.unit === undefined ? (units.length > 0 ? [isOneOf("unit", units)] : []) : [shares.unit]),
    ...(equals.length > 0 ? [equalsOne(shares.value, equals)] : []),
    ...others.map((comparison) => compare(shares, comparison)),
  ].filter((condition) => condition !== "");
}

/** The value to compare, and the ends of a range of values; the condition on the unit where it is not just the unit's. */
interface Compared {
  readonly value: string;
  readonly low: string;
  readonly high: string;
  readonly unit?: string;
}

/** A ratio has no unit: asked for in percent, it is put so. */
function sharesOf({ kinds, units, comparisons }: Question, view: View): Compared {
  const low = view.hasRanges ? "coalesce(value, low)" : "value";
  const high = view.hasRanges ? "coalesce(value, high)" : "value";
  const isShare = comparisons.some((comparison) => comparison.isShare);
  const inPercent = isShare || units.some((unit) => unit === "%");
  if (view === VIEWS.ratio && (inPercent || units.length > 0))
    return { value: "100 * value", low: "100 * value", high: "100 * value", unit: "" };
  if (view === EVIDENCE && inPercent && kinds.includes("ratio")) {
    const put = (value: string) => `iif(kind = 'ratio', 100 * value, ${value})`;
    return { value: put("value"), low: put(low), high: put(high), unit: "(kind = 'ratio' OR unit = '%')" };
  }
  return { value: "value", low, high, ...(isShare && { unit: "unit = '%'" }) };
}

/** A third is met within half a point. */
function equalsOne(value: string, comparisons: readonly Comparison[]): string {
  const isWhole = ({ isShare, value: number }: Comparison) => !isShare || Number.isInteger(number);
  const exact = comparisons.filter(isWhole).map((comparison) => comparison.value);
  const near = comparisons
    .filter((comparison) => !isWhole(comparison))
    .map((comparison) => `abs(${value} - ${short(comparison.value)}) < 0.5`);
  const alternatives = [...(exact.length > 0 ? [isOneOf(value, [...new Set(exact)])] : []), ...near];
  return alternatives.length > 1 ? `(${alternatives.join(" OR ")})` : (alternatives[0] ?? "");
}

/** A range fits when all of it does. */
function compare({ value, low, high }: Compared, { relation, value: number }: Comparison): string {
  const column = relation === "<>" ? value : relation.startsWith(">") ? low : high;
  return `${column} ${relation} ${short(number)}`;
}

function short(number: number): number {
  return Number(number.toPrecision(12));
}

function ordering({ order, kinds }: Question, view: View): readonly string[] {
  const [kind] = kinds;
  const isRank = kinds.length === 1 && kind === "rank";
  const isValued = view === EVIDENCE || view.columns.includes("value_text");
  switch (order) {
    case undefined:
      return [];
    case "latest":
      return kinds.length === 1 && kind === "date" ? ["iso DESC"] : ["published_at DESC"];
    case "earliest":
      return kinds.length === 1 && kind === "date" ? ["iso"] : ["published_at IS NULL", "published_at"];
    default: {
      if (!isValued) return [];
      const isDown = order === "largest" || (order === "best" && !isRank) || (order === "worst" && isRank);
      const column = view.hasRanges ? `coalesce(value, ${isDown ? "high" : "low"})` : "value";
      return isDown ? [`${column} DESC`] : [`${column} IS NULL`, column];
    }
  }
}

/** Whether values are put in order that are no more comparable than euros and kilometres. */
export function mixesUnits({ order, kinds, units }: Question): boolean {
  const isByValue = order !== undefined && order !== "latest" && order !== "earliest";
  const isUnitless = kinds.length > 0 && kinds.every((kind) => ["count", "ratio", "rank", "percentage"].includes(kind));
  return isByValue && units.length !== 1 && !(isUnitless && kinds.length === 1);
}

/** Sentences are numbered by document. */
const READING_ORDER = ["sentence_id", "fact_id"];

/** Where a fact stands, for every kind alike. */
const PLACE = ["language", "sentence", "path", "fact_id"];

const EVIDENCE: View = {
  name: "evidence",
  columns: ["kind", "surface", "value_text", "unit", "modifier", "item", "concept", "subject", "holds_for"],
  hasRanges: true,
  times: ["ref_year", "iso_implied", "iso", "holds_for"],
};

const VIEWS: Readonly<Record<Kind, View>> = {
  percentage: valued("percentages", ["unit", "modifier", "item", "subject"]),
  count: valued("counts", ["modifier", "item", "subject"]),
  ratio: { ...valued("ratios", ["modifier", "item"]), hasRanges: false },
  rank: valued("ranks", ["rank_of", "modifier", "item", "subject"]),
  money: valued("money", ["unit", "modifier", "subject"]),
  measurement: valued("measurements", ["unit", "modifier", "subject"]),
  reference: {
    name: "decisions",
    columns: ["surface", "ref_type", "ref_number", "ref_year", "holds_for"],
    hasRanges: false,
    times: ["ref_year", "holds_for"],
  },
  date: { name: "dates", columns: ["surface", "iso"], hasRanges: false, times: ["iso_implied", "iso"] },
};

function valued(name: string, columns: readonly string[]): View {
  return {
    name,
    columns: ["surface", "value_text", ...columns, "holds_for"],
    hasRanges: true,
    times: ["holds_for"],
  };
}
