import { createHash } from "node:crypto";
import { endianness } from "node:os";
import { readCache, writeCache } from "./cache-file.js";
import { cacheFolder } from "./cache-folder.js";
import { codeVersion } from "./code-version.js";
import { lexiconVersions } from "./lexicon-versions.js";
import { fromPlainBytes, plainBytes } from "./plain-bytes.js";

/** Something that is made of the lexicons under a folder, and nothing else. */
interface Recipe<Plain, Made> {
  /** What its files are called in the cache. */
  readonly sort: string;
  readonly root: string;
  /** Makes it as plain data, objects, lists, text, numbers and typed arrays. */
  readonly make: () => Promise<Plain>;
  /** What the plain data stands for. */
  readonly read: (plain: Plain) => Made;
}

/** The code that decides what is made of lexicons, and all that may. */
const MAKERS = ["extractors", "pipeline/model", "pipeline/runtime"] as const;
const KEY_DIGITS = 32;

/**
 * Makes something of lexicons only when it was not made of these files, by this code, before: else it is read as it was
 * kept in `cacheFolder`. Without a folder that can be written it is made each time. Throws what `make` throws, and
 * LexiconError for a folder without lexicons.
 */
export async function madeOfLexicons<Plain, Made>({ sort, root, make, read }: Recipe<Plain, Made>): Promise<Made> {
  const version = lexiconVersions(root).set;
  const folder = cacheFolder();
  const file = folder === undefined ? undefined : { folder, sort, key: lexiconCacheKey(version) };
  const kept = file === undefined ? undefined : readCache(file);
  const known = kept === undefined ? undefined : readKept(kept, read);
  if (known !== undefined) return known;
  const bytes = plainBytes(await make());
  // Files that change meanwhile are other lexicons than the key says.
  if (file !== undefined && lexiconVersions(root).set === version) writeCache(file, bytes);
  return read(fromPlainBytes(bytes) as Plain);
}

/** Hash, 32 hex digits, of all that what is made of lexicons of a version depends on. */
export function lexiconCacheKey(version: string, code: string = codeVersion(MAKERS)): string {
  // Letters' classes and folding are those of the engine's Unicode version.
  const { node, v8, unicode } = process.versions;
  const parts = [version, code, node, v8, unicode, endianness()];
  return createHash("sha256").update(parts.join("\n")).digest("hex").slice(0, KEY_DIGITS);
}

/** Nothing where the bytes are whole but say something else, as those of another program with our checksum would. */
function readKept<Plain, Made>(bytes: Buffer, read: (plain: Plain) => Made): Made | undefined {
  try {
    return read(fromPlainBytes(bytes) as Plain);
  } catch {
    return undefined;
  }
}
