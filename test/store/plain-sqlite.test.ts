import { spawnSync } from "node:child_process";
import Database from "better-sqlite3";
import { sampleAnalysis } from "./sample-analysis.js";
import { SAMPLE_FACTS } from "./sample-facts.js";
import { rowsOf, type TemporaryStore, temporaryStore } from "./temporary-store.js";
import { writeAnalyses } from "./write-analyses.js";

let temporary: TemporaryStore;
let views: readonly string[];

beforeAll(() => {
  temporary = temporaryStore();
  const [text, facts] = [SAMPLE_FACTS.map((sample) => sample.text).join("\n"), SAMPLE_FACTS.map(({ fact }) => fact)];
  writeAnalyses(temporary.store, temporary.run, [sampleAnalysis({ text, facts })]);
  views = rowsOf(temporary.store, "SELECT name FROM sqlite_master WHERE type = 'view'").map(([name]) => String(name));
});

afterAll(() => temporary.remove());

const SEARCH = "SELECT count(*) FROM sentence_search WHERE sentence_search MATCH 'haushalte'";

test("every view answers without faktum's functions, and so does the search", () => {
  const plain = new Database(temporary.file, { readonly: true });
  expect(views.length).toBeGreaterThan(10);
  for (const view of views) {
    const { n } = plain.prepare<[], { n: number }>(`SELECT count(*) AS n FROM ${view}`).get() ?? { n: -1 };
    expect([view, n]).toEqual([view, rowsOf(temporary.store, `SELECT count(*) FROM ${view}`)[0]?.[0]]);
  }
  expect(plain.prepare(SEARCH).pluck().get()).toBe(1);
  plain.close();
});

const HAS_PYTHON =
  spawnSync("python3", ["-c", "import sqlite3; sqlite3.connect(':memory:').execute('SELECT iif(1, 2, 3)')"]).status ===
  0;
const WITH_PYTHON = HAS_PYTHON ? test : test.skip;

WITH_PYTHON(`in another program too${HAS_PYTHON ? "" : " (skipped: no python3 with SQLite on this machine)"}`, () => {
  const script = [
    "import sqlite3, sys",
    "db = sqlite3.connect('file:' + sys.argv[1] + '?mode=ro', uri=True)",
    "for view in sys.argv[2:]: db.execute('SELECT * FROM ' + view).fetchall()",
    `print(db.execute("${SEARCH}").fetchone()[0])`,
  ].join("\n");
  const { status, stdout, stderr } = spawnSync("python3", ["-c", script, temporary.file, ...views], {
    encoding: "utf8",
  });
  expect([status, stdout.trim(), stderr]).toEqual([0, "1", ""]);
});
