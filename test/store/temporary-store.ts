import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { Engines } from "../../pipeline/store/engines.js";
import { openStore } from "../../pipeline/store/open-store.js";
import { registerLexicons } from "../../pipeline/store/register-lexicons.js";
import { runQuery, type SqlValue } from "../../pipeline/store/run-query.js";
import { type Run, startRun } from "../../pipeline/store/runs.js";
import type { Store } from "../../pipeline/store/store.js";
import { SAMPLE_LEXICON } from "./sample-analysis.js";

/** A fact store in a folder of its own, with the sample lexicon known and a run begun. */
export interface TemporaryStore {
  readonly folder: string;
  readonly file: string;
  readonly store: Store;
  readonly run: Run;
  readonly remove: () => void;
}

export const SAMPLE_RUN = {
  startedAt: "2025-01-02T03:04:05Z",
  faktumVersion: "0.1.0",
  lexiconVersion: "ffeeddccbbaa9988",
  paths: ["articles"],
} as const;

export const SAMPLE_ENGINE = {
  program: "0.1.0+0123abcd",
  detector: "1111222233334444",
  boilerplate: "5555666677778888",
  lexicons: new Map([[SAMPLE_LEXICON.tag, SAMPLE_LEXICON.version]]),
} as const;

export function temporaryStore(): TemporaryStore {
  const folder = mkdtempSync(path.join(tmpdir(), "faktum-store-"));
  const file = path.join(folder, "facts.db");
  const store = openStore(file, { mode: "write" });
  registerLexicons(store, [SAMPLE_LEXICON]);
  return {
    folder,
    file,
    store,
    run: startRun(store, SAMPLE_RUN, new Engines(store, SAMPLE_ENGINE)),
    remove: () => {
      store.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** All rows of a question. */
export function rowsOf(store: Store, sql: string): readonly (readonly SqlValue[])[] {
  return [...runQuery(store, sql).rows];
}

/** Full-text indexes check themselves; what is inconsistent throws. */
export function expectWholeIndex(store: Store): void {
  store.prepare("INSERT INTO sentence_words (sentence_words) VALUES ('integrity-check')").run();
  expect(rowsOf(store, "SELECT count(*) FROM sentence_words")).toEqual(rowsOf(store, "SELECT count(*) FROM sentences"));
}

/** What a call throws, for its `code`: an error's class is not the same in every test file. */
export function errorOf(call: () => unknown): { readonly code: string; readonly message: string } {
  try {
    call();
  } catch (error) {
    return error as { readonly code: string; readonly message: string };
  }
  throw new Error("nothing was thrown");
}
