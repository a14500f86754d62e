import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { LexiconError } from "../../extractors/lexicon/lexicon-error.js";
import { packageRoot } from "./package-root.js";

/** The folder of what all languages share, among those of the languages. */
export const SHARED = "shared";

/** The folder of the lexicons that come with faktum. */
export function lexiconRoot(): string {
  return join(packageRoot(), "lexicons");
}

/** Tags of the languages that have a folder under a root, in order. Throws LexiconError when there is none. */
export function languageTags(root: string): readonly string[] {
  const tags = listFolder(root, root).filter(
    (name) => name !== SHARED && existsSync(join(root, name, "language.yaml")),
  );
  if (tags.length === 0) {
    throw new LexiconError(
      root,
      "language.yaml",
      "no language has one; name the folder that holds the language folders",
    );
  }
  return tags;
}

/** Names in a folder, in order. Throws LexiconError when it cannot be read. */
export function listFolder(path: string, shownPath: string): readonly string[] {
  try {
    return readdirSync(path).sort();
  } catch {
    throw new LexiconError(shownPath, "the folder", "cannot be read; name a folder of lexicons");
  }
}

/** The folder of the profiles of languages that are only known in order to be refused; it may be absent. */
export function neighbourFolder(root: string): string {
  return join(root, SHARED, "neighbours");
}

/** A file's path as messages name it. */
export function shown(root: string, folder: string, name: string): string {
  const base = root === lexiconRoot() ? "lexicons" : root;
  return [base, folder, name].filter((part) => part !== "").join("/");
}

/** `extends: nb` alone on a line; the loader refuses any other way to write it. */
const EXTENDS = /^extends:[ \t]+["']?([^"'#\s]+)["']?[ \t]*(?:#.*)?$/mu;

/** The tag of the language that a `language.yaml` builds on, read without parsing it. */
export function baseOf(root: string, tag: string): string | undefined {
  return EXTENDS.exec(readFileSync(join(root, tag, "language.yaml"), "utf8"))?.[1];
}
