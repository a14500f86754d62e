import { mkdirSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { gzipSync } from "node:zlib";
import { tarOf, warcRecord, zipOf } from "../stages/read/containers/make-archives.js";
import { countDocuments, dumpDatabase } from "./dump-database.js";
import { faktum, startFaktum } from "./faktum-process.js";

let folder: string;
const at = (...parts: readonly string[]): string => path.join(folder, ...parts);

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "faktum-containers-"));
  mkdirSync(at("articles"));
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

const sentence = (n: number): string =>
  `Im Landkreis sind nach Angaben der Behörden ${10 + (n % 80)},${n % 10} Prozent der Haushalte angeschlossen, und der Bau kostet ${n + 5} Millionen Euro.`;
const page = (n: number): string => `<!doctype html><html><body><h1>Folge ${n}</h1><p>${sentence(n)}</p></body></html>`;
const line = (n: number): string => JSON.stringify({ id: `f${n}`, title: `Folge ${n}`, text: sentence(n) });
const numbers = (count: number): readonly number[] => Array.from({ length: count }, (_, n) => n);
const archive = (count: number): Buffer =>
  Buffer.concat(numbers(count).map((n) => gzipSync(warcRecord({ id: String(n), body: page(n) }))));

function write(name: string, content: string | Uint8Array): void {
  writeFileSync(at("articles", name), content);
}

const query = (sql: string): readonly string[] =>
  faktum(folder, ["query", "--format", "csv", sql]).stdout.trim().split("\n").slice(1);

