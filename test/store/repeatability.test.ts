import { readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import type { Analysis } from "../../pipeline/model/analysis.js";
import { Engines } from "../../pipeline/store/engines.js";
import { knownFileAt, knownFiles } from "../../pipeline/store/known-files.js";
import { openStore } from "../../pipeline/store/open-store.js";
import { recordFailure } from "../../pipeline/store/record-failure.js";
import { registerLexicons } from "../../pipeline/store/register-lexicons.js";
import { finishRun, startRun } from "../../pipeline/store/runs.js";
import { dumpStore } from "./dump-store.js";
import { hashOf, SAMPLE_LEXICON, sampleAnalysis } from "./sample-analysis.js";
import { SAMPLE_FACTS } from "./sample-facts.js";
import {
  expectWholeIndex,
  rowsOf,
  SAMPLE_ENGINE,
  SAMPLE_RUN,
  type TemporaryStore,
  temporaryStore,
} from "./temporary-store.js";
import { writeAnalyses } from "./write-analyses.js";

const FAILURE = {
  path: "articles/binary.txt",
  sha256: hashOf("binary"),
  diagnostic: { code: "read.binary", severity: "error", stage: "read", message: "articles/binary.txt: binary" },
} as const;

const CORPUS: readonly Analysis[] = Array.from({ length: 30 }, (_, number) => {
  const samples = SAMPLE_FACTS.slice(number % 7, (number % 7) + 3);
  return sampleAnalysis({
    path: `articles/${number}.txt`,
    text: [`Artikel ${number} 😀.`, ...samples.map(({ text }) => text)].join("\n"),
    facts: samples.map(({ fact }) => fact),
  });
});

describe("the same corpus gives the same database", () => {
  let temporary: TemporaryStore;
  let other: TemporaryStore;

  beforeEach(() => {
    temporary = temporaryStore();
    other = temporaryStore();
  });

  afterEach(() => {
    temporary.remove();
    other.remove();
  });

  test("in another order, in batches of another size", () => {
    storeAll(temporary, CORPUS, 30);
    storeAll(other, CORPUS.toReversed(), 4);
    expect(dumpStore(other.store)).toBe(dumpStore(temporary.store));
    expect(finding(other)).toEqual(finding(temporary));
    expect(finding(temporary)).not.toEqual([]);
  });

  test("when a run is broken off and another goes on", () => {
    storeAll(temporary, CORPUS, 30);
    writeAnalyses(other.store, other.run, CORPUS.slice(0, 13));
    other.store.close();
    const store = openStore(other.file, { mode: "write" });
    const engines = new Engines(store, SAMPLE_ENGINE);
    const run = startRun(store, { ...SAMPLE_RUN, startedAt: "2025-01-03T00:00:00Z" }, engines);
    const rest = CORPUS.filter(({ document }) => knownFileAt(store, document.source.path) === undefined);
    expect(rest).toHaveLength(17);
    other = { ...other, store, run };
    storeAll(other, rest, 5);
    expect(dumpStore(store)).toBe(dumpStore(temporary.store));
    expect(finding(other)).toEqual(finding(temporary));
  });

  test("when everything is stored a second time", () => {
    storeAll(temporary, CORPUS, 10);
    const before = withoutCounts(dumpStore(temporary.store));
    writeAnalyses(temporary.store, temporary.run, CORPUS);
    expect(withoutCounts(dumpStore(temporary.store))).toBe(before);
    expectWholeIndex(temporary.store);
  });

  test("opening, asking and registering what is known write nothing", () => {
    storeAll(temporary, CORPUS, 30);
    temporary.store.close();
    const before = filesOf(temporary.folder);
    const store = openStore(temporary.file, { mode: "write" });
    registerLexicons(store, [SAMPLE_LEXICON]);
    expect([...knownFiles(store, "articles/", "articles0")]).toHaveLength(31);
    const engines = new Engines(store, SAMPLE_ENGINE);
    expect(engines.areAllCurrent()).toBe(true);
    const run = { id: 1, lexiconVersion: SAMPLE_RUN.lexiconVersion, engines };
    recordFailure(store, run, FAILURE);
    store.close();
    expect(filesOf(temporary.folder)).toEqual(before);
  });

  function storeAll({ store, run }: TemporaryStore, analyses: readonly Analysis[], size: number): void {
    for (let from = 0; from < analyses.length; from += size) {
      expect(writeAnalyses(store, run, analyses.slice(from, from + size)).failures).toEqual([]);
    }
    recordFailure(store, run, FAILURE);
    finishRun(store, run, "2025-01-02T04:00:00Z");
  }

  function finding({ store }: TemporaryStore): readonly unknown[] {
    const sql = `SELECT path, sentence FROM sentence_search WHERE sentence_search MATCH 'aufgaben OR شخصان' ORDER BY path`;
    return rowsOf(store, sql);
  }

  /** The sums of a run count what was written, so they grow when it is written again. */
  function withoutCounts(dump: string): string {
    return dump
      .split("\n")
      .filter((line) => !line.startsWith('["runs"'))
      .join("\n");
  }

  function filesOf(folder: string): readonly unknown[] {
    return readdirSync(folder).map((file) => {
      const place = path.join(folder, file);
      return [file, hashOf(readFileSync(place, "latin1")), statSync(place).mtimeMs];
    });
  }
});
