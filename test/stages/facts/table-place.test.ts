import type { Document } from "../../../pipeline/model/document.js";
import { analyse } from "../../../pipeline/runtime/analyse.js";
import { readDocument } from "../../../pipeline/stages/1-read.js";
import { shippedLexicons } from "../../support/facts-of.js";

const MARKDOWN = `Im Jahr 2023 waren 12 Gemeinden angeschlossen.

| Gemeinde | Haushalte | Anteil |
| --- | --- | --- |
| Torgau | 9.812 Haushalte | 91,2 % |
| Belgern | | 45 % |

Es fehlen 5 Gemeinden.

| Jahr | Anteil |
| --- | --- |
| 2024 | 50 % |
`;

describe("withTablePlaces", () => {
  test("facts of tables know their row, the head counted, and their column; others have neither", async () => {
    const bytes = new TextEncoder().encode(MARKDOWN);
    const document: Document = await readDocument({ path: "a.md", bytes }, shippedLexicons().boilerplate);
    const { facts } = analyse(document, shippedLexicons(), { claimedLanguage: "de" });
    const places = facts.map(({ evidence }) => [evidence.exact, evidence.tableRow, evidence.tableColumn]);
    expect(places).toEqual(
      expect.arrayContaining([
        ["12", undefined, undefined],
        ["9.812", 2, 2],
        ["91,2 %", 2, 3],
        ["45 %", 3, 3],
        ["5", undefined, undefined],
        ["50 %", 2, 2],
      ]),
    );
  });
});
