import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import Database from "better-sqlite3";
import { faktum } from "./faktum-process.js";
import { writeArticles } from "./generated-articles.js";

let folder: string;
const place = (name: string) => path.join(folder, name);

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "faktum-status-"));
});

afterEach(() => rmSync(folder, { recursive: true }));

test("tells what the database holds and what is left to do", () => {
  const names = writeArticles(place("articles"), 8);
  writeFileSync(place("articles/broken.pdf"), "%PDF-1.4 no more");
  expect(faktum(folder, ["run", "articles"]).status).toBe(1);
  rmSync(path.join(place("articles"), names[0] ?? ""));
  writeFileSync(place("faktum.toml"), 'database = "facts.db"\n');
  faktum(folder, ["run", "articles"]);
  const { status, stdout, stderr } = faktum(folder, ["status"]);
  expect([status, stderr]).toEqual([0, ""]);
  expect(stdout).toMatch(
    /^database {4}facts\.db, [0-9.]+ MB, [0-9.]+ MB of it free\nconfig {6}faktum\.toml\nrunning {5}nothing\n/u,
  );
  expect(stdout).toContain("\nquarantine  read.");
  expect(stdout).toContain("\nremoved     1 documents, until faktum gc\n");
  expect(stdout).toContain("\noutdated    none\n");
  expect(stdout).toMatch(/\nlast runs {3}[0-9TZ:.-]+ {2}[0-9]+ s, 0 stored with 0 facts, 1 removed, articles\n/u);

  const report = JSON.parse(faktum(folder, ["status", "--json"]).stdout);
  const database = new Database(place("facts.db"));
  const kinds = database.prepare("SELECT kind, count(*) FROM evidence GROUP BY kind ORDER BY kind").raw().all();
  expect(Object.entries(report.facts)).toEqual(kinds);
  expect(report).toMatchObject({ removed: 1, duplicates: 0, outdated: 0, ignored: 0 });
  expect(report.runs).toHaveLength(2);

  database.exec('UPDATE engines SET description = replace(description, \'"program":"\', \'"program":"older \')');
  database.exec("UPDATE runs SET finished_at = NULL WHERE id = 2");
  database.close();
  const outdated = faktum(folder, ["status"]).stdout;
  expect(outdated).toContain("\noutdated    8 documents, which the next run makes anew\n");
  expect(outdated).toContain("  did not end, ");
});

test("makes no database", () => {
  expect(faktum(folder, ["status"])).toMatchObject({ status: 2, stdout: "" });
});
