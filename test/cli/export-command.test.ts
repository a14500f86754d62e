import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { parse } from "csv-parse/sync";
import { parquetMetadataAsync, parquetReadObjects } from "hyparquet";
import { type Finished, faktum, PLAIN_ENVIRONMENT, PROGRAM } from "./faktum-process.js";

type Row = Readonly<Record<string, unknown>>;

let folder: string;
const at = (name: string): string => path.join(folder, name);
const EVERY = ["export", "--log-level", "error"] as const;

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), "faktum-export-"));
  mkdirSync(at("articles"));
  const write = (name: string, text: string): void => writeFileSync(at(path.join("articles", name)), text);
  write(
    "b.md",
    '---\ntitle: =HYPERLINK("http://x")\n---\n\nDie Stadt meldet 🎉 Fortschritte. 🎉 Im Jahr 2020 hatten 0,1 Prozent der Haushalte einen Anschluss.\n\nDer Bau kostete 100 Trillionen Euro.\n',
  );
  write("a #1?.txt", "كان عدد الأسر 1250 أسرة في عام 2022. وبلغت نسبة الأسر الموصولة بالإنترنت ٧٢٫٥٩٥٪ من الأسر.\n");
  write(
    "list.jsonl",
    `${JSON.stringify({ id: 1, text: "Die Behörden meldeten 41 neue Fälle in der Stadt am 28. Juni." })}\n`,
  );
  expect(faktum(folder, ["run", "articles"]).status).toBe(0);
});

afterAll(() => rmSync(folder, { recursive: true }));

function query(sql: string, database = "facts.db"): readonly Row[] {
  const { stdout, stderr } = faktum(folder, ["query", "--db", database, "--format", "json", sql]);
  if (stderr !== "") throw new Error(stderr);
  return JSON.parse(stdout) as Row[];
}

function exported(name: string, ...args: readonly string[]): Buffer {
  rmSync(at(name), { force: true });
  expect(faktum(folder, [...EVERY, "--output", name, ...args])).toEqual({ status: 0, stdout: "", stderr: "" });
  return readFileSync(at(name));
}

const jsonLines = (bytes: Buffer | string): readonly Row[] =>
  String(bytes)
    .trimEnd()
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Row);

