import type { LexiconSet } from "../../extractors/lexicon/lexicon-set.js";
import { packLexicons, unpackLexicons } from "../../extractors/lexicon/packed-lexicons.js";
import { lexiconRoot } from "./lexicon-root.js";
import { madeOfLexicons } from "./made-of-lexicons.js";

/**
 * The lexicons under a folder, compiled only when these files have not been before. Throws LexiconError like
 * `loadLexicons`.
 */
export function cachedLexicons(root: string = lexiconRoot()): Promise<LexiconSet> {
  return madeOfLexicons({
    sort: "lexicons",
    root,
    make: async () => {
      // The compiler brings the readers of YAML and their schemas, which take longer to load than the kept lexicons.
      const { loadLexicons } = await import("./load-lexicons.js");
      return packLexicons(loadLexicons(root));
    },
    read: unpackLexicons,
  });
}
