import { readQuestion } from "../../pipeline/runtime/question.js";
import { loadQuestionNames } from "../../pipeline/runtime/question-names.js";
import { questionSql } from "../../pipeline/runtime/question-sql.js";
import { rowsOf, temporaryStore } from "../store/temporary-store.js";

const NAMES = { ...loadQuestionNames(), concepts: new Map<string, string>() };
const sqlOf = (text: string): string => questionSql(readQuestion(text, { names: NAMES, today: "2026-03-31" }));

describe("questionSql", () => {
  test("one kind: its view, with the place of each fact", () => {
    expect(sqlOf("first 5 percentages between 70 and 80% of “rumah tangga”")).toBe(
      [
        "SELECT surface, value_text, unit, modifier, item, subject, holds_for, language, sentence, path, fact_id",
        "FROM percentages",
        "WHERE unit = '%'",
        "  AND coalesce(value, low) >= 70",
        "  AND coalesce(value, high) <= 80",
        `  AND sentence_id IN (SELECT rowid FROM sentence_words WHERE sentence_words MATCH '"rumah" "tangga"')`,
        "ORDER BY sentence_id, fact_id",
        "LIMIT 5",
      ].join("\n"),
    );
  });

  test("several kinds or none: all facts", () => {
    expect(sqlOf("counts and ranks in German")).toMatch(/\nFROM evidence\nWHERE kind IN \('count', 'rank'\)\n/u);
    expect(sqlOf("facts")).toMatch(/\nFROM evidence\nORDER BY sentence_id/u);
  });

  test("numbers that a value may equal are alternatives, comparisons are not", () => {
    expect(sqlOf("counts 5 or 10")).toContain("\nWHERE value IN (5, 10)\n");
    expect(sqlOf("counts over 5 and under 10")).toContain("(value, low) > 5\n  AND coalesce(value, high) < 10\n");
  });

  test.each(["laws", "ratios", "dates", "counts", "percentages"])(
    "%s in 2024: only columns that the view has",
    (kind) => {
      const column =
        { laws: "ref_year = 2024", dates: "substr(coalesce(iso_implied, iso), 1, 5)" }[kind] ??
        "substr(holds_for, 1, 5)";
      expect(sqlOf(`${kind} in 2024`)).toContain(column);
    },
  );
});

describe("the plan", () => {
  const temporary = temporaryStore();
  const names = { ...NAMES, concepts: new Map([["household", "household"]]) };

  afterAll(() => temporary.remove());

  test.each([
    "counts of households",
    "more than 80% of households with internet since 2023",
    "largest counts of households in German",
    "decision 1982/QD-UBND",
    "law 42",
    "counts in Oslo",
    "facts with internet",
    "percentages above 80",
    "first 5 ranks without internet",
    "half of households",
    "half",
  ])("%s: found by an index", (text) => {
    const sql = questionSql(readQuestion(text, { names, today: "2026-03-31" }));
    const plan = rowsOf(temporary.store, `EXPLAIN QUERY PLAN ${sql}`).map((row) => String(row.at(-1)));
    expect(plan.filter((step) => /^SEARCH facts USING INDEX/u.test(step))).toHaveLength(1);
    expect(plan.filter((step) => step.startsWith("SCAN facts"))).toEqual([]);
  });
});

describe("what would be SQL or a search's syntax is a word to look for", () => {
  test.each([
    ["'; DROP TABLE facts; --", '"drop" "table"'],
    ["x' OR '1'='1", '"x"'],
    ["“'; DELETE FROM facts; --”", '"delete" "from" "facts"'],
    ['villages" OR sentence', '"villages" "sentence"'],
    ["villages) UNION SELECT sql", '"villages" "union" "select" "sql"'],
    ["“a\u0000b' OR 1”", '"a" "b" "or" "1"'],
    ["NEAR(villages households)", '"near villages" "households"'],
  ])("%j", (text, key) => {
    const sql = sqlOf(text);
    expect(sql).toContain(key);
    // Outside of quoted texts nothing of the question is left but numbers.
    const skeleton = sql.replace(/'(?:[^']|'')*'/gu, "?");
    expect(skeleton).toMatch(
      /^SELECT [a-z_, ]+\nFROM [a-z]+\n(?:(?:WHERE| {2}AND) (?:value = [0-9]+|value IN \([0-9, ]+\)|sentence_id IN \(SELECT rowid FROM sentence_words WHERE sentence_words MATCH \?\))\n)*ORDER BY sentence_id, fact_id\nLIMIT 100$/u,
    );
  });
});
