import { matchRules } from "../../../extractors/rules/match-rules.js";
import { miniLexicon } from "../../support/mini-lexicon.js";
import { viewOf } from "../../support/view-of.js";

const lexicon = miniLexicon({
  frames: false,
  words: { count_measure: { "-": ["jumlah"] }, modifier: { approx: ["kira-kira"] }, of: { "-": ["dari"] } },
  rules: {
    "count.bare": "{modifier}? {measured:integer}",
    "ratio.of": "{numerator:number} {of} {denominator:number}",
    "count.literal": "{amount} ekor",
  },
  needs: { "count.bare": "count_measure" },
});

/** Each match as its rule and the slots that it filled, in the template's order. */
function matched(text: string): readonly string[] {
  return matchRules(viewOf(text, lexicon)).map(({ rule, bindings }) => {
    const slots = bindings.roles.flatMap((role, index) => {
      const span = bindings.bound[index]?.span;
      return role === "" || span === undefined ? [] : [`${role}=${text.slice(span.start, span.end)}`];
    });
    return `${rule.id} ${slots.join(" ")}`;
  });
}

test.each<[string, readonly string[], string]>([
  ["3 dari 7", ["ratio.of numerator=3 of=dari denominator=7"], "a rule fits where all that it names stands"],
  ["3 dan 7", [], "and nowhere else"],
  ["jumlah 12", ["count.bare measured=12"], "an optional slot may stay empty"],
  ["jumlah kira-kira 12", ["count.bare modifier=kira-kira measured=12"], "or be filled"],
  ["12 pada akhirnya jumlah itu", ["count.bare measured=12"], "what a rule needs may stand anywhere in the sentence"],
  ["kira-kira 12", [], "but without it the rule is not tried"],
  ["12 ekor", ["count.literal amount=12"], "a word of the template has no slot"],
])("%s: %j, %s", (text, expected) => {
  expect(matched(text)).toEqual(expected);
});

test("a slot that was not filled is absent", () => {
  const [match] = matchRules(viewOf("jumlah 12", lexicon));
  expect(match?.bindings.has("modifier")).toBe(false);
  expect(match?.bindings.get("modifier")).toBeUndefined();
  expect(match?.bindings.get("unheard-of")).toBeUndefined();
});
