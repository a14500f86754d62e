import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { buildProgram } from "../pipeline/cli/program.js";
import { type AnyConfigKey, CONFIG_KEYS, CONFIG_NAMES } from "../pipeline/runtime/config-keys.js";
import { LOG_LEVELS } from "../pipeline/runtime/config-types.js";
import { manualCommands, wrongCalls } from "./readme/manual-commands.js";
import { linkedFiles, manualTables, tableMismatches } from "./readme/manual-tables.js";

const DOCS = path.resolve(import.meta.dirname, "..", "docs");
const MANUAL = readFileSync(path.join(DOCS, "operations.md"), "utf8");

describe("docs/operations.md", () => {
  test("has a row for each key, with its option, variable, usual value and meaning", () => {
    const rows = CONFIG_NAMES.map((name) => {
      const { flag, variable, usualText, meaning }: AnyConfigKey = CONFIG_KEYS[name];
      return `| \`${name}\` | \`${flag.replace(/ <.*/u, "")}\` | \`${variable}\` | ${usualText} | ${meaning} |`;
    });
    expect(MANUAL.split("\n").filter((line) => line.includes("`FAKTUM_") && line.startsWith("|"))).toEqual(rows);
  });

  test("has a row for each level of messages", () => {
    const table = manualTables(MANUAL).find(({ head }) => head === "level");
    expect(table && tableMismatches(table, LOG_LEVELS)).toEqual([]);
  });

  test("shows commands that exist and links to files that are there", () => {
    expect(manualCommands(MANUAL).length).toBeGreaterThan(0);
    expect(wrongCalls(manualCommands(MANUAL), buildProgram())).toEqual([]);
    expect(linkedFiles(MANUAL).filter((file) => !existsSync(path.join(DOCS, file)))).toEqual([]);
  });
});
