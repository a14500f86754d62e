import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { mergeBoilerplate } from "../../extractors/boilerplate-lexicon.js";
import { type BoilerplateData, boilerplateSchema } from "../../extractors/boilerplate-schema.js";
import { buildDetector } from "../../extractors/language-detector.js";
import { type LanguageProfile, parseLanguageProfile } from "../../extractors/language-profile.js";
import { compileLexicon, type LexiconSource } from "../../extractors/lexicon/compile-lexicon.js";
import type { DataFile } from "../../extractors/lexicon/data-file.js";
import {
  framesSchema,
  languageSchema,
  numbersSchema,
  type RulesData,
  rulesSchema,
  type SensesData,
  sensesSchema,
} from "../../extractors/lexicon/language-schema.js";
import type { Lexicon } from "../../extractors/lexicon/lexicon.js";
import { LexiconError } from "../../extractors/lexicon/lexicon-error.js";
import type { LexiconSet } from "../../extractors/lexicon/lexicon-set.js";
import { packageRoot } from "./package-root.js";
import { readYaml } from "./read-yaml.js";

const SHARED = "shared";
/** Files of a folder with a form of their own; every other `.yaml` gives words their senses. */
const OWN_FORM = ["language.yaml", "numbers.yaml", "rules.yaml", "boilerplate.yaml", "frames.yaml"];

/** A language's parsed files, before they are compiled: what `lexicon check` also needs for the examples. */
export interface LexiconFolder {
  readonly tag: string;
  readonly rules: DataFile<RulesData>;
  /** Absent in a language that names no boilerplate. */
  readonly boilerplate?: DataFile<BoilerplateData>;
  readonly lexicon: Lexicon;
}

/** The folder of the lexicons that come with faktum. */
export function lexiconRoot(): string {
  return join(packageRoot(), "lexicons");
}

/**
 * Reads and compiles every lexicon under a folder. Throws LexiconError naming file, line, key and remedy for the first
 * thing that is wrong: nothing runs on a broken lexicon.
 */
export function loadLexicons(root: string = lexiconRoot()): LexiconSet {
  return lexiconSetOf(root, loadLexiconFolders(root));
}

/** The set that a root's language folders make. Throws LexiconError for a broken language profile. */
export function lexiconSetOf(root: string, folders: readonly LexiconFolder[]): LexiconSet {
  const version = createHash("sha256")
    .update(folders.map(({ lexicon }) => lexicon.version).join())
    .digest("hex");
  return {
    version: version.slice(0, 16),
    languages: new Map(folders.map(({ tag, lexicon }) => [tag, lexicon])),
    boilerplate: mergeBoilerplate(boilerplateFiles(root, folders).map(({ data }) => data)),
    detector: buildDetector(loadProfiles(root, folders)),
  };
}

/** The boilerplate words of the languages, and those that pages of every language share. */
export function boilerplateFiles(
  root: string,
  folders: readonly LexiconFolder[],
): readonly DataFile<BoilerplateData>[] {
  return [readBoilerplate(root, SHARED), ...folders].flatMap(({ boilerplate }) => boilerplate ?? []);
}

/** Every language folder under a root, compiled, in order of tag. Throws LexiconError like `loadLexicons`. */
export function loadLexiconFolders(root: string): readonly LexiconFolder[] {
  const tags = listFolder(root, root)
    .filter((name) => name !== SHARED && existsSync(join(root, name, "language.yaml")))
    .sort();
  if (tags.length === 0) {
    throw new LexiconError(
      root,
      "language.yaml",
      "no language has one; name the folder that holds the language folders",
    );
  }
  const shared = join(root, SHARED);
  const frames = readYaml(join(shared, "frames.yaml"), shown(root, SHARED, "frames.yaml"), framesSchema);
  const sharedSenses = readSenses(root, SHARED);
  return tags.map((tag) => {
    const files = readLanguage(root, tag);
    const inherited = inheritedFrom(root, tag, files.language);
    const version = hashFolders(tag, [shared, join(root, tag), ...inherited.map((base) => join(root, base.tag))]);
    const lexicon = compileLexicon({ ...files, tag, version, inherited, sharedSenses, frames });
    return { tag, rules: files.rules, ...readBoilerplate(root, tag), lexicon };
  });
}

