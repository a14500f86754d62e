import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import type { LexiconSet } from "../../extractors/lexicon/lexicon-set.js";
import { type CacheFile, writeCache } from "../../pipeline/runtime/cache-file.js";
import { cachedLexicons } from "../../pipeline/runtime/cached-lexicons.js";
import { cachedQuestionNames } from "../../pipeline/runtime/cached-question-names.js";
import { checkLexicons } from "../../pipeline/runtime/check-lexicons.js";
import { lexiconVersions } from "../../pipeline/runtime/lexicon-versions.js";
import { loadLexicons } from "../../pipeline/runtime/load-lexicons.js";
import { lexiconCacheKey } from "../../pipeline/runtime/made-of-lexicons.js";
import { packageRoot } from "../../pipeline/runtime/package-root.js";
import { loadQuestionNames } from "../../pipeline/runtime/question-names.js";
import { analysisOf, factsOf } from "../support/facts-of.js";
import { lexiconFolder } from "../support/lexicon-folder.js";

/** Small, so that it compiles quickly. */
const LANGUAGE = "id";
const SENTENCE = "Sekitar 12 persen dari 340 rumah tangga di Jakarta.";
const lexicons = lexiconFolder(["shared", LANGUAGE]);
const fresh = loadLexicons(lexicons.root);
const ownCache = process.env["FAKTUM_CACHE_DIR"];
let cache: string;

beforeEach(() => {
  cache = mkdtempSync(path.join(tmpdir(), "faktum-cache-"));
  process.env["FAKTUM_CACHE_DIR"] = cache;
});

afterEach(() => {
  process.env["FAKTUM_CACHE_DIR"] = ownCache;
  rmSync(cache, { recursive: true, force: true });
});

afterAll(lexicons.remove);

/** The one file that is kept, and which of all files on the disk it is. */
function kept(): { readonly file: string; readonly inode: number } {
  const [file = "", ...others] = readdirSync(cache).map((name) => path.join(cache, name));
  expect(others).toEqual([]);
  return { file, inode: statSync(file).ino };
}

/** The kept file as the cache names it. */
function fileOf(file: string): CacheFile {
  const [sort = "", key = ""] = path.basename(file, ".bin").split("-");
  return { folder: cache, sort, key };
}

function expectSame(found: LexiconSet): void {
  expect(factsOf(LANGUAGE, SENTENCE, found)).toEqual(factsOf(LANGUAGE, SENTENCE, fresh));
  expect(factsOf(LANGUAGE, SENTENCE, found).length).toBeGreaterThan(0);
}

