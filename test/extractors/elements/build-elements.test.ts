import { numbersOf } from "../../../extractors/number-mention.js";
import { miniLexicon } from "../../support/mini-lexicon.js";
import { viewOf } from "../../support/view-of.js";

const lexicon = miniLexicon({
  language: { abbreviations: ["ca."], clitics: { outside: ["و", "ب"], inside: ["ال"] } },
  numbers: {
    space_groups: "true",
    ordinal_dot: "true",
    unit_before_ten: "true",
    compounds: "true",
    ordinal_prefixes: ["ke"],
    add: { "1": ["ein"], "2": ["zwei", "dua"], "3": ["ثلاثة"], "20": ["zwanzig", "عشرون"] },
    times: { "100": ["hundert"], "1000000": ["Mio."] },
    link: ["und", "و"],
    weak: ["ein"],
  },
  words: {
    unit: { a: ["jährig{e,er}"], min: ["Min."] },
    times: { "-": ["mal"] },
    month: { "01": ["Januar"], "06": ["Juni"] },
    to: { "-": ["-", "–"] },
    modifier: { approx: ["ca."], more_than: ["mehr als"] },
    mark: { "-": ["Nr."] },
  },
});

/** Elements as `type exact`, with the value of numbers. */
function elementsOf(text: string): readonly string[] {
  return viewOf(text, lexicon).elements.map(({ type, start, end, number }) => {
    const value = number === undefined ? "" : ` = ${number.value}${number.ordinal ? "." : ""}`;
    return `${type} ${text.slice(start, end)}${value}`;
  });
}

describe("elements of a sentence", () => {
  test.each<[string, readonly string[], string]>([
    ["mehr als 5", ["word mehr als", "number 5 = 5"], "a phrase is one element"],
    ["mehr 5", ["word mehr", "number 5 = 5"], "its beginning alone is a word"],
    ["12 500 Euro", ["number 12 500 = 12500", "word Euro"], "groups behind spaces"],
    ["12 50 Euro", ["number 12 = 12", "number 50 = 50", "word Euro"], "only of three digits"],
    ["1234 500", ["number 1234 = 1234", "number 500 = 500"], "behind three digits at most"],
    ["12  500", ["number 12 = 12", "number 500 = 500"], "and a single space"],
    ["12 500,5 m", ["number 12 500,5 = 12500.5", "word m"], "the last group may have a fraction"],
    ["3 Mio. Euro", ["number 3 Mio. = 3000000", "word Euro"], "a scale word with its dot"],
    ["am 3. Juni", ["word am", "number 3. = 3.", "word Juni"], "a dot in front of a word makes an ordinal"],
    ["es sind 3.", ["word es", "word sind", "number 3 = 3", "symbol ."], "at the end it does not"],
    ["2024. Juni", ["number 2024 = 2024", "symbol .", "word Juni"], "nor behind four digits"],
    ["ke-27 kali", ["number ke-27 = 27.", "word kali"], "a prefix makes an ordinal of digits"],
    ["kedua kali", ["number kedua = 2.", "word kali"], "and of words"],
    ["zweihundert", ["number zweihundert = 200"], "a compound of number words"],
    ["einundzwanzig", ["number einundzwanzig = 21"], "with a link"],
    ["zweijährige", ["number zwei = 2", "word jährige"], "a compound with another word is two elements"],
    ["zweimal", ["number zwei = 2", "word mal"], "that touch"],
    ["ثلاثة وعشرون", ["number ثلاثة وعشرون = 23"], "a clitic links"],
    ["وعشرون", ["number عشرون = 20"], "at the start it is outside"],
    ["وَعشرون", ["number عشرون = 20"], "with its vowel mark"],
    ["ب71", ["number 71 = 71"], "in front of digits too"],
    ["الـ84", ["number 84 = 84"], "so is an article drawn out"],
    ["5G-Netz", ["code 5G-Netz"], "digits and letters of no meaning are a name"],
    ["COVID-19", ["code COVID-19"], "on either side"],
    ["1982/QD-UBND", ["code 1982/QD-UBND"], "or a document's number"],
    ["https://a.b/5", ["code https://a.b/5"], "an address is one"],
    ["ulm5@b.de", ["code ulm5@b.de"], "of mail as well"],
    ["60km", ["number 60 = 60", "word km"], "a unit is no name"],
    ["Nr.5", ["word Nr.", "number 5 = 5"], "nor is a mark"],
    ["€504", ["symbol €", "number 504 = 504"], "nor a sign of currency"],
    ["5-10", ["number 5 = 5", "symbol -", "number 10 = 10"], "a hyphen between numbers is a sign"],
    ["Januar-Juni 2024", ["word Januar", "symbol -", "word Juni", "number 2024 = 2024"], "and between months"],
    ["28.06.2024", ["number 28.06.2024"], "digits that are no number have no value"],
    ["5 Min. Pause", ["number 5 = 5", "word Min.", "word Pause"], "an abbreviation keeps its dot"],
  ])("%s: %j", (text, expected) => {
    expect(elementsOf(text)).toEqual(expected);
  });

  test("an article that could be a number is weak, and no number that is told", () => {
    expect(viewOf("ein", lexicon).elements[0]?.number?.weak).toBe(true);
    expect(viewOf("einundzwanzig", lexicon).elements[0]?.number?.weak).toBe(false);
    expect(numbersOf(viewOf("ein Haus", lexicon))).toEqual([]);
  });

  test("digits without separator keep how they were printed", () => {
    expect(viewOf("Projekt 06", lexicon).elements[1]?.number).toMatchObject({
      plain: true,
      digits: "06",
      value: "6",
    });
    expect(viewOf("1.234", lexicon).elements[0]?.number?.plain).toBe(false);
  });
});
