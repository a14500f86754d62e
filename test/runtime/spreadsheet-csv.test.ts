import { parse } from "csv-parse/sync";
import { spreadsheetCsv } from "../../pipeline/runtime/spreadsheet-csv.js";

const text = (rows: readonly (readonly unknown[])[], bom = false): string =>
  [...spreadsheetCsv({ columns: ["a", "b"], rows }, { bom })].join("");

test.each([
  ["a formula", '=HYPERLINK("http://x","y")', `'=HYPERLINK("http://x","y")`],
  ["a plus", "+1+2", "'+1+2"],
  ["a minus", "-2+3", "'-2+3"],
  ["an at sign", "@SUM(1)", "'@SUM(1)"],
  ["a tab", "\t=1", "'\t=1"],
  ["a carriage return", "\r=1", "'\r=1"],
  ["a date without a year", "--06-28", "'--06-28"],
  ["a range below nought", "-3..5", "'-3..5"],
  ["a number below nought", "-0.10", "-0.10"],
  ["a number with a plus", "+5", "+5"],
  ["a year before Christ", "-0048", "-0048"],
  ["markup", "<script>alert(1)</script>", "<script>alert(1)</script>"],
  ["Arabic", "فيروس، الأسر", "فيروس، الأسر"],
  ["quotes, commas and breaks", 'a "b", c\nd\re', 'a "b", c\nd\re'],
  ["an exact decimal", "100000000000000000000.10", "100000000000000000000.10"],
])("%s", (_, value, cell) => {
  expect(parse(text([[value, 1]]), { record_delimiter: "\r\n" })).toEqual([
    ["a", "b"],
    [cell, "1"],
  ]);
});

test("numbers, bytes, large integers and what is empty", () => {
  expect(
    text([
      [0.1, null],
      [2n ** 60n, new Uint8Array([255, 0])],
      [-1, ""],
    ]),
  ).toBe("a,b\r\n0.1,\r\n1152921504606846976,ff00\r\n-1,\r\n");
});

test("a mark in front for Excel, and the head alone when there is no row", () => {
  expect(text([], true)).toBe("\uFEFFa,b\r\n");
  expect(text([])).toBe("a,b\r\n");
});

test("rows are taken as they are written", () => {
  let taken = 0;
  const rows = (function* () {
    for (; taken < 10_000; taken++) yield [taken, "x"];
  })();
  const pieces = spreadsheetCsv({ columns: ["a", "b"], rows }, { bom: false });
  pieces.next();
  pieces.next();
  expect(taken).toBeLessThan(1_000);
});
