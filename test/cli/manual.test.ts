import { readFileSync } from "node:fs";
import path from "node:path";
import type { Command } from "commander";
import { buildProgram } from "../../pipeline/cli/program.js";
import { packageRoot } from "../../pipeline/runtime/package-root.js";

const MANUAL = readFileSync(path.join(packageRoot(), "docs", "commands.md"), "utf8");
const BLOCK = /<!-- (faktum[a-z ]*) -->\n```text\n([^`]*)\n```/gu;

/** `faktum lexicon check` -> what its --help prints, for every command. */
function helpTexts(command: Command, name: string): readonly (readonly [string, string])[] {
  let text = "";
  command.configureOutput({
    writeOut: (piece) => {
      text += piece;
    },
  });
  command.outputHelp();
  const children = command.commands.flatMap((child) => helpTexts(child, `${name} ${child.name()}`));
  return [[name, text.trimEnd()], ...children];
}

describe("docs/commands.md", () => {
  const shown = new Map([...MANUAL.matchAll(BLOCK)].map(([, name, text]) => [name, text]));
  const texts = helpTexts(buildProgram(), "faktum");

  test.each(texts)("shows what %s --help prints", (name, text) => {
    expect(shown.get(name)).toBe(text);
  });

  test("shows no command that is not there", () => {
    expect([...shown.keys()].sort()).toEqual(texts.map(([name]) => name).sort());
  });

  test.each(texts)("%s --help has examples", (_, text) => {
    expect(text).toContain("\nExamples:\n  $ ");
  });
});
