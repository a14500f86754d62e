import { existsSync, mkdirSync, mkdtempSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { readingChoices } from "../../pipeline/runtime/reading-choices.js";
import { runCorpus } from "../../pipeline/runtime/run.js";
import type { RunChoice } from "../../pipeline/runtime/run-options.js";
import type { RunReport } from "../../pipeline/runtime/run-report.js";
import { openStore } from "../../pipeline/store/open-store.js";
import { runQuery } from "../../pipeline/store/run-query.js";

let folder: string;
export const at = (...parts: readonly string[]): string => path.join(folder, ...parts);

const home = process.cwd();

/** Gives each test of a file a folder of its own, and works in it. */
export function useFolder(): void {
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), "faktum-incremental-"));
    mkdirSync(at("articles", "sub"), { recursive: true });
    // Paths are told from the working folder.
    process.chdir(folder);
  });

  afterEach(() => {
    process.chdir(home);
    rmSync(folder, { recursive: true });
  });
}

/** Always as long, whatever the number below 100. */
export const text = (n: number): string =>
  `Im Landkreis sind nach Angaben der Behörden ${String(n).padStart(2, "0")},5 Prozent der Haushalte an das Netz angeschlossen.\n`;

export function write(name: string, content: string | Uint8Array): void {
  writeFileSync(at("articles", name), content);
}

/** Other bytes under a file's old size and time: whoever does not open it cannot see them. */
export function writeUnseen(name: string, content: string): void {
  const { atime, mtime, size } = statSync(at("articles", name));
  writeFileSync(at("articles", name), content);
  utimesSync(at("articles", name), atime, mtime);
  expect(statSync(at("articles", name))).toMatchObject({ size, mtimeMs: mtime.getTime() });
}

/** Whole milliseconds, which `utimes` can give back. */
export function touch(name: string, seconds = 1_700_000_000): void {
  utimesSync(at("articles", name), seconds, seconds);
}

type Choice = RunChoice & { readonly maxErrors?: number; readonly dryRun?: boolean };

/** The program's own run, in this process: a test makes many. */
export async function reportOf(choice: Choice, ...paths: readonly string[]): Promise<RunReport> {
  const { force, since, select, maxErrors = 1000, dryRun = false } = choice;
  return await runCorpus({
    paths,
    database: "facts.db",
    choice: { force, since, select },
    ...readingChoices({}),
    workers: { count: 1, seconds: 60, megabytes: 1024 },
    dryRun,
    maxErrors,
    signal: new AbortController().signal,
    observer: { planned: () => undefined, advanced: () => undefined, failed: () => undefined },
  });
}

/** What became of documents, without what is 0. */
export async function runWith(choice: Choice, ...paths: readonly string[]): Promise<Readonly<Record<string, number>>> {
  const { documents, interrupted } = await reportOf(choice, ...paths);
  const { found, ...rest } = documents;
  const { renamed, removed, ...counted } = rest;
  const sum = Object.values(counted).reduce((all, count) => all + count, 0);
  // Each document that was found is counted once; a path that is not there counts as failed.
  if (!interrupted) expect(sum).toBe(found + paths.filter((each) => !existsSync(each)).length);
  return Object.fromEntries(Object.entries(rest).filter(([, count]) => count > 0));
}

export const run = async (...paths: readonly string[]) => await runWith({}, ...paths);

export function query(sql: string): readonly string[] {
  const store = openStore("facts.db", { mode: "read" });
  try {
    return [...runQuery(store, sql).rows].map((row) => row.join(","));
  } finally {
    store.close();
  }
}

export const values = (): readonly string[] => query("SELECT path || ' ' || value_text FROM evidence ORDER BY path");
