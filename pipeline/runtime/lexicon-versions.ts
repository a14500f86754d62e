import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { baseOf, languageTags, lexiconRoot, listFolder, neighbourFolder, SHARED } from "./lexicon-root.js";

/** Versions of the lexicons under a root, 16 hex digits each, by what they decide. */
export interface LexiconVersions {
  /** Of everything: `LexiconSet.version`. */
  readonly set: string;
  /** By tag, in order: `Lexicon.version`, of what decides the facts of sentences in the language. */
  readonly languages: ReadonlyMap<string, string>;
  /** `LexiconSet.detectorVersion`. */
  readonly detector: string;
  /** `LexiconSet.boilerplateVersion`. */
  readonly boilerplate: string;
}

const BOILERPLATE = "boilerplate.yaml";
const PROFILE = "profile.tsv";

/**
 * The versions that `loadLexicons` gives, from the files' bytes alone: nothing is parsed. Throws LexiconError when the
 * root cannot be read or holds no language; what else is wrong in the files is for the loader to say.
 */
export function lexiconVersions(root: string = lexiconRoot()): LexiconVersions {
  const tags = languageTags(root);
  const folders = new Map([SHARED, ...tags].map((folder) => [folder, filesOf(root, folder)]));
  const wanted = (names: readonly string[], isWanted: (name: string) => boolean) =>
    names.flatMap((name) => folders.get(name) ?? []).filter(({ name }) => isWanted(name));
  const languages = new Map(
    tags.map((tag) => [tag, versionOf(wanted([SHARED, ...withBases(root, tag)], decidesFacts))]),
  );
  const detector = versionOf([...wanted(tags, (name) => name === PROFILE), ...neighbours(root)]);
  const boilerplate = versionOf(wanted([SHARED, ...tags], (name) => name === BOILERPLATE));
  const set = createHash("sha256").update([...languages.values(), detector, boilerplate].join());
  return { set: set.digest("hex").slice(0, 16), languages, detector, boilerplate };
}

/** The tag and those of the languages that it builds on, nearest first; the loader complains of circles and gaps. */
function withBases(root: string, tag: string): readonly string[] {
  const chain: string[] = [];
  for (
    let next: string | undefined = tag;
    next !== undefined && !chain.includes(next) && existsSync(join(root, next, "language.yaml"));
    next = baseOf(root, next)
  ) {
    chain.push(next);
  }
  return chain;
}

function neighbours(root: string): readonly DataBytes[] {
  return existsSync(neighbourFolder(root)) ? filesOf(root, `${SHARED}/neighbours`) : [];
}

function decidesFacts(name: string): boolean {
  return name.endsWith(".yaml") && name !== BOILERPLATE;
}

interface DataBytes {
  readonly name: string;
  /** Path under the root. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** Every file that the loader may read; each is read once, though several versions count it. */
function filesOf(root: string, folder: string): readonly DataBytes[] {
  const path = join(root, folder);
  return listFolder(path, path)
    .filter((name) => name.endsWith(".yaml") || name.endsWith(".tsv"))
    .map((name) => ({ name, path: `${folder}/${name}`, bytes: readFileSync(join(path, name)) }));
}

function versionOf(files: readonly DataBytes[]): string {
  const hash = createHash("sha256");
  for (const { path, bytes } of files) hash.update(`${path}\u0000${bytes.length}\u0000`).update(bytes);
  return hash.digest("hex").slice(0, 16);
}