describe("rows", () => {
  test("CSV has every row in the order of paths and text, the columns of the view, and no formula", () => {
    const rows = parse(exported("facts.csv"), { columns: true, record_delimiter: "\r\n" }) as readonly Row[];
    const known = query("SELECT * FROM evidence");
    expect(rows.length).toBe(known.length);
    expect(Object.keys(rows[0] ?? {})).toEqual(Object.keys(known[0] ?? {}));
    expect(rows.map(({ path: file }) => file)).toEqual(rows.map(({ path: file }) => String(file)).sort());
    expect(rows.find(({ kind, value }) => kind === "percentage" && value === "0.1")).toMatchObject({
      value_text: "0.1",
      title: `'=HYPERLINK("http://x")`,
      modifier: "",
    });
    expect(rows.find(({ kind }) => kind === "money")).toMatchObject({ value_text: "100000000000000000000" });
    expect(rows.find(({ surface }) => surface === "٧٢٫٥٩٥٪")).toMatchObject({ value_text: "72.595", language: "ar" });
  });

  test("with a mark in front for Excel, only of CSV", () => {
    expect([...exported("bom.csv", "--bom").subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(faktum(folder, [...EVERY, "--bom", "--format", "jsonl"])).toMatchObject({ status: 2, stdout: "" });
  });

  test("JSONL holds what a query gives", () => {
    const rows = jsonLines(exported("p.jsonl", "--view", "percentages"));
    expect(rows).toEqual(query("SELECT * FROM percentages ORDER BY path, sentence_id"));
    expect(rows.length).toBeGreaterThan(1);
  });

  test("Parquet is read back as it was, with types and empty cells", async () => {
    const bytes = exported("facts.parquet");
    const file = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;
    const rows = await parquetReadObjects({ file });
    const known = jsonLines(faktum(folder, [...EVERY, "--format", "jsonl"]).stdout);
    const plain = rows.map((row) =>
      Object.fromEntries(
        Object.entries(row).map(([name, value]) => [name, typeof value === "bigint" ? Number(value) : (value ?? null)]),
      ),
    );
    expect(plain).toEqual(known);
    const { schema, num_rows: count } = await parquetMetadataAsync({
      byteLength: file.byteLength,
      slice: (start, end) => file.slice(start, end),
    });
    expect(Number(count)).toBe(known.length);
    const typeOf = (name: string) => schema.find((element) => element.name === name);
    expect(typeOf("value")).toMatchObject({ type: "DOUBLE" });
    expect(typeOf("document_id")).toMatchObject({ type: "INT64" });
    expect(typeOf("sentence")).toMatchObject({ type: "BYTE_ARRAY", converted_type: "UTF8" });
  });

  test("every view in every format of rows, also without a row", async () => {
    const views = query("SELECT name FROM sqlite_master WHERE type = 'view'").map(({ name }) => String(name));
    for (const view of views.slice(0, 4).concat("problems", "marked_facts", "changes")) {
      const args = ["--view", view, "--where", "1 = 0"];
      const head = exported("none.csv", ...args).toString();
      expect(head.split("\r\n")).toEqual([
        query(`SELECT group_concat(name) AS all_names FROM pragma_table_info('${view}')`)[0]?.["all_names"],
        "",
      ]);
      expect(exported("none.jsonl", ...args)).toHaveLength(0);
      const bytes = exported("none.parquet", ...args);
      const file = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;
      expect(await parquetReadObjects({ file })).toEqual([]);
    }
  }, 120_000);

  test("a condition chooses rows", () => {
    const where = "value > (SELECT min(value) FROM percentages) AND language IN ('ar') -- the highest";
    expect(jsonLines(exported("w.jsonl", "--view", "percentages", "--where", where))).toMatchObject([
      { value_text: "72.595" },
    ]);
  });

  test.each([
    ["1) UNION SELECT * FROM (SELECT 1", /cannot be asked: it closes a parenthesis that it did not open/u],
    ["1); DROP TABLE facts; --", /closes a parenthesis/u],
    ["1; DELETE FROM facts", /leave the semicolon out/u],
    ["valeu > 3", /no such column: valeu; mend the SQL/u],
    ["value > ?", /leaves a place for a value open/u],
    ["value >", /syntax error/u],
    ["ordered_path = 'x'", /no such column: ordered_path/u],
    ["value > 1 LIMIT 1", /syntax error/u],
  ])("the condition %s is refused in one line", (where, message) => {
    const { status, stdout, stderr } = faktum(folder, [...EVERY, "--where", where, "--output", "never.csv"]);
    expect([status, stdout, stderr.trimEnd().split("\n").length]).toEqual([2, "", 1]);
    expect(stderr).toMatch(message);
    expect(existsSync(at("never.csv"))).toBe(false);
    expect(query("SELECT count(*) > 0 AS kept FROM facts")).toEqual([{ kept: 1 }]);
  });

  test("an unknown view is told with those that there are", () => {
    const { status, stderr } = faktum(folder, [...EVERY, "--view", "facts; DROP TABLE facts"]);
    expect([status, stderr]).toEqual([
      2,
      expect.stringMatching(/there is no view .*; views are all_evidence, changes/u),
    ]);
  });
});

describe("W3C Web Annotations", () => {
  test("say where each fact stands, in code points", () => {
    const lines = jsonLines(exported("a.jsonl", "--format", "web-annotation"));
    const texts = new Map(
      query("SELECT path, text FROM documents").map(({ path: file, text }) => [file, String(text)]),
    );
    expect(lines.length).toBe(query("SELECT fact_id FROM evidence").length);
    const sources = new Set<string>();
    for (const line of lines) {
      expect(line).toMatchObject({
        "@context": "http://www.w3.org/ns/anno.jsonld",
        type: "Annotation",
        id: expect.stringMatching(/^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/u),
        created: expect.stringMatching(/^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]+Z$/u),
        motivation: "describing",
        creator: { type: "Software", name: expect.stringMatching(/^[a-z]+\.[a-z-]+$/u) },
        generator: { type: "Software", name: expect.stringMatching(/^faktum [0-9]/u) },
        body: { type: "TextualBody", format: "application/json" },
      });
      const { source, selector } = line["target"] as { source: string; selector: readonly [Row, Row] };
      sources.add(source);
      const [position, quote] = selector;
      expect([position["type"], quote["type"]]).toEqual(["TextPositionSelector", "TextQuoteSelector"]);
      const points = [...(texts.get(decodeURIComponent(source)) ?? "")];
      const [start, end] = [Number(position["start"]), Number(position["end"])];
      expect(points.slice(start, end).join("")).toBe(quote["exact"]);
      expect(points.slice(Math.max(0, start - 32), start).join("")).toBe(quote["prefix"]);
      expect(points.slice(end, end + 32).join("")).toBe(quote["suffix"]);
    }
    expect(new Set(lines.map(({ id }) => id)).size).toBe(lines.length);
    expect([...sources]).toEqual(["articles/a%20%231%3F.txt", "articles/b.md", "articles/list.jsonl%231"]);
    const bodies = lines.map(({ body }) => JSON.parse(String((body as Row)["value"])) as Row);
    expect(bodies.find(({ kind }) => kind === "money")).toMatchObject({
      value: 1e20,
      value_text: "100000000000000000000",
      unit: "EUR",
    });
  });

  test("are of facts only", () => {
    const { status, stderr } = faktum(folder, [...EVERY, "--format", "web-annotation", "--view", "problems"]);
    expect([status, stderr]).toEqual([2, expect.stringContaining("the rows of problems are no facts")]);
  });
});

describe("a database", () => {
  test("of the articles with chosen facts is whole, and opens with every command", () => {
    exported("sub.db", "--where", "language = 'de'");
    expect(readdirSync(folder).filter((name) => name.startsWith("sub.db"))).toEqual(["sub.db"]);
    expect(faktum(folder, ["check", "--db", "sub.db"])).toMatchObject({ status: 0, stderr: "" });
    const facts = "SELECT * FROM evidence WHERE language = 'de' ORDER BY path, sentence_id, fact_id";
    expect(query(facts, "sub.db")).toEqual(query(facts));
    expect(query("SELECT path FROM documents ORDER BY path", "sub.db")).toEqual([
      { path: "articles/b.md" },
      { path: "articles/list.jsonl#1" },
    ]);
    expect(query("SELECT path, documents, complete FROM containers", "sub.db")).toEqual([
      { path: "articles/list.jsonl", documents: 1, complete: 0 },
    ]);
    expect(
      query("SELECT count(*) AS n FROM sentence_search WHERE sentence_search MATCH 'haushalte'", "sub.db"),
    ).toEqual([{ n: 1 }]);
    for (const args of [
      ["status"],
      ["find", "percentages"],
      ["explain", String(query("SELECT id FROM facts LIMIT 1", "sub.db")[0]?.["id"])],
    ]) {
      expect(faktum(folder, [...args, "--db", "sub.db"]).status).toBe(0);
    }
    expect(faktum(folder, ["run", "articles", "--db", "sub.db"]).status).toBe(0);
    expect(query("SELECT count(*) AS n FROM documents", "sub.db")).toEqual(
      query("SELECT count(*) AS n FROM documents"),
    );
    expect(faktum(folder, ["check", "--db", "sub.db"]).status).toBe(0);
  });

  test("of nothing is empty and whole", () => {
    exported("empty.db", "--where", "1 = 0");
    expect(faktum(folder, ["check", "--db", "empty.db"]).stdout).toContain("whole; 0 documents, 0 facts");
  });
});

describe("files", () => {
  const refused = (...args: readonly string[]): Finished => faktum(folder, [...EVERY, ...args]);

  test("that are there stay unless they are to be replaced", () => {
    writeFileSync(at("there.csv"), "mine");
    expect(refused("--output", "there.csv")).toMatchObject({
      status: 2,
      stderr: expect.stringContaining("add --force"),
    });
    expect(readFileSync(at("there.csv"), "utf8")).toBe("mine");
    expect(refused("--output", "there.csv", "--force").status).toBe(0);
    expect(readFileSync(at("there.csv"), "utf8")).toMatch(/^fact_id,/u);
  });

  test.each([
    ["the database", ["--output", "facts.db", "--force"], /this is the database itself/u],
    ["what lies beside it", ["--output", "facts.db-wal", "--format", "csv", "--force"], /this is the database itself/u],
    ["a folder", ["--output", "articles", "--force"], /this is a folder/u],
    ["in no folder", ["--output", "nowhere/a.csv"], /the folder .* does not exist; make it/u],
    ["a device", ["--output", "/dev/null", "--force"], /no ordinary file/u],
    ["two things at once", ["--gold", "g.jsonl", "--output", "a.csv"], /cannot be used with/u],
    ["a database to stdout", ["--format", "sqlite"], /name a file with --output/u],
    ["Parquet to stdout", ["--format", "parquet"], /name a file with --output/u],
    ["from no database", ["--db", "absent.db"], /there is no such database/u],
  ])("%s: refused in one line", (_, args, message) => {
    const { status, stdout, stderr } = refused(...args);
    expect([status, stdout, stderr.trimEnd().split("\n").length]).toEqual([2, "", 1]);
    expect(stderr).toMatch(message);
  });

  test("that grow too large leave nothing behind", () => {
    // More than SQLite needs beside a database that is read, less than the file.
    const command = `ulimit -f 36; trap '' XFSZ; exec "$0" "$@"`;
    const args = ["-c", command, process.execPath, PROGRAM, ...EVERY, "--datasette", "large.json"];
    const { status, stderr } = spawnSync("bash", args, { cwd: folder, env: PLAIN_ENVIRONMENT, encoding: "utf8" });
    expect([status, stderr]).toEqual([
      4,
      expect.stringMatching(/^faktum: large\.json: the file would be larger than allowed/u),
    ]);
    expect(readdirSync(folder).filter((name) => name.startsWith("large"))).toEqual([]);
  });

  test("that are broken off leave nothing behind", async () => {
    const slow =
      "value IS NULL OR (WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 300000) SELECT max(i) + value > 0 FROM n)";
    const child = spawn(process.execPath, [PROGRAM, ...EVERY, "--where", slow, "--output", "stopped.csv"], {
      cwd: folder,
      env: PLAIN_ENVIRONMENT,
    });
    const ended = once(child, "exit");
    while (child.exitCode === null && !readdirSync(folder).some((name) => name.startsWith("stopped"))) {
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    child.kill("SIGINT");
    const [code] = await ended;
    expect([0, 130]).toContain(code);
    expect(readdirSync(folder).filter((name) => name.startsWith("stopped.csv."))).toEqual([]);
    if (code === 130) expect(existsSync(at("stopped.csv"))).toBe(false);
  });
});
