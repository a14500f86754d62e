import { closeSync, type Dirent, openSync, readdirSync, readSync, type Stats, statSync } from "node:fs";
import path from "node:path";
import type { Diagnostic } from "../model/diagnostic.js";
import { fileSort, isCalledArticle } from "../stages/read/containers/file-sort.js";
import { isIgnoredName, isPageFolder } from "../stages/read/containers/ignored-names.js";
import { extensionOf } from "../stages/read/media-type.js";
import { comparePaths } from "./compare-paths.js";
import { FaktumError } from "./faktum-error.js";

const SNIFFED_BYTES = 4096;

/** A file or folder that cannot be searched; the others are. `message` names it and the remedy. */
export type FileProblem = Diagnostic & { readonly path: string };

/** A file that is an article or holds some. Its path is relative to the working folder, with `/`. */
export interface WalkedFile {
  readonly path: string;
  readonly bytes: number;
  /** Last change of its content as the file says, in ms since 1970. */
  readonly modified: number;
  /** Last change of whatever sort, renaming too, as the system noted it: no program can set it. In ms since 1970. */
  readonly changed: number;
}

/** Paths from `from` on to before `to`, in the order of their UTF-8 bytes. */
export interface PathRange {
  readonly from: string;
  readonly to: string;
}

/** What a walk comes by. */
export type WalkStep =
  | { readonly step: "file"; readonly file: WalkedFile }
  /** A search begins: until the next one, all that there is in this range of paths is come by in the order of paths. */
  | { readonly step: "search"; readonly range: PathRange }
  /** A folder that is not gone into here: it may not be read, or a link leads there and its search comes later. */
  | { readonly step: "closed"; readonly range: PathRange };

interface WalkOptions {
  /** The working folder. */
  readonly folder?: string;
  /** Whether a file with a strange name is known to be an article, so that it need not be opened to see. */
  readonly isKnown?: (path: string) => boolean;
}

/**
 * A search for the files under paths that are articles or hold some: of a folder those whose extension or first bytes say
 * so, in all its folders but hidden ones; a file named itself whatever it is called. It holds no more than a folder's names at a time. To
 * be gone through once.
 */
export class FileWalk {
  readonly #root: string;
  readonly #isKnown: (path: string) => boolean;
  readonly #given: readonly string[];
  readonly #skipped = new Map<string, number>();
  readonly #problems: FileProblem[] = [];
  /** Reached over a symbolic link: searched after all others, so that a folder is known by its own name. */
  readonly #linked: string[] = [];
  /** Device and inode of folders that were searched; a link back to one of them ends there. */
  readonly #searched = new Set<string>();
  #files = 0;

  constructor(given: readonly string[], { folder = process.cwd(), isKnown = () => false }: WalkOptions = {}) {
    this.#given = given;
    this.#root = folder;
    this.#isKnown = isKnown;
  }

  /** How many files of each other extension were passed over so far; `""` for none. */
  get skipped(): ReadonlyMap<string, number> {
    return this.#skipped;
  }

  get problems(): readonly FileProblem[] {
    return this.#problems;
  }

  /** Throws a FaktumError at its end when there is nothing at any of the paths. */
  *steps(): Generator<WalkStep> {
    for (const shown of this.#outermost()) {
      const stats = this.#stat(shown);
      if (stats === undefined) continue;
      if (stats.isDirectory()) yield* this.#search(shown, stats);
      else if (stats.isFile()) yield* this.#searchFile(shown, stats);
      else this.#tell(shown, "read.not-a-file", "is neither a file nor a folder; name files or folders of articles");
    }
    // The list grows while it is gone through.
    for (const shown of this.#linked) {
      const stats = this.#stat(shown);
      if (stats !== undefined) yield* this.#search(shown, stats);
    }
    this.#refuseNothing();
  }

  /** The paths given as the user would write them, in order, without those that lie in others. */
  #outermost(): readonly string[] {
    const all = [...new Set(this.#given.map((given) => this.#shown(path.resolve(this.#root, given))))].sort(
      comparePaths,
    );
    return all.filter((one) => !all.some((other) => other !== one && isInside(one, other)));
  }

