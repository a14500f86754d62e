import { evaluate } from "../../pipeline/runtime/evaluation.js";
import type { FactJson } from "../../pipeline/runtime/fact-json.js";
import type { GoldLine } from "../../pipeline/runtime/gold.js";
import { matchFacts } from "../../pipeline/runtime/match-facts.js";

type Found = Omit<FactJson, "surface" | "rule" | "confidence">;

/** What scoring can get wrong, line by line. The numbers expected below come from another program with the same definitions. */
const CASES: readonly { readonly gold: GoldLine; readonly lang: string; readonly found: readonly Found[] }[] = [
  {
    gold: {
      id: "amounts",
      lang: "de",
      text: "",
      facts: [
        {
          kind: "percentage",
          start: 0,
          end: 6,
          value: 80.47,
          item: "Haushalte der Stadt",
          subject: "Anteil",
          when: "2022",
          modifier: "more_than",
        },
        { kind: "count", start: 10, end: 12, value: 360, item: "Fälle" },
        { kind: "count", start: 20, end: 24, low: 3, high: 5 },
        { kind: "ratio", start: 30, end: 35, numerator: 11, denominator: 21, item: "Aufgaben" },
        { kind: "rank", start: 40, end: 47, value: 8, of: 34, subject: "Index" },
        { kind: "money", start: 50, end: 60, value: 5e9, unit: "IDR" },
        { kind: "measurement", start: 70, end: 75, value: 12, unit: "km" },
      ],
    },
    lang: "de",
    found: [
      {
        kind: "percentage",
        start: 0,
        end: 6,
        value: 80.47,
        unit: "%",
        item: "Haushalte",
        subject: "Quote",
        when: "2022",
        modifier: "more_than",
      },
      { kind: "count", start: 9, end: 12, value: 360.0000000001, item: "Personen" },
      { kind: "count", start: 20, end: 24, low: 3, high: 5, modifier: "approx" },
      { kind: "percentage", start: 31, end: 35, value: 11, unit: "%" },
      { kind: "rank", start: 40, end: 47, value: 8, of: 33, subject: "der Index" },
      { kind: "rank", start: 40, end: 44, value: 8, of: 34, subject: "Index" },
      { kind: "money", start: 50, end: 60, value: 5e9, unit: "USD" },
      { kind: "measurement", start: 70, end: 75, value: 12, unit: "km" },
      { kind: "measurement", start: 71, end: 75, value: 12, unit: "km" },
    ],
  },
  {
    gold: {
      id: "codes, optional facts, skipped stretches, a wrong language",
      lang: "ar",
      text: "",
      facts: [
        { kind: "reference", start: 0, end: 12, number: "1982/QD–UBND", ref_type: "decision" },
        { kind: "reference", start: 20, end: 24, number: "54-NQ/TW", ref_type: "resolution" },
        { kind: "date", start: 30, end: 40, iso: "2024-01/2024-06" },
        { kind: "count", start: 50, end: 55, value: 7, item: "مُهِمَّة", optional: true },
        { kind: "count", start: 60, end: 65, value: 11, item: "مُهِمَّة" },
      ],
      skip: [{ start: 100, end: 120 }],
    },
    lang: "id",
    found: [
      { kind: "reference", start: 0, end: 12, number: "1982/qd-ubnd", ref_type: "decision" },
      { kind: "reference", start: 20, end: 24, number: "54 - NQ/TW", ref_type: "plan" },
      { kind: "date", start: 29, end: 40, iso: "2024-01/2024-06" },
      { kind: "count", start: 50, end: 55, value: 8 },
      { kind: "count", start: 60, end: 65, value: 11, item: "مهمة" },
      { kind: "count", start: 110, end: 112, value: 1 },
      { kind: "date", start: 150, end: 154, iso: "2020" },
    ],
  },
  {
    gold: { id: "nothing to find", lang: "nb", text: "", facts: [] },
    lang: "nb",
    found: [{ kind: "count", start: 0, end: 2, value: 3 }],
  },
  {
    gold: {
      id: "points are not percent; no language stated",
      text: "",
      facts: [{ kind: "percentage", start: 0, end: 3, value: 5, unit: "pp" }],
    },
    lang: "de",
    found: [{ kind: "percentage", start: 0, end: 3, value: 5, unit: "%" }],
  },
];

function matches(cases: typeof CASES) {
  return cases.map(({ gold, lang, found }) =>
    matchFacts(gold, {
      lang,
      text: "",
      facts: found.map((fact) => ({ ...fact, surface: "", rule: "", confidence: 1 })),
    }),
  );
}

describe("evaluate", () => {
  const evaluation = evaluate(matches(CASES));

  test("counts right, invented and missed facts", () => {
    expect(evaluation.lines).toBe(4);
    expect(evaluation.all).toEqual({
      precision: 9 / 16,
      recall: 9 / 12,
      f1: 18 / 28,
      right: 9,
      invented: 7,
      missed: 3,
    });
  });

  test.each([
    ["percentage", 1, 2, 1],
    ["count", 3, 1, 0],
    ["ratio", 0, 0, 1],
    ["rank", 1, 1, 0],
    ["money", 0, 1, 1],
    ["measurement", 1, 1, 0],
    ["reference", 2, 0, 0],
    ["date", 1, 1, 0],
  ])("kind %s: %i right, %i invented, %i missed", (kind, right, invented, missed) => {
    expect(evaluation.kinds[kind]).toMatchObject({ right, invented, missed });
  });

  test.each([
    ["de", 5, 4, 2],
    ["ar", 4, 1, 0],
    ["nb", 0, 1, 0],
    ["unstated", 0, 1, 1],
  ])("language %s: %i right, %i invented, %i missed", (tag, right, invented, missed) => {
    expect(evaluation.languages[tag]).toMatchObject({ right, invented, missed });
  });

  test.each([
    ["exact span", 7, 9],
    ["modifier", 5, 6],
    ["item", 2, 3],
    ["subject", 1, 2],
    ["when", 1, 1],
    ["of", 0, 1],
    ["ref_type", 1, 2],
  ])("attribute %s: %i right of %i", (name, right, of) => {
    expect(evaluation.attributes[name]).toEqual({ accuracy: right / of, right, of });
  });

  test("counts languages where the gold line states one", () => {
    expect(evaluation.language).toEqual({ accuracy: 2 / 3, right: 2, of: 3 });
  });

  test("tells what stood where a fact was missed", () => {
    expect(evaluation.confusions).toEqual({
      "ratio -> percentage": 1,
      "money -> money": 1,
      "percentage -> percentage": 1,
    });
  });

  test("no lines: rates are 0, not NaN, and no language accuracy", () => {
    const empty = evaluate([]);
    expect(empty.all).toEqual({ precision: 0, recall: 0, f1: 0, right: 0, invented: 0, missed: 0 });
    expect(empty.language).toBeUndefined();
  });
});
