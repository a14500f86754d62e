import { SpellingTable } from "../../../extractors/lexicon/spelling-table.js";
import { codeUnits } from "../../../extractors/text/code-units.js";
import { hashUnits } from "../../../extractors/word-index.js";

/** A table that is asked for whole words. */
function wordTable(hashOf: (units: Uint16Array) => number = hashUnits) {
  const table = new SpellingTable<string>();
  return {
    get: (word: string) => table.get(codeUnits(word), 0, word.length, hashOf(codeUnits(word))),
    add: (word: string, value: string) => table.add(codeUnits(word), 0, word.length, hashOf(codeUnits(word)), value),
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
  table.add(word, 0, word.length, hashUnits(word), "village");
  const text = codeUnits("في قرية");
  expect(table.get(text, 3, 7, hashUnits(text.subarray(3, 7)))).toBe("village");
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
