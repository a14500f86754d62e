import type { Dirent, Stats } from "node:fs";
import { open, readdir, stat } from "node:fs/promises";
import path from "node:path";
import type { Diagnostic } from "../model/diagnostic.js";
import { fileSort, isCalledArticle } from "../stages/read/containers/file-sort.js";
import { isIgnoredName, isPageFolder } from "../stages/read/containers/ignored-names.js";
import { extensionOf } from "../stages/read/media-type.js";
import { FaktumError } from "./faktum-error.js";

const SNIFFED_BYTES = 4096;

/** A file or folder that cannot be searched; the others are. `message` names it and the remedy. */
export type FileProblem = Diagnostic & { readonly path: string };

/** What there is to read. Paths are relative to the working folder, with `/`. */
export interface FoundFiles {
  /** Each file once, in the order of their paths by code unit. */
  readonly files: readonly string[];
  /** How many files of each other extension were passed over; `""` for none. */
  readonly skipped: ReadonlyMap<string, number>;
  readonly problems: readonly FileProblem[];
}

/**
 * The files under paths that are articles or hold some: of a folder those whose extension or first bytes say so, in all
 * its folders but hidden ones; a file named itself whatever it is called. Throws a FaktumError when there is nothing at any of the paths.
 */
export async function findFiles(paths: readonly string[], folder = process.cwd()): Promise<FoundFiles> {
  const search = new FileSearch(folder);
  for (const given of paths) await search.begin(given);
  await search.finish();
  return search.found(paths);
}

class FileSearch {
  readonly #root: string;
  readonly #files = new Set<string>();
  readonly #skipped = new Map<string, number>();
  readonly #problems: FileProblem[] = [];
  readonly #folders: string[] = [];
  /** Reached over a symbolic link: searched after all others, so that a folder is known by its own name. */
  readonly #linked: string[] = [];
  /** Device and inode of folders that were searched; a link back to one of them ends there. */
  readonly #searched = new Set<string>();

  constructor(root: string) {
    this.#root = root;
  }

  /** A path as the user gave it. */
  async begin(given: string): Promise<void> {
    const shown = this.#shown(path.resolve(this.#root, given));
    const stats = await this.#stat(shown);
    if (stats === undefined) return;
    if (stats.isDirectory()) this.#folders.push(shown);
    else if (stats.isFile()) this.#files.add(shown);
    else this.#tell(shown, "read.not-a-file", "is neither a file nor a folder; name files or folders of articles");
  }

  async finish(): Promise<void> {
    // Both lists grow while they are gone through.
    for (const folder of this.#folders) await this.#searchFolder(folder, this.#folders);
    for (const folder of this.#linked) await this.#searchFolder(folder, this.#linked);
  }

  found(paths: readonly string[]): FoundFiles {
    const missing = this.#problems.filter(({ code }) => code === "read.missing");
    const isNothingThere = this.#files.size === 0 && this.#searched.size === 0 && missing.length > 0;
    if (isNothingThere && missing.length === this.#problems.length) {
      throw new FaktumError("read.missing", `${paths.join(", ")}: there is no such file or folder; check the path`, {
        exitCode: 2,
      });
    }
    return { files: [...this.#files].sort(), skipped: this.#skipped, problems: this.#problems };
  }

  async #searchFolder(folder: string, inner: string[]): Promise<void> {
    const stats = await this.#stat(folder);
    const identity = stats && `${stats.dev}:${stats.ino}`;
    if (identity === undefined || this.#searched.has(identity)) return;
    this.#searched.add(identity);
    const entries = await this.#entries(folder);
    const names = new Set(entries.map(({ name }) => name));
    for (const entry of entries) {
      if (entry.name.startsWith(".")) continue;
      const entryPath = folder === "" ? entry.name : `${folder}/${entry.name}`;
      const isLink = entry.isSymbolicLink();
      const target = isLink ? await this.#linkTarget(entry.name, entryPath) : entry;
      if (target?.isFile()) await this.#takeFile(entry.name, entryPath);
      else if (target?.isDirectory() && !isPageFolder(`${entry.name}/`, names))
        (isLink ? this.#linked : inner).push(entryPath);
    }
  }

  /** Where a link leads; a dead one is told of only when it is called like an article. */
  async #linkTarget(name: string, linkPath: string): Promise<Stats | undefined> {
    if (isCalledArticle(name)) return this.#stat(linkPath);
    return stat(path.resolve(this.#root, linkPath)).catch(() => undefined);
  }

  async #takeFile(name: string, filePath: string): Promise<void> {
    if (isIgnoredName(name)) return;
    if (isCalledArticle(name) || fileSort(name, await this.#head(filePath)) !== "other") this.#files.add(filePath);
    else this.#count(extensionOf(name));
  }

  #count(extension: string): void {
    this.#skipped.set(extension, (this.#skipped.get(extension) ?? 0) + 1);
  }

  /** The first bytes of a file with a strange name; none of one that cannot be read, which is passed over then. */
  async #head(filePath: string): Promise<Uint8Array> {
    const buffer = Buffer.alloc(SNIFFED_BYTES);
    try {
      const handle = await open(path.resolve(this.#root, filePath));
      try {
        const { bytesRead } = await handle.read(buffer, 0, SNIFFED_BYTES, 0);
        return buffer.subarray(0, bytesRead);
      } finally {
        await handle.close();
      }
    } catch {
      return buffer.subarray(0, 0);
    }
  }

  async #stat(shown: string): Promise<Stats | undefined> {
    try {
      return await stat(path.resolve(this.#root, shown));
    } catch (error) {
      this.#tellOf(shown, error);
      return undefined;
    }
  }

  /** In the order of their names, so that the first name of a linked folder is always the same. */
  async #entries(shown: string): Promise<readonly Dirent[]> {
    try {
      const entries = await readdir(path.resolve(this.#root, shown), { withFileTypes: true });
      return entries.sort((a, b) => (a.name < b.name ? -1 : 1));
    } catch (error) {
      this.#tellOf(shown, error);
      return [];
    }
  }

  #tellOf(shown: string, error: unknown): void {
    const code = typeof error === "object" && error !== null && "code" in error ? String(error.code) : String(error);
    if (code === "ENOENT" || code === "ENOTDIR") {
      this.#tell(shown, "read.missing", "there is no such file or folder; check the path");
    } else if (code === "EACCES" || code === "EPERM") {
      this.#tell(shown, "read.no-permission", "may not be searched; change its rights, or run as a user who may");
    } else if (code === "ELOOP") {
      this.#tell(shown, "read.missing", "a symbolic link that leads in a circle; remove it");
    } else {
      this.#tell(shown, "read.failed", `cannot be searched (${code}); check the disk`);
    }
  }

  #tell(shown: string, code: string, reason: string): void {
    const message = `${shown || "."}: ${reason}`;
    this.#problems.push({ code, severity: "error", stage: "read", message, path: shown });
  }

  /** As the user would write it from the working folder; empty for that folder itself. */
  #shown(absolute: string): string {
    return path.relative(this.#root, absolute).split(path.sep).join("/");
  }
}
