import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import Database from "better-sqlite3";
import { takeRunLock } from "../../pipeline/store/run-lock.js";
import { dumpDatabase } from "./dump-database.js";
import { faktum } from "./faktum-process.js";
import { writeArticles } from "./generated-articles.js";

let folder: string;
const place = (name: string) => path.join(folder, name);

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "faktum-gc-"));
});

afterEach(() => rmSync(folder, { recursive: true }));

function numbersOf(sql: string): readonly unknown[] {
  const database = new Database(place("facts.db"), { readonly: true });
  try {
    return database.prepare(sql).raw().all().flat();
  } finally {
    database.close();
  }
}

test("deletes documents whose files are gone, and only those", () => {
  const names = writeArticles(place("articles"), 60);
  expect(faktum(folder, ["run", "articles"]).status).toBe(0);
  for (const name of names.slice(0, 40)) rmSync(path.join(place("articles"), name));
  expect(faktum(folder, ["run", "articles"]).status).toBe(0);
  const dry = faktum(folder, ["gc", "--dry-run"]);
  expect(dry.status).toBe(0);
  expect(dry.stderr).toMatch(/^faktum: facts\.db: 40 documents with [0-9]+ facts and 0 containers would be deleted; /u);
  expect(numbersOf("SELECT count(*) FROM documents")).toEqual([60]);

  const done = faktum(folder, ["gc"]);
  expect([done.status, done.stdout]).toEqual([0, ""]);
  expect(done.stderr).toMatch(
    /^faktum: facts\.db: deleted 40 documents with [0-9]+ facts; the database has [0-9.]+ MB, /u,
  );
  expect(faktum(folder, ["check"]).status).toBe(0);
  // But for its runs the database is one that never had them.
  expect(faktum(folder, ["run", "articles", "--db", "fresh.db"]).status).toBe(0);
  const tables = (file: string) => {
    const { tables: all, found } = JSON.parse(dumpDatabase(place(file))) as {
      tables: [string, string[]][];
      found: unknown;
    };
    return [found, all.filter(([name]) => ["sentences", "facts", "texts", "text_keys"].includes(name))];
  };
  expect(tables("facts.db")).toEqual(tables("fresh.db"));
  expect(faktum(folder, ["gc"]).stderr).toContain("deleted 0 documents with 0 facts");

  const before = statSync(place("facts.db")).size;
  expect(faktum(folder, ["gc", "--vacuum"])).toMatchObject({ status: 0 });
  expect(statSync(place("facts.db")).size).toBeLessThan(before);
  expect(faktum(folder, ["check"]).status).toBe(0);
  expect(faktum(folder, ["run", "articles"]).stderr).toContain("nothing new");
});

test("deletes lexicons and engines that nothing was made with", () => {
  writeArticles(place("articles"), 2);
  expect(faktum(folder, ["run", "articles"]).status).toBe(0);
  const database = new Database(place("facts.db"));
  database.exec(
    "INSERT INTO lexicon_versions VALUES ('old', 'de'); INSERT INTO rules VALUES ('old', 'count.a', 'count', 'x'); INSERT INTO engines VALUES (99, '{\"lexicons\":{\"de\":\"old\"}}')",
  );
  database.close();
  expect(faktum(folder, ["gc"]).stderr).toContain(" lexicon version");
  expect(numbersOf("SELECT count(*) FROM lexicon_versions WHERE version = 'old'")).toEqual([0]);
  expect(numbersOf("SELECT count(*) FROM rules WHERE lexicon_version = 'old'")).toEqual([0]);
  expect(numbersOf("SELECT count(*) FROM engines WHERE id = 99")).toEqual([0]);
  expect(faktum(folder, ["check"]).status).toBe(0);
});

test("waits for no run, and makes no database", () => {
  writeArticles(place("articles"), 1);
  expect(faktum(folder, ["gc"])).toMatchObject({ status: 2 });
  expect(() => statSync(place("facts.db"))).toThrow();
  expect(faktum(folder, ["run", "articles"]).status).toBe(0);
  const lock = takeRunLock(place("facts.db"), "faktum run elsewhere");
  try {
    expect(faktum(folder, ["gc"])).toMatchObject({ status: 75 });
    expect(faktum(folder, ["check", "--repair"])).toMatchObject({ status: 75 });
    const { stdout, status } = faktum(folder, ["status"]);
    expect(status).toBe(0);
    expect(stdout).toContain("faktum run elsewhere (process ");
  } finally {
    lock.release();
  }
});
