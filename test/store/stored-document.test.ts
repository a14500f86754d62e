import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { analyse } from "../../pipeline/runtime/analyse.js";
import { cachedLexicons } from "../../pipeline/runtime/cached-lexicons.js";
import { readDocument } from "../../pipeline/stages/1-read.js";
import { documentId } from "../../pipeline/stages/read/document-id.js";
import { findReadable } from "../../pipeline/stages/read/readable-texts.js";
import { prepareDocument } from "../../pipeline/store/prepare-document.js";
import { registerLexicons } from "../../pipeline/store/register-lexicons.js";
import { storedDocument } from "../../pipeline/store/stored-document.js";
import { writeDocuments } from "../../pipeline/store/write-documents.js";
import { type TemporaryStore, temporaryStore } from "./temporary-store.js";

const PAGES = path.resolve(import.meta.dirname, "../fixtures/pages");
const SEEDS = path.resolve(import.meta.dirname, "../../seeds");
const lexicons = await cachedLexicons();

const FILES = [
  ...readdirSync(PAGES)
    .filter((name) => name.endsWith(".html"))
    .map((name) => ({ path: name, bytes: readFileSync(path.join(PAGES, name)) })),
  ...readdirSync(SEEDS)
    .filter((name) => /\.(?:txt|md|html)$/u.test(name))
    .map((name) => ({ path: name, bytes: readFileSync(path.join(SEEDS, name)) })),
];

describe("storedDocument", () => {
  let temporary: TemporaryStore;

  beforeAll(() => {
    temporary = temporaryStore();
    const rules = [...lexicons.languages.values()].map(({ tag, version, rules: all }) => ({
      tag,
      version,
      rules: all.map(({ id, kind, template }) => ({ id, kind, template: template.source })),
    }));
    registerLexicons(temporary.store, rules);
  });

  afterAll(() => temporary.remove());

  test.each(FILES)("$path analysed from the store is as it was from its file", async (file) => {
    const { store, run } = temporary;
    const read = await readDocument(file, lexicons.boilerplate, { readers: { findReadable } });
    const fromFile = prepareDocument(analyse(read, lexicons, { fingerprint: true }));
    expect(writeDocuments(store, run, [{ prepared: fromFile }]).failures).toEqual([]);
    const stored = storedDocument(store, file.path);
    if (stored === undefined) throw new Error(`${file.path} is not stored`);
    const id = documentId(file.path, stored.source.sha256);
    expect(prepareDocument(analyse({ ...stored, id }, lexicons, { fingerprint: true }))).toEqual(fromFile);
  });

  test("there is none of what is not stored", () => {
    expect(storedDocument(temporary.store, "nowhere.txt")).toBeUndefined();
  });
});
