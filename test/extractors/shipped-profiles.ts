import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { type LanguageProfile, parseLanguageProfile } from "../../extractors/language-profile.js";
import type { Block } from "../../pipeline/model/document.js";

const LEXICONS = path.resolve(import.meta.dirname, "../../lexicons");
const NEIGHBOURS = path.join(LEXICONS, "shared/neighbours");

/** The profiles of all languages with a lexicon, then those of their neighbours. */
export function shippedProfiles(): readonly LanguageProfile[] {
  const own = readdirSync(LEXICONS, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== "shared")
    .map(({ name }) => parseLanguageProfile(read(LEXICONS, name, "profile.tsv"), name, true));
  const neighbours = readdirSync(NEIGHBOURS).map((file) =>
    parseLanguageProfile(read(NEIGHBOURS, file), path.basename(file, ".tsv"), false),
  );
  return [...own, ...neighbours];
}

/** A paragraph a line that is not empty. */
export function paragraphs(text: string): readonly Block[] {
  const blocks: Block[] = [];
  let start = 0;
  for (const line of text.split("\n")) {
    if (line !== "") blocks.push({ kind: "paragraph", span: { start, end: start + line.length } });
    start += line.length + 1;
  }
  return blocks;
}

function read(...parts: readonly string[]): string {
  return readFileSync(path.join(...parts), "utf8");
}
