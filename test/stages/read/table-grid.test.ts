import { htmlArticle } from "../../../pipeline/stages/read/html-article.js";
import { findReadable } from "../../../pipeline/stages/read/readable-texts.js";
import { boilerplateWords } from "./boilerplate-words.js";

/** `row.column text < row header < column headers` of each cell. */
async function cellsOf(table: string): Promise<readonly string[]> {
  const options = { path: "a.html", xhtml: false, findReadable };
  const { text, blocks } = await htmlArticle(`<body><table>${table}</table>`, boilerplateWords(), options);
  return blocks.flatMap(({ cells = [] }) =>
    cells.map(({ span, row, column, rowHeader, columnHeaders = [] }) =>
      [`${row}.${column} ${text.slice(span.start, span.end)}`, rowHeader ?? "-", ...columnHeaders].join(" < "),
    ),
  );
}

test.each([
  [
    "<tr><th>Ort<th>Anteil<tr><td>Torgau<td>91,2 %",
    ["1.1 Ort < -", "1.2 Anteil < -", "2.1 Torgau < - < Ort", "2.2 91,2 % < Torgau < Anteil"],
    "headers of row and column",
  ],
  [
    "<tr><td>Ort<td>2023<tr><td>Torgau<td>91,2 %",
    ["1.1 Ort < -", "1.2 2023 < -", "2.1 Torgau < - < Ort", "2.2 91,2 % < Torgau < 2023"],
    "a first row of words and years is one of headers",
  ],
  [
    "<tr><td>Montag<td>17 Uhr<tr><td>Dienstag<td>18 Uhr",
    ["1.1 Montag < -", "1.2 17 Uhr < Montag", "2.1 Dienstag < -", "2.2 18 Uhr < Dienstag"],
    "no column headers",
  ],
  [
    "<tr><td>12 km<td>5 kg<tr><td>13 km<td>6 kg",
    ["1.1 12 km < -", "1.2 5 kg < -", "2.1 13 km < -", "2.2 6 kg < -"],
    "a figure is no header",
  ],
  [
    "<tr><th rowspan=2>Ort<th colspan=2>Anteil<tr><th>2022<th>2023<tr><th>Torgau<td><td>91 %",
    [
      "1.1 Ort < -",
      "1.2 Anteil < -",
      "2.2 2022 < -",
      "2.3 2023 < -",
      "3.1 Torgau < - < Ort",
      "3.3 91 % < Torgau < Anteil < 2023",
    ],
    "headers one below another, an empty cell",
  ],
  [
    "<tr><th rowspan=2>Nord<td>5 km<td>7 kg<tr><td>6 km<td>8 kg",
    ["1.1 Nord < -", "1.2 5 km < Nord", "1.3 7 kg < Nord", "2.2 6 km < Nord", "2.3 8 kg < Nord"],
    "a header of two rows",
  ],
  [
    "<tr><td><td>a<td>a<tr><td>b<td>5<td>a",
    ["1.2 a < -", "1.3 a < -", "2.1 b < -", "2.2 5 < b < a", "2.3 a < b < a"],
    "the same text in several cells",
  ],
])("%#: %s", async (table, expected, _why) => {
  expect(await cellsOf(table)).toEqual(expected);
});

test.each([
  ["spans without bounds", `<tr><td colspan=99999 rowspan=99999>a<td>b</tr>${"<tr><td>c<td>5</tr>".repeat(2_000)}`],
  ["many columns", `<tr>${"<th>a".repeat(5_000)}</tr><tr>${"<td>5 km".repeat(5_000)}</tr>`],
])("%s take no more time than rows", async (_what, table) => {
  const begun = performance.now();
  expect((await cellsOf(table)).length).toBeGreaterThan(2_000);
  expect(performance.now() - begun).toBeLessThan(20_000);
});
