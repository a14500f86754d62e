import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { faktum, PROGRAM } from "./faktum-process.js";

const SENTENCE =
  "Die Mobilfunkabdeckung der Haushalte in der Region liegt nach Angaben der Behörden bei 80,47 Prozent.";

let folder: string;
const at = (name: string): string => path.join(folder, name);

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), "faktum-extract-"));
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

function jsonLines(text: string): readonly Record<string, unknown>[] {
  return text
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line));
}

describe("faktum extract", () => {
  test("writes a line of JSON for each line read, with the facts of its text", () => {
    const lines = [
      { id: "a", text: SENTENCE },
      { id: 2, text: "Hier steht in der Region nichts von Belang, und die Behörden sagen auch nichts." },
    ];
    const { status, stdout, stderr } = faktum(
      folder,
      ["extract"],
      lines.map((line) => JSON.stringify(line)).join("\n"),
    );
    expect([status, stderr]).toEqual([0, ""]);
    expect(jsonLines(stdout)).toEqual([
      {
        id: "a",
        lang: "de",
        facts: [
          expect.objectContaining({
            kind: "percentage",
            start: SENTENCE.indexOf("80,47"),
            end: SENTENCE.length - 1,
            surface: "80,47 Prozent",
            value: 80.47,
            unit: "%",
          }),
        ],
      },
      { id: 2, lang: "de", facts: [] },
    ]);
  });

  test("--numbers adds the numbers that were read", () => {
    const { stdout } = faktum(folder, ["extract", "--numbers"], JSON.stringify({ id: "a", text: SENTENCE }));
    const start = SENTENCE.indexOf("80,47");
    expect(jsonLines(stdout)[0]?.["numbers"]).toEqual([{ start, end: start + 5, value: 80.47 }]);
  });

  const TEXTS = [
    { id: "CRLF line ends", text: `${SENTENCE}\r\n\r\n${SENTENCE}` },
    { id: "letters with separate marks", text: SENTENCE.normalize("NFD") },
    { id: "a byte order mark and U+2028", text: `\uFEFF${SENTENCE}\u2028${SENTENCE}` },
    { id: "characters of two units", text: `👍 ${SENTENCE}` },
  ];
  const CLAIMS = [
    { id: "a lexicon's tag is believed", lang: "id", expected: "id" },
    { id: "another tag is not", lang: "xx", expected: "de" },
    { id: "no tag: the language is detected", expected: "de" },
  ];
  const ENGLISH = "The government said that 80.47 percent of all households in the region had been connected by then.";

  describe("over many texts", () => {
    let answers: ReadonlyMap<unknown, Record<string, unknown>>;

    beforeAll(() => {
      const claims = CLAIMS.map(({ id, lang }) => ({ id, text: SENTENCE, lang }));
      const lines = [...TEXTS, ...claims, { id: "English", text: ENGLISH }, { id: "nothing", text: "" }];
      const { status, stdout, stderr } = faktum(
        folder,
        ["extract"],
        lines.map((line) => JSON.stringify(line)).join("\n"),
      );
      expect([status, stderr]).toEqual([0, ""]);
      answers = new Map(jsonLines(stdout).map((answer) => [answer["id"], answer]));
    });

    test.each(TEXTS)("offsets refer to the text as it was given: $id", ({ id, text }) => {
      const facts = answers.get(id)?.["facts"] as readonly { start: number; end: number; surface: string }[];
      expect(facts.map(({ surface }) => surface)).toContain("80,47 Prozent");
      for (const { start, end, surface } of facts) expect(text.slice(start, end)).toBe(surface);
    });

    test.each(CLAIMS)("lang: $id", ({ id, expected }) => {
      expect(answers.get(id)?.["lang"]).toBe(expected);
    });

    test("a text in a language that no lexicon covers has no facts and is no failure", () => {
      expect(answers.get("English")).toMatchObject({ lang: "und", facts: [] });
    });

    test("an empty text has no facts, and the reason", () => {
      expect(answers.get("nothing")).toMatchObject({ lang: "und", facts: [], diagnostics: [{ code: "read.empty" }] });
    });
  });

  test("reads article files and JSONL files, each by its name, - being stdin", () => {
    writeFileSync(at("article.txt"), `${SENTENCE}\n`);
    writeFileSync(at("texts.jsonl"), JSON.stringify({ id: "b", text: SENTENCE }));
    writeFileSync(at("texts.data"), JSON.stringify({ id: "c", text: SENTENCE }));
    const stdin = JSON.stringify({ text: SENTENCE });
    const { stdout } = faktum(folder, ["extract", "article.txt", "texts.jsonl", "-"], stdin);
    expect(jsonLines(stdout).map(({ id }) => id)).toEqual(["article.txt", "b", "stdin:1"]);
    const asJsonl = faktum(folder, ["extract", "--jsonl", "texts.data"]);
    expect(jsonLines(asJsonl.stdout).map(({ id }) => id)).toEqual(["c"]);
  });
});

describe("faktum extract over what cannot be read", () => {
  const GOOD = JSON.stringify({ id: "good", text: SENTENCE });

  test.each<readonly [string, string | Uint8Array, string]>([
    ["not JSON", "{", "not JSON; give one whole object a line"],
    ["no object", "[1]", 'not {"id", "text", "lang"?}; "text" and "lang" are strings'],
    ["no text", '{"id":"a"}', 'not {"id", "text", "lang"?}; "text" and "lang" are strings'],
    ["not UTF-8", new Uint8Array([0x7b, 0xe9, 0x7d]), "not UTF-8; save the file in that encoding"],
    ["50 MB", Buffer.alloc(50_000_000, "x"), "longer than 16777216 bytes; split the text"],
  ])("a line that is %s is told with its number, the others are read, exit code 1", (_, line, message) => {
    const input = Buffer.concat([Buffer.from(`${GOOD}\n`), Buffer.from(line), Buffer.from(`\n\n${GOOD}\n`)]);
    const { status, stdout, stderr } = faktum(folder, ["extract"], input);
    expect([status, stderr]).toEqual([1, `faktum: stdin:2: ${message}\n`]);
    expect(jsonLines(stdout).map(({ id }) => id)).toEqual(["good", "good"]);
  });

  test.each([
    ["an article that is not there", "no.txt"],
    ["JSONL that is not there", "no.jsonl"],
  ])("%s: one line, and the other files are read", (_, name) => {
    const { status, stdout, stderr } = faktum(folder, ["extract", name, "-"], GOOD);
    expect(status).toBe(1);
    expect(stderr).toBe(
      `faktum: ${name}: there is no such file; check its name, or run again if it was moved meanwhile\n`,
    );
    expect(jsonLines(stdout)).toHaveLength(1);
  });

  test("an empty article file", () => {
    writeFileSync(at("empty.txt"), "");
    const { status, stderr } = faktum(folder, ["extract", "empty.txt"]);
    expect(status).toBe(1);
    expect(stderr).toMatch(/^faktum: empty\.txt: .+\n$/u);
  });

  test("a reader that stops early ends it without a word", () => {
    writeFileSync(at("many.jsonl"), `${GOOD}\n`.repeat(5000));
    const script = `"${process.execPath}" "${PROGRAM}" extract many.jsonl | head -n 1`;
    const { status, stdout, stderr } = spawnSync("sh", ["-c", script], { cwd: folder, encoding: "utf8" });
    expect([status, stderr]).toEqual([0, ""]);
    expect(jsonLines(stdout)).toHaveLength(1);
  });
});