function readBoilerplate(root: string, tag: string): Pick<LexiconFolder, "boilerplate"> {
  const path = join(root, tag, "boilerplate.yaml");
  return existsSync(path)
    ? { boilerplate: readYaml(path, shown(root, tag, "boilerplate.yaml"), boilerplateSchema) }
    : {};
}

type LanguageFiles = Pick<LexiconSource, "language" | "numbers" | "senses" | "rules">;

function readLanguage(root: string, tag: string): LanguageFiles {
  const file = (name: string) => [join(root, tag, name), shown(root, tag, name)] as const;
  for (const name of ["numbers.yaml", "rules.yaml"]) {
    if (!existsSync(file(name)[0]))
      throw new LexiconError(file(name)[1], "the file", "is missing; every language needs it");
  }
  return {
    language: readYaml(...file("language.yaml"), languageSchema),
    numbers: readYaml(...file("numbers.yaml"), numbersSchema),
    senses: readSenses(root, tag),
    rules: readYaml(...file("rules.yaml"), rulesSchema),
  };
}

function readSenses(root: string, folder: string): readonly DataFile<SensesData>[] {
  return listFolder(join(root, folder), shown(root, folder, ""))
    .filter((name) => name.endsWith(".yaml") && !OWN_FORM.includes(name))
    .sort()
    .map((name) => readYaml(join(root, folder, name), shown(root, folder, name), sensesSchema));
}

function inheritedFrom(
  root: string,
  tag: string,
  language: LanguageFiles["language"],
): readonly (LanguageFiles & { tag: string })[] {
  const chain: (LanguageFiles & { tag: string })[] = [];
  const seen = new Set([tag]);
  let base = language.data.extends;
  while (base !== undefined) {
    if (seen.has(base) || !existsSync(join(root, base, "language.yaml"))) {
      throw new LexiconError(
        `${language.file}:${language.lineOf(["extends"])}`,
        "extends",
        `"${base}" is no other language folder of ${root}; correct the tag`,
      );
    }
    seen.add(base);
    const files = readLanguage(root, base);
    chain.push({ tag: base, ...files });
    base = files.language.data.extends;
  }
  return chain;
}

function loadProfiles(root: string, folders: readonly LexiconFolder[]): readonly LanguageProfile[] {
  const own = folders.flatMap(({ tag }) => {
    const path = join(root, tag, "profile.tsv");
    return existsSync(path) ? [profile(path, shown(root, tag, "profile.tsv"), tag, true)] : [];
  });
  const neighbours = join(root, SHARED, "neighbours");
  if (!existsSync(neighbours)) return own;
  const others = listFolder(neighbours, neighbours)
    .filter((name) => name.endsWith(".tsv"))
    .sort()
    .map((name) =>
      profile(join(neighbours, name), shown(root, SHARED, `neighbours/${name}`), name.slice(0, -4), false),
    );
  return [...own, ...others];
}

function profile(path: string, shownPath: string, tag: string, extract: boolean): LanguageProfile {
  try {
    return parseLanguageProfile(readFileSync(path, "utf8"), tag, extract);
  } catch (cause) {
    throw new LexiconError(shownPath, "profile", cause instanceof Error ? cause.message : String(cause));
  }
}

function listFolder(path: string, shownPath: string): readonly string[] {
  try {
    return readdirSync(path);
  } catch {
    throw new LexiconError(shownPath, "the folder", "cannot be read; name a folder of lexicons");
  }
}

/** 16 hex digits over the tag and the names and bytes of the folders' files. */
function hashFolders(tag: string, folders: readonly string[]): string {
  const hash = createHash("sha256").update(tag);
  for (const folder of folders) {
    for (const name of listFolder(folder, folder)
      .filter((entry) => /\.(yaml|tsv)$/.test(entry))
      .toSorted()) {
      hash.update(`${name}\u0000`).update(readFileSync(join(folder, name)));
    }
  }
  return hash.digest("hex").slice(0, 16);
}

function shown(root: string, folder: string, name: string): string {
  const base = root === lexiconRoot() ? "lexicons" : root;
  return [base, folder, name].filter((part) => part !== "").join("/");
}
