import { existsSync } from "node:fs";
import { join } from "node:path";
import { neighbourFolder, SHARED, shown } from "./lexicon-root.js";

/** Told as `LexiconFailure`. */
type Missing = Readonly<Record<"file" | "rule" | "text" | "message", string>>;

/** Languages without a profile: they can be told to be a text's language, but are never found to be. */
export function missingProfiles(root: string, languages: readonly { readonly tag: string }[]): readonly Missing[] {
  return languages
    .filter(({ tag }) => !existsSync(join(root, tag, "profile.tsv")))
    .map(({ tag }) => ({
      file: shown(root, tag, "profile.tsv"),
      rule: "profile",
      text: tag,
      message: existsSync(join(neighbourFolder(root), `${tag}.tsv`))
        ? `is missing, and articles in it are refused: move ${shown(root, SHARED, `neighbours/${tag}.tsv`)} here`
        : "is missing, so that no article is found to be in it: count the commonest words of running text",
    }));
}
