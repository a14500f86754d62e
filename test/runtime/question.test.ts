import { readQuestion } from "../../pipeline/runtime/question.js";
import { errorOf } from "../store/temporary-store.js";
import { CONTEXT, NAMES, type Row, tagOf, wholeQuestion } from "./question-context.js";

/** A field that a row leaves out must be empty. */
const UNDERSTOOD: readonly Row[] = [
  ["percentages", { kinds: ["percentage"] }, "a kind"],
  ["counts or ratios", { kinds: ["count", "ratio"] }, "two kinds"],
  ["how many villages", { kinds: ["count"], words: ["villages"] }, "a kind in two words"],
  ["amounts", { kinds: ["money"] }, "another word for a kind"],
  ["quantities", { kinds: ["measurement"] }, "plural in -ies"],
  ["what dates are there?", { kinds: ["date"] }, "a whole sentence"],
  ["references", { kinds: ["reference"] }, "all documents"],
  ["laws", { kinds: ["reference"], refTypes: ["law"] }, "a type of document"],
  ["decrees and circulars", { kinds: ["reference"], refTypes: ["decree", "circular"] }, "two types"],
  ["references to laws", { kinds: ["reference"], refTypes: ["law"] }, "kind and type"],
  ["counts of projects", { kinds: ["count"], words: ["projects"] }, "a document's type is what is counted"],
  ["counts of plans", { kinds: ["count"], concepts: ["plan"] }, "by its concept where it has one"],
  ["plans", { kinds: ["reference"], refTypes: ["plan"] }, "else its documents are meant"],
  ["decision 1982/QD-UBND", { kinds: ["reference"], refTypes: ["decision"], refNumbers: ["1982/QD-UBND"] }, "a number"],
  ["law 42", { kinds: ["reference"], refTypes: ["law"], refNumbers: ["42"] }, "a document has no value"],

  ["ranks above 10", { kinds: ["rank"], comparisons: [{ relation: ">", value: 10 }] }, "above"],
  ["counts over 10", { kinds: ["count"], comparisons: [{ relation: ">", value: 10 }] }, "over"],
  ["counts of at least ten", { kinds: ["count"], comparisons: [{ relation: ">=", value: 10 }] }, "number word"],
  ["counts no less than 10", { kinds: ["count"], comparisons: [{ relation: ">=", value: 10 }] }, "denied less"],
  ["counts below 1,500", { kinds: ["count"], comparisons: [{ relation: "<", value: 1500 }] }, "digits in groups"],
  ["counts under 100 000", { kinds: ["count"], comparisons: [{ relation: "<", value: 100000 }] }, "groups by space"],
  [
    "counts up to 1.1 million",
    { kinds: ["count"], comparisons: [{ relation: "<=", value: 1100000 }] },
    "no 1100000.0000000002",
  ],
  [
    "counts no more than twenty-five",
    { kinds: ["count"], comparisons: [{ relation: "<=", value: 25 }] },
    "denied more",
  ],
  ["counts of exactly 11", { kinds: ["count"], comparisons: [{ relation: "=", value: 11 }] }, "exactly"],
  ["11 tasks", { comparisons: [{ relation: "=", value: 11 }], words: ["tasks"] }, "a number alone"],
  ["counts >=80", { kinds: ["count"], comparisons: [{ relation: ">=", value: 80 }] }, "a sign"],
  ["counts of 80 or more", { kinds: ["count"], comparisons: [{ relation: ">=", value: 80 }] }, "behind the number"],
  [
    "measurements of -5 Cel",
    { kinds: ["measurement"], comparisons: [{ relation: "=", value: -5 }], units: ["Cel"] },
    "minus",
  ],
  [
    "counts between 70 and ninety",
    {
      kinds: ["count"],
      comparisons: [
        { relation: ">=", value: 70 },
        { relation: "<=", value: 90 },
      ],
    },
    "digits and words",
  ],
  [
    "counts between 90 and 70",
    {
      kinds: ["count"],
      comparisons: [
        { relation: ">=", value: 70 },
        { relation: "<=", value: 90 },
      ],
    },
    "greater end first",
  ],
  [
    "money between 5 and 10 million USD",
    {
      kinds: ["money"],
      comparisons: [
        { relation: ">=", value: 5e6 },
        { relation: "<=", value: 1e7 },
      ],
      units: ["USD"],
    },
    "a million for both",
  ],
  [
    "70–90%",
    {
      kinds: ["percentage"],
      comparisons: [
        { relation: ">=", value: 70 },
        { relation: "<=", value: 90 },
      ],
      units: ["%"],
    },
    "a dash",
  ],
  ["third rank", { kinds: ["rank"], comparisons: [{ relation: "=", value: 3 }] }, "an ordinal"],

  [
    "more than 80%",
    { kinds: ["percentage"], comparisons: [{ relation: ">", value: 80 }], units: ["%"] },
    "the unit's kind",
  ],
  [
    "80.47 percent",
    { kinds: ["percentage"], comparisons: [{ relation: "=", value: 80.47 }], units: ["%"] },
    "in letters",
  ],
  [
    "5 percentage points",
    { kinds: ["percentage"], comparisons: [{ relation: "=", value: 5 }], units: ["pp"] },
    "points",
  ],
  [
    "over EUR 5 million",
    { kinds: ["money"], comparisons: [{ relation: ">", value: 5e6 }], units: ["EUR"] },
    "code in front",
  ],
  [
    "over €5 million",
    { kinds: ["money"], comparisons: [{ relation: ">", value: 5e6 }], units: ["EUR"] },
    "sign in front",
  ],
  [
    "3.5km",
    { kinds: ["measurement"], comparisons: [{ relation: "=", value: 3.5 }], units: ["km"] },
    "written together",
  ],
  ["3 km²", { kinds: ["measurement"], comparisons: [{ relation: "=", value: 3 }], units: ["km2"] }, "a shared sign"],
  ["amounts in IDR", { kinds: ["money"], units: ["IDR"] }, "no number"],
  ["measurements in km", { kinds: ["measurement"], units: ["km"] }, "letters after in"],
  [
    "ratios of 50% or more",
    { kinds: ["ratio"], comparisons: [{ relation: ">=", value: 50 }], units: ["%"] },
    "a share",
  ],
  [
    "a 20% rise",
    { kinds: ["percentage"], comparisons: [{ relation: "=", value: 20 }], units: ["%"], words: ["rise"] },
    "a is no year",
  ],

  ["dates in 2024", { kinds: ["date"], holds: [{ from: "2024", to: "2024" }] }, "in"],
  ["dates since 2023", { kinds: ["date"], holds: [{ from: "2023" }] }, "since"],
  ["dates after 2023", { kinds: ["date"], holds: [{ from: "2024" }] }, "after"],
  ["dates before 1850", { kinds: ["date"], holds: [{ to: "1849" }] }, "before"],
  ["dates until 2020", { kinds: ["date"], holds: [{ to: "2020" }] }, "until"],
  [
    "laws from 2019 to 2021",
    { kinds: ["reference"], refTypes: ["law"], holds: [{ from: "2019", to: "2021" }] },
    "from, to",
  ],
  ["counts between 2020 and 2024", { kinds: ["count"], holds: [{ from: "2020", to: "2024" }] }, "between"],
  ["dates 2020-2024", { kinds: ["date"], holds: [{ from: "2020", to: "2024" }] }, "a dash"],
  [
    "dates in 2020 or 2024",
    {
      kinds: ["date"],
      holds: [
        { from: "2020", to: "2020" },
        { from: "2024", to: "2024" },
      ],
    },
    "two years",
  ],
  ["dates since 2020 and before 2023", { kinds: ["date"], holds: [{ from: "2020", to: "2022" }] }, "both ends"],
  ["counts over 2020", { kinds: ["count"], comparisons: [{ relation: ">", value: 2020 }] }, "compared: no year"],
  [
    "in 2000 km",
    { kinds: ["measurement"], comparisons: [{ relation: "=", value: 2000 }], units: ["km"] },
    "measured: no year",
  ],

  ["facts in Arabic articles", { languages: [tagOf("Arabic")] }, "a language"],
  ["german or INDONESIAN", { languages: [tagOf("German"), tagOf("Indonesian")] }, "two, in any letters"],
  [
    "ratios in Norwegian",
    { kinds: ["ratio"], languages: [tagOf("Norwegian Bokmål"), tagOf("Norwegian Nynorsk")] },
    "all of a name",
  ],
  ["ratios in Norwegian Bokmal", { kinds: ["ratio"], languages: [tagOf("Norwegian Bokmål")] }, "one, without ring"],

  ["first 20 counts", { kinds: ["count"], limit: 20, isLimited: true }, "digits"],
  ["show me the first twenty percentages", { kinds: ["percentage"], limit: 20, isLimited: true }, "a word"],

  ["digital signatures", { words: ["digital", "signatures"] }, "nouns and adjectives"],
  ["counts of Haushalt*", { kinds: ["count"], words: ["Haushalt*"] }, "the beginning of a word"],
  ["counts of “first 20 laws”", { kinds: ["count"], words: ["first 20 laws"] }, "quoted: no limit, no type"],
  ["laws 54-NQ/TW", { kinds: ["reference"], refTypes: ["law"], refNumbers: ["54-NQ/TW"] }, "no cut at its hyphen"],
  ["the commune's villages", { words: ["commune", "villages"] }, "possessive"],
  ["نسبة الأسر", { words: ["نسبة", "الأسر"] }, "another script"],
  ["5G internet", { words: ["5G", "internet"] }, "a digit in a name"],
  [
    "more than 80% of households with internet since 2023",
    {
      kinds: ["percentage"],
      comparisons: [{ relation: ">", value: 80 }],
      units: ["%"],
      holds: [{ from: "2023" }],
      concepts: ["household"],
      words: ["internet"],
    },
    "all together",
  ],
];

