import { type Question, readQuestion } from "../../pipeline/runtime/question.js";
import { CONTEXT, NOTHING, type Row, tagOf, wholeQuestion } from "./question-context.js";

const SHARES = { kinds: ["percentage", "ratio"] } as const;

function range(low: number, high: number): Question["comparisons"] {
  return [
    { relation: ">=", value: low },
    { relation: "<=", value: high },
  ];
}

const UNDERSTOOD: readonly Row[] = [
  ["counts around 200", { kinds: ["count"], comparisons: range(190, 210) }, "a twentieth up and down"],
  ["nearly 50%", { kinds: ["percentage"], comparisons: range(47.5, 50), units: ["%"] }, "a twentieth down"],
  ["80%+", { kinds: ["percentage"], comparisons: [{ relation: ">=", value: 80 }], units: ["%"] }, "a sign behind"],
  [
    "90+ percent",
    { kinds: ["percentage"], comparisons: [{ relation: ">=", value: 90 }], units: ["%"] },
    "a sign inside",
  ],
  ["percentages not above 80", { kinds: ["percentage"], comparisons: [{ relation: "<=", value: 80 }] }, "denied"],
  ["counts not 7", { kinds: ["count"], comparisons: [{ relation: "<>", value: 7 }] }, "a number denied"],
  ["5 million euros", { kinds: ["money"], comparisons: [{ relation: "=", value: 5e6 }], units: ["EUR"] }, "in English"],
  ["counts of exceeding 5", { kinds: ["count"], comparisons: [{ relation: ">", value: 5 }] }, "a participle"],

  [
    "half of schools",
    { ...SHARES, concepts: ["school"], comparisons: [{ relation: "=", value: 50, isShare: true }] },
    "half",
  ],
  [
    "one in five schools",
    { ...SHARES, concepts: ["school"], comparisons: [{ relation: "=", value: 20, isShare: true }] },
    "in",
  ],
  ["3 out of 4", { ...SHARES, comparisons: [{ relation: "=", value: 75, isShare: true }] }, "out of"],
  ["every tenth", { ...SHARES, comparisons: [{ relation: "=", value: 10, isShare: true }] }, "every"],
  ["two fifths", { ...SHARES, comparisons: [{ relation: "=", value: 40, isShare: true }] }, "a fraction in words"],
  [
    "ratios below one half",
    { kinds: ["ratio"], comparisons: [{ relation: "<", value: 50, isShare: true }] },
    "compared",
  ],
  ["shares", SHARES, "two kinds in one word"],
  [
    "counts 5 in 2024",
    { kinds: ["count"], comparisons: [{ relation: "=", value: 5 }], holds: [{ from: "2024", to: "2024" }] },
    "no share",
  ],

  ["counts of households", { kinds: ["count"], concepts: ["household"] }, "a concept in the plural"],
  ["post offices in Quang Tri", { concepts: ["post_office"], words: ["Quang Tri"] }, "the longest name, and a place"],
  ["people", { concepts: ["person"] }, "another word in the plural"],
  ["households and schools", { concepts: ["household", "school"] }, "either"],
  ["children in schools", { concepts: ["child"], words: ["schools"] }, "only one is counted"],
  [
    "decisions about schools",
    { kinds: ["reference"], refTypes: ["decision"], words: ["schools"] },
    "nothing is counted",
  ],
  ["“households”", { words: ["households"] }, "quoted: no concept"],
  ["counts in Oslo", { kinds: ["count"], words: ["Oslo"] }, "a place"],

  ["dates in March 2024", { kinds: ["date"], holds: [{ from: "2024-03", to: "2024-03" }] }, "a month"],
  ["counts before May 2022", { kinds: ["count"], holds: [{ to: "2022-04" }] }, "before a month"],
  ["counts after December 2022", { kinds: ["count"], holds: [{ from: "2023-01" }] }, "into the next year"],
  ["counts since 17 May 2022", { kinds: ["count"], holds: [{ from: "2022-05-17" }] }, "a day"],
  ["counts since May 17, 2022", { kinds: ["count"], holds: [{ from: "2022-05-17" }] }, "a day, American"],
  ["counts until 2022-05", { kinds: ["count"], holds: [{ to: "2022-05" }] }, "ISO 8601"],
  ["counts in Q3 2024", { kinds: ["count"], holds: [{ from: "2024-07", to: "2024-09" }] }, "a quarter"],
  [
    "counts in the second half of 2024",
    { kinds: ["count"], holds: [{ from: "2024-07", to: "2024-12" }] },
    "half a year",
  ],
  ["counts last year", { kinds: ["count"], holds: [{ from: "2025", to: "2025" }] }, "from the day of the question"],
  ["counts this month", { kinds: ["count"], holds: [{ from: "2026-03", to: "2026-03" }] }, "likewise"],
  ["counts in the past month", { kinds: ["count"], holds: [{ from: "2026-02", to: "2026-02" }] }, "likewise"],
  [
    "counts in the past 13 months",
    { kinds: ["count"], holds: [{ from: "2025-02-28", to: "2026-03-31" }] },
    "February is short",
  ],
  ["counts yesterday", { kinds: ["count"], holds: [{ from: "2026-03-30", to: "2026-03-30" }] }, "a day back"],
  ["counts from 2020 onwards", { kinds: ["count"], holds: [{ from: "2020" }] }, "open"],
  ["articles in 2024", { published: [{ from: "2024", to: "2024" }] }, "when they were published"],
  [
    "counts in German articles since 2023",
    { kinds: ["count"], languages: [tagOf("German")], published: [{ from: "2023" }] },
    "likewise",
  ],
  [
    "decisions cited in Arabic articles in 2024",
    {
      kinds: ["reference"],
      refTypes: ["decision"],
      languages: [tagOf("Arabic")],
      published: [{ from: "2024", to: "2024" }],
    },
    "likewise",
  ],
  ["counts published before June 2024", { kinds: ["count"], published: [{ to: "2024-05" }] }, "likewise"],

  ["largest counts", { kinds: ["count"], order: "largest" }, "an order"],
  ["top 10 counts", { kinds: ["count"], order: "best", limit: 10, isLimited: true }, "and how many"],
  ["the 5 smallest counts", { kinds: ["count"], order: "smallest", limit: 5, isLimited: true }, "the number in front"],
  ["latest decisions", { kinds: ["reference"], refTypes: ["decision"], order: "latest" }, "by time"],
  [
    "last 3 decisions",
    { kinds: ["reference"], refTypes: ["decision"], order: "latest", limit: 3, isLimited: true },
    "no period",
  ],

  [
    "counts not in German",
    { kinds: ["count"], refused: { ...NOTHING, languages: [tagOf("German")] } },
    "not this language",
  ],
  ["counts without internet", { kinds: ["count"], refused: { ...NOTHING, words: ["internet"] } }, "not this word"],
  [
    "counts except for households",
    { kinds: ["count"], refused: { ...NOTHING, concepts: ["household"] } },
    "not this concept",
  ],
  [
    "counts not in 2024",
    { kinds: ["count"], refused: { ...NOTHING, holds: [{ from: "2024", to: "2024" }] } },
    "not this year",
  ],
];

describe("readQuestion", () => {
  test.each(UNDERSTOOD)("%s", (text, understood) => {
    expect(readQuestion(text, CONTEXT)).toEqual(wholeQuestion(understood));
  });
});
