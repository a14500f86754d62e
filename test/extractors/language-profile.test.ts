import { parseLanguageProfile } from "../../extractors/language-profile.js";
import { shippedProfiles } from "./shipped-profiles.js";

describe("parseLanguageProfile", () => {
  test("reads total and words", () => {
    const profile = parseLanguageProfile("word\tcount\n#total\t900\nog\t40\nå\t7\n", "xx", true);
    expect(profile).toEqual({
      tag: "xx",
      total: 900,
      extract: true,
      counts: new Map([
        ["og", 40],
        ["å", 7],
      ]),
    });
  });

  test("line ends of Windows are read too", () => {
    const profile = parseLanguageProfile("word\tcount\r\n#total\t10\r\nog\t4\r\n", "xx", false);
    expect([...profile.counts]).toEqual([["og", 4]]);
  });

  test.each([
    ["", 1, "an empty file"],
    ["count\tword\n#total\t10\nog\t4\n", 1, "columns in the wrong order"],
    ["word\tcount\nog\t4\n", 2, "no total"],
    ["word\tcount\n#total\tmany\nog\t4\n", 2, "a total that is no number"],
    ["word\tcount\n#total\t10\n", 3, "no words"],
    ["word\tcount\n#total\t10\nog\t4\nikke\n", 4, "a word without a count"],
    ["word\tcount\n#total\t10\nog\t4\t5\n", 3, "a column too many"],
    ["word\tcount\n#total\t10\nog\t0\n", 3, "a word that was never seen"],
    ["word\tcount\n#total\t10\nog\t4,5\n", 3, "a count that is not whole"],
    ["word\tcount\n#total\t10\nog\t11\n", 3, "more often than all words together"],
    ["word\tcount\n#total\t10\nog\t4\nog\t3\n", 4, "the same word twice"],
    ["word\tcount\n#total\t10\nOslo\t4\n", 3, "a capital, which no lookup would find"],
    ["word\tcount\n#total\t10\ni dag\t4\n", 3, "two words"],
    ["word\tcount\n#total\t10\nkm2\t4\n", 3, "a digit, which ends a word"],
    ["word\tcount\n#total\t10\na\u030a\t4\n", 3, "a letter and its ring as two characters"],
  ])("%j is refused at line %d: %s", (text, line) => {
    expect(() => parseLanguageProfile(text, "xx", true)).toThrow(`language profile "xx", line ${line}: `);
  });
});

describe.each(shippedProfiles().map((profile) => [profile.tag, profile] as const))("profile of %s", (_tag, profile) => {
  test("holds enough words to know the language by", () => {
    expect(profile.counts.size).toBeGreaterThan(300);
    expect([...profile.counts.values()].reduce((sum, count) => sum + count, 0)).toBeLessThan(profile.total);
  });
});
