import type { Kind } from "../model/mention.js";
import { searchKey } from "../store/search-words.js";
import type { Question } from "./question.js";
import type { Comparison, YearRange } from "./question-parts.js";

interface View {
  readonly name: string;
  /** What its facts state, in the order to show it. */
  readonly columns: readonly string[];
  /** Whether a value may be a range, from `low` to `high`. */
  readonly hasRanges: boolean;
  /** Columns that hold an ISO 8601 date or interval; `ref_year` a number. */
  readonly times: readonly string[];
}

/**
 * The SQL that answers a question, over the views and `sentence_search`. It holds its values itself, so that it can be
 * printed and asked in every program that reads SQLite; all of them are numbers or quoted text.
 */
export function questionSql(question: Question): string {
  const { kinds, limit } = question;
  const [kind] = kinds;
  const view = kind !== undefined && kinds.length === 1 ? VIEWS[kind] : EVIDENCE;
  const conditions = [
    ...(view === EVIDENCE && kinds.length > 0 ? [isOneOf("kind", kinds)] : []),
    ...(question.refTypes.length > 0 ? [isOneOf("ref_type", question.refTypes)] : []),
    ...valueConditions(question, view),
    ...(question.years.length > 0 ? [yearCondition(question.years, view.times)] : []),
    ...(question.languages.length > 0 ? [isOneOf("language", question.languages)] : []),
    ...(question.words.length > 0 ? [wordCondition(question.words)] : []),
  ];
  return [
    `SELECT ${[...view.columns, ...PLACE].join(", ")}`,
    `FROM ${view.name}`,
    ...conditions.map((condition, index) => `${index === 0 ? "WHERE" : "  AND"} ${condition}`),
    "ORDER BY path, sentence_id, fact_id",
    ...(limit === undefined ? [] : [`LIMIT ${limit}`]),
  ].join("\n");
}

function valueConditions({ comparisons, units }: Question, view: View): readonly string[] {
  // A ratio has no unit: asked for in percent, it is put so.
  const isShare = view === VIEWS.ratio && units.length > 0;
  const value = isShare ? "100 * value" : "value";
  const equals = new Set(comparisons.flatMap((one) => (one.relation === "=" ? [one.value] : [])));
  const others = comparisons.filter(({ relation }) => relation !== "=");
  return [
    ...(units.length > 0 && !isShare ? [isOneOf("unit", units)] : []),
    ...(equals.size > 0 ? [isOneOf(value, [...equals])] : []),
    ...others.map((comparison) => compare(value, comparison, view.hasRanges)),
  ];
}

/** A range fits when all of it does. */
function compare(column: string, { relation, value }: Comparison, hasRanges: boolean): string {
  const end = relation.startsWith(">") ? "low" : "high";
  return `${hasRanges ? `coalesce(value, ${end})` : column} ${relation} ${value}`;
}

/** A period fits when it touches the years asked for. A date without a year (`--06-28`) never does. */
function yearCondition(ranges: readonly YearRange[], times: readonly string[]): string {
  const columns = times.filter((column) => column !== "ref_year");
  const period = columns.length > 1 ? `coalesce(${columns.join(", ")})` : (columns[0] ?? "");
  const alternatives = ranges.flatMap((range) => [
    ...(times.includes("ref_year") ? [bounds("ref_year", "ref_year", range)] : []),
    `(${bounds(
      `CAST(substr(${period}, 1, 5) AS INTEGER)`,
      `CAST(substr(${period}, instr(${period}, '/') + 1, 5) AS INTEGER)`,
      range,
    )} AND ${period} NOT LIKE '--%')`,
  ]);
  return alternatives.length === 1 ? (alternatives[0] ?? "") : `(${alternatives.join("\n    OR ")})`;
}

function bounds(first: string, last: string, { from, to }: YearRange): string {
  if (first === last && from !== undefined && from === to) return `${first} = ${from}`;
  return [
    ...(to === undefined ? [] : [`${first} <= ${to}`]),
    ...(from === undefined ? [] : [`${last} >= ${from}`]),
  ].join(" AND ");
}

/** Item and subject are words of the sentence, so its index knows them too. */
function wordCondition(words: readonly string[]): string {
  const key = quote(searchKey(words.join(" ")));
  return `sentence_id IN (SELECT sentence_id FROM sentence_search WHERE sentence_search MATCH ${key})`;
}

function isOneOf(column: string, values: readonly (string | number)[]): string {
  const literals = values.map((value) => (typeof value === "number" ? String(value) : quote(value)));
  return literals.length === 1 ? `${column} = ${literals[0]}` : `${column} IN (${literals.join(", ")})`;
}

/** SQL's text: quotation marks are doubled; SQLite would end at a zero character. */
function quote(text: string): string {
  return `'${text.replaceAll("\u0000", "").replaceAll("'", "''")}'`;
}

/** Where a fact stands, for every kind alike. */
const PLACE = ["language", "sentence", "path", "fact_id"];

const EVIDENCE: View = {
  name: "evidence",
  columns: ["kind", "surface", "value_text", "unit", "modifier", "item", "subject", "holds_for"],
  hasRanges: true,
  times: ["ref_year", "iso", "holds_for"],
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
  date: { name: "dates", columns: ["surface", "iso"], hasRanges: false, times: ["iso"] },
};

function valued(name: string, columns: readonly string[]): View {
  return {
    name,
    columns: ["surface", "value_text", ...columns, "holds_for"],
    hasRanges: true,
    times: ["holds_for"],
  };
}
