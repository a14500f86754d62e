import { chmodSync, copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import Database from "better-sqlite3";
import { countDocuments, dumpDatabase } from "./dump-database.js";
import { faktum, startFaktum } from "./faktum-process.js";
import { writeArticles } from "./generated-articles.js";

const IS_ROOT = process.getuid?.() === 0;

let folder: string;
const at = (...parts: readonly string[]): string => path.join(folder, ...parts);

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "faktum-run-"));
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

describe("faktum run", () => {
  test("stores articles and tells what it stored by language and kind, all on stderr", () => {
    writeArticles(at("articles"), 4);
    const { status, stdout, stderr } = faktum(folder, ["run", "articles"]);
    expect([status, stdout]).toEqual([0, ""]);
    expect(stderr).toMatch(/^language +documents +percentage +count/u);
    expect(stderr).toMatch(/\nde +2 /u);
    expect(stderr).toMatch(/\nid +2 /u);
    expect(stderr).toMatch(/\n4 documents stored with [1-9][0-9]* facts; /u);
  });

  test("--json gives the summary as data, --quiet leaves it out", () => {
    writeArticles(at("articles"), 2);
    const json = faktum(folder, ["run", "articles", "--json", "--quiet"]);
    expect([json.status, json.stderr]).toEqual([0, ""]);
    expect(JSON.parse(json.stdout)).toMatchObject({
      documents: { found: 2, extracted: 2, refused: 0, failed: 0, failedBefore: 0, unchanged: 0 },
      interrupted: false,
    });
  });

  test("a second run writes nothing and says so", () => {
    writeArticles(at("articles"), 5);
    faktum(folder, ["run", "articles"]);
    const before = readFileSync(at("facts.db"));
    const { status, stderr } = faktum(folder, ["run", "articles"]);
    expect([status, stderr]).toEqual([0, "nothing new: 5 documents unchanged\n"]);
    expect(readFileSync(at("facts.db")).equals(before)).toBe(true);
  });

  test("--force reads unchanged files again and ends with the same documents and facts", () => {
    writeArticles(at("articles"), 3);
    faktum(folder, ["run", "articles"]);
    const before = faktum(folder, ["query", "--format", "csv", "SELECT * FROM evidence ORDER BY fact_id"]).stdout;
    expect(faktum(folder, ["run", "articles", "--force"]).stderr).toContain("3 documents stored");
    expect(faktum(folder, ["query", "--format", "csv", "SELECT * FROM evidence ORDER BY fact_id"]).stdout).toBe(before);
  });

  test("a changed file replaces what was stored of it, the others are left", () => {
    const [first = "", second = ""] = writeArticles(at("articles"), 3);
    faktum(folder, ["run", "articles"]);
    copyFileSync(at("articles", first), at("articles", second));
    expect(faktum(folder, ["run", "articles"]).stderr).toMatch(/1 document stored .*; 2 documents unchanged; /u);
    const paths = faktum(folder, [
      "query",
      "--format",
      "csv",
      "SELECT count(*), count(DISTINCT sha256) FROM documents",
    ]);
    expect(paths.stdout).toBe("count(*),count(DISTINCT sha256)\n3,2\n");
  });

  test("reads corpus/ when no path is given", () => {
    writeArticles(at("corpus"), 1);
    expect(faktum(folder, ["run"]).stderr).toContain("1 document stored");
  });

  test("a text in another language is stored as refused and is no failure", () => {
    mkdirSync(at("articles"));
    const english = "The provincial government said on Monday that the new bridge would open to traffic next year. ";
    writeFileSync(at("articles", "english.txt"), english.repeat(5));
    const { status, stderr } = faktum(folder, ["run", "articles"]);
    expect(status).toBe(0);
    expect(stderr).toContain("1 refused, in a language that no lexicon covers (");
    const stored = faktum(folder, ["query", "--format", "csv", "SELECT status, language FROM documents"]).stdout;
    expect(stored).toBe("status,language\nrefused,und\n");
  });
});

describe("faktum run over what cannot be read", () => {
  test.each<readonly [string, string | Uint8Array]>([
    ["an empty file", ""],
    ["a binary file", new Uint8Array(2000).map((_, index) => (index * 7) % 256)],
    ["a 50 MB line", Buffer.alloc(50_000_000, "zahl 12 ")],
  ])("%s: one line that names it, the rest is stored, exit code 1", (_, content) => {
    writeArticles(at("articles"), 2);
    writeFileSync(at("articles", "bad.txt"), content);
    const { status, stderr } = faktum(folder, ["run", "articles"]);
    expect(status).toBe(1);
    expect(stderr.match(/^faktum: .*$/gmu)).toEqual([expect.stringMatching(/^faktum: articles\/bad\.txt: .+[;:,] /u)]);
    expect(stderr).toMatch(/2 documents stored .*; 1 failed; /u);
  });

  test("a failure is remembered: the next run does not try again, and still ends with 1", () => {
    writeArticles(at("articles"), 1);
    writeFileSync(at("articles", "bad.txt"), "");
    faktum(folder, ["run", "articles"]);
    const before = readFileSync(at("facts.db"));
    const { status, stderr } = faktum(folder, ["run", "articles"]);
    expect(stderr).toBe("nothing new: 1 document unchanged; 1 document failed before and unchanged\n");
    expect(status).toBe(1);
    expect(readFileSync(at("facts.db")).equals(before)).toBe(true);
  });

  test("a path that is not there", () => {
    const { status, stderr } = faktum(folder, ["run", "nowhere"]);
    expect(status).toBe(2);
    expect(stderr).toMatch(/^faktum: nowhere: .+\n$/u);
  });

  (IS_ROOT ? test.skip : test)("an unreadable folder and file (skipped for root, who may read everything)", () => {
    writeArticles(at("articles"), 1);
    writeArticles(at("articles", "closed"), 1);
    writeArticles(at("articles", "file"), 1);
    chmodSync(at("articles", "closed"), 0);
    chmodSync(at("articles", "file", "article-0000.txt"), 0);
    const { status, stderr } = faktum(folder, ["run", "articles"]);
    chmodSync(at("articles", "closed"), 0o700);
    expect(status).toBe(1);
    expect(stderr).toMatch(/faktum: articles\/closed: /u);
    expect(stderr).toMatch(/faktum: articles\/file\/article-0000\.txt: /u);
    expect(stderr).toMatch(/1 document stored .*; 2 failed; /u);
  });
});

