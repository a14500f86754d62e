import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { codeVersion } from "../../pipeline/runtime/code-version.js";
import { engineVersion } from "../../pipeline/runtime/engine-version.js";
import { packageVersion } from "../../pipeline/runtime/package-root.js";

test("the engine's version is the package's and that of the code, the same each time", () => {
  expect(engineVersion()).toMatch(/^[0-9.]+\+[0-9a-f]{8}$/u);
  expect(engineVersion().split("+")[0]).toBe(packageVersion());
  expect(engineVersion()).toBe(engineVersion());
});

describe("the version of code", () => {
  const folders: string[] = [];
  const PARTS = ["extractors", "pipeline/analyse"];
  const FILES = { "extractors/rule.ts": "1", "extractors/kinds/date.ts": "2", "pipeline/analyse.ts": "3" };

  /** The version of a folder of its own, since code is read once in the life of the process. */
  function versionWith(files: Readonly<Record<string, string>>): string {
    const root = mkdtempSync(path.join(tmpdir(), "faktum-code-"));
    folders.push(root);
    for (const [name, content] of Object.entries({ ...FILES, ...files })) {
      mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
      writeFileSync(path.join(root, name), content);
    }
    return codeVersion(PARTS, root);
  }

  afterAll(() => {
    for (const folder of folders) rmSync(folder, { recursive: true });
  });

  test.each([
    ["another folder", {}, true],
    ["a change in a folder", { "extractors/kinds/date.ts": "4" }, false],
    ["a change of a file", { "pipeline/analyse.ts": "4" }, false],
    ["a new file", { "extractors/kinds/rank.ts": "" }, false],
    ["code that was not asked for", { "pipeline/program.ts": "4" }, true],
    ["what is no code", { "extractors/README.md": "4" }, true],
  ])("%s: %j, the same %s", (_, files, same) => {
    expect(versionWith(files) === versionWith({})).toBe(same);
  });
});
