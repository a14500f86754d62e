import { plainArticle } from "../../../pipeline/stages/read/plain-article.js";
import { boilerplateWords } from "./boilerplate-words.js";

const words = boilerplateWords();
const LONG =
  "Im Landkreis sind 80,47 % der Haushalte an das Glasfasernetz angeschlossen, wie das Landratsamt mitteilte.";

/** Kind and exact text of each block. */
function blocksOf(text: string): readonly (readonly [string, string])[] {
  return plainArticle(text, words).blocks.map(({ kind, span }) => [kind, text.slice(span.start, span.end)]);
}

describe("blocks of a plain text", () => {
  test.each([
    [
      `\n\n${LONG}\n\n  ${LONG} \n`,
      [
        ["paragraph", LONG],
        ["paragraph", LONG],
      ],
      "lines without the space around them",
    ],
    [
      `${LONG}\r\n${LONG}\r\u2028${LONG}`,
      [
        ["paragraph", LONG],
        ["paragraph", LONG],
        ["paragraph", LONG],
      ],
      "any line ends",
    ],
    [
      "- In 11 Gemeinden\n• Für 5 Gemeinden",
      [
        ["list-item", "- In 11 Gemeinden"],
        ["list-item", "• Für 5 Gemeinden"],
      ],
      "bullets",
    ],
    ["-5 Grad in Torgau", [["paragraph", "-5 Grad in Torgau"]], "a minus is no bullet"],
    [" \u00a0\n\u200f\n\t", [], "space and marks that nobody sees"],
    ["", [], "nothing"],
    [
      `${LONG}\nSungai Merah\n[iklan_2]\nSumber: https://www.quangtri.example/x/1\n\n\nKomentar (0)`,
      [
        ["paragraph", LONG],
        ["paragraph", "Sungai Merah"],
        ["boilerplate", "[iklan_2]"],
        ["boilerplate", "Sumber: https://www.quangtri.example/x/1"],
        ["boilerplate", "Komentar (0)"],
      ],
      "the end of a copied page",
    ],
  ])("%#: %s", (text, expected, _why) => {
    expect(blocksOf(text)).toEqual(expected);
  });
});

describe("the title of a plain text", () => {
  test.each([
    [`Digitale Verwaltung vernetzen\n${LONG}`, "Digitale Verwaltung vernetzen", "a short first line"],
    [`\n\n  11 Gemeinden warten noch\n\n${LONG}`, "11 Gemeinden warten noch", "behind blank lines"],
    [`Wer zahlt den Ausbau?\n${LONG}`, "Wer zahlt den Ausbau?", "a headline may ask"],
    [`[Anzeige_1]\nAusbau geht voran\n${LONG}`, "Ausbau geht voran", "boilerplate stands before it"],
    [`Der Ausbau geht voran.\n${LONG}`, undefined, "a sentence"],
    [`Die Ergebnisse im Überblick:\n${LONG}`, undefined, "it announces what follows"],
    [`Møtescenen. Foto: Hung Yen Newspaper\n${LONG}`, undefined, "a caption"],
    [`${"Sehr ".repeat(40)}lang\n${LONG}`, undefined, "too long"],
    ["Ein Satz ohne Punkt", undefined, "nothing follows"],
    [`${LONG} und\nDas war es`, undefined, "what follows is shorter"],
    [`- Erster Punkt\n${LONG}`, undefined, "an item of a list"],
  ])("%#: %s", (text, title, _why) => {
    const article = plainArticle(text, words);
    expect(article.title).toBe(title);
    const headings = article.blocks.filter(({ kind }) => kind === "heading");
    expect(headings.map(({ span }) => text.slice(span.start, span.end))).toEqual(title === undefined ? [] : [title]);
  });
});

describe("the url of a plain text", () => {
  test.each([
    [`${LONG}\nQuelle: https://a.example/1`, "https://a.example/1", "source line"],
    [`${LONG}\nQuelle\nhttps://a.example/1`, "https://a.example/1", "label and address in two lines"],
    [`Quelle: https://a.example/1\n${LONG}\nQuelle: https://b.example/2`, "https://b.example/2", "the last one"],
    [`${LONG}\nhttps://a.example/1`, undefined, "an address alone may be anything"],
    [`${LONG}\nQuelle: dpa\n${LONG}\nhttps://a.example/1`, undefined, "the source was named"],
    [`Mehr unter https://a.example/1 im Netz, so das Amt.\n${LONG}`, undefined, "an address in a sentence"],
  ])("%#: %s", (text, url, _why) => {
    expect(plainArticle(text, words).url).toBe(url);
  });
});
