import { appendFileSync, copyFileSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { filesUnder } from "./files-under.js";
import { writeCorpus } from "./generated-corpus.js";
import { SeededRandom } from "./seeded-random.js";

type Change = "arrive" | "burst" | "copy" | "grow" | "replace" | "slow" | "vanish" | "rename" | "move" | "drop";

/** How often each change comes, as shares of all. */
const CHANGES: readonly (readonly [Change, number])[] = [
  ["arrive", 20],
  ["burst", 1],
  ["copy", 6],
  ["grow", 12],
  ["replace", 12],
  ["slow", 8],
  ["vanish", 20],
  ["rename", 12],
  ["move", 4],
  ["drop", 1],
];
const FOLDERS = ["a", "b", "b/c", "d", "d/e/f"];
const STOCK = 600;
const BURST = 20;
/** Beyond so many files more vanish than arrive. */
const MOST_FILES = 400;

/** Changes the articles in a folder at random, the same way for the same seed. */
export class FolderChanger {
  readonly #folder: string;
  readonly #random: SeededRandom;
  /** Articles to be copied from, beside the folder. */
  readonly #stock: readonly string[];
  readonly #counts: Partial<Record<Change, number>> = {};
  #next = 0;
  /** A file that is being written piece by piece, and what is still to come. */
  #slow: { readonly file: string; readonly rest: string[] } | undefined;

  constructor(folder: string, seed: number) {
    this.#folder = folder;
    this.#random = new SeededRandom(seed, 77);
    const stock = path.join(path.dirname(folder), "stock");
    writeCorpus(stock, { articles: STOCK, seed });
    this.#stock = filesUnder([stock]);
    for (const each of FOLDERS) mkdirSync(path.join(folder, each), { recursive: true });
  }

  get counts(): Readonly<Partial<Record<Change, number>>> {
    return this.#counts;
  }

  get size(): number {
    return this.#files().length;
  }

  pick<Item>(items: readonly Item[]): Item {
    return this.#random.pick(items);
  }

  fill(count: number): void {
    for (let at = 0; at < count; at++) this.#arrive();
  }

  change(): void {
    const files = this.#files();
    const chosen = this.#random.pick(CHANGES.flatMap(([change, share]) => Array.from({ length: share }, () => change)));
    const change = files.length > MOST_FILES && chosen !== "move" ? "vanish" : files.length < 10 ? "arrive" : chosen;
    this.#counts[change] = (this.#counts[change] ?? 0) + 1;
    this.#do(change, files);
  }

  #do(change: Change, files: readonly string[]): void {
    switch (change) {
      case "arrive":
        this.#arrive();
        return;
      case "burst":
        this.fill(BURST);
        return;
      case "copy": {
        const from = this.#random.pick(files);
        copyFileSync(from, this.#place(path.extname(from)));
        return;
      }
      case "grow":
        appendFileSync(
          this.#random.pick(files),
          `\n\nIm Jahr 2024 waren es ${this.#random.between(10, 99)} Prozent.\n`,
        );
        return;
      case "replace":
        copyFileSync(this.#random.pick(this.#stock), this.#random.pick(files));
        return;
      case "slow":
        this.#writeSlowly();
        return;
      case "vanish":
        rmSync(this.#random.pick(files));
        return;
      case "rename": {
        const from = this.#random.pick(files);
        renameSync(from, this.#place(path.extname(from)));
        return;
      }
      case "move":
        this.#moveFolder();
        return;
      case "drop":
        this.#dropFolder();
    }
  }

  #arrive(): void {
    const from = this.#random.pick(this.#stock);
    copyFileSync(from, this.#place(path.extname(from)));
  }

  /** Begins a file, or goes on with the one that was begun. */
  #writeSlowly(): void {
    if (this.#slow === undefined) {
      const rest = Array.from(
        { length: 6 },
        (_, at) => `Im Jahr 202${at} lag die Quote bei ${this.#random.between(10, 99)} Prozent.\n\n`,
      );
      this.#slow = { file: this.#place(".txt"), rest };
      mkdirSync(path.dirname(this.#slow.file), { recursive: true });
      writeFileSync(this.#slow.file, "");
    }
    const piece = this.#slow.rest.pop();
    // Its folder may have moved on; then it begins anew there.
    mkdirSync(path.dirname(this.#slow.file), { recursive: true });
    if (piece !== undefined) appendFileSync(this.#slow.file, piece);
    else this.#slow = undefined;
  }

  /** To another name, and sometimes into another folder. */
  #moveFolder(): void {
    const from = path.join(this.#folder, this.#random.pick(FOLDERS));
    const to = path.join(this.#folder, `moved-${this.#next}`);
    this.#next += 1;
    mkdirSync(from, { recursive: true });
    renameSync(from, to);
  }

  #dropFolder(): void {
    const folders = readdirSync(this.#folder).filter((name) => name.startsWith("moved-"));
    if (folders.length > 0) rmSync(path.join(this.#folder, this.#random.pick(folders)), { recursive: true });
  }

  #place(extension: string): string {
    const folder = path.join(this.#folder, this.#random.pick(FOLDERS));
    mkdirSync(folder, { recursive: true });
    this.#next += 1;
    return path.join(folder, `${String(this.#random.between(0, 9))}-${this.#next}${extension}`);
  }

  #files(): readonly string[] {
    return filesUnder([this.#folder]);
  }
}
