import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { conceptsSchema } from "../../extractors/concepts/concept-schema.js";
import { languageSchema, type SensesData, sensesSchema } from "../../extractors/lexicon/language-schema.js";
import type { Kind } from "../model/mention.js";
import { lexiconRoot, SHARED } from "./lexicon-root.js";
import { conceptKey } from "./question/concept-key.js";
import { readYaml } from "./read-yaml.js";

/** What a question may call languages, units and concepts, as the lexicons name them. */
export interface QuestionNames {
  /** BCP 47 tag to English name. */
  readonly languages: ReadonlyMap<string, string>;
  /** Code or sign of a unit, as it is written (`EUR`, `€`, `km`), to its code and the kind of fact that has it. */
  readonly units: ReadonlyMap<string, UnitName>;
  /** English name of a concept, by `conceptKey`, to its id in `facts.concept`. */
  readonly concepts: ReadonlyMap<string, string>;
}

export interface UnitName {
  readonly code: string;
  readonly kind: Kind;
}

/** Files that a folder of lexicons keeps its units in, and signs; a folder need not have them all. */
const UNIT_FILES = ["units.yaml", "currencies.yaml", "signs.yaml"];
const UNIT_KINDS = { percent: "percentage", currency: "money", unit: "measurement" } as const satisfies Record<
  string,
  Kind
>;

/**
 * Names of languages, units and concepts under a folder of lexicons, without compiling these: a question must not wait for that.
 * The signs that all languages share name a unit, the words of one language do not. Throws LexiconError.
 */
export function loadQuestionNames(root: string = lexiconRoot()): QuestionNames {
  const tags = readdirSync(root)
    .filter((name) => existsSync(join(root, name, "language.yaml")))
    .sort();
  const languages = tags.map((tag) => {
    const path = join(root, tag, "language.yaml");
    return [tag, readYaml(path, path, languageSchema).data.name] as const;
  });
  const units = [...tags, SHARED].flatMap((folder) =>
    UNIT_FILES.map((file) => join(root, folder, file))
      .filter((path) => existsSync(path))
      .flatMap((path) => unitsOf(readYaml(path, path, sensesSchema).data, folder === SHARED)),
  );
  return { languages: new Map(languages), units: new Map(units), concepts: new Map(conceptsOf(root)) };
}

/** A folder of lexicons need not have a vocabulary of concepts. */
function conceptsOf(root: string): readonly (readonly [string, string])[] {
  const path = join(root, SHARED, "concepts.yaml");
  if (!existsSync(path)) return [];
  const { concepts } = readYaml(path, path, conceptsSchema).data;
  return Object.entries(concepts).map(([id, { name }]) => [conceptKey(name), id] as const);
}

/** A code with a space is a multiple of another (`1000 EUR`), no name. */
function unitsOf(senses: SensesData, withSigns: boolean): readonly (readonly [string, UnitName])[] {
  return Object.entries(UNIT_KINDS).flatMap(([senseClass, kind]) =>
    Object.entries(senses[senseClass as keyof typeof UNIT_KINDS] ?? {})
      .filter(([code]) => !code.includes(" "))
      .flatMap(([code, words]) => [code, ...(withSigns ? words : [])].map((name) => [name, { code, kind }] as const)),
  );
}
