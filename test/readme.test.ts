import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { EXIT } from "../pipeline/cli/exit.js";
import { buildProgram } from "../pipeline/cli/program.js";
import { KINDS } from "../pipeline/model/mention.js";
import { STAGES } from "../pipeline/model/stages.js";
import { manualCommands, missingScripts, wrongCalls } from "./readme/manual-commands.js";
import { linkedFiles, manualTables, tableMismatches } from "./readme/manual-tables.js";

const ROOT = path.resolve(import.meta.dirname, "..");
const read = (file: string): string => readFileSync(path.join(ROOT, file), "utf8");
const SCRIPTS: Readonly<Record<string, string>> = JSON.parse(read("package.json")).scripts;
const PROGRAM = buildProgram();

/** Tables of the README that list what the code has, by the head of their first column. */
const TOLD: Readonly<Record<string, readonly string[]>> = {
  "to read": readdirSync(path.join(ROOT, "docs"))
    .filter((name) => name.endsWith(".md"))
    .map((name) => `[docs/${name}](docs/${name})`),
  kind: KINDS,
  stage: STAGES,
  command: PROGRAM.commands.map((command) => command.name()),
  "exit code": Object.values(EXIT).map(String),
  language: readdirSync(path.join(ROOT, "lexicons"), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== "shared")
    .map((entry) => entry.name),
};

describe.each(["README.md", "CONTRIBUTING.md"])("%s", (file) => {
  const manual = read(file);
  const commands = manualCommands(manual);

  test("shows commands, and each exists", () => {
    expect(commands.length).toBeGreaterThan(2);
    expect(missingScripts(commands, SCRIPTS)).toEqual([]);
    expect(wrongCalls(commands, PROGRAM)).toEqual([]);
  });

  test("links to files that are there", () => {
    expect(linkedFiles(manual).filter((target) => !existsSync(path.join(ROOT, target)))).toEqual([]);
  });
});

describe("README.md and the code", () => {
  test("the two commands of the quick start are those that .ci/run calls", () => {
    expect(read("README.md")).toContain("npm ci && npm start");
    expect(read("README.md")).toContain("npm ci && npm test");
    for (const command of ["npm ci", "npm start", "npm test", "npm run check"])
      expect(read(".ci/run")).toContain(command);
  });

  test("tables of kinds, stages, commands, exit codes and languages list what there is", () => {
    const tables = manualTables(read("README.md")).filter((table) => Object.hasOwn(TOLD, table.head));
    expect(tables.map((table) => table.head)).toEqual(
      expect.arrayContaining(["kind", "command", "language", "to read"]),
    );
    expect(tables.flatMap((table) => tableMismatches(table, TOLD[table.head] ?? []))).toEqual([]);
  });
});

describe("each rule fails on a manual that is wrong", () => {
  const manual = [
    "Run `npm ci && npm start`, then:",
    "```sh",
    'faktum query "SELECT a; DROP b" --format csv | npx faktum nosuch',
    "$ npm run nosuch",
    "```",
    "    faktum lexicon check",
    "    faktum run --nosuch articles",
    "| Kind | example |",
    "| --- | --- |",
    "| `count` | 3 dogs |",
    "| **colour** | red |",
    "",
    "[here](docs/nosuch.md#part), [there](https://example.org/x), [above](#top)",
  ].join("\n");

  test("commands are found in blocks, indented lines and inline code", () => {
    expect(manualCommands(manual)).toEqual([
      "npm ci",
      "npm start",
      "faktum query QUOTED --format csv",
      "npx faktum nosuch",
      "npm run nosuch",
      "faktum lexicon check",
      "faktum run --nosuch articles",
    ]);
  });

  test("a script, a command or an option that does not exist", () => {
    const commands = manualCommands(manual);
    expect(missingScripts(commands, { start: "node ." })).toEqual(["npm run nosuch"]);
    expect(wrongCalls(commands, PROGRAM)).toEqual(["npx faktum nosuch", "faktum run --nosuch articles"]);
  });

  test("a table that lacks a kind and has one too many", () => {
    const [table] = manualTables(manual);
    expect(table).toEqual({ head: "kind", cells: ["count", "colour"] });
    expect(table && tableMismatches(table, ["count", "rank"])).toEqual([
      'not in the table "kind": rank',
      'only in the table "kind": colour',
    ]);
  });

  test("a link to a file that is missing", () => {
    expect(linkedFiles(manual)).toEqual(["docs/nosuch.md"]);
  });
});
