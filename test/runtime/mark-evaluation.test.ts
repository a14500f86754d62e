import type { StatedFields } from "../../pipeline/model/stated-fields.js";
import { evaluateMarks } from "../../pipeline/runtime/mark-evaluation.js";
import type { Mark, Verdict } from "../../pipeline/store/marks.js";

const STATED: StatedFields = {
  kind: "percentage",
  start: 10,
  end: 17,
  surface: "80,47 %",
  value: 80.47,
  unit: "%",
  item: "Haushalte",
};

function mark(verdict: Verdict, corrected?: Partial<StatedFields>, state: Mark["state"] = "same"): Mark {
  return {
    id: 1,
    verdict,
    state,
    stated: STATED,
    corrected: corrected && { ...STATED, ...corrected },
    note: undefined,
    reviewer: "Ada",
    markedAt: "2025-03-01T10:00:00Z",
    language: "de",
    rule: "percentage.number",
    factId: "f",
  };
}

const RIGHT = [1, 0, 0];
const INVENTED = [0, 1, 0];
const MISSED = [0, 0, 1];
const BOTH = [0, 1, 1];
const NEITHER = [0, 0, 0];

test.each<[string, Mark, readonly Partial<StatedFields>[], readonly number[]]>([
  ["right and found as it was", mark("right"), [{}], RIGHT],
  ["right and found at a wider place", mark("right"), [{ start: 8 }], RIGHT],
  ["right and found with another item", mark("right"), [{ item: "anderes" }], RIGHT],
  ["right and found with another value", mark("right"), [{ value: 80 }], MISSED],
  ["right and found in another unit", mark("right"), [{ unit: "pp" }], MISSED],
  ["right and found elsewhere", mark("right"), [{ start: 30, end: 37 }], MISSED],
  [
    "right and found further on, where its text now stands",
    mark("right", undefined, "same"),
    [{ start: 40, end: 47 }],
    RIGHT,
  ],
  ["right and gone", mark("right"), [], MISSED],
  ["wrong and there", mark("wrong"), [{}], INVENTED],
  ["wrong and gone", mark("wrong"), [], NEITHER],
  ["wrong and now another kind", mark("wrong"), [{ kind: "measurement", unit: "a" }], NEITHER],
  ["wrong and now another value", mark("wrong"), [{ value: 8047 }], NEITHER],
  ["corrected and as it should be", mark("corrected", { value: 80.4 }), [{ value: 80.4 }], RIGHT],
  ["corrected and as it was", mark("corrected", { value: 80.4 }), [{}], BOTH],
  ["corrected and something else", mark("corrected", { value: 80.4 }), [{ value: 1 }], MISSED],
  ["corrected and gone", mark("corrected", { value: 80.4 }), [], MISSED],
  ["its item corrected and as it was", mark("corrected", { item: "privaten Haushalte" }), [{}], BOTH],
  [
    "its item corrected and so",
    mark("corrected", { item: "privaten Haushalte" }),
    [{ item: "privaten Haushalte" }],
    RIGHT,
  ],
  ["its place corrected and as it was", mark("corrected", { start: 8 }), [{}], BOTH],
  ["its place corrected and so", mark("corrected", { start: 8 }), [{ start: 8 }], RIGHT],
  ["a modifier too many", mark("corrected", { item: "H" }), [{ item: "H", modifier: "approx" }], BOTH],
])("%s", (what, judged, found, expected) => {
  // Behind another text a fact stands elsewhere; the store found that it is the same.
  const id = what.includes("further on") ? "f" : "g";
  const facts = found.map((fields) => ({ id, stated: { ...STATED, ...fields } }));
  const { all } = evaluateMarks([{ mark: judged, facts }]);
  expect([all.right, all.invented, all.missed]).toEqual(expected);
});

test("adds up by kind, language, rule and verdict", () => {
  const there = [{ id: "g", stated: STATED }];
  const evaluation = evaluateMarks([
    { mark: mark("right"), facts: there },
    { mark: { ...mark("right"), language: "ar" }, facts: [] },
    { mark: { ...mark("wrong"), rule: "count.bare" }, facts: there },
    { mark: mark("corrected", { kind: "money", unit: "EUR" }), facts: there },
  ]);
  expect(evaluation).toMatchObject({
    marks: 4,
    stillFound: { share: 0.5, done: 1, of: 2 },
    wrongGone: { share: 0, done: 0, of: 1 },
    nowRight: { share: 0, done: 0, of: 1 },
    all: { right: 1, invented: 2, missed: 2 },
    kinds: { money: { missed: 1, invented: 1 }, percentage: { right: 1, missed: 1, invented: 1 } },
    languages: { ar: { missed: 1 }, de: { right: 1, invented: 2, missed: 1 } },
    rules: { "count.bare": { invented: 1 }, "percentage.number": { right: 1, missed: 2 } },
  });
  expect(evaluateMarks([])).toMatchObject({ marks: 0, all: { f1: 0 }, nowRight: { share: 0, of: 0 } });
});