  *#searchFile(shown: string, stats: Stats): Generator<WalkStep> {
    this.#files += 1;
    yield { step: "search", range: { from: shown, to: `${shown}\u0000` } };
    yield { step: "file", file: walkedFile(shown, stats) };
  }

  *#search(shown: string, stats: Stats): Generator<WalkStep> {
    yield { step: "search", range: rangeOf(shown) };
    yield* this.#searchFolder(shown, stats);
  }

  *#searchFolder(folder: string, { dev, ino }: Stats): Generator<WalkStep> {
    const identity = `${dev}:${ino}`;
    if (this.#searched.has(identity)) return;
    this.#searched.add(identity);
    const entries = this.#entries(folder);
    if (entries === undefined) {
      yield { step: "closed", range: rangeOf(folder) };
      return;
    }
    const names = new Set(entries.map(({ name }) => name));
    for (const entry of inOrder(entries)) {
      if (entry.name.startsWith(".")) continue;
      const entryPath = folder === "" ? entry.name : `${folder}/${entry.name}`;
      yield* entry.isSymbolicLink() ? this.#link(entry.name, entryPath, names) : this.#entry(entry, entryPath, names);
    }
  }

  *#entry(entry: Dirent, entryPath: string, names: ReadonlySet<string>): Generator<WalkStep> {
    if (entry.isFile()) yield* this.#takeFile(entry.name, entryPath);
    else if (entry.isDirectory() && !isPageFolder(`${entry.name}/`, names)) {
      const stats = this.#stat(entryPath);
      if (stats === undefined) yield { step: "closed", range: rangeOf(entryPath) };
      else yield* this.#searchFolder(entryPath, stats);
    }
  }

  /** Where a link leads; a dead one is told of only when it is called like an article. */
  *#link(name: string, linkPath: string, names: ReadonlySet<string>): Generator<WalkStep> {
    const target = isCalledArticle(name) ? this.#stat(linkPath) : this.#statQuietly(linkPath);
    if (target?.isFile()) yield* this.#takeFile(name, linkPath);
    else if (target?.isDirectory() && !isPageFolder(`${name}/`, names)) {
      this.#linked.push(linkPath);
      yield { step: "closed", range: rangeOf(linkPath) };
    }
  }

  *#takeFile(name: string, filePath: string): Generator<WalkStep> {
    if (isIgnoredName(name)) return;
    if (isCalledArticle(name) || this.#isKnown(filePath) || fileSort(name, this.#head(filePath)) !== "other") {
      const stats = this.#statQuietly(filePath);
      if (stats === undefined) return; // it went while the folder was read
      this.#files += 1;
      yield { step: "file", file: walkedFile(filePath, stats) };
    } else {
      const extension = extensionOf(name);
      this.#skipped.set(extension, (this.#skipped.get(extension) ?? 0) + 1);
    }
  }

  #refuseNothing(): void {
    const missing = this.#problems.filter(({ code }) => code === "read.missing");
    const isNothingThere = this.#files === 0 && this.#searched.size === 0 && missing.length > 0;
    if (isNothingThere && missing.length === this.#problems.length) {
      throw new FaktumError(
        "read.missing",
        `${this.#given.join(", ")}: there is no such file or folder; check the path`,
        { exitCode: 2 },
      );
    }
  }

  /** The first bytes of a file with a strange name; none of one that cannot be read, which is passed over then. */
  #head(filePath: string): Uint8Array {
    const buffer = Buffer.alloc(SNIFFED_BYTES);
    try {
      const file = openSync(path.resolve(this.#root, filePath), "r");
      try {
        return buffer.subarray(0, readSync(file, buffer, 0, SNIFFED_BYTES, 0));
      } finally {
        closeSync(file);
      }
    } catch {
      return buffer.subarray(0, 0);
    }
  }

  #statQuietly(shown: string): Stats | undefined {
    try {
      return statSync(path.resolve(this.#root, shown));
    } catch {
      return undefined;
    }
  }

  #stat(shown: string): Stats | undefined {
    try {
      return statSync(path.resolve(this.#root, shown));
    } catch (error) {
      this.#tellOf(shown, error);
      return undefined;
    }
  }

  #entries(shown: string): readonly Dirent[] | undefined {
    try {
      return readdirSync(path.resolve(this.#root, shown), { withFileTypes: true });
    } catch (error) {
      this.#tellOf(shown, error);
      return undefined;
    }
  }

  #tellOf(shown: string, error: unknown): void {
    const code = typeof error === "object" && error !== null && "code" in error ? String(error.code) : String(error);
    const [name, reason] = REASONS[code] ?? ["failed", `cannot be searched (${code}); check the disk`];
    this.#tell(shown, `read.${name}`, reason);
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

function walkedFile(shown: string, { size, mtimeMs, ctimeMs }: Stats): WalkedFile {
  return { path: shown, bytes: size, modified: mtimeMs, changed: ctimeMs };
}

/** All paths in a folder; `0` follows `/`. */
function rangeOf(folder: string): PathRange {
  return folder === "" ? { from: "", to: "\u{10ffff}" } : { from: `${folder}/`, to: `${folder}0` };
}

function isInside(shown: string, folder: string): boolean {
  return folder === "" ? !shown.startsWith("../") && shown !== ".." : shown.startsWith(`${folder}/`);
}

/** So that what lies in folders comes in the order of whole paths. */
function inOrder(entries: readonly Dirent[]): readonly Dirent[] {
  return entries
    .map((entry) => ({ entry, key: entry.isFile() ? entry.name : `${entry.name}/` }))
    .sort((one, other) => comparePaths(one.key, other.key))
    .map(({ entry }) => entry);
}

const MISSING = ["missing", "there is no such file or folder; check the path"] as const;
const DENIED = ["no-permission", "may not be searched; change its rights, or run as a user who may"] as const;
const REASONS: Readonly<Record<string, readonly [name: string, reason: string]>> = {
  ENOENT: MISSING,
  ENOTDIR: MISSING,
  EACCES: DENIED,
  EPERM: DENIED,
  ELOOP: ["missing", "a symbolic link that leads in a circle; remove it"],
};
