import { copyFileSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import Database from "better-sqlite3";
import { faktum } from "./faktum-process.js";
import { writeArticles } from "./generated-articles.js";

const ARTICLES = 12;
const DATABASE = "facts.db";

let folder: string;
let whole: string;

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), "faktum-check-"));
  const names = writeArticles(path.join(folder, "articles"), ARTICLES);
  // A copy of an article, and one with characters that are two units long.
  copyFileSync(path.join(folder, "articles", names[0] ?? ""), path.join(folder, "articles", "copy.txt"));
  const emoji =
    "Die Stadt meldet 🎉 Fortschritte. 🎉 Im Jahr 2020 hatten 45,5 Prozent der Haushalte einen Anschluss.\n";
  writeFileSync(path.join(folder, "articles", "emoji.txt"), emoji);
  const lines = [1, 2].map((id) =>
    JSON.stringify({ id, text: `Die Behörden meldeten ${id + 40} neue Fälle in der Stadt.` }),
  );
  writeFileSync(path.join(folder, "articles", "list.jsonl"), `${lines.join("\n")}\n`);
  expect(faktum(folder, ["run", "articles"]).status).toBe(0);
  copyFileSync(path.join(folder, DATABASE), path.join(folder, "whole.db"));
  whole = contents(DATABASE);
});

beforeEach(() => {
  for (const end of ["-wal", "-shm"]) rmSync(path.join(folder, `${DATABASE}${end}`), { force: true });
  copyFileSync(path.join(folder, "whole.db"), path.join(folder, DATABASE));
});

afterAll(() => rmSync(folder, { recursive: true }));

/** What was found in the texts, without when and by which run. */
function contents(file: string): string {
  const database = new Database(path.join(folder, file), { readonly: true });
  try {
    const all = (sql: string) => database.prepare(sql).raw().all();
    return JSON.stringify(
      [
        all(
          "SELECT id, path, sha256, bytes, language, status, text, text_hash, duplicate_of, blocks, file_modified, member FROM documents ORDER BY id",
        ),
        all("SELECT * FROM sentences ORDER BY id"),
        all("SELECT * FROM facts ORDER BY document_id, span_start, id"),
        all("SELECT document_id, ordinal, code, message FROM diagnostics ORDER BY 1, 2"),
        all("SELECT hash, sampling FROM texts ORDER BY 1"),
        all("SELECT * FROM text_keys ORDER BY 1, 2"),
        all("SELECT id FROM sentence_words_docsize ORDER BY id"),
        all("SELECT rowid FROM sentence_words WHERE sentence_words MATCH 'haushalte' ORDER BY rowid"),
      ],
      null,
      1,
    );
  } finally {
    database.close();
  }
}

function damage(sql: string): void {
  const database = new Database(path.join(folder, DATABASE));
  try {
    for (const name of ["search_words", "search_forms"]) database.function(name, () => "");
    database.pragma("foreign_keys = OFF");
    database.pragma("ignore_check_constraints = ON");
    database.unsafeMode(true);
    database.exec(sql);
  } finally {
    database.close();
  }
}

interface Report {
  readonly problems: readonly { readonly code: string; readonly count: number; readonly places: readonly string[] }[];
}

function check(...args: readonly string[]) {
  const { status, stdout, stderr } = faktum(folder, ["check", "--json", ...args]);
  expect(stderr).toBe("");
  return { status, report: JSON.parse(stdout) as Report & { readonly before: Report; readonly after: Report } };
}

const codes = ({ problems }: Report): readonly string[] => problems.map(({ code }) => code);

test("a whole database is told to be whole, with its size and the speed", () => {
  const { status, stdout, stderr } = faktum(folder, ["check"]);
  expect([status, stderr]).toEqual([0, ""]);
  expect(stdout).toMatch(/^facts\.db: whole; 16 documents, [0-9]+ facts, [0-9.]+ MB in [0-9.]+ s, [0-9]+ MB\/s\n$/u);
  expect(faktum(folder, ["check", "--repair"])).toMatchObject({ status: 0, stderr: "" });
  expect(contents(DATABASE)).toBe(whole);
});

