import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";

const ROOT = path.resolve(import.meta.dirname, "..");
const RULES: { readonly forbidden: readonly { readonly name: string }[] } = createRequire(import.meta.url)(
  "../.dependency-cruiser.cjs",
);

/** File, what it holds, and the rules it breaks; together they break every rule there is. */
const BREACHES: readonly (readonly [file: string, text: string, ...rules: string[]])[] = [
  ["pipeline/model/fact.ts", 'import "../runtime/run.js";', "model-imports-nothing", "no-cycles"],
  ["pipeline/runtime/run.ts", 'import "../model/fact.js";'],
  ["pipeline/runtime/clock.ts", 'import "../cli/main.js";', "nothing-imports-the-cli"],
  ["extractors/scan.ts", 'import "node:fs";', "extractors-see-only-the-model"],
  ["extractors/parse.ts", 'import "cheerio";', "extractors-see-only-the-model"],
  ["extractors/stem.ts", 'import "natural";', "natural-only-by-stemmer"],
  ["extractors/kinds/count.ts", 'import "./rank.js";', "kinds-do-not-know-each-other"],
  ["extractors/kinds/rank.ts", 'import "zod";'],
  ["pipeline/stages/2-language.ts", 'import "./3-sentences.js";', "stages-do-not-call-stages"],
  ["pipeline/stages/3-sentences.ts", 'import "./read/decode.js";', "stages-do-not-call-stages"],
  ["pipeline/stages/1-read.ts", 'import "./read/decode.js"; import "node:fs";'],
  ["pipeline/stages/read/decode.ts", 'import "../../runtime/watch.js";', "stages-stay-below-the-runtime"],
  ["pipeline/runtime/watch.ts", 'import "./nowhere.js";', "every-import-resolves"],
  ["pipeline/stages/4-mentions.ts", 'import "../store/open.js";', "only-the-last-stage-stores"],
  ["pipeline/stages/5-facts.ts", 'import "node:fs"; import "node:crypto";', "middle-stages-are-pure"],
  ["pipeline/stages/6-store.ts", 'import "../store/open.js";'],
  ["pipeline/store/open.ts", 'import "better-sqlite3"; import "./sql/insert.js";'],
  ["pipeline/store/sql/insert.ts", 'import "../../runtime/watch.js";', "store-stays-below-the-stages"],
  ["pipeline/runtime/count.ts", 'import "better-sqlite3";', "only-the-store-touches-sqlite"],
  ["pipeline/runtime/arguments.ts", 'import "commander";', "only-the-cli-parses-commands"],
  ["pipeline/cli/main.ts", 'import "../store/sql/insert.js";', "cli-leaves-the-work-to-the-runtime"],
  ["pipeline/runtime/page.ts", 'import "../web/page.js";', "only-the-cli-starts-the-browser-view"],
  ["pipeline/web/page.ts", 'import "../store/sql/insert.js"; import "hono";', "web-shows-and-asks-only"],
  ["pipeline/runtime/answer.ts", 'import "hono";', "only-the-browser-view-speaks-http"],
  ["pipeline/web/static/page.js", 'import "../page.js";', "pages-load-plain-scripts"],
  ["pipeline/runtime/words.ts", 'import "../../lexicons/words.js";', "lexicons-are-data"],
  ["lexicons/words.ts", 'import "zod";', "lexicons-hold-no-code"],
  ["pipeline/runtime/sample.ts", 'import "../../test/sample.js";', "shipped-code-stands-alone"],
  ["test/sample.ts", "export const SAMPLE = 1;"],
  ["pipeline/runtime/shrink.ts", 'import "fast-check";', "no-dev-dependency-in-shipped-code"],
  ["extractors/lonely.ts", "export const LONELY = 1;", "no-orphans"],
];

describe("layers", () => {
  let folder = "";

  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), "faktum-layers-"));
    for (const file of ["package.json", "tsconfig.json"]) cpSync(path.join(ROOT, file), path.join(folder, file));
    symlinkSync(path.join(ROOT, "node_modules"), path.join(folder, "node_modules"));
  });

  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  test("each rule fails on a module that breaks it, and only there", () => {
    for (const [file, text] of BREACHES) write(file, text);
    const { problems, status } = checkLayers();
    const expected = BREACHES.flatMap(([file, , ...rules]) => rules.map((rule) => `${rule}: ${file}`));
    expect(new Set(problems.map((line) => line.split(" -> ")[0]))).toEqual(new Set(expected));
    expect(new Set(expected.map((line) => line.split(":")[0]))).toEqual(
      new Set(RULES.forbidden.map(({ name }) => name)),
    );
    expect(status).toBe(1);
  });

  test("modules that keep the layers pass", () => {
    write("pipeline/model/fact.ts", "export interface Fact {}");
    write("extractors/scan.ts", 'import type { Fact } from "../pipeline/model/fact.js"; import "zod";');
    expect(checkLayers()).toEqual({ problems: [], status: 0 });
  });

  test("a project in which no import is seen does not pass as clean", () => {
    write("pipeline/model/fact.ts", "");
    expect(checkLayers()).toEqual({
      problems: expect.arrayContaining([expect.stringMatching(/^not seen: /u)]),
      status: 1,
    });
  });

  function write(file: string, text: string): void {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), text);
  }

  function checkLayers(): { readonly problems: readonly string[]; readonly status: number | null } {
    const script = path.join(ROOT, ".ci/check-layers.mjs");
    const { stderr, status } = spawnSync(process.execPath, [script], { cwd: folder, encoding: "utf8" });
    return { problems: stderr.split("\n").filter((line) => line !== ""), status };
  }
});
