import Database from "better-sqlite3";
import { storeBatch } from "../../pipeline/stages/6-store.js";
import { prepareDocument } from "../../pipeline/store/prepare-document.js";
import type { ReadDocument } from "../../pipeline/store/write-documents.js";
import { hashOf, type Sample, sampleAnalysis } from "../store/sample-analysis.js";
import { SAMPLE_FACTS } from "../store/sample-facts.js";
import { errorOf, rowsOf, type TemporaryStore, temporaryStore } from "../store/temporary-store.js";

function read(sample: Sample): ReadDocument {
  return { prepared: prepareDocument(sampleAnalysis(sample)) };
}

const RIGHT = SAMPLE_FACTS.map(({ text, fact }, number) => read({ path: `${number}.txt`, text, facts: [fact] }));
const WRONG = read({
  path: "wrong.txt",
  text: "Platz 0",
  facts: [{ exact: "Platz 0", mention: { kind: "rank", amount: { value: "0" } } }],
});
const FAILURE = {
  path: "binary.txt",
  sha256: hashOf("binary"),
  diagnostic: { code: "read.binary", severity: "error", stage: "read", message: "binary.txt: binary" },
} as const;

describe("storeBatch", () => {
  let temporary: TemporaryStore;

  beforeEach(() => {
    temporary = temporaryStore();
  });

  afterEach(() => temporary.remove());

  test("stores what is right and records what is not, in one transaction", () => {
    const { store, run } = temporary;
    const report = storeBatch(store, run, { documents: [...RIGHT, WRONG], failures: [FAILURE] });
    expect(report).toMatchObject({ stored: RIGHT.length, refused: 0, facts: RIGHT.length });
    expect(report.failures.map(({ path, diagnostic }) => [path, diagnostic.code])).toEqual([
      ["binary.txt", "read.binary"],
      ["wrong.txt", "store.constraint"],
    ]);
    expect(rowsOf(store, "SELECT status, count(*) FROM documents GROUP BY status ORDER BY status")).toEqual([
      ["failed", 2],
      ["ok", RIGHT.length],
    ]);
    expect(rowsOf(store, "SELECT documents_stored, documents_failed, facts_stored FROM runs")).toEqual([
      [RIGHT.length, 2, RIGHT.length],
    ]);
  });

  test("an empty batch writes no document", () => {
    const report = storeBatch(temporary.store, temporary.run, { documents: [], failures: [] });
    expect(report).toEqual({
      stored: 0,
      refused: 0,
      facts: 0,
      changes: { added: 0, changed: 0, gone: 0 },
      failures: [],
    });
  });

  test("when the database fails, nothing of the batch is stored and what was there stays", () => {
    const { store, run, file } = temporary;
    storeBatch(store, run, { documents: RIGHT.slice(0, 1), failures: [] });
    const pages = Number(rowsOf(store, "SELECT page_count FROM pragma_page_count")[0]?.[0]);
    store.prepare(`PRAGMA max_page_count = ${pages}`).get();
    const long = read({ path: "long.txt", text: "Ein langer Satz. ".repeat(10_000) });
    const error = errorOf(() => storeBatch(store, run, { documents: [...RIGHT.slice(1), long], failures: [FAILURE] }));
    expect(error).toMatchObject({ code: "store.full", message: expect.stringMatching(/facts\.db: the disk is full/u) });
    const other = new Database(file, { readonly: true });
    expect(other.prepare("SELECT path FROM documents").pluck().all()).toEqual(["0.txt"]);
    other.close();
  });
});
