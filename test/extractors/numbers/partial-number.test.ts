import type { NumberWord } from "../../../extractors/numbers/number-word.js";
import {
  addWord,
  NOTHING,
  type NumberOrder,
  type PartialNumber,
  numberValue as valueOfNumber,
} from "../../../extractors/numbers/partial-number.js";

const plain = { ordinal: false, weak: false };
const add = (value: number): NumberWord => ({ ...plain, composition: "add", value });
const times = (value: number): NumberWord => ({ ...plain, composition: "times", value });
const teen = (value = 0): NumberWord => ({ ...plain, composition: "teen", value });
const nth = (value: number): NumberWord => ({ ...add(value), ordinal: true });
const link: NumberWord = { ...plain, composition: "link", value: 0 };
const half: NumberWord = { ...plain, composition: "half", value: 0.5 };

const UNIT_FIRST: NumberOrder = { unitBeforeTen: true, linkRequired: false };
const TEN_FIRST: NumberOrder = { unitBeforeTen: false, linkRequired: false };
const LINKED: NumberOrder = { unitBeforeTen: true, linkRequired: true };

function fold(words: readonly NumberWord[], order: NumberOrder): PartialNumber | undefined {
  return words.reduce<PartialNumber | undefined>(
    (partial, word) => (partial === undefined ? undefined : addWord(partial, word, order)),
    NOTHING,
  );
}

describe("words that fold to one number", () => {
  test.each<[string, readonly NumberWord[], number]>([
    ["tiga", [add(3)], 3],
    ["nol", [add(0)], 0],
    ["dua belas", [add(2), teen()], 12],
    ["dua puluh satu", [add(2), times(10), add(1)], 21],
    ["seratus", [add(100)], 100],
    ["dua ratus tiga puluh empat", [add(2), times(100), add(3), times(10), add(4)], 234],
    ["seratus dua belas", [add(100), add(2), teen()], 112],
    ["seribu sembilan ratus", [add(1000), add(9), times(100)], 1900],
    ["dua belas ribu lima ratus", [add(2), teen(), times(1000), add(5), times(100)], 12_500],
    ["satu juta dua ratus ribu tiga", [add(1), times(1e6), add(2), times(100), times(1000), add(3)], 1_200_003],
    ["tiga miliar satu", [add(3), times(1e9), add(1)], 3_000_000_001],
    ["ein-und-zwanzig", [add(1), link, add(20)], 21],
    ["hundert-fünf-und-zwanzig", [times(100), add(5), link, add(20)], 125],
    ["zwei-hundert", [add(2), times(100)], 200],
    ["tausend-ein-und-dreißig", [times(1000), add(1), link, add(30)], 1031],
    ["elf-hundert", [add(11), times(100)], 1100],
    ["fem-og-femti", [add(5), link, add(50)], 55],
    ["hundre og fem", [times(100), link, add(5)], 105],
    ["to tusen og en", [add(2), times(1000), link, add(1)], 2001],
    ["to og en halv", [add(2), half], 2.5],
    ["ثلاثة عشر", [add(3), teen(10)], 13],
    ["عشرة", [teen(10)], 10],
    ["مائة وعشرة", [add(100), link, teen(10)], 110],
    ["مائتان وخمسة وعشرون", [add(200), link, add(5), link, add(20)], 225],
    ["ثلاثة آلاف وأربعمائة", [add(3), times(1000), link, add(400)], 3400],
    ["zweitausend Milliarden", [add(2), times(1000), times(1e9)], 2e12],
  ])("%s", (_, words, value) => {
    const partial = fold(words, UNIT_FIRST);
    expect(partial && valueOfNumber(partial)).toBe(value);
  });
});

describe("words that cannot follow", () => {
  test.each<[string, readonly NumberWord[], NumberOrder, string]>([
    ["dua tiga", [add(2), add(3)], UNIT_FIRST, "two units are two numbers"],
    ["dua puluh tiga puluh", [add(20), add(30)], UNIT_FIRST, "so are two tens"],
    ["nol tiga", [add(0), add(3)], UNIT_FIRST, "zero stands alone"],
    ["lima dua puluh", [add(5), add(20)], UNIT_FIRST, "a unit before its ten needs the link"],
    ["lima dan dua puluh", [add(5), link, add(20)], TEN_FIRST, "and a language that writes so"],
    ["juta juta", [times(1e6), times(1e6)], UNIT_FIRST, "a scale does not follow itself"],
    ["seribu sejuta", [add(1000), add(1e6)], UNIT_FIRST, "nor a larger one that is a number of its own"],
    ["und", [link], UNIT_FIRST, "a link needs something before it"],
    ["drei und und", [add(3), link, link], UNIT_FIRST, "and stands once"],
    ["halv", [half], UNIT_FIRST, "a half alone adds to nothing"],
    ["pertama dua", [nth(1), add(2)], UNIT_FIRST, "an ordinal is complete"],
    ["مائة خمسة", [add(100), add(5)], LINKED, "where a link is required, words without one are two numbers"],
  ])("%s", (_, words, order) => {
    expect(fold(words, order)).toBeUndefined();
  });
});

test.each<[string, readonly NumberWord[], boolean]>([
  ["dritte", [nth(3)], true],
  ["einundzwanzigste", [add(1), link, nth(20)], true],
  ["الخامسة والأربعون", [nth(5), link, nth(40)], true],
  ["drei", [add(3)], false],
])("%s", (_, words, ordinal) => {
  expect(fold(words, UNIT_FIRST)?.ordinal).toBe(ordinal);
});

test("a link at the end leaves the number open", () => {
  expect(fold([add(100), link], UNIT_FIRST)?.linked).toBe(true);
  expect(fold([add(100), link, add(5)], UNIT_FIRST)?.linked).toBe(false);
});

test("a word that does not fit leaves the last state as it was", () => {
  const two = addWord(NOTHING, add(2), UNIT_FIRST) ?? NOTHING;
  const before = { ...two };
  addWord(two, add(3), UNIT_FIRST);
  expect(two).toEqual(before);
});
