import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { lexiconRoot } from "../../pipeline/runtime/lexicon-root.js";

/** A copy of the lexicons that come with faktum, or of some of their folders, to be changed and deleted. */
export function lexiconFolder(folders?: readonly string[]): LexiconFolder {
  const root = mkdtempSync(join(tmpdir(), "faktum-lexicons-"));
  if (folders === undefined) cpSync(lexiconRoot(), root, { recursive: true });
  for (const folder of folders ?? []) cpSync(join(lexiconRoot(), folder), join(root, folder), { recursive: true });
  return {
    root,
    change: (name, turn) => writeFileSync(join(root, name), turn(readFileSync(join(root, name), "utf8"))),
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
}

interface LexiconFolder {
  readonly root: string;
  /** Writes a file of the folder anew, by its path under the root. */
  change(name: string, turn: (text: string) => string): void;
  remove(): void;
}
