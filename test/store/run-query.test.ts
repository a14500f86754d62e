import { openStore } from "../../pipeline/store/open-store.js";
import { runQuery } from "../../pipeline/store/run-query.js";
import type { Store } from "../../pipeline/store/store.js";
import { dumpStore } from "./dump-store.js";
import { sampleAnalysis } from "./sample-analysis.js";
import { SAMPLE_FACTS } from "./sample-facts.js";
import { errorOf, rowsOf, type TemporaryStore, temporaryStore } from "./temporary-store.js";
import { writeAnalyses } from "./write-analyses.js";

describe("runQuery", () => {
  let temporary: TemporaryStore;
  let store: Store;

  beforeAll(() => {
    temporary = temporaryStore();
    const text = SAMPLE_FACTS.map((sample) => sample.text).join("\n");
    const facts = SAMPLE_FACTS.map(({ fact }) => fact);
    writeAnalyses(temporary.store, temporary.run, [sampleAnalysis({ text, facts })]);
    store = openStore(temporary.file, { mode: "read" });
  });

  afterAll(() => {
    store.close();
    temporary.remove();
  });

  test("gives columns and rows in their order, also of the same name", () => {
    const { columns, rows } = runQuery(store, "SELECT kind, value, kind, low FROM facts WHERE kind = 'rank'");
    expect(columns).toEqual(["kind", "value", "kind", "low"]);
    expect([...rows]).toEqual([["rank", 8, "rank", null]]);
  });

  test("keeps every digit of an integer, and bytes as bytes", () => {
    const sql = "SELECT 9007199254740991, 9007199254740992, 9223372036854775807, -7, 0.1, x'00ff', NULL";
    expect(rowsOf(store, sql)).toEqual([
      [9007199254740991, 9007199254740992n, 9223372036854775807n, -7, 0.1, Buffer.from([0, 255]), null],
    ]);
  });

  test.each([
    [0, 0, true],
    [2, 2, true],
    [10, 10, false],
    [undefined, 10, false],
  ])("limit %s: %i rows, cut: %s", (limit, expected, cut) => {
    const result = runQuery(store, "SELECT id FROM facts", limit === undefined ? {} : { limit });
    expect([...result.rows]).toHaveLength(expected);
    expect(result.wasCut()).toBe(cut);
  });

  test("reads no further than it is asked", () => {
    const endless = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n";
    const taken: unknown[] = [];
    for (const row of runQuery(store, endless).rows) {
      taken.push(...row);
      if (taken.length === 3) break;
    }
    expect(taken).toEqual([1, 2, 3]);
  });

  test.each([
    "SELECT count(*) FROM facts",
    "  -- a question\n/* and\nanother */ SELECT 1;",
    "WITH a AS (SELECT 1) SELECT * FROM a",
    "VALUES (1), (2)",
    "EXPLAIN QUERY PLAN SELECT * FROM evidence",
    "PRAGMA table_info(facts)",
    "pragma table_list;",
    "PRAGMA user_version",
    ";\n-- first\n PRAGMA table_xinfo('facts') ;",
    "WITH pragma AS (SELECT 1) SELECT * FROM pragma",
    "SELECT fts3_tokenizer('simple')",
    "SELECT name FROM pragma_table_info('facts')",
    "SELECT search_key('Østlandet')",
  ])("answers %s", (sql) => {
    expect(rowsOf(store, sql).length).toBeGreaterThan(0);
  });

  test.each([
    ["DELETE FROM facts", "store.not-a-question"],
    ["DELETE FROM facts RETURNING id", "store.not-a-question"],
    ["WITH a AS (SELECT 1) UPDATE facts SET confidence = 1 RETURNING id", "store.not-a-question"],
    ["INSERT INTO lexicon_versions VALUES ('1', 'x')", "store.not-a-question"],
    ["DROP VIEW evidence", "store.not-a-question"],
    ["CREATE TEMP TABLE t (a)", "store.not-a-question"],
    ["ATTACH ':memory:' AS other", "store.not-a-question"],
    ["VACUUM INTO '/tmp/copy.db'", "store.not-a-question"],
    ["BEGIN", "store.not-a-question"],
    ["PRAGMA user_version = 7", "store.not-a-question"],
    ["PRAGMA user_version(7)", "store.not-a-question"],
    ["PRAGMA query_only = 0", "store.not-a-question"],
    ["/* */ -- x\n PRAGMA journal_mode = DELETE", "store.not-a-question"],
    ["PRAGMA wal_checkpoint", "store.not-a-question"],
    ["; PRAGMA query_only = 0", "store.not-a-question"],
    [";/* */\n;PRAGMA query_only = 0", "store.not-a-question"],
    ["PRAGMA/**/query_only = 0", "store.not-a-question"],
    ['PRAGMA"query_only" = 0', "store.not-a-question"],
    ["PRAGMA[query_only](0)", "store.not-a-question"],
    ["\uFEFFPRAGMA main.query_only = 0", "store.not-a-question"],
    ["EXPLAIN PRAGMA query_only = 0", "store.not-a-question"],
    ["explain -- x\n query /**/ plan pragma query_only = 0", "store.not-a-question"],
    ["PRAGMA table_info(facts); PRAGMA query_only = 0", "store.not-a-question"],
    ["SELECT 1; PRAGMA query_only = 0", "store.not-a-question"],
    ["SELECT * FROM pragma_query_only(0)", "store.bad-sql"],
    ["SELECT * FROM pragma_wal_checkpoint", "store.bad-sql"],
    ["SELECT * FROM pragma_writable_schema(1)", "store.bad-sql"],
    ["/* x */ ATTACH 'file:other.db?mode=rwc' AS other", "store.not-a-question"],
    ["WITH a AS (SELECT 1) ATTACH ':memory:' AS other", "store.bad-sql"],
    ["EXPLAIN DELETE FROM facts; DELETE FROM facts", "store.not-a-question"],
    ["DETACH main", "store.not-a-question"],
    ["ANALYZE", "store.not-a-question"],
    ["REINDEX", "store.not-a-question"],
    ["VACUUM", "store.not-a-question"],
    ["SAVEPOINT a", "store.not-a-question"],
    ["CREATE VIRTUAL TABLE temp.t USING fts5(a)", "store.not-a-question"],
    ["SELECT writefile('/tmp/x', 'y')", "store.bad-sql"],
    ["SELECT readfile('/etc/passwd')", "store.bad-sql"],
    ["SELECT edit('x')", "store.bad-sql"],
    ["SELECT fts3_tokenizer('x', x'00')", "store.bad-sql"],
    ["SELECT 1; SELECT 2", "store.not-a-question"],
    ["SELECT 1; DROP TABLE facts", "store.not-a-question"],
    ["", "store.not-a-question"],
    ["-- nothing", "store.not-a-question"],
    ["SELEC 1", "store.bad-sql"],
    ["SELECT colour FROM facts", "store.bad-sql"],
    ["SELECT * FROM fact", "store.bad-sql"],
    ["SELECT 'open", "store.bad-sql"],
    ["SELECT load_extension('x')", "store.bad-sql"],
    ["SELECT abs(-9223372036854775808)", "store.bad-sql"],
    ["SELECT * FROM sentence_search WHERE sentence_search MATCH '\"'", "store.bad-sql"],
    ["SELECT zeroblob(3000000000)", "store.bad-sql"],
    ["SELECT ?", "store.bad-sql"],
    ["SELECT $name", "store.bad-sql"],
  ])("refuses %j: %s", (sql, code) => {
    const before = dumpStore(temporary.store);
    const error = errorOf(() => rowsOf(store, sql));
    expect(error).toMatchObject({
      code,
      message: expect.stringMatching(/^[^\n]*facts\.db: [^\n]*(?:;|give|docs)[^\n]*$/u),
    });
    expect(dumpStore(temporary.store)).toBe(before);
    expect(rowsOf(store, "SELECT * FROM pragma_query_only")).toEqual([[1]]);
  });

  test.each([
    ["3,000 columns", `SELECT ${"1,".repeat(3000)}1`, "store.bad-sql"],
    ["3,000 brackets", `SELECT ${"(".repeat(3000)}1${")".repeat(3000)}`, "store.bad-sql"],
    ["a long statement", `SELECT '${"x".repeat(100_000)}'`, "store.not-a-question"],
    ["a comment without end", `${"/* */".repeat(19_000)}/*`, "store.bad-sql"],
  ])("refuses %s", (_, sql, code) => {
    expect(errorOf(() => runQuery(store, sql))).toMatchObject({ code });
  });

  test("tells what is wrong in SQLite's words", () => {
    expect(errorOf(() => runQuery(store, "SELECT colour FROM facts")).message).toContain("no such column: colour");
  });

  test("refuses to write also where the store is open for writing", () => {
    expect(errorOf(() => runQuery(temporary.store, "DELETE FROM facts RETURNING id")).code).toBe(
      "store.not-a-question",
    );
  });

  test.each([
    ["evidence", 10],
    ["percentages", 2],
    ["counts", 2],
    ["ratios", 1],
    ["ranks", 1],
    ["money", 1],
    ["measurements", 1],
    ["decisions", 1],
    ["dates", 1],
  ])("the view %s shows its facts with their sentence and file", (view, expected) => {
    const rows = rowsOf(store, `SELECT sentence, surface, path, language, fact_id FROM ${view}`);
    expect(rows).toHaveLength(expected);
    for (const [sentence, surface, path, language] of rows) {
      expect(SAMPLE_FACTS).toContainEqual(
        expect.objectContaining({ text: sentence, fact: expect.objectContaining({ exact: surface }) }),
      );
      expect([path, language]).toEqual(["articles/one.txt", "de"]);
    }
  });
});