describe("faktum run and the database", () => {
  test.each<readonly [string, (file: string) => void, number]>([
    ["no database", (file) => writeFileSync(file, "x".repeat(5000)), 2],
    ["another application's", (file) => new Database(file).exec("CREATE TABLE theirs (a)").close(), 2],
    [
      "of a newer version",
      (file) => {
        faktum(path.dirname(file), ["run", "articles"]);
        const database = new Database(file);
        database.pragma("user_version = 999");
        database.close();
      },
      2,
    ],
  ])("a file that is %s is refused and left as it was", (_, make, expected) => {
    writeArticles(at("articles"), 1);
    make(at("facts.db"));
    const before = readFileSync(at("facts.db"));
    const { status, stderr } = faktum(folder, ["run", "articles"]);
    expect(status).toBe(expected);
    expect(stderr).toMatch(/^faktum: facts\.db: .+\n$/u);
    expect(readFileSync(at("facts.db")).equals(before)).toBe(true);
  });

  test("a database that another program is writing to", () => {
    writeArticles(at("articles"), 1);
    faktum(folder, ["run", "articles"]);
    writeArticles(at("articles"), 2);
    const other = new Database(at("facts.db"));
    other.exec("BEGIN IMMEDIATE");
    const { status, stderr } = faktum(folder, ["run", "articles"]);
    other.close();
    expect(status).toBe(4);
    expect(stderr).toMatch(/^faktum: facts\.db: another program is writing to this database; .+\n$/u);
  });

  test("a folder that is not there", () => {
    writeArticles(at("articles"), 1);
    const { status, stderr } = faktum(folder, ["run", "articles", "--db", "no/facts.db"]);
    expect(status).toBe(2);
    expect(stderr).toMatch(/^faktum: no\/facts\.db: .+\n$/u);
  });
});

describe("faktum run, stopped", () => {
  const ARTICLES = 1000;
  let undisturbed: string;

  beforeAll(() => {
    const calm = mkdtempSync(path.join(tmpdir(), "faktum-calm-"));
    writeArticles(path.join(calm, "articles"), ARTICLES);
    expect(faktum(calm, ["run", "articles"]).status).toBe(0);
    undisturbed = dumpDatabase(path.join(calm, "facts.db"));
    rmSync(calm, { recursive: true });
  });

  test.each(["SIGKILL", "SIGTERM", "SIGINT"] as const)(
    "by %s half-way: the next run ends with the same database",
    async (signal) => {
      writeArticles(at("articles"), ARTICLES);
      const child = startFaktum(folder, ["run", "articles"]);
      const ended = new Promise<number | null>((resolve) => child.on("exit", resolve));
      while (child.exitCode === null && (countDocuments(at("facts.db")) ?? 0) === 0) await wait(5);
      child.kill(signal);
      const code = await ended;

      // Else the run was over before the signal came, and the test has shown nothing.
      expect(countDocuments(at("facts.db"))).toBeLessThan(ARTICLES);
      expect(code).toBe({ SIGKILL: null, SIGTERM: 143, SIGINT: 130 }[signal]);
      expect(faktum(folder, ["run", "articles"]).status).toBe(0);
      expect(dumpDatabase(at("facts.db"))).toBe(undisturbed);
    },
  );

  test("files that vanish while it runs are as if they had not been there, the others are stored", async () => {
    const names = writeArticles(at("articles"), ARTICLES);
    const child = startFaktum(folder, ["run", "articles"]);
    const ended = new Promise<number | null>((resolve) => child.on("exit", resolve));
    while (child.exitCode === null && (countDocuments(at("facts.db")) ?? 0) === 0) await wait(5);
    for (const name of names.slice(-50)) rmSync(at("articles", name));
    expect([0, 1]).toContain(await ended);
    const left = names.slice(0, -50).map((name) => `articles/${name}`);
    const stored = faktum(folder, ["query", "--format", "jsonl", "SELECT path FROM documents WHERE status = 'ok'"]);
    const paths = stored.stdout
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line).path);
    expect(left.filter((name) => !paths.includes(name))).toEqual([]);
    // What of them was read before they went is marked by the next run, what could not be opened is told no more.
    expect(faktum(folder, ["run", "articles"]).status).toBe(0);
    const evidence = faktum(folder, ["query", "--format", "csv", "SELECT count(DISTINCT path) FROM evidence"]).stdout;
    expect(evidence).toBe("count(DISTINCT path)\n950\n");
  });
});
