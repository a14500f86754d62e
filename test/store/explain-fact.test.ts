import { explainFact } from "../../pipeline/store/explain-fact.js";
import { SAMPLE_LEXICON, sampleAnalysis } from "./sample-analysis.js";
import { SAMPLE_FACTS } from "./sample-facts.js";
import { errorOf, SAMPLE_RUN, type TemporaryStore, temporaryStore } from "./temporary-store.js";
import { writeAnalyses } from "./write-analyses.js";

const FACTS = SAMPLE_FACTS.map(({ fact }) => fact);
const TEXT = ["😀 Vorweg.", ...SAMPLE_FACTS.map(({ text }) => text)].join("\n");

describe("explainFact", () => {
  const analysis = sampleAnalysis({ path: "b.txt", text: TEXT, facts: FACTS, title: "Titel" });
  const copy = sampleAnalysis({ path: "a.txt", text: TEXT, facts: FACTS });
  let temporary: TemporaryStore;

  beforeAll(() => {
    temporary = temporaryStore();
    writeAnalyses(temporary.store, temporary.run, [analysis]);
  });

  afterAll(() => temporary.remove());

  test("everything that is known of a fact", () => {
    const id = analysis.facts[0]?.id ?? "";
    const start = TEXT.indexOf("80,47 %");
    expect(explainFact(temporary.store, id)).toEqual({
      id,
      kind: "percentage",
      values: {
        value: 80.47,
        value_text: "80.47",
        unit: "%",
        modifier: "approx",
        item: "Haushalte",
        item_key: "haushalt",
        concept: "household",
        holds_for: "2022",
      },
      surface: "80,47 %",
      confidence: 0.95,
      span: { start, end: start + 7 },
      sentence: {
        ordinal: 1,
        text: SAMPLE_FACTS[0]?.text,
        language: "de",
        factSpan: { start: 26, end: 33 },
      },
      slots: [
        { name: "number", text: "80,47", span: { start, end: start + 5 } },
        { name: "percent", text: "%", span: { start: start + 6, end: start + 7 } },
      ],
      rule: { id: "percentage.plain", template: "{number} {percent}" },
      lexicon: { version: SAMPLE_LEXICON.version, language: "de" },
      document: {
        path: "b.txt",
        sha256: analysis.document.source.sha256,
        title: "Titel",
        url: null,
        publisher: null,
        publishedAt: null,
        language: "de",
        duplicateOf: null,
      },
      sourceLink: null,
      run: { id: 1, startedAt: SAMPLE_RUN.startedAt, faktumVersion: SAMPLE_RUN.faktumVersion },
      alsoIn: [],
      mark: null,
    });
  });

  test.each(analysis.facts.map((fact) => [fact.evidence.exact, fact.id]))(
    "%s by the beginning of its id",
    (exact, id) => {
      for (const prefix of [id.slice(0, 8), id.slice(0, 31), id.toUpperCase()]) {
        const found = explainFact(temporary.store, prefix);
        expect(found?.surface).toBe(exact);
        expect(found?.sentence.text.slice(found.sentence.factSpan.start, found.sentence.factSpan.end)).toBe(exact);
      }
    },
  );

  test("a dual says that it is one", () => {
    const dual = analysis.facts.find(({ mention }) => "dual" in mention);
    expect(explainFact(temporary.store, dual?.id ?? "")?.values).toEqual({ value: 2, value_text: "2", dual: 1 });
  });

  test("the other files with the same text", () => {
    const id = analysis.facts[0]?.id ?? "";
    writeAnalyses(temporary.store, temporary.run, [copy]);
    expect(explainFact(temporary.store, id)).toMatchObject({ document: { path: "a.txt" }, alsoIn: ["b.txt"] });
  });

  test("no such fact", () => {
    expect(explainFact(temporary.store, "0".repeat(32))).toBeUndefined();
  });

  test("several that begin so", () => {
    const first = new Map<string, number>();
    for (const { id } of analysis.facts) first.set(id.charAt(0), (first.get(id.charAt(0)) ?? 0) + 1);
    const shared = [...first].find(([, count]) => count > 1)?.[0] ?? "";
    const error = errorOf(() => explainFact(temporary.store, shared));
    expect(error.code).toBe("store.ambiguous-fact");
    expect(error.message).toMatch(/give more of its digits$/u);
  });

  test.each(["", "xyz", "80,47 %", "0".repeat(33), "_", "%"])("not an id: %j", (id) => {
    expect(errorOf(() => explainFact(temporary.store, id)).code).toBe("store.bad-fact-id");
  });
});
