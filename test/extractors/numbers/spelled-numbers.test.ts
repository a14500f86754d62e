import fc from "fast-check";
import { analysisOf } from "../../support/facts-of.js";
import { spellOut } from "../../support/spell-out.js";

/** Lexicon, and the rule sets of CLDR that spell cardinals the way its language does. */
const LANGUAGES = [
  { tag: "id", cldr: "id", ruleSets: ["%spellout-cardinal"] },
  {
    tag: "ar",
    cldr: "ar",
    ruleSets: ["%spellout-numbering", "%spellout-cardinal-feminine", "%spellout-cardinal-masculine"],
  },
  { tag: "de", cldr: "de", ruleSets: ["%spellout-numbering"] },
  { tag: "nb", cldr: "no", ruleSets: ["%spellout-numbering", "%spellout-cardinal-neuter"] },
  { tag: "nn", cldr: "nn", ruleSets: ["%spellout-numbering", "%spellout-cardinal-neuter"] },
] as const;

const HIGHEST = 1_000_000_000_000;
const spelled = fc.oneof(fc.nat(999), fc.nat(99_999), fc.integer({ min: 0, max: HIGHEST }));
const ROUND = Array.from({ length: 13 }, (_, power) => 10 ** power);

const cases = LANGUAGES.flatMap(({ tag, cldr, ruleSets }) => ruleSets.map((ruleSet) => ({ tag, cldr, ruleSet })));

describe.each(cases)("numbers that $cldr spells by $ruleSet", ({ tag, cldr, ruleSet }) => {
  const spell = spellOut(cldr, ruleSet);
  const readBack = (value: number) => {
    const text = spell(value);
    return { text, numbers: analysisOf(tag, text).numbers.map(({ span, value: read }) => ({ ...span, value: read })) };
  };
  const whole = (value: number) => {
    const text = spell(value);
    return { text, numbers: [{ start: 0, end: text.length, value: String(value) }] };
  };

  test("are read back one by one to 130, and round ones to 10^12", () => {
    for (const value of [...Array.from({ length: 131 }, (_, at) => at), ...ROUND]) {
      expect(readBack(value)).toEqual(whole(value));
    }
  });

  test("are read back anywhere from 0 to 10^12", () => {
    fc.assert(
      fc.property(spelled, (value) => {
        expect(readBack(value)).toEqual(whole(value));
      }),
      { numRuns: 1000 },
    );
  });
});

/**
 * Ordinals up to where CLDR spells them as running text does. `tensAlike`: a whole ten is spelled like the cardinal
 * with the article, so that only what it counts tells which it is.
 */
const ORDINALS = [
  { tag: "id", cldr: "id", ruleSet: "%spellout-ordinal", highest: 999, tensAlike: false },
  { tag: "ar", cldr: "ar", ruleSet: "%spellout-ordinal-feminine", highest: 99, tensAlike: true },
  { tag: "ar", cldr: "ar", ruleSet: "%spellout-ordinal-masculine", highest: 99, tensAlike: true },
  { tag: "de", cldr: "de", ruleSet: "%spellout-ordinal", highest: 999, tensAlike: false },
  { tag: "de", cldr: "de", ruleSet: "%spellout-ordinal-r", highest: 999, tensAlike: false },
  { tag: "nb", cldr: "no", ruleSet: "%spellout-ordinal-masculine", highest: 12, tensAlike: false },
] as const;

test.each(ORDINALS)("ordinals that $cldr spells by $ruleSet are read back to $highest", (row) => {
  const spell = spellOut(row.cldr, row.ruleSet);
  for (let value = 1; value <= row.highest; value++) {
    const text = spell(value).replaceAll(/ {2,}/gu, " ");
    const numbers = analysisOf(row.tag, text).numbers.map(({ span, value: read, ordinal }) => ({
      ...span,
      read,
      ordinal,
    }));
    const ordinal = !(row.tensAlike && value >= 20 && value % 10 === 0);
    expect({ text, numbers }).toEqual({
      text,
      numbers: [{ start: 0, end: text.length, read: String(value), ordinal }],
    });
  }
});