describe("faktum run over containers", () => {
  test("stores their articles, each under its own name, and counts what it passed over", () => {
    write(
      "a.zip",
      zipOf([
        { name: "x/page.html", content: page(1) },
        { name: "p.png", content: "\x89PNG" },
      ]),
    );
    write("b.jsonl", numbers(2).map(line).join("\n"));
    write("c.dat", archive(1));
    write("d.tar.gz", gzipSync(tarOf([{ name: "d.csv", content: `id;text\n7;"${sentence(7)}"\n` }])));
    write("e", page(5));
    const { status, stderr } = faktum(folder, ["run", "articles"]);
    expect(stderr).toMatch(/\npassed over in containers: 1 \.png\ncontainers: 4 read\n6 documents stored with /u);
    expect(status).toBe(0);
    expect(query("SELECT path FROM documents ORDER BY path")).toEqual([
      "articles/a.zip#x/page.html",
      "articles/b.jsonl#f0",
      "articles/b.jsonl#f1",
      "articles/c.dat#urn:uuid:0",
      "articles/d.tar.gz#d.csv#7",
      "articles/e",
    ]);
    expect(query("SELECT path, media_type, documents, passed_over, complete FROM containers ORDER BY path")).toEqual([
      "articles/a.zip,application/zip,1,1,1",
      "articles/b.jsonl,application/jsonl,2,0,1",
      "articles/c.dat,application/gzip,1,0,1",
      "articles/d.tar.gz,application/gzip,1,0,1",
    ]);
    expect(query("SELECT url, retrieved_at FROM documents WHERE url IS NOT NULL")).toEqual([
      "https://a.example/,2024-06-28T07:30:00Z",
    ]);
  });

  test("a second run writes nothing and says so", () => {
    write("a.warc.gz", archive(3));
    write("b.jsonl", [line(1), "{", line(2)].join("\n"));
    expect(faktum(folder, ["run", "articles"]).status).toBe(1);
    const before = readFileSync(at("facts.db"));
    const { status, stderr } = faktum(folder, ["run", "articles"]);
    expect(stderr).toContain("nothing new: 5 documents unchanged; 1 document failed before and unchanged\n");
    expect(status).toBe(1);
    expect(readFileSync(at("facts.db")).equals(before)).toBe(true);
  });

  test("of a changed container only what is new is read, and what is gone is removed", () => {
    write("b.jsonl", [line(1), line(2), line(3)].join("\n"));
    faktum(folder, ["run", "articles"]);
    write("b.jsonl", [line(4), line(3), line(1)].join("\n"));
    expect(faktum(folder, ["run", "articles"]).stderr).toMatch(/1 document stored .*; 2 documents unchanged; /u);
    expect(query("SELECT path, run_id FROM documents ORDER BY path")).toEqual([
      "articles/b.jsonl#f1,1",
      "articles/b.jsonl#f3,1",
      "articles/b.jsonl#f4,2",
    ]);
    expect(query("SELECT documents, run_id FROM containers")).toEqual(["3,2"]);
  });

  test("a container that becomes an article, and an article that becomes a container", () => {
    write("a.html", `[${line(1)}]`);
    write("b.html", page(2));
    faktum(folder, ["run", "articles"]);
    write("a.html", page(1));
    write("b.html", `[${line(2)}]`);
    faktum(folder, ["run", "articles"]);
    expect(query("SELECT path FROM documents ORDER BY path")).toEqual(["articles/a.html", "articles/b.html#f2"]);
    expect(query("SELECT path FROM containers")).toEqual(["articles/b.html"]);
  });

  test("what cannot be read is told with its place, the rest is stored, and problems lists it", () => {
    write("a.warc.gz", archive(3).subarray(0, -40));
    write("b.jsonl", [line(1), "{", line(2)].join("\n"));
    write("c.json", '{"name": "settings"}');
    const { status, stderr } = faktum(folder, ["run", "articles"]);
    expect(status).toBe(1);
    expect(stderr.match(/^faktum: .*$/gmu)).toEqual([
      expect.stringMatching(/^faktum: articles\/a\.warc\.gz: the gzip data ends too early; .+: get the file anew$/u),
      expect.stringMatching(/^faktum: articles\/b\.jsonl#2: not JSON; /u),
      expect.stringMatching(/^faktum: articles\/c\.json: no article in it; its fields are name: .+--field text=NAME/u),
    ]);
    expect(stderr).toMatch(/4 documents stored .*; 3 failed; /u);
    expect(query("SELECT path, status, stage, code, severity, run FROM problems ORDER BY path")).toEqual([
      "articles/a.warc.gz,failed,read,read.truncated,error,1",
      "articles/b.jsonl#2,failed,read,read.damaged,error,1",
      "articles/c.json,failed,read,read.no-articles,error,1",
    ]);
    const before = readFileSync(at("facts.db"));
    faktum(folder, ["run", "articles"]);
    expect(readFileSync(at("facts.db")).equals(before)).toBe(true);
  });

  test("fields and limits by option; other ones read the container again", () => {
    write("a.csv", `key,inhalt\nx,"${sentence(1)}"\ny,"${sentence(2)}"\n`);
    expect(faktum(folder, ["run", "articles"]).stderr).toContain("its fields are key, inhalt");
    const chosen = ["run", "articles", "--field", "text=inhalt", "--field", "id=key"];
    expect(faktum(folder, chosen).status).toBe(0);
    expect(query("SELECT path FROM documents")).toEqual(["articles/a.csv#x", "articles/a.csv#y"]);
    expect(faktum(folder, [...chosen, "--max-documents", "1"]).stderr).toMatch(/more than 1 documents; /u);
    expect(query("SELECT path, status FROM documents ORDER BY path")).toEqual([
      "articles/a.csv,failed",
      "articles/a.csv#x,ok",
    ]);
    expect(faktum(folder, [...chosen, "--max-file-size", "50"]).stderr).toMatch(/longer than 50 bytes; /u);
  });

  test.each([
    [["--field", "wort=x"], /names are id, title, text/u],
    [["--max-file-size", "much"], /500K, 8M/u],
    [["--max-documents", "0"], /whole number/u],
  ])("a wrong option is told: %s", (options, message) => {
    const { status, stderr } = faktum(folder, ["run", "articles", ...options]);
    expect(status).toBe(2);
    expect(stderr).toMatch(message);
  });

  test("a plain file of 2 GB is refused by its size, before it is read", () => {
    write("a.txt", "");
    truncateSync(at("articles", "a.txt"), 2 * 2 ** 30);
    const { status, stderr } = faktum(folder, ["run", "articles"]);
    expect(stderr).toMatch(/^faktum: articles\/a\.txt: 2147483648 bytes, more than the 8388608 .+; split it, /mu);
    expect(status).toBe(1);
  });

  test("one that is killed half-way is gone on with, and the database ends the same", async () => {
    const count = 150;
    write("a.warc.gz", archive(count));
    expect(faktum(folder, ["run", "articles", "--db", "calm.db"]).status).toBe(0);
    const child = startFaktum(folder, ["run", "articles"]);
    const ended = new Promise((resolve) => child.on("exit", resolve));
    while (child.exitCode === null && (countDocuments(at("facts.db")) ?? 0) === 0) await wait(5);
    child.kill("SIGKILL");
    await ended;
    // Else the run was over before the signal came, and the test has shown nothing.
    expect(countDocuments(at("facts.db"))).toBeLessThan(count);
    expect(query("SELECT complete FROM containers")).toEqual(["0"]);
    expect(faktum(folder, ["run", "articles"]).stderr).toMatch(/[1-9][0-9]* documents unchanged; /u);
    expect(dumpDatabase(at("facts.db"))).toBe(dumpDatabase(at("calm.db")));
  });
});

describe("faktum extract over containers", () => {
  test("a line for each article in it; what is broken is told", () => {
    write(
      "a.zip",
      zipOf([
        { name: "x.html", content: page(1) },
        { name: "b.jsonl", content: `${line(2)}\n{` },
      ]),
    );
    const { status, stdout, stderr } = faktum(folder, ["extract", "articles/a.zip"]);
    const ids = stdout.trim().split("\n");
    expect(ids.map((each) => (JSON.parse(each) as { readonly id: string }).id)).toEqual([
      "articles/a.zip#x.html",
      "articles/a.zip#b.jsonl#f2",
    ]);
    expect(stderr).toBe("faktum: articles/a.zip#b.jsonl#2: not JSON; give one whole object a line\n");
    expect(status).toBe(1);
  });

  test("a .jsonl file is still a line of text each, by its own ids", () => {
    write("a.jsonl", `${JSON.stringify({ id: 7, text: sentence(1) })}\n`);
    const { stdout } = faktum(folder, ["extract", "articles/a.jsonl"]);
    expect(JSON.parse(stdout)).toMatchObject({ id: 7, lang: "de" });
  });
});
