import { SpellingTable } from "../../../extractors/lexicon/spelling-table.js";
import { codeUnits } from "../../../extractors/text/code-units.js";
import { hashUnits } from "../../../extractors/word-index.js";

/** A table that is asked for whole words. */
function wordTable(hashOf: (units: Uint16Array) => number = hashUnits) {
  const table = new SpellingTable<string>();
  const find = (word: string) => table.find(codeUnits(word), 0, word.length, hashOf(codeUnits(word)));
  return {
    get: (word: string) => (find(word) < 0 ? undefined : table.value(find(word))),
    mark: (word: string) => (find(word) < 0 ? undefined : table.mark(find(word))),
    add: (word: string, value: string, mark = 0) =>
      table.add(codeUnits(word), 0, word.length, hashOf(codeUnits(word)), value, mark),
  };
}

test("a word is found once it was added, as it is spelled", () => {
  const { get, add } = wordTable();
  expect(get("desa")).toBeUndefined();
  add("desa", "village");
  expect(get("desa")).toBe("village");
  expect(get("Desa")).toBeUndefined();
  expect(get("desan")).toBeUndefined();
});

test("a word is found inside a text by its place", () => {
  const table = new SpellingTable<string>();
  const word = codeUnits("قرية");
  table.add(word, 0, word.length, hashUnits(word), "village", 0);
  const text = codeUnits("في قرية");
  expect(table.value(table.find(text, 3, 7, hashUnits(text.subarray(3, 7))))).toBe("village");
});

test("a word keeps its mark whatever its length, also when the table has grown", () => {
  const { mark, add } = wordTable();
  const long = "å".repeat(255);
  add(long, "long", 255);
  add("en", "short", 1);
  for (let index = 0; index < 5000; index++) add(`kata${index}`, String(index), index % 256);
  expect([mark(long), mark("en"), mark("kata0"), mark("kata4999"), mark("to")]).toEqual([255, 1, 0, 135, undefined]);
});

test("words of one hash are told apart by their letters", () => {
  const { get, add } = wordTable(() => 7);
  add("satu", "1");
  add("dua", "2");
  expect([get("satu"), get("dua"), get("tiga")]).toEqual(["1", "2", undefined]);
});

test("it stays bounded: when it is full it forgets what it held, and goes on", () => {
  const { get, add } = wordTable();
  for (let index = 0; index < 50_000; index++) add(`kata${index}`, String(index));
  expect(get("kata49999")).toBe("49999");
  add("baru", "new");
  expect([get("baru"), get("kata49999")]).toEqual(["new", undefined]);
});
