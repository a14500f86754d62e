import type { Sentence } from "../../pipeline/model/sentence.js";
import { type Sample, type SampleFact, sampleAnalysis } from "./sample-analysis.js";
import { SAMPLE_FACTS } from "./sample-facts.js";
import { errorOf, expectWholeIndex, rowsOf, type TemporaryStore, temporaryStore } from "./temporary-store.js";
import { writeAnalyses } from "./write-analyses.js";

const COUNT: SampleFact = { exact: "12", mention: { kind: "count", amount: { value: "12" } } };
const WRONG: SampleFact = { exact: "12", mention: { kind: "rank", amount: { value: "0" } } };

describe("writeDocuments", () => {
  let temporary: TemporaryStore;

  beforeEach(() => {
    temporary = temporaryStore();
  });

  afterEach(() => {
    expectWholeIndex(temporary.store);
    temporary.remove();
  });

  test.each(SAMPLE_FACTS)("$fact.mention.kind: $fact.exact", ({ text, fact, columns }) => {
    const { store, run } = temporary;
    const analysis = sampleAnalysis({ text, facts: [fact] });
    expect(writeAnalyses(store, run, [analysis])).toMatchObject({ stored: 1, refused: 0, facts: 1, failures: [] });
    const row = store.statement<Record<string, unknown>>("SELECT * FROM facts").get() ?? {};
    const filled = Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null));
    expect(filled).toEqual({
      id: analysis.facts[0]?.id,
      document_id: rowsOf(store, "SELECT id FROM documents")[0]?.[0],
      sentence_id: rowsOf(store, "SELECT id FROM sentences")[0]?.[0],
      dual: 0,
      surface: fact.exact,
      span_start: text.indexOf(fact.exact),
      span_end: text.indexOf(fact.exact) + fact.exact.length,
      rule: analysis.facts[0]?.mention.rule,
      lexicon_version: analysis.facts[0]?.evidence.lexiconVersion,
      confidence: 0.9,
      ...columns,
    });
  });

  test("a document with all that its file says about it", () => {
    const { store, run } = temporary;
    const plain = sampleAnalysis({ text: "Eins.\nZwei.", language: { tag: "de", score: 0.41, runnerUp: "nb" } });
    const about = {
      title: "Titel",
      byline: "Autorin",
      publisher: "Zeitung",
      url: "https://example.org/a",
      publishedAt: "2024-05-06",
      modifiedAt: "2024-05-07T08:00:00+02:00",
      section: "Region",
      claimedLanguage: "de-DE",
      origins: { title: "json-ld", publishedAt: "time" },
    } as const;
    writeAnalyses(store, run, [{ ...plain, document: { ...plain.document, ...about } }]);
    const row = store.statement<Record<string, unknown>>("SELECT * FROM documents").get();
    expect(row).toEqual({
      id: Math.floor(Number.parseInt(plain.document.id.slice(0, 12), 16) / 2),
      path: "articles/one.txt",
      sha256: plain.document.source.sha256,
      bytes: 11,
      media_type: "text/plain",
      encoding: "utf-8",
      title: "Titel",
      byline: "Autorin",
      publisher: "Zeitung",
      url: "https://example.org/a",
      retrieved_at: null,
      published_at: "2024-05-06",
      language: "de",
      language_score: 0.41,
      runner_up: "nb",
      named_language: null,
      status: "ok",
      run_id: run.id,
      lexicon_version: run.lexiconVersion,
      text: "Eins.\nZwei.",
      modified_at: "2024-05-07T08:00:00+02:00",
      section: "Region",
      claimed_language: "de-DE",
      origins: '{"title":"json-ld","publishedAt":"time"}',
      text_hash: null,
      duplicate_of: null,
      engine_id: 1,
      file_modified: null,
      removed_at: null,
      ignored_at: null,
      blocks: '[["p",0,5],["p",6,11]]',
      shown: null,
      member: 0,
    });
  });

  test.each<readonly [string | undefined, Partial<Sentence>, string | null]>([
    ["https://example.org/a", { fragment: "Der%20Anteil" }, "https://example.org/a#:~:text=Der%20Anteil"],
    ["https://example.org/#/a", { fragment: "Der%20Anteil" }, "https://example.org/#/a:~:text=Der%20Anteil"],
    ["https://example.org/a.pdf", { page: 7 }, "https://example.org/a.pdf#page=7"],
    ["https://example.org/a", {}, "https://example.org/a"],
    [undefined, { fragment: "Der%20Anteil" }, null],
  ])("of address %s and %j the link into the source is %s", (url, place, link) => {
    const { store, run } = temporary;
    const plain = sampleAnalysis({ text: "12 Fälle.", facts: [COUNT] });
    const sentences = plain.sentences.map((sentence) => ({ ...sentence, ...place }));
    const document = { ...plain.document, ...(url === undefined ? {} : { url }) };
    writeAnalyses(store, run, [{ ...plain, document, sentences }]);
    expect(rowsOf(store, "SELECT source_link, page FROM evidence")).toEqual([[link, place.page ?? null]]);
  });

  test("the year that is implied stands beside the date as it is stated, row and column beside a fact of a table", () => {
    const { store, run } = temporary;
    const exact = "28. Juni";
    const plain = sampleAnalysis({ text: exact, facts: [{ exact, mention: { kind: "date", iso: "--06-28" } }] });
    const facts = plain.facts.map((fact) => ({
      ...fact,
      impliedIso: "2024-06-28",
      evidence: { ...fact.evidence, tableRow: 2, tableColumn: 3 },
    }));
    writeAnalyses(store, run, [{ ...plain, facts }]);
    expect(rowsOf(store, "SELECT iso, iso_implied FROM dates")).toEqual([["--06-28", "2024-06-28"]]);
    expect(rowsOf(store, "SELECT iso_implied, table_row, table_column FROM evidence")).toEqual([["2024-06-28", 2, 3]]);
  });

  test("a document in no known language is stored as refused, without facts", () => {
    const { store, run } = temporary;
    const analysis = sampleAnalysis({ text: "Dobrý den.", language: { tag: "und", score: 0.1, named: "ces" } });
    expect(writeAnalyses(store, run, [analysis])).toMatchObject({ stored: 0, refused: 1, facts: 0, failures: [] });
    expect(rowsOf(store, "SELECT status, language, named_language, text FROM documents")).toEqual([
      ["refused", "und", "ces", "Dobrý den."],
    ]);
  });

  test("facts in a refused document are a fault, not stored", () => {
    const { store, run } = temporary;
    const analysis = sampleAnalysis({ text: "12 lidí", language: { tag: "und", score: 0.1 }, facts: [COUNT] });
    expect(writeAnalyses(store, run, [analysis])).toMatchObject({
      refused: 0,
      failures: [{ path: "articles/one.txt" }],
    });
    expect(rowsOf(store, "SELECT count(*) FROM facts")).toEqual([[0]]);
  });

  test.each([
    ["plain", "Erster Satz.\nZweiter Satz."],
    ["characters beyond U+FFFF before, in and after a sentence", "Ein 😀 Haus.\n😀😀 Zweiter 😀 Satz.\nDritter 😀"],
    ["Arabic and combining marks", "وصلت ٨٠٪.\nمُحَافَظَة 𐎀 كوانغ."],
  ])("SQL gives each sentence whole: %s", (_, text) => {
    const { store, run } = temporary;
    writeAnalyses(store, run, [sampleAnalysis({ text })]);
    const sql =
      "SELECT substr(d.text, s.text_start, s.text_length) FROM sentences s JOIN documents d ON d.id = document_id";
    expect(rowsOf(store, `${sql} ORDER BY ordinal`)).toEqual(text.split("\n").map((line) => [line]));
  });

  test("new bytes at a path take the place of the old ones, with all that belongs to them", () => {
    const { store, run } = temporary;
    const other = { path: "articles/other.txt", text: "12 Andere.", facts: [COUNT] };
    const warning = { code: "read.odd", severity: "warning", stage: "read", message: "odd" } as const;
    write({ text: "12 Häuser.\nAlte Worte.", facts: [COUNT], diagnostics: [warning] }, other);
    write({ text: "Neue Worte." });
    expect(rowsOf(store, "SELECT path, text FROM documents ORDER BY path")).toEqual([
      ["articles/one.txt", "Neue Worte."],
      ["articles/other.txt", "12 Andere."],
    ]);
    expect(rowsOf(store, "SELECT path, surface FROM evidence")).toEqual([["articles/other.txt", "12"]]);
    expect(rowsOf(store, "SELECT count(*) FROM diagnostics")).toEqual([[0]]);
    expect(found("alte")).toEqual([]);
    expect(found("neue")).toEqual(["Neue Worte."]);
    expect(rowsOf(store, "SELECT documents_stored, facts_stored FROM runs")).toEqual([[3, 2]]);
    expect(run.id).toBe(1);
  });

  test("words that a text keeps are left alone, those that it loses are no longer found", () => {
    const { store, run } = temporary;
    const found = (word: string) =>
      rowsOf(store, `SELECT rowid FROM sentence_words WHERE sentence_words MATCH '${word}'`);
    const before = sampleAnalysis({ path: "a.txt", text: "Es sind 12 Fälle.\nVorher 🎉 so." });
    writeAnalyses(store, run, [before, sampleAnalysis({ path: "b.txt", text: "Anderswo." })]);
    const index = rowsOf(store, "SELECT count(*), max(id) FROM sentence_words_data");
    writeAnalyses(store, run, [before]);
    expect(rowsOf(store, "SELECT count(*), max(id) FROM sentence_words_data")).toEqual(index);
    expect([found("vorher").length, found("anderswo").length]).toEqual([1, 1]);
    const after = { ...before.document, text: "Es sind 12 Fälle.\nHinterher so.." };
    writeAnalyses(store, run, [{ ...before, document: after }]);
    expect([found("vorher").length, found("hinterher").length, found("12").length]).toEqual([0, 1, 1]);
  });

  test("of two analyses of one path in a batch the later is stored", () => {
    write({ text: "Erste Fassung." }, { text: "Zweite Fassung." });
    expect(found("fassung")).toEqual(["Zweite Fassung."]);
    expect(rowsOf(temporary.store, "SELECT count(*) FROM documents")).toEqual([[1]]);
  });

  test("two files with the same text carry the same fact ids, each with its own place", () => {
    const { store } = temporary;
    write({ path: "a.txt", text: "12 Häuser.", facts: [COUNT] }, { path: "b.txt", text: "12 Häuser.", facts: [COUNT] });
    expect(rowsOf(store, "SELECT count(*), count(DISTINCT id), count(DISTINCT document_id) FROM facts")).toEqual([
      [2, 1, 2],
    ]);
  });

  test("a document that breaks a constraint is stored as failed, the rest of the batch is stored", () => {
    const { store, run } = temporary;
    const samples: readonly Sample[] = [
      { path: "a.txt", text: "12 Häuser.", facts: [COUNT] },
      { path: "b.txt", text: "Platz 12, 12 Mal.", facts: [COUNT, WRONG] },
      { path: "c.txt", text: "12 Dörfer.", facts: [COUNT] },
    ];
    const report = writeAnalyses(store, run, samples.map(sampleAnalysis));
    expect(report).toMatchObject({ stored: 2, refused: 0, facts: 2, failures: [{ path: "b.txt" }] });
    expect(report.failures[0]?.diagnostic).toMatchObject({ code: "store.constraint", span: { start: 6, end: 8 } });
    expect(report.failures[0]?.diagnostic.message).toMatch(/^b\.txt: .*rank_is_a_place.*rank "12", rule rank\.cue/u);
    expect(rowsOf(store, "SELECT path, status FROM documents ORDER BY path")).toEqual([
      ["a.txt", "ok"],
      ["b.txt", "failed"],
      ["c.txt", "ok"],
    ]);
    expect(rowsOf(store, "SELECT DISTINCT path FROM evidence ORDER BY path")).toEqual([["a.txt"], ["c.txt"]]);
    expect(rowsOf(store, "SELECT code, message LIKE 'b.txt:%' FROM diagnostics")).toEqual([["store.constraint", 1]]);
    expect(found("mal")).toEqual([]);
    expect(rowsOf(store, "SELECT documents_stored, documents_failed, facts_stored FROM runs")).toEqual([[2, 1, 2]]);
  });

  test("a stored document whose new bytes break a constraint leaves nothing of itself", () => {
    const { store } = temporary;
    write({ text: "12 Häuser.", facts: [COUNT] });
    write({ text: "Platz 12", facts: [WRONG] });
    expect(rowsOf(store, "SELECT status, text FROM documents")).toEqual([["failed", null]]);
    expect(rowsOf(store, "SELECT (SELECT count(*) FROM facts) + (SELECT count(*) FROM sentences)")).toEqual([[0]]);
    expect(found("häuser")).toEqual([]);
  });

  test.each([
    ["a rule that no lexicon has", { rule: "count.unheard" }, {}],
    ["a sentence that the document has not", {}, { sentence: 7 }],
    ["a lexicon that is not registered", {}, { lexiconVersion: "0000000000000000" }],
  ])("a fact is refused with %s", (_, mention, evidence) => {
    const { store, run } = temporary;
    const analysis = sampleAnalysis({ text: "12 Häuser.", facts: [COUNT] });
    const facts = analysis.facts.map((fact) => ({
      ...fact,
      mention: { ...fact.mention, ...mention },
      evidence: { ...fact.evidence, ...evidence },
    }));
    const { failures } = writeAnalyses(store, run, [{ ...analysis, facts }]);
    expect(failures[0]?.diagnostic.message).toMatch(/FOREIGN KEY/u);
  });

  test("an id that is no hash is the caller's fault; nothing of the batch is stored", () => {
    const { store, run } = temporary;
    const right = sampleAnalysis({ path: "a.txt", text: "12 Häuser.", facts: [COUNT] });
    const wrong = {
      ...right,
      document: { ...right.document, id: "one", source: { ...right.document.source, path: "b" } },
    };
    expect(errorOf(() => writeAnalyses(store, run, [right, wrong])).message).toMatch(/32 lower-case hex digits/u);
    expect(rowsOf(store, "SELECT count(*) FROM documents")).toEqual([[0]]);
  });

  test("documents whose keys would meet get different ones", () => {
    const { store, run } = temporary;
    const one = sampleAnalysis({ path: "a.txt", text: "Eins.\nZwei.\nDrei." });
    const other = sampleAnalysis({ path: "b.txt", text: "Vier.\nFünf.\nSechs." });
    const meeting = {
      ...other,
      document: { ...other.document, id: `${one.document.id.slice(0, 12)}${"5".repeat(20)}` },
    };
    expect(writeAnalyses(store, run, [one, meeting])).toMatchObject({ stored: 2, failures: [] });
    expect(rowsOf(store, "SELECT count(*), count(DISTINCT document_id) FROM sentences")).toEqual([[6, 2]]);
  });

  function write(...samples: readonly Sample[]): void {
    expect(writeAnalyses(temporary.store, temporary.run, samples.map(sampleAnalysis)).failures).toHaveLength(
      samples.flatMap(({ facts = [] }) => facts).filter((fact) => fact === WRONG).length,
    );
  }

  function found(word: string): readonly unknown[] {
    const sql = `SELECT sentence FROM sentence_search WHERE sentence_search MATCH search_key('${word}') ORDER BY sentence`;
    return rowsOf(temporary.store, sql).flat();
  }
});