const FIRST = "(SELECT document_id FROM facts ORDER BY document_id LIMIT 1)";

describe.each([
  ["a fact's words", ["fact"], `UPDATE facts SET surface = 'x' || substr(surface, 2) WHERE document_id = ${FIRST}`],
  [
    "a fact's place",
    ["fact"],
    `UPDATE facts SET span_start = span_start + 1, span_end = span_end + 1 WHERE document_id = ${FIRST}`,
  ],
  [
    "a fact beyond its sentence",
    ["constraint", "fact"],
    `UPDATE facts SET span_end = 100000 WHERE document_id = ${FIRST}`,
  ],
  [
    "a fact's sentence",
    ["fact"],
    `UPDATE facts SET sentence_id = document_id + 5 WHERE document_id = ${FIRST} AND sentence_id < document_id + 5`,
  ],
  ["a fact's slots", ["fact"], `UPDATE facts SET slots = '{"number":[99998,99999]}' WHERE document_id = ${FIRST}`],
  ["a fact's rule", ["rule"], `UPDATE facts SET rule = 'no.such' WHERE document_id = ${FIRST}`],
  ["a row against the table's rules", ["constraint"], `UPDATE facts SET confidence = 7 WHERE document_id = ${FIRST}`],
  [
    "a sentence's place",
    ["constraint", "sentence"],
    `UPDATE sentences SET span_start = span_start + 3 WHERE document_id = ${FIRST}`,
  ],
  [
    "where SQL finds a sentence",
    ["sentence"],
    "UPDATE sentences SET text_start = text_start + 1 WHERE document_id = (SELECT id FROM documents WHERE path LIKE '%emoji.txt') AND ordinal = 1",
  ],
  [
    "a lost sentence",
    ["fact", "orphan", "search", "sentence"],
    `DELETE FROM sentences WHERE document_id = ${FIRST} AND ordinal = 1`,
  ],
  [
    "a lost last sentence",
    ["search"],
    `DELETE FROM facts WHERE sentence_id = (SELECT max(id) FROM sentences WHERE document_id = ${FIRST}); DELETE FROM sentences WHERE id = (SELECT max(id) FROM sentences WHERE document_id = ${FIRST})`,
  ],
  [
    "facts of no document",
    ["constraint", "orphan"],
    "INSERT INTO facts (id, document_id, sentence_id, kind, dual, surface, span_start, span_end, rule, lexicon_version, confidence) SELECT id, 7, 7, kind, dual, surface, span_start, span_end, rule, lexicon_version, confidence FROM facts LIMIT 1",
  ],
  [
    "sentences of no document",
    ["orphan", "search"],
    "INSERT INTO sentences VALUES (7, 7, 0, 0, 5, 'x', 1, 5, NULL, NULL)",
  ],
  [
    "diagnostics of no document",
    ["orphan"],
    "INSERT INTO diagnostics VALUES (7, 0, 1, 'a.b', 'info', 'read', 'm', NULL, NULL)",
  ],
  [
    "texts of no document",
    ["orphan"],
    "INSERT INTO texts VALUES (7, 0, x'', x'', x''); INSERT INTO text_keys VALUES (5, 8)",
  ],
  [
    "a document's text to compare by",
    ["orphan", "text"],
    "DELETE FROM texts WHERE hash = (SELECT text_hash FROM documents WHERE path LIKE '%0003.txt')",
  ],
  ["a duplicate of nothing", ["duplicate"], "UPDATE documents SET duplicate_of = 7 WHERE duplicate_of IS NOT NULL"],
  ["a duplicate of itself", ["duplicate"], "UPDATE documents SET duplicate_of = id WHERE duplicate_of IS NOT NULL"],
  ["words missing from the search", ["search"], "INSERT INTO sentence_words (sentence_words) VALUES ('delete-all')"],
  [
    "words too many in the search",
    ["search"],
    "INSERT INTO sentence_words (rowid, words, forms) VALUES (7, 'haushalte', '')",
  ],
  ["the index of the search", ["search"], "UPDATE sentence_words_data SET block = zeroblob(100) WHERE id > 1000"],
  ["an index", ["index"], ""],
] as const)("%s", (what, expected, sql) => {
  test("is found, told and mended", () => {
    // The index takes other contents while it is declared otherwise.
    if (what === "an index") {
      damage(
        "PRAGMA writable_schema = ON; UPDATE sqlite_master SET sql = replace(sql, '(document_id, kind)', '(span_start, kind)') WHERE name = 'facts_by_document'",
      );
      damage("REINDEX facts_by_document");
      damage(
        "PRAGMA writable_schema = ON; UPDATE sqlite_master SET sql = replace(sql, '(span_start, kind)', '(document_id, kind)') WHERE name = 'facts_by_document'",
      );
    } else damage(sql);
    const { status, report } = check();
    expect([status, [...codes(report)].sort()]).toEqual([1, expected]);
    const text = faktum(folder, ["check"]);
    expect([text.status, text.stdout.split("\n").length]).toEqual([1, expected.length + 2]);
    const repaired = check("--repair");
    expect([repaired.status, codes(repaired.report.after)]).toEqual([0, []]);
    expect(contents(DATABASE)).toBe(whole);
  });
});

