import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import { STAGES } from "../pipeline/model/stages.js";
import { codeHabits, isEntryPoint, workAtImport } from "./layout/code-habits.js";
import { LINE_LIMIT, misnamed, stageMismatches, tooLong, vagueNames } from "./layout/file-rules.js";
import { humanTextRegexes } from "./layout/human-text-regexes.js";
import { languageTagLiterals } from "./layout/language-tag-literals.js";
import { filesUnder, type SourceFile, sourceFiles } from "./layout/source-file.js";
import { codeAmongLexicons, strangeEntries } from "./layout/top-level.js";

const ROOT = path.resolve(import.meta.dirname, "..");
const SHIPPED = sourceFiles(ROOT, ["pipeline", "extractors"]);
const CODE = [
  ...SHIPPED,
  ...sourceFiles(
    ROOT,
    ["test", "bench"].filter((folder) => existsSync(path.join(ROOT, folder))),
  ),
];
const TAGS = readdirSync(path.join(ROOT, "lexicons"), { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && entry.name !== "shared")
  .map((entry) => entry.name);

const sample = (text: string, file = "pipeline/runtime/sample.ts"): SourceFile => ({ path: file, text });
const ofFolder = (name: string) => ({ name, folder: true });
const ofFile = (name: string) => ({ name, folder: false });

describe("the project", () => {
  test("there is code and there are languages to check", () => {
    expect(SHIPPED.length).toBeGreaterThan(20);
    expect(TAGS.length).toBeGreaterThan(0);
  });

  test("the top folder holds only what the layout knows", () => {
    const entries = readdirSync(ROOT, { withFileTypes: true });
    expect(strangeEntries(entries.map((entry) => ({ name: entry.name, folder: entry.isDirectory() })))).toEqual([]);
  });

  test("lexicons/ holds data only", () => {
    expect(codeAmongLexicons(filesUnder(ROOT, "lexicons"))).toEqual([]);
  });

  test("the stages' files are the list of stages", () => {
    expect(stageMismatches(readdirSync(path.join(ROOT, "pipeline/stages")), STAGES)).toEqual([]);
  });

  test("no code names a language", () => {
    expect(SHIPPED.flatMap((file) => languageTagLiterals(file, TAGS))).toEqual([]);
  });

  test("no regular expression that goes wrong on human text", () => {
    expect(SHIPPED.flatMap(humanTextRegexes)).toEqual([]);
  });

  test("no module works when it is imported", () => {
    expect(SHIPPED.flatMap(workAtImport)).toEqual([]);
  });

  test("files are named for what they export", () => {
    expect(SHIPPED.filter((file) => !isEntryPoint(file)).flatMap(misnamed)).toEqual([]);
    expect(vagueNames(CODE.map((file) => file.path))).toEqual([]);
  });

  test("no file is over the limit", () => {
    expect(CODE.flatMap(tooLong)).toEqual([]);
  });

  test("no code has the habits that the house rules leave out", () => {
    expect(CODE.filter(({ path: file }) => file.endsWith(".ts")).flatMap(codeHabits)).toEqual([]);
  });
});

describe("each rule fails on code that breaks it", () => {
  test.each([
    [ofFolder("src"), ["src"]],
    [ofFile("notes.txt"), ["notes.txt"]],
    [ofFile("pipeline"), ["pipeline"]],
    [ofFolder("pipeline"), []],
    [ofFile("facts.db-wal"), []],
    [ofFile("tsconfig.build.json"), []],
  ])("top level: %j", (entry, expected) => {
    expect(strangeEntries([entry])).toEqual(expected);
  });

  test("a module among the lexicons", () => {
    const files = ["lexicons/de/numbers.yaml", "lexicons/de/numbers.ts", "lexicons/README.md"];
    expect(codeAmongLexicons(files)).toEqual(["lexicons/de/numbers.ts"]);
  });

  test("a stage without a file, a file without a stage, a wrong order", () => {
    expect(stageMismatches(["1-read.ts", "2-store.ts", "read"], ["read", "language"])).toEqual([
      "stage without a file: 2-language.ts",
      "file of no stage: 2-store.ts",
    ]);
    expect(stageMismatches(["1-read.ts", "2-language.ts", "read"], ["read", "language"])).toEqual([]);
  });

  test.each([
    ['if (language === "de") return;', 1, "a comparison"],
    ['const weights = { de: 1, "ar": 2 };', 2, "properties"],
    ["const sql = \"SELECT text FROM documents WHERE language = 'id'\";", 1, "SQL"],
    ["const sql = `SELECT text FROM documents WHERE language IN ('de')`;", 1, "SQL in a template"],
    ["const sql = `SELECT $\u007Bcolumn} FROM documents WHERE language = 'de'`;", 1, "SQL after a column"],
    ['const format = new Intl.NumberFormat("de-DE");', 1, "a tag with region"],
    ['if (tag === "id") return;', 1, "the field name as a language"],
    ['switch (document.language) { case "id": return; }', 1, "the field name as a case"],
    ['const stemmers = new Map([["id", stem]]);', 1, "the field name as a key"],
    ['const LANGUAGES = ["id"] as const;', 1, "the field name in a list of languages"],
    ['const lexicon = languages.get("id");', 1, "the field name looked up"],
    ['const fallback = { lang: "id" };', 1, "the field name as a value"],
    ['const columns = ["id", "path"]; const value = row["id"]; const { id } = row;', 0, "columns"],
    ['if (column.name === "id") return { id: row.id };', 0, "a compared column"],
    ['type Key = Pick<Document, "id">; const sql = "SELECT id FROM documents";', 0, "a picked field"],
    ['import { de } from "de"; const word = "der"; const order = "desc";', 0, "other words"],
  ])("language tags: %s", (text, expected) => {
    expect(languageTagLiterals(sample(text), ["ar", "de", "id"])).toHaveLength(expected);
  });

  test.each([
    ["const pattern = /^\\d+$/u;", 1],
    ['const pattern = new RegExp(word + "\\\\b");', 1],
    ["const pattern = RegExp(String.raw`\\d+`);", 1],
    ["const pattern = /[^\\w]/u;", 1],
    ["const pattern = /(?:a+b?)*c/u;", 1],
    ["const pattern = /((a|b)+,?){2,}/u;", 1],
    ["const pattern = /\\\\d[+*]+(?:ab){1,3}(?:c)?d+/u;", 0],
    ['const windows = "C:\\\\data";', 0],
  ])("regular expressions: %s", (text, expected) => {
    expect(humanTextRegexes(sample(text))).toHaveLength(expected);
  });

  test.each([
    ['import { log } from "./log.js"; log("hello");', 1],
    ["for (const word of WORDS) SEEN.add(word);", 1],
    ["export const WORDS = ['a']; export function find() { log('found'); }", 0],
  ])("work at import: %s", (text, expected) => {
    expect(workAtImport(sample(text))).toHaveLength(expected);
    expect(workAtImport(sample(text, "pipeline/cli/main.ts"))).toEqual([]);
  });

  test.each([
    ["pipeline/runtime/find-files.ts", "export function findFiles() {}", true],
    ["pipeline/model/language.ts", "export interface LanguageDecision {}", true],
    ["pipeline/stages/1-read.ts", "export function readDocument() {}", true],
    ["pipeline/runtime/stages.ts", "export const STAGE_ORDER = [];", true],
    ["pipeline/model/fact.ts", "export type Factor = number;", false],
    ["pipeline/runtime/find-files.ts", "export function listFolder() {}", false],
    ["pipeline/runtime/find-files.ts", "function findFiles() {}", false],
  ])("names: %s with %s", (file, text, right) => {
    expect(misnamed(sample(text, file))).toHaveLength(right ? 0 : 1);
  });

  test("names that say nothing", () => {
    const files = ["test/helpers.ts", "extractors/utils/fold.ts", "test/date-utils.ts", "extractors/fold-key.ts"];
    expect(vagueNames(files)).toEqual(files.slice(0, 3));
  });

  test("a long file", () => {
    expect(tooLong(sample("\n".repeat(LINE_LIMIT)))).toEqual([]);
    expect(tooLong(sample("x\n".repeat(LINE_LIMIT)))).toEqual([]);
    expect(tooLong(sample("x\n".repeat(LINE_LIMIT + 1)))).toHaveLength(1);
  });

  test.each([
    ["let value: any;", "any"],
    ["const first = list[0]!;", "non-null assertion"],
    ["enum Kind { Count }", "enum"],
    ["export default function find() {}", "default export"],
    ["export default 1;", "default export"],
    ["export * from './fold.js';", "re-export"],
    ["try { read(); } catch {}", "empty catch"],
    ["const a = 1; // TODO later", "unfinished"],
    ["function f() {\n  return 1;\n  /* FIXME */\n}", "unfinished"],
    ["// @ts-ignore\nconst a: string = 1;", "silences the compiler"],
  ])("habits: %s", (text, expected) => {
    expect(codeHabits(sample(text))).toEqual([expect.stringContaining(expected)]);
  });

  test("habits: code without them", () => {
    const text = 'switch (kind) { default: return "any TODO"; }\ntry { read(); } catch (error) { report(error); }';
    expect(codeHabits(sample(text))).toEqual([]);
  });
});
