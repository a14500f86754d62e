import { recordFailure } from "../../pipeline/store/record-failure.js";
import { summariseStore } from "../../pipeline/store/summarise-store.js";
import { writeAnalyses } from "../../pipeline/store/write-analyses.js";
import { sampleAnalysis } from "./sample-analysis.js";
import { SAMPLE_FACTS } from "./sample-facts.js";
import { rowsOf, type TemporaryStore, temporaryStore } from "./temporary-store.js";

describe("summariseStore", () => {
  let temporary: TemporaryStore;

  beforeEach(() => {
    temporary = temporaryStore();
  });

  afterEach(() => temporary.remove());

  test("an empty store", () => {
    expect(summariseStore(temporary.store)).toEqual({ documents: [], facts: [] });
  });

  test("neither counting nor knowing documents reads their texts", () => {
    for (const sql of [
      "SELECT language, status, count(*) FROM documents GROUP BY language, status",
      "SELECT path, sha256, lexicon_version, status FROM documents",
    ]) {
      expect(rowsOf(temporary.store, `EXPLAIN QUERY PLAN ${sql}`).flat()).toContain(
        "SCAN documents USING COVERING INDEX documents_known",
      );
    }
  });

  test("counts documents by language and status, facts by language and kind", () => {
    const { store, run } = temporary;
    const [percentage, range, count] = SAMPLE_FACTS.map(({ text, fact }) => ({ text, facts: [fact] }));
    const samples = [
      { path: "a.txt", text: "", ...percentage },
      { path: "b.txt", text: "", ...range },
      { path: "c.txt", text: "", ...count, language: { tag: "nb", score: 0.4 } },
      { path: "d.txt", text: "Dobrý den.", language: { tag: "und", score: 0.1, named: "ces" } },
    ];
    expect(writeAnalyses(store, run, samples.map(sampleAnalysis)).failures).toEqual([]);
    const diagnostic = { code: "read.empty", severity: "error", stage: "read", message: "empty" } as const;
    recordFailure(store, run, { path: "e.txt", diagnostic });
    expect(summariseStore(store)).toEqual({
      documents: [
        { language: null, status: "failed", documents: 1 },
        { language: "de", status: "ok", documents: 2 },
        { language: "nb", status: "ok", documents: 1 },
        { language: "und", status: "refused", documents: 1 },
      ],
      facts: [
        { language: "de", kind: "percentage", facts: 2 },
        { language: "nb", kind: "count", facts: 1 },
      ],
    });
  });
});