describe("what no text can give back", () => {
  test("lines and contents that are broken are read again by the next run", () => {
    damage(
      "UPDATE documents SET blocks = '[[1,2' WHERE path LIKE '%0002.txt'; UPDATE documents SET shown = x'00ff' WHERE path LIKE '%0003.txt'",
    );
    damage(
      "UPDATE documents SET text = CAST(CAST(substr(text, 1, 40) AS BLOB) || x'ff' || CAST(substr(text, 42) AS BLOB) AS TEXT) WHERE path LIKE '%0004.txt'",
    );
    const found = check();
    expect([found.status, codes(found.report).includes("text")]).toEqual([1, true]);
    expect(faktum(folder, ["check", "--repair"])).toMatchObject({ status: 1 });
    expect(faktum(folder, ["run", "articles"]).status).toBe(0);
    expect(check().status).toBe(0);
    expect(contents(DATABASE)).toBe(whole);
  });

  test("an article of an unknown container is told with the way to read it again", () => {
    damage("DELETE FROM containers");
    const { stdout } = faktum(folder, ["check"]);
    expect(stdout).toContain("member (2): articles lie in a container that is not known: articles/list.jsonl#");
    expect(faktum(folder, ["run", "--force", "articles/list.jsonl"]).status).toBe(0);
    expect(check().status).toBe(0);
  });

  test("a run that is missing is told, and one that was broken off is none of it", () => {
    damage("UPDATE runs SET id = 9, finished_at = NULL");
    const { status, stdout } = faktum(folder, ["check"]);
    expect(status).toBe(1);
    expect(stdout).toContain("rows name a run that is not there");
    expect(stdout).toContain("1 runs did not reach their end");
  });

  test("damaged pages are told, whatever else can be checked", () => {
    const file = path.join(folder, DATABASE);
    const bytes = readFileSync(file);
    const page = Math.floor(bytes.indexOf("Der Bau der Brücke") / 8192);
    bytes.fill(0xa5, page * 8192, (page + 1) * 8192);
    writeFileSync(file, bytes);
    const { status, stdout, stderr } = faktum(folder, ["check"]);
    expect([status, stderr]).toEqual([1, ""]);
    expect(stdout).toContain("damaged (");
    expect(faktum(folder, ["check", "--repair"]).status).toBeGreaterThan(0);
  });

  test("what is no database at all ends with 4, and one that is not there is not made", () => {
    writeFileSync(
      path.join(folder, "no.db"),
      "this is a text, and it is long enough to be looked at as a database would be\n".repeat(20),
    );
    expect(faktum(folder, ["check", "--db", "no.db"])).toMatchObject({ status: 4, stdout: "" });
    expect(faktum(folder, ["check", "--repair", "--db", "absent.db"])).toMatchObject({ status: 2, stdout: "" });
    expect(() => statSync(path.join(folder, "absent.db"))).toThrow();
  });
});
