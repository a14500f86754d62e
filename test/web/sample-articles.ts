import type { Analysis } from "../../pipeline/model/analysis.js";
import { type SampleFact, sampleAnalysis } from "../store/sample-analysis.js";

/** An article as the samples below need it: a sentence a line. */
interface SampleArticle {
  readonly path: string;
  readonly text: string;
  readonly facts: readonly SampleFact[];
  readonly tag?: string;
  readonly title?: string;
  readonly publisher?: string;
  readonly publishedAt?: string;
  readonly url?: string;
}

export function sampleArticle({ path, text, facts, tag = "de", ...metadata }: SampleArticle): Analysis {
  const analysis = sampleAnalysis({ path, text, facts, language: { tag, score: 0.9 } });
  return { ...analysis, document: { ...analysis.document, ...metadata } };
}

export const GERMAN = "Im Jahr 2022 nutzten rund 80,47 % der Haushalte das Internet.";
export const ARABIC = "وبلغت نسبة الأسر الموصولة بالإنترنت 72,5 في المئة.";
export const NORWEGIAN = "På Østlandet har 1.250 husstander bredbånd.";
export const SCRIPT_TITLE = "<script>alert(1)</script>";
export const FORMULA_TITLE = '=HYPERLINK("http://evil.example","klick")';

/** Articles in three languages and writing directions, hostile titles among them. */
export const SAMPLE_ARTICLES: readonly Analysis[] = [
  sampleArticle({
    path: "articles/de.txt",
    text: `${GERMAN}\nSo steht es im Beschluss 1982/QD-UBND.`,
    title: SCRIPT_TITLE,
    publisher: "Blatt & Söhne",
    publishedAt: "2024-05-01",
    url: "javascript:alert(1)",
    facts: [
      {
        exact: "80,47 %",
        mention: { kind: "percentage", amount: { value: "80.47" }, unit: "%", modifier: "approx" },
        slots: { number: "80,47", percent: "%" },
        attributes: { item: "Haushalte", itemKey: "haushalt", concept: "household", when: "2022" },
      },
      { exact: "1982/QD-UBND", mention: { kind: "reference", refType: "decision", number: "1982/QD-UBND" } },
    ],
  }),
  sampleArticle({
    path: "articles/ar.txt",
    tag: "ar",
    text: ARABIC,
    title: "الأسر والإنترنت",
    publishedAt: "2025-02-03T04:05:06Z",
    url: "https://example.org/ar",
    facts: [
      {
        exact: "72,5 في المئة",
        mention: { kind: "percentage", amount: { value: "72.5" }, unit: "%" },
        attributes: { subject: "نسبة الأسر", concept: "household" },
      },
    ],
  }),
  sampleArticle({
    path: "articles/nb.txt",
    tag: "nb",
    text: `${NORWEGIAN}\nKommunen viser til vedtak 1982/QD-UBND og til 80,47 % av husstandene.`,
    title: FORMULA_TITLE,
    publisher: "+Avisa",
    facts: [
      {
        exact: "1.250",
        mention: { kind: "count", amount: { value: "1250" } },
        attributes: { item: "husstander", itemKey: "husstand", concept: "household" },
      },
      { exact: "1982/QD-UBND", mention: { kind: "reference", refType: "decision", number: "1982/QD-UBND" } },
      {
        exact: "80,47 %",
        mention: { kind: "percentage", amount: { value: "80.47" }, unit: "%" },
        attributes: { item: "husstandene", itemKey: "husstand", concept: "household" },
      },
    ],
  }),
];

/** Many small articles: a hundred facts with few different values and dates, some without. */
export function manyArticles(count: number): readonly Analysis[] {
  return Array.from({ length: count }, (_, at) =>
    sampleArticle({
      path: `many/${at}.txt`,
      text: `In Ort ${at} leben ${at % 7} Leute, ${at % 5} von 9 Häusern sind alt.`,
      ...(at % 4 === 0 ? {} : { publishedAt: `2024-0${1 + (at % 3)}-0${1 + (at % 2)}` }),
      publisher: `Blatt ${at % 12}`,
      facts: [
        {
          exact: `${at % 7} Leute`,
          mention: { kind: "count", amount: { value: String(at % 7) } },
          attributes: { item: "Leute", itemKey: "leut" },
        },
        {
          exact: `${at % 5} von 9`,
          mention: { kind: "ratio", numerator: String(at % 5), denominator: "9" },
          attributes: { item: "Häusern" },
        },
      ],
    }),
  );
}
