import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

const THIS_FILE = fileURLToPath(import.meta.url);

/** The folder that holds `pipeline/` and `extractors/` as they run: the sources, or `dist/`. */
export const CODE_ROOT = path.resolve(path.dirname(THIS_FILE), "../..");

const digests = new Map<string, string>();

/**
 * Hash, 64 hex digits, of the code in files and folders, by their paths under the code's root without extension. Each is
 * read once in the life of the process: what changes on disk later is not the code that runs.
 */
export function codeVersion(parts: readonly string[], root: string = CODE_ROOT): string {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(`${part}\u0000${digestOf(path.join(root, part))}\n`);
  return hash.digest("hex");
}

function digestOf(part: string): string {
  const known = digests.get(part);
  if (known !== undefined) return known;
  const hash = createHash("sha256");
  for (const file of codeFiles(part)) {
    const bytes = readFileSync(file);
    hash.update(`${path.relative(part, file)}\u0000${bytes.length}\u0000`).update(bytes);
  }
  const digest = hash.digest("hex");
  digests.set(part, digest);
  return digest;
}

/** Of the kind that runs only: beside a source nothing else decides what it does. */
function codeFiles(part: string): readonly string[] {
  const extension = path.extname(THIS_FILE);
  if (statSync(part, { throwIfNoEntry: false })?.isDirectory() !== true) return [part + extension];
  return readdirSync(part, { withFileTypes: true })
    .sort((one, other) => (one.name < other.name ? -1 : 1))
    .flatMap((entry) => {
      const name = path.join(part, entry.name);
      if (entry.isDirectory()) return codeFiles(name);
      return name.endsWith(extension) ? [name] : [];
    });
}
