import { knownArticle, knownFileAt } from "../../pipeline/store/known-files.js";
import { type FailedDocument, recordFailure } from "../../pipeline/store/record-failure.js";
import { hashOf, sampleAnalysis } from "./sample-analysis.js";
import { rowsOf, type TemporaryStore, temporaryStore } from "./temporary-store.js";
import { writeAnalyses } from "./write-analyses.js";

const PATH = "articles/one.txt";
const SHA256 = hashOf("binary");
const DOCUMENTS = "SELECT path, sha256, status, text FROM documents";
const DIAGNOSTICS =
  "SELECT path, code, diagnostics.run_id FROM diagnostics JOIN documents ON documents.id = document_id";

describe("recordFailure", () => {
  let temporary: TemporaryStore;

  beforeEach(() => {
    temporary = temporaryStore();
  });

  afterEach(() => temporary.remove());

  test("a file whose bytes are no article", () => {
    fail("read.binary", SHA256);
    expect(rows(DOCUMENTS)).toEqual([[PATH, SHA256, "failed", null]]);
    expect(rows(DIAGNOSTICS)).toEqual([[PATH, "read.binary", 1]]);
    expect(knownArticle(temporary.store, PATH)).toEqual({ sha256: SHA256, status: "failed", engineId: 1 });
  });

  test("a file that cannot be read", () => {
    fail("read.denied");
    expect(rows(DOCUMENTS)).toEqual([[PATH, null, "failed", null]]);
    expect(knownFileAt(temporary.store, PATH)).toMatchObject({ status: "failed", bytes: null, fileModified: null });
  });

  test("the same failure again is not written again", () => {
    for (const sha256 of [undefined, undefined, SHA256, SHA256]) fail("read.binary", sha256);
    expect(rows(DIAGNOSTICS)).toHaveLength(1);
    expect(rows("SELECT documents_failed FROM runs")).toEqual([[2]]);
  });

  test("another failure of the same file takes the place of the first", () => {
    fail("read.denied");
    fail("read.empty", hashOf(""));
    expect(rows(DIAGNOSTICS)).toEqual([[PATH, "read.empty", 1]]);
  });

  test("a stored article whose new bytes are none is replaced", () => {
    write();
    fail("read.binary", SHA256);
    expect(rows(DOCUMENTS)).toEqual([[PATH, SHA256, "failed", null]]);
    expect(rows("SELECT count(*) FROM sentence_words WHERE sentence_words MATCH 'satz'")).toEqual([[0]]);
  });

  test("a stored article that cannot be read any more is kept, and the failure told once", () => {
    write();
    const before = rows(DOCUMENTS);
    fail("read.vanished");
    fail("read.vanished");
    fail("read.denied");
    expect(rows(DOCUMENTS)).toEqual(before);
    expect(rows(DIAGNOSTICS)).toEqual([
      [PATH, "read.vanished", 1],
      [PATH, "read.denied", 1],
    ]);
  });

  test("an article in the place of a failure", () => {
    fail("read.empty", hashOf(""));
    write();
    expect(rows("SELECT status FROM documents")).toEqual([["ok"]]);
    expect(rows(DIAGNOSTICS)).toEqual([]);
  });

  function fail(code: string, sha256?: string): void {
    const diagnostic: FailedDocument["diagnostic"] = {
      code,
      severity: "error",
      stage: "read",
      message: `${PATH}: ${code}`,
    };
    const failure = sha256 === undefined ? { path: PATH, diagnostic } : { path: PATH, sha256, diagnostic };
    recordFailure(temporary.store, temporary.run, failure);
  }

  function write(): void {
    expect(
      writeAnalyses(temporary.store, temporary.run, [sampleAnalysis({ path: PATH, text: "Ein Satz." })]).stored,
    ).toBe(1);
  }

  function rows(sql: string): readonly (readonly unknown[])[] {
    return rowsOf(temporary.store, sql);
  }
});
