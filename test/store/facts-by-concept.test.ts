import { sampleAnalysis } from "./sample-analysis.js";
import { SAMPLE_FACTS } from "./sample-facts.js";
import { rowsOf, type TemporaryStore, temporaryStore } from "./temporary-store.js";
import { writeAnalyses } from "./write-analyses.js";

describe("facts by their concept", () => {
  let temporary: TemporaryStore;

  beforeAll(() => {
    temporary = temporaryStore();
    const text = SAMPLE_FACTS.map((sample) => sample.text).join("\n");
    writeAnalyses(temporary.store, temporary.run, [
      sampleAnalysis({ text, facts: SAMPLE_FACTS.map(({ fact }) => fact) }),
    ]);
  });

  afterAll(() => temporary.remove());

  test.each(["all_evidence", "evidence", "percentages"])("are asked for in %s", (view) => {
    const sql = `SELECT value_text, item FROM ${view} WHERE concept = 'household'`;
    expect(rowsOf(temporary.store, sql)).toEqual([["80.47", "Haushalte"]]);
  });

  test.each(["all_evidence", "evidence", "percentages", "counts", "ratios", "ranks", "money", "measurements"])(
    "are found in %s by the index",
    (view) => {
      const plan = rowsOf(temporary.store, `EXPLAIN QUERY PLAN SELECT * FROM ${view} WHERE concept = 'household'`);
      expect(plan.map((row) => String(row[3])).join("\n")).toMatch(/SEARCH facts USING INDEX facts_by_concept/u);
    },
  );
});
