import { lexiconRoot } from "./lexicon-root.js";
import { madeOfLexicons } from "./made-of-lexicons.js";
import type { QuestionNames } from "./question-names.js";

/** The names of `loadQuestionNames`, read from its files only when these have not been before. Throws LexiconError. */
export function cachedQuestionNames(root: string = lexiconRoot()): Promise<QuestionNames> {
  return madeOfLexicons({
    sort: "names",
    root,
    make: async () => {
      const { loadQuestionNames } = await import("./question-names.js");
      const { languages, units, concepts } = loadQuestionNames(root);
      return { languages: [...languages], units: [...units], concepts: [...concepts] };
    },
    read: ({ languages, units, concepts }): QuestionNames => ({
      languages: new Map(languages),
      units: new Map(units),
      concepts: new Map(concepts),
    }),
  });
}
