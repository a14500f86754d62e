import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { packageRoot } from "../../pipeline/runtime/package-root.js";
import { faktum } from "./faktum-process.js";

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), "faktum-lexicon-"));
});

beforeEach(() => {
  rmSync(path.join(folder, "mine"), { recursive: true, force: true });
  cpSync(path.join(packageRoot(), "lexicons"), path.join(folder, "mine"), { recursive: true });
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** Changes a file of the copied lexicons. */
function edit(file: string, change: (text: string) => string): void {
  const place = path.join(folder, "mine", file);
  writeFileSync(place, change(readFileSync(place, "utf8")));
}

describe("faktum lexicon check", () => {
  test("the lexicons that faktum comes with hold", () => {
    const { status, stdout, stderr } = faktum(folder, ["lexicon", "check"]);
    expect(stderr).toMatch(/^[1-9][0-9]+ examples passed, 0 failed\n$/u);
    expect([status, stdout]).toEqual([0, ""]);
  });

  test("an example that does not hold is told with its file and rule, exit code 2", () => {
    edit("de/rules.yaml", (text) => text.replace(/value: "([0-9]+)"/u, 'value: "$19"'));
    const { status, stderr } = faktum(folder, ["lexicon", "check", "mine"]);
    expect(status).toBe(2);
    expect(stderr).toMatch(
      /^faktum: mine\/de\/rules\.yaml: [a-z]+\.[a-z-]+: ".+": expected .+\n[0-9]+ examples passed, 1 failed\n$/u,
    );
  });

  test.each<readonly [string, string, (text: string) => string]>([
    ["bad YAML", "de/words.yaml", (text) => `${text}\n\t- [`],
    ["an unknown key", "de/language.yaml", (text) => `${text}\nsurprise: 1\n`],
    ["no examples", "de/rules.yaml", (text) => text.replace(/examples:\n/u, "exemples:\n")],
  ])("%s: one line that names the file, exit code 2", (_, file, change) => {
    edit(file, change);
    const { status, stdout, stderr } = faktum(folder, ["lexicon", "check", "mine"]);
    expect([status, stdout]).toEqual([2, ""]);
    expect(stderr).toMatch(/^faktum: .+\n$/u);
    expect(stderr).toContain(`mine/${file}`);
  });

  test("a folder without lexicons: one line, exit code 2", () => {
    const { status, stderr } = faktum(folder, ["lexicon", "check", "nowhere"]);
    expect(status).toBe(2);
    expect(stderr).toMatch(/^faktum: nowhere: .+\n$/u);
  });
});
