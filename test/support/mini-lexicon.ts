import { join } from "node:path";
import { conceptsSchema } from "../../extractors/concepts/concept-schema.js";
import { compileLexicon } from "../../extractors/lexicon/compile-lexicon.js";
import type { DataFile } from "../../extractors/lexicon/data-file.js";
import {
  framesSchema,
  languageSchema,
  numbersSchema,
  rulesSchema,
  sensesSchema,
} from "../../extractors/lexicon/language-schema.js";
import type { Lexicon } from "../../extractors/lexicon/lexicon.js";
import { lexiconRoot } from "../../pipeline/runtime/lexicon-root.js";
import { readYaml } from "../../pipeline/runtime/read-yaml.js";

/** Parts of a language as its YAML files would state them; what is left out is plain. */
export interface MiniLanguage {
  readonly language?: Readonly<Record<string, unknown>>;
  readonly numbers?: Readonly<Record<string, unknown>>;
  readonly words?: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
  /** Templates of own rules by id. */
  readonly rules?: Readonly<Record<string, string>>;
  /** By rule, the class of which some word of its sentence must be. */
  readonly needs?: Readonly<Record<string, string>>;
  /** Whether the shared frames hold; else the own rules are all. */
  readonly frames?: boolean;
}

const PROOF = { examples: [{ text: "x", facts: [{ kind: "count", exact: "x" }] }], counterexamples: [{ text: "x" }] };

/** A lexicon of a few words on top of the shared signs, units and currencies, for tests of the engine. */
export function miniLexicon({ language, numbers, words, rules, needs, frames = true }: MiniLanguage = {}): Lexicon {
  const shared = readYaml(join(lexiconRoot(), "shared/frames.yaml"), "frames.yaml", framesSchema);
  const proof = frames ? PROOF : { absent: "not in this test" };
  return compileLexicon({
    tag: "mini",
    version: "0000000000000000",
    language: dataFile(
      languageSchema.parse({
        name: "Mini",
        direction: "ltr",
        stemmer: "none",
        noun_phrase: { modifiers: "after", max_words: "3" },
        ...language,
      }),
    ),
    numbers: dataFile(numbersSchema.parse({ decimal: ",", group: ".", add: {}, ...numbers })),
    senses: [dataFile(sensesSchema.parse(words ?? {}))],
    rules: dataFile(
      rulesSchema.parse({
        frames: Object.fromEntries(shared.data.frames.map(({ id }) => [id, proof])),
        rules: Object.entries(rules ?? {}).map(([id, template]) => ({ id, template, needs: needs?.[id], ...PROOF })),
      }),
    ),
    inherited: [],
    sharedSenses: ["signs", "units", "currencies"].map((name) =>
      readYaml(join(lexiconRoot(), `shared/${name}.yaml`), `${name}.yaml`, sensesSchema),
    ),
    frames: shared,
    vocabulary: dataFile(conceptsSchema.parse({ concepts: {} })),
  });
}

function dataFile<T>(data: T): DataFile<T> {
  return { file: "mini.yaml", lineOf: () => 1, data };
}
