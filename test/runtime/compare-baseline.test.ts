import type { Baseline, BaselineLine } from "../../pipeline/runtime/baseline.js";
import { compareBaseline } from "../../pipeline/runtime/compare-baseline.js";

const line = (lang: string, right: string[], missed: string[] = [], invented: string[] = []): BaselineLine => ({
  lang,
  right,
  missed,
  invented,
});
const baseline = (lines: Baseline["lines"]): Baseline => ({ lines });

const BEFORE = baseline({
  a: line("de", ["count 3 ⟦drei⟧", "count 3 ⟦drei⟧", "date 2019 ⟦2019⟧"]),
  b: line("nb", ["money 5 NOK ⟦5 kroner⟧"], ["count 2 ⟦to⟧"], ["count 450 ⟦450⟧"]),
});

test("the same outcome has no changes", () => {
  const { changes, fallen, unknown, absent } = compareBaseline(BEFORE, BEFORE);
  expect({ changes, fallen, unknown, absent }).toEqual({ changes: [], fallen: [], unknown: [], absent: [] });
});

test("one of two equal facts is lost: told once, F1 of its language and of all falls", () => {
  const after = baseline({
    ...BEFORE.lines,
    a: line("de", ["count 3 ⟦drei⟧", "date 2019 ⟦2019⟧"], ["count 3 ⟦drei⟧"]),
  });
  const { changes, fallen } = compareBaseline(BEFORE, after);
  expect(changes).toEqual([{ sort: "lost", lang: "de", fact: "count 3 ⟦drei⟧", id: "a" }]);
  expect(fallen).toEqual(["all", "de"]);
});

test("a gain in one language does not pay for a loss in another; changes stand by language and kind", () => {
  const after = baseline({
    a: line("de", ["count 3 ⟦drei⟧", "count 3 ⟦drei⟧"], ["date 2019 ⟦2019⟧"]),
    b: line("nb", ["money 5 NOK ⟦5 kroner⟧", "count 2 ⟦to⟧"]),
  });
  const { changes, fallen, before, after: now } = compareBaseline(BEFORE, after);
  expect(changes.map(({ sort, lang, fact }) => `${lang} ${sort} ${fact}`)).toEqual([
    "de lost date 2019 ⟦2019⟧",
    "nb dropped count 450 ⟦450⟧",
    "nb gained count 2 ⟦to⟧",
  ]);
  expect(fallen).toEqual(["de"]);
  expect([before["nb"]?.f1, now["nb"]?.f1, before["all"]?.f1, now["all"]?.f1]).toEqual([1 / 2, 1, 8 / 10, 8 / 9]);
});

test("lines that one side does not know are named and not compared", () => {
  const after = baseline({ a: line("de", BEFORE.lines["a"]?.right ?? []), c: line("de", [], ["count 1 ⟦1⟧"]) });
  expect(compareBaseline(BEFORE, after)).toMatchObject({ changes: [], fallen: [], unknown: ["c"], absent: ["b"] });
});

test("nothing in common is an error, not a pass", () => {
  expect(() => compareBaseline(BEFORE, baseline({ c: line("de", []) }))).toThrow(
    expect.objectContaining({ code: "eval.other-baseline", exitCode: 2 }),
  );
});
