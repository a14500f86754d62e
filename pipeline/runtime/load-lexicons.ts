import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { mergeBoilerplate } from "../../extractors/boilerplate-lexicon.js";
import { type BoilerplateData, boilerplateSchema } from "../../extractors/boilerplate-schema.js";
import {
  type ConceptsData,
  type ConceptWordsData,
  conceptsSchema,
  conceptWordsSchema,
} from "../../extractors/concepts/concept-schema.js";
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
import { baseOf, lexiconRoot, listFolder, neighbourFolder, SHARED, shown } from "./lexicon-root.js";
import { lexiconVersions } from "./lexicon-versions.js";
import { readYaml } from "./read-yaml.js";

/** Files of a folder with a form of their own; every other `.yaml` gives words their senses. */
const OWN_FORM = ["language.yaml", "numbers.yaml", "rules.yaml", "boilerplate.yaml", "concepts.yaml", "frames.yaml"];

/** A language's parsed files, before they are compiled: what `lexicon check` also needs for the examples. */
export interface LexiconFolder {
  readonly tag: string;
  readonly rules: DataFile<RulesData>;
  /** Absent in a language that names no boilerplate. */
  readonly boilerplate?: DataFile<BoilerplateData>;
  /** Absent in a language that has no words for concepts. */
  readonly conceptWords?: DataFile<ConceptWordsData>;
  readonly lexicon: Lexicon;
}

/**
 * Reads and compiles every lexicon under a folder, from the files as they are now: `cachedLexicons` does not take the
 * second that it takes. Throws LexiconError naming file, line, key and remedy for the first
 * thing that is wrong: nothing runs on a broken lexicon.
 */
export function loadLexicons(root: string = lexiconRoot()): LexiconSet {
  return lexiconSetOf(root, loadLexiconFolders(root));
}

/** The set that a root's language folders make. Throws LexiconError for a broken language profile. */
export function lexiconSetOf(root: string, folders: readonly LexiconFolder[]): LexiconSet {
  const { set, detector, boilerplate } = lexiconVersions(root);
  return {
    version: set,
    detectorVersion: detector,
    boilerplateVersion: boilerplate,
    languages: new Map(folders.map(({ tag, lexicon }) => [tag, lexicon])),
    concepts: new Map(Object.entries(readVocabulary(root).data.concepts)),
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
  const { languages } = lexiconVersions(root);
  const frames = readYaml(join(root, SHARED, "frames.yaml"), shown(root, SHARED, "frames.yaml"), framesSchema);
  const sharedSenses = readSenses(root, SHARED);
  const vocabulary = readVocabulary(root);
  return [...languages].map(([tag, version]) => {
    const files = readLanguage(root, tag);
    const inherited = inheritedFrom(root, tag, files.language);
    const lexicon = compileLexicon({ ...files, tag, version, inherited, sharedSenses, frames, vocabulary });
    const { rules, conceptWords } = files;
    return { tag, rules, ...(conceptWords && { conceptWords }), ...readBoilerplate(root, tag), lexicon };
  });
}

/** Reads the vocabulary of concepts that the languages share. */
function readVocabulary(root: string): DataFile<ConceptsData> {
  return readYaml(join(root, SHARED, "concepts.yaml"), shown(root, SHARED, "concepts.yaml"), conceptsSchema);
}

function readBoilerplate(root: string, tag: string): Pick<LexiconFolder, "boilerplate"> {
  const path = join(root, tag, "boilerplate.yaml");
  return existsSync(path)
    ? { boilerplate: readYaml(path, shown(root, tag, "boilerplate.yaml"), boilerplateSchema) }
    : {};
}

type LanguageFiles = Pick<LexiconSource, "language" | "numbers" | "senses" | "rules" | "conceptWords">;

function readLanguage(root: string, tag: string): LanguageFiles {
  const file = (name: string) => [join(root, tag, name), shown(root, tag, name)] as const;
  for (const name of ["numbers.yaml", "rules.yaml"]) {
    if (!existsSync(file(name)[0]))
      throw new LexiconError(file(name)[1], "the file", "is missing; every language needs it");
  }
  const language = readYaml(...file("language.yaml"), languageSchema);
  const base = language.data.extends;
  if (base !== baseOf(root, tag)) {
    throw new LexiconError(
      `${language.file}:${language.lineOf(["extends"])}`,
      "extends",
      'is hard to find; write it as a line of its own: "extends: <tag>"',
    );
  }
  return {
    language,
    numbers: readYaml(...file("numbers.yaml"), numbersSchema),
    senses: readSenses(root, tag),
    rules: readYaml(...file("rules.yaml"), rulesSchema),
    ...(existsSync(file("concepts.yaml")[0]) && {
      conceptWords: readYaml(...file("concepts.yaml"), conceptWordsSchema),
    }),
  };
}

function readSenses(root: string, folder: string): readonly DataFile<SensesData>[] {
  return listFolder(join(root, folder), shown(root, folder, ""))
    .filter((name) => name.endsWith(".yaml") && !OWN_FORM.includes(name))
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
  const neighbours = neighbourFolder(root);
  if (!existsSync(neighbours)) return own;
  const others = listFolder(neighbours, neighbours)
    .filter((name) => name.endsWith(".tsv"))
    .map((name) => {
      const shownPath = shown(root, SHARED, `neighbours/${name}`);
      const tag = name.slice(0, -4);
      if (own.some((one) => one.tag === tag)) {
        const remedy = `is also ${shown(root, tag, "profile.tsv")}; a language is read or refused: delete one of them`;
        throw new LexiconError(shownPath, "profile", remedy);
      }
      return profile(join(neighbours, name), shownPath, tag, false);
    });
  return [...own, ...others];
}

function profile(path: string, shownPath: string, tag: string, extract: boolean): LanguageProfile {
  try {
    return parseLanguageProfile(readFileSync(path, "utf8"), tag, extract);
  } catch (cause) {
    throw new LexiconError(shownPath, "profile", cause instanceof Error ? cause.message : String(cause));
  }
}