/** The rest of the question is understood. */
const NOT_UNDERSTOOD: readonly (readonly [question: string, words: readonly string[], why: string])[] = [
  ["average percentage", ["average"], "nothing is computed"],
  ["counts, don't show percentages", ["don't show percentages"], "kinds are not refused"],
  ["dates in March", ["March"], "no year"],
  ["percentages of 80,47 %", ["80,47"], "a comma is no decimal point: 8047 would be wrong"],
  ["a few villages", ["few"], "vague"],
  ["counts most", ["most"], "of what"],
  ["half of the amounts", ["half"], "an amount is no share"],
  ["largest decisions", ["largest"], "a document has no size"],
  ["counts on 2023-02-29", ["2023-02-29"], "no such day"],
  ["5 million yen", ["yen"], "a unit without its code"],
  ["counts over 5 EUR", ["EUR"], "a count has no unit"],
  ["decisions above 10", ["above 10"], "a document has no value"],
  ["third province", ["third"], "an ordinal of no rank"],
];

describe("readQuestion", () => {
  test.each(UNDERSTOOD)("%s", (text, understood) => {
    expect(readQuestion(text, CONTEXT)).toEqual(wholeQuestion(understood));
  });

  test.each(NOT_UNDERSTOOD)("%s: not understood: %j (%s)", (text, words) => {
    expect(readQuestion(text, CONTEXT).notUnderstood).toEqual(words);
  });

  test.each(["", "  ", "?", "average", "mean of several", "without", "how are you", "show me"])(
    "nothing to look for in %j is an error",
    (text) => {
      expect(errorOf(() => readQuestion(text, CONTEXT))).toMatchObject({
        code: "find.nothing-understood",
        exitCode: 2,
      });
    },
  );
});

describe("loadQuestionNames", () => {
  test("units by code, and by the signs that all languages share", () => {
    expect(NAMES.units.get("EUR")).toEqual({ code: "EUR", kind: "money" });
    expect(NAMES.units.get("€")).toEqual({ code: "EUR", kind: "money" });
    expect(NAMES.units.get("‰")).toEqual({ code: "per_mille", kind: "percentage" });
    expect(NAMES.units.get("a")).toEqual({ code: "a", kind: "measurement" });
  });

  test("no multiples, no words of one language", () => {
    expect([...NAMES.units.keys()].filter((name) => /^[0-9.]+ /u.test(name))).toEqual([]);
    expect(NAMES.units.has("Kilometer")).toBe(false);
  });
});