describe("lexicons", () => {
  test("are compiled once and then taken from the cache, the same ones", async () => {
    expectSame(await cachedLexicons(lexicons.root));
    const first = kept();
    const { languages, boilerplate, detector, ...versions } = await cachedLexicons(lexicons.root);
    expect(kept()).toEqual(first);
    const {
      languages: freshLanguages,
      boilerplate: freshBoilerplate,
      detector: freshDetector,
      ...freshVersions
    } = fresh;
    expect(versions).toEqual(freshVersions);
    expect(boilerplate).toEqual(freshBoilerplate);
    expect(detector.votes).toEqual(freshDetector.votes);
    expect(languages).toEqual(freshLanguages);
  });

  test.each<[string, (file: string) => void]>([
    ["damaged", (file) => writeFileSync(file, readFileSync(file).fill(0, 1000, 1001))],
    ["whole but of another program", (file) => writeCache(fileOf(file), Buffer.from("{}"))],
  ])("are compiled again when the kept file is %s", async (_, damage) => {
    await cachedLexicons(lexicons.root);
    const { file } = kept();
    const whole = readFileSync(file);
    damage(file);
    expectSame(await cachedLexicons(lexicons.root));
    expect(readFileSync(file).equals(whole)).toBe(true);
  });

  test("are compiled each time where no folder can be written", async () => {
    const file = path.join(cache, "file");
    writeFileSync(file, "");
    process.env["FAKTUM_CACHE_DIR"] = path.join(file, "cache");
    expectSame(await cachedLexicons(lexicons.root));
    expectSame(await cachedLexicons(lexicons.root));
  });

  test("are compiled by several processes at once, and one whole file is left", async () => {
    const module = pathToFileURL(path.join(packageRoot(), "dist/pipeline/runtime/cached-lexicons.js")).href;
    const code = `const { cachedLexicons } = await import(${JSON.stringify(module)});
      process.stdout.write((await cachedLexicons(${JSON.stringify(lexicons.root)})).version);`;
    const load = async (): Promise<string> => {
      const child = spawn(process.execPath, ["--input-type=module", "-e", code], { env: process.env });
      let output = "";
      child.stdout.on("data", (data) => {
        output += String(data);
      });
      await once(child, "close");
      return output;
    };
    expect(await Promise.all([load(), load(), load()])).toEqual([fresh.version, fresh.version, fresh.version]);
    const { inode } = kept();
    expect(await load()).toBe(fresh.version);
    expect(kept().inode).toBe(inode);
  });

  test("that are changed are compiled anew, and broken ones are complained of as if nothing were kept", async () => {
    const changed = lexiconFolder(["shared", LANGUAGE]);
    await cachedLexicons(changed.root);
    changed.change(`${LANGUAGE}/units.yaml`, (text) => `${text}\n`);
    await cachedLexicons(changed.root);
    expect(readdirSync(cache)).toHaveLength(2);
    changed.change(`${LANGUAGE}/units.yaml`, (text) => `${text}\nunits: {}\n`);
    await expect(cachedLexicons(changed.root)).rejects.toThrow(/\/id\/units\.yaml:[0-9]+: units: /u);
    expect(() => checkLexicons(changed.root)).toThrow(/\/id\/units\.yaml:[0-9]+: units: /u);
    changed.remove();
  });

  test("are checked from their files, whatever is kept", async () => {
    await cachedLexicons(lexicons.root);
    mkdirSync(path.join(cache, "other"));
    expect(checkLexicons(lexicons.root).failures).toEqual([]);
    expect(readdirSync(cache)).toHaveLength(2);
  });
});

test("names for questions are read once and then taken from the cache, the same ones", async () => {
  const names = loadQuestionNames(lexicons.root);
  expect(await cachedQuestionNames(lexicons.root)).toEqual(names);
  const first = kept();
  expect(await cachedQuestionNames(lexicons.root)).toEqual(names);
  expect(kept()).toEqual(first);
});

test("the key is another for other lexicons, and for other code", () => {
  const { set } = lexiconVersions(lexicons.root);
  const key = lexiconCacheKey(set);
  expect(key).toMatch(/^[0-9a-f]{32}$/u);
  expect(lexiconCacheKey(set)).toBe(key);
  expect(lexiconCacheKey(lexiconVersions().set)).not.toBe(key);
  expect(lexiconCacheKey(set, "code that was edited")).not.toBe(key);
});

test("all own gold texts give the same with compiled, with just kept and with kept lexicons", async () => {
  const sets = [loadLexicons(), await cachedLexicons(), await cachedLexicons()];
  let facts = 0;
  for (const { lang, text } of goldTexts()) {
    const [compiled, ...others] = sets.map((set) => analysisOf(lang, text, set));
    for (const other of others) expect(JSON.stringify(other)).toBe(JSON.stringify(compiled));
    facts += compiled?.analysis.facts.length ?? 0;
  }
  expect(facts).toBeGreaterThan(500);
});

function goldTexts(): readonly { readonly lang: string; readonly text: string }[] {
  return ["test/gold", "seeds"].flatMap((folder) => {
    const at = path.join(packageRoot(), folder);
    const files = readdirSync(at).filter((name) => name.endsWith(".jsonl"));
    return files.flatMap((name) =>
      readFileSync(path.join(at, name), "utf8")
        .split("\n")
        .filter((line) => line !== "")
        .map((line) => JSON.parse(line) as { lang: string; text?: string; file?: string })
        .map(({ lang, text, file }) => ({ lang, text: text ?? readFileSync(path.join(at, file ?? ""), "utf8") })),
    );
  });
}
