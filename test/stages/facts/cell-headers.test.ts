import { analyse } from "../../../pipeline/runtime/analyse.js";
import { cachedLexicons } from "../../../pipeline/runtime/cached-lexicons.js";
import { readDocument } from "../../../pipeline/stages/1-read.js";
import { findReadable } from "../../../pipeline/stages/read/readable-texts.js";

const lexicons = await cachedLexicons();
const PROSE =
  "<p>Im Landkreis wurde der Ausbau des Netzes fortgesetzt, wie das Landratsamt den Gemeinden am Montag mitteilte.</p>";

async function factsOf(table: string) {
  const bytes = new TextEncoder().encode(`<body>${PROSE}<table>${table}</table>${PROSE}`);
  const document = await readDocument({ path: "a.html", bytes }, lexicons.boilerplate, { readers: { findReadable } });
  return analyse(document, lexicons).facts.filter(({ mention }) => mention.kind !== "date");
}

test.each([
  [
    "<tr><th>Gemeinde<th>Anteil der Haushalte<tr><td>Torgau<td>91,2 %",
    [{ exact: "91,2 %", subject: "Torgau, Anteil der Haushalte", cell: { row: 2, column: 2 } }],
    "the headers are the subject",
  ],
  [
    "<tr><th>Gemeinde<th>2022<th>2023<tr><td>Torgau<td>80 %<td>91 %",
    [
      { exact: "80 %", subject: "Torgau", when: "2022", cell: { row: 2, column: 2 } },
      { exact: "91 %", subject: "Torgau", when: "2023", cell: { row: 2, column: 3 } },
    ],
    "a year over a column is when",
  ],
  [
    "<tr><th>Jahr<th>Fläche<tr><td>2003<td>212 ha",
    [{ exact: "212 ha", subject: "Fläche", when: "2003", cell: { row: 2, column: 2 } }],
    "a year before a row is when",
  ],
  [
    "<tr><th>Gemeinde<th>Netz<th>Stand<tr><td>Torgau<td>rund 70 Prozent der Höfe<td>1.200 Haushalte",
    [
      { exact: "70 Prozent", item: "Höfe", subject: "Torgau, Netz", cell: { row: 2, column: 2 } },
      { exact: "1.200", item: "Haushalte", subject: "Torgau, Stand", cell: { row: 2, column: 3 } },
    ],
    "words of another cell say nothing of a figure",
  ],
  [
    "<tr><th>Gemeinde<th>Lage<tr><td>Torgau<td>Die Arbeitslosenquote beträgt 5 Prozent",
    [{ exact: "5 Prozent", subject: "Die Arbeitslosenquote", cell: { row: 2, column: 2 } }],
    "what the cell itself names goes before",
  ],
])("%#: %s", async (table, expected, _why) => {
  const facts = (await factsOf(table)).map(({ attributes, evidence }) => {
    const { itemKey: _key, concept: _concept, ...known } = attributes;
    return { exact: evidence.exact, ...known, cell: { row: evidence.tableRow, column: evidence.tableColumn } };
  });
  expect(facts).toEqual(expected);
});
