import { mergeBoilerplate } from "../../../extractors/boilerplate-lexicon.js";
import { buildDetector } from "../../../extractors/language-detector.js";
import type { LexiconSet } from "../../../extractors/lexicon/lexicon-set.js";
import { factsOf } from "../../support/facts-of.js";
import { miniLexicon } from "../../support/mini-lexicon.js";

const lexicons: LexiconSet = {
  version: "0000000000000000",
  detectorVersion: "test",
  boilerplateVersion: "test",
  languages: new Map([["mini", miniLexicon()]]),
  concepts: new Map(),
  boilerplate: mergeBoilerplate([]),
  detector: buildDetector([]),
};

/** Dates of a text that are wholly in digits, as `exact = iso`. */
const datesIn = (text: string) =>
  factsOf("mini", text, lexicons).flatMap(({ mention, evidence }) =>
    mention.kind === "date" && mention.rule === "date.numeric" ? [`${evidence.exact} = ${mention.iso}`] : [],
  );

describe("a date in digits", () => {
  test.each<[string, readonly string[], string]>([
    ["(28.06.2024)", ["28.06.2024 = 2024-06-28"], "day, month, year with dots"],
    ["(8.6.2024)", ["8.6.2024 = 2024-06-08"], "zeros in front may be missing"],
    ["(28/6/2024)", ["28/6/2024 = 2024-06-28"], "with slashes"],
    ["(28-06-2024)", ["28-06-2024 = 2024-06-28"], "with hyphens"],
    ["(2024-06-28)", ["2024-06-28 = 2024-06-28"], "ISO's own order"],
    ["(2024/06/28)", ["2024/06/28 = 2024-06-28"], "with slashes as well"],
    ["(٢٨/٦/٢٠٢٤)", ["٢٨/٦/٢٠٢٤ = 2024-06-28"], "in Arabic digits"],
    ["(05/05/71)", ["05/05/71 = 1971-05-05"], "two digits from 50 on are of the last century"],
    ["(05.05.24)", ["05.05.24 = 2024-05-05"], "below 50 of this one"],
    ["(29.02.2024)", ["29.02.2024 = 2024-02-29"], "a leap day in a leap year"],
    ["(29.02.2023)", [], "but in no other"],
    ["(31.04.2024)", [], "no day that the month has not"],
    ["(06.28.2024)", [], "no month above twelve"],
    ["(6/28/2024)", ["6/28/2024 = 2024-06-28"], "with slashes the month may come first, where only the day fits"],
    ["(6/8/2024)", ["6/8/2024 = 2024-08-06"], "where both fit, the day comes first"],
    ["(0.6.2024)", [], "no day zero"],
    ["(28/06-2024)", [], "the signs must be alike"],
    ["(28 / 6 / 2024)", [], "and written together"],
    ["(28.06.20245)", [], "a year has four digits"],
    ["(192.168.1.1)", [], "an address is no date"],
  ])("%s: %j", (text, expected) => {
    expect(datesIn(text)).toEqual(expected);
  });
});
