import { markdownArticle } from "../../../pipeline/stages/read/markdown-article.js";
import { plainMarkdown } from "../../../pipeline/stages/read/plain-markdown.js";
import { boilerplateWords } from "./boilerplate-words.js";

const words = boilerplateWords();

function linesOf(source: string): readonly (readonly [string, string])[] {
  const { text, blocks } = markdownArticle(source, words);
  return blocks.map(({ kind, span }) => [kind, text.slice(span.start, span.end)]);
}

describe("markdownArticle", () => {
  test.each([
    [
      "# Ausbau ##\ntext",
      [
        ["heading", "Ausbau"],
        ["paragraph", "text"],
      ],
      "heading",
    ],
    [
      "Ausbau\n======\ntext",
      [
        ["heading", "Ausbau"],
        ["paragraph", "text"],
      ],
      "underlined heading",
    ],
    [
      "Im Landkreis sind\r\n80,47 % der\nHaushalte",
      [["paragraph", "Im Landkreis sind 80,47 % der Haushalte"]],
      "wrapped lines",
    ],
    [
      "eins  \nzwei\\\ndrei",
      [
        ["paragraph", "eins"],
        ["paragraph", "zwei"],
        ["paragraph", "drei"],
      ],
      "hard line breaks",
    ],
    [
      "* In 11\n  Gemeinden\n- Für 5",
      [
        ["list-item", "In 11 Gemeinden"],
        ["list-item", "Für 5"],
      ],
      "items",
    ],
    ["3. Oktober 1990", [["list-item", "3. Oktober 1990"]], "a date is not robbed of its day"],
    ["> Wir bauen\n> 5 Masten", [["paragraph", "Wir bauen 5 Masten"]], "quotation"],
    [
      "a\n\n***\n\n---\nb",
      [
        ["paragraph", "a"],
        ["paragraph", "b"],
      ],
      "rules",
    ],
    [
      "```\nx = 5\ny = 6\n```",
      [
        ["paragraph", "x = 5"],
        ["paragraph", "y = 6"],
      ],
      "code keeps its lines",
    ],
    [
      "| Ort | Anteil |\n| --- | ---: |\n| Torgau | 91,2 % |",
      [
        ["table-row", "Ort | Anteil"],
        ["table-row", "Torgau | 91,2 %"],
      ],
      "table",
    ],
    [
      "Text\n[iklan_2]\nSumber: https://a.example/1\nKomentar (0)",
      [
        ["paragraph", "Text"],
        ["boilerplate", "[iklan_2]"],
        ["boilerplate", "Sumber: https://a.example/1"],
        ["boilerplate", "Komentar (0)"],
      ],
      "boilerplate is never joined",
    ],
    ["[1]: https://a.example/1\ntext", [["paragraph", "text"]], "link definition"],
    ["#hashtag", [["paragraph", "#hashtag"]], "no heading without a space"],
  ])("%#: %s", (source, expected, _why) => {
    expect(linesOf(source)).toEqual(expected);
  });

  test("front matter states the metadata", () => {
    const source = `---
title: "Ausbau: 5 Masten"
authors:
  - Jana Petzold
  - "Max Maier"
site: Elbtal-Kurier
date: 2024-06-28
lastmod: 2024-06-29T08:00:00+02:00
url: https://a.example/1
categories: [Region, 'Netz']
lang: de
tags:
  - netz
---
# Überschrift

text`;
    const { blocks, ...article } = markdownArticle(source, words);
    expect(article).toEqual({
      title: "Ausbau: 5 Masten",
      byline: "Jana Petzold, Max Maier",
      publisher: "Elbtal-Kurier",
      publishedAt: "2024-06-28",
      modifiedAt: "2024-06-29T08:00:00+02:00",
      section: "Region, Netz",
      claimedLanguage: "de",
      url: "https://a.example/1",
      origins: {
        title: "front-matter",
        byline: "front-matter",
        publisher: "front-matter",
        url: "front-matter",
        publishedAt: "front-matter",
        modifiedAt: "front-matter",
        section: "front-matter",
        claimedLanguage: "front-matter",
      },
      text: "Überschrift\ntext",
    });
    expect(blocks.map(({ kind }) => kind)).toEqual(["heading", "paragraph"]);
  });

  test("without front matter the first heading is the title, the source line's address the url", () => {
    const { title, url } = markdownArticle("text\n\n## Ausbau *geht* voran\n\nQuelle: https://a.example/1", words);
    expect({ title, url }).toEqual({ title: "Ausbau geht voran", url: "https://a.example/1" });
  });

  test("a rule at the start that is never closed is no front matter", () => {
    expect(linesOf("---\ntitle: x")).toEqual([["paragraph", "title: x"]]);
  });
});

describe("plainMarkdown", () => {
  test.each([
    ["**80,47 %** der _Haushalte_ und ~~alle~~ `x`", "80,47 % der Haushalte und alle x", "emphasis"],
    ["***drei***, __zwei__", "drei, zwei", "in threes and twos"],
    ["2 * 3 * 4 und 5*6", "2 * 3 * 4 und 5*6", "times"],
    ["snake_case_name und _x", "snake_case_name und _x", "underscores in words, one alone"],
    ["[Torgau](https://a.example/Hue_(Stadt)) liegt", "Torgau liegt", "link with a bracket in it"],
    ["[Torgau][1] und [Belgern][b]", "Torgau und Belgern", "links by reference"],
    ["[![Bild](a.jpg)](https://a.example) Text", " Text", "a linked picture"],
    ["![Kabel](a.jpg)Text[^1]", "Text", "picture and footnote mark"],
    ["[iklan_2] und [Anzeige](", "[iklan_2] und [Anzeige](", "brackets that are no link"],
    ["1\\. Platz, 5 \\* 3", "1. Platz, 5 * 3", "escapes"],
    ["a\\b", "a\\b", "a backslash before a letter"],
    ["قال **الوزير** إن [القرار](x) صدر", "قال الوزير إن القرار صدر", "any script"],
  ])("%j reads %j: %s", (line, expected, _why) => {
    expect(plainMarkdown(line)).toBe(expected);
  });

  test.each([
    ["[](", 300_000],
    ["[", 300_000],
    ["[](x", 300_000],
    ["*a", 300_000],
    ["_", 300_000],
    ["`a ", 300_000],
  ])("%j many times takes linear time", (piece, times) => {
    const begun = performance.now();
    plainMarkdown(piece.repeat(times));
    expect(performance.now() - begun).toBeLessThan(5_000);
  });
});
