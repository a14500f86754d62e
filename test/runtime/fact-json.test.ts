import type { Fact } from "../../pipeline/model/fact.js";
import type { Mention } from "../../pipeline/model/mention.js";
import { type FactJson, factJson } from "../../pipeline/runtime/fact-json.js";

const SPAN = { start: 3, end: 8 };
const COMMON = { span: SPAN, rule: "kind.rule", slots: [] };

function fact(mention: Mention, attributes: Fact["attributes"] = {}): Fact {
  return {
    id: "0".repeat(32),
    mention,
    attributes,
    evidence: { documentId: "1".repeat(32), sentence: 0, exact: "80,47", lexiconVersion: "2".repeat(16) },
    confidence: 0.9,
  };
}

const ROWS: readonly (readonly [string, Mention, Partial<FactJson>])[] = [
  [
    "percentage",
    { ...COMMON, kind: "percentage", amount: { value: "80.47" }, unit: "%", modifier: "at_least" },
    { value: 80.47, unit: "%", modifier: "at_least" },
  ],
  ["count, a range", { ...COMMON, kind: "count", amount: { low: "3", high: "5" } }, { low: 3, high: 5 }],
  ["count, dual", { ...COMMON, kind: "count", amount: { value: "2" }, dual: true }, { value: 2, dual: true }],
  ["ratio", { ...COMMON, kind: "ratio", numerator: "11", denominator: "21" }, { numerator: 11, denominator: 21 }],
  ["rank", { ...COMMON, kind: "rank", amount: { value: "8" }, of: "34" }, { value: 8, of: 34 }],
  ["money", { ...COMMON, kind: "money", amount: { value: "5000000000" }, unit: "IDR" }, { value: 5e9, unit: "IDR" }],
  [
    "measurement",
    { ...COMMON, kind: "measurement", amount: { value: "1.2" }, unit: "t", dual: true },
    { value: 1.2, unit: "t", dual: true },
  ],
  [
    "reference",
    { ...COMMON, kind: "reference", refType: "decision", number: "1982/QD-UBND", year: 2022 },
    { ref_type: "decision", number: "1982/QD-UBND", year: 2022 },
  ],
  ["date", { ...COMMON, kind: "date", iso: "2022-07-29" }, { iso: "2022-07-29" }],
];

describe("factJson", () => {
  test.each(ROWS)("%s", (_, mention, expected) => {
    expect(factJson(fact(mention))).toEqual({
      kind: mention.kind,
      start: 3,
      end: 8,
      surface: "80,47",
      rule: "kind.rule",
      confidence: 0.9,
      ...expected,
    });
  });

  test("attributes that were stated, and not the key they group by", () => {
    const attributes = { item: "مهمة", itemKey: "مهم", concept: "task", subject: "Index", when: "2022" };
    const json = factJson(fact({ ...COMMON, kind: "count", amount: { value: "11" } }, attributes));
    expect(json).toMatchObject({ item: "مهمة", concept: "task", subject: "Index", when: "2022" });
    expect(json).not.toHaveProperty("itemKey");
  });
});
