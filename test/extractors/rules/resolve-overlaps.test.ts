import fc from "fast-check";
import type { FoundMention } from "../../../extractors/rules/found-mention.js";
import { PatternBindings } from "../../../extractors/rules/pattern-bindings.js";
import { resolveOverlaps } from "../../../extractors/rules/resolve-overlaps.js";
import { sentenceView } from "../../../extractors/rules/sentence-view.js";
import { parseTemplate } from "../../../extractors/rules/template.js";
import { KINDS, type Kind } from "../../../pipeline/model/mention.js";
import { miniLexicon } from "../../support/mini-lexicon.js";

const lexicon = miniLexicon();
const template = parseTemplate("{number}");
const KIND_FIELDS = {
  percentage: { amount: { value: "1" }, unit: "%" },
  count: { amount: { value: "1" } },
  ratio: { numerator: "1", denominator: "2" },
  rank: { amount: { value: "1" } },
  money: { amount: { value: "1" }, unit: "EUR" },
  measurement: { amount: { value: "1" }, unit: "m" },
  reference: { refType: "law", number: "1" },
  date: { iso: "2024" },
} as const;

/** A mention of a kind from `start` to `end`, by a rule that saw `seen` elements. */
function found(kind: Kind, start: number, end: number, seen = 1): FoundMention {
  const rule = { id: `${kind}.test`, kind, template, confidence: 1 };
  return {
    mention: { kind, span: { start, end }, rule: rule.id, slots: [], ...KIND_FIELDS[kind] } as FoundMention["mention"],
    match: { rule, view: sentenceView("", [], lexicon), bindings: new PatternBindings([], []), from: 0, to: seen },
  };
}

const shown = (mentions: readonly FoundMention[]) =>
  mentions.map(({ mention: { kind, span } }) => `${kind} ${span.start}-${span.end}`);

describe("of mentions that overlap", () => {
  test.each<[readonly FoundMention[], readonly string[], string]>([
    [[], [], "none is none"],
    [
      [found("count", 5, 6), found("date", 0, 4)],
      ["date 0-4", "count 5-6"],
      "those apart all stand, in order of place",
    ],
    [[found("count", 0, 2), found("count", 2, 4)], ["count 0-2", "count 2-4"], "those that touch do not overlap"],
    [[found("count", 0, 9), found("reference", 3, 5)], ["reference 3-5"], "a reference goes before all, however short"],
    [[found("percentage", 0, 9), found("date", 8, 12)], ["date 8-12"], "a date before an amount"],
    [[found("ratio", 0, 9), found("money", 0, 3)], ["money 0-3"], "an amount before a ratio"],
    [[found("count", 0, 9), found("rank", 0, 3)], ["rank 0-3"], "a rank before a count"],
    [[found("money", 0, 3), found("measurement", 0, 5)], ["measurement 0-5"], "among equals the longer"],
    [[found("count", 0, 3, 2), found("count", 0, 3, 4)], ["count 0-3"], "of equal length the rule that saw more"],
    [[found("count", 4, 8), found("count", 0, 5)], ["count 0-5"], "a longer one further left"],
    [[found("count", 0, 4), found("count", 3, 7)], ["count 0-4"], "else the first"],
    [
      [found("count", 0, 4), found("money", 3, 8), found("count", 8, 9), found("date", 7, 9)],
      ["count 0-4", "date 7-9"],
      "what loses to a third no longer stands in the way",
    ],
  ])("row %#", (mentions, expected) => {
    expect(shown(resolveOverlaps(mentions))).toEqual(expected);
  });

  test("the rule that saw more is the one that stands", () => {
    const more = found("count", 0, 3, 4);
    expect(resolveOverlaps([found("count", 0, 3, 2), more])).toEqual([more]);
  });
});

test("whatever comes in, what stands does not overlap, is in order, and left nothing out that would fit", () => {
  const mention = fc
    .tuple(fc.constantFrom(...KINDS), fc.nat(40), fc.integer({ min: 1, max: 8 }))
    .map(([kind, start, length]) => found(kind, start, start + length));
  fc.assert(
    fc.property(fc.array(mention, { maxLength: 25 }), (mentions) => {
      const standing = resolveOverlaps(mentions).map(({ mention: { span } }) => span);
      for (const [index, span] of standing.entries()) {
        expect(span.start).toBeGreaterThanOrEqual(standing[index - 1]?.end ?? 0);
      }
      for (const {
        mention: { span },
      } of mentions) {
        expect(standing.some(({ start, end }) => start < span.end && span.start < end)).toBe(true);
      }
    }),
  );
});
