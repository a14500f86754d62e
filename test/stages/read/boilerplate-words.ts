import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { FAILSAFE_SCHEMA, load } from "js-yaml";
import { type BoilerplateLexicon, mergeBoilerplate } from "../../../extractors/boilerplate-lexicon.js";
import { type BoilerplateData, boilerplateSchema } from "../../../extractors/boilerplate-schema.js";

const LEXICONS = path.resolve(import.meta.dirname, "../../../lexicons");

/** The boilerplate words of each language by its tag, and the shared ones. */
export function boilerplateByLanguage(): ReadonlyMap<string, BoilerplateData> {
  const tags = readdirSync(LEXICONS, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name);
  return new Map(
    tags.map((tag) => {
      const yaml = readFileSync(path.join(LEXICONS, tag, "boilerplate.yaml"), "utf8");
      return [tag, boilerplateSchema.parse(load(yaml, { schema: FAILSAFE_SCHEMA }))];
    }),
  );
}

export function boilerplateWords(): BoilerplateLexicon {
  return mergeBoilerplate([...boilerplateByLanguage().values()]);
}
