import { mayHoldNumber } from "../../../extractors/text/may-hold-number.js";
import { lookedUp } from "../../support/looked-up.js";
import { miniLexicon } from "../../support/mini-lexicon.js";

const lexicon = miniLexicon({
  numbers: {
    compounds: "true",
    add: { "1": ["ein{,e,en}", "ein einziger"], "2": ["zwei"] },
    half: ["einhalb"],
    link: ["und"],
    point: ["Komma"],
    weak: ["ein{,e,en}"],
  },
  words: {
    percent: { "%": ["Prozent"] },
    modifier: { more_than: ["mehr als"], approx: ["etwa"] },
    unit_dual: { a: ["عامين"] },
  },
});

test.each([
  [true, "Es sind 7.", "digits"],
  [true, "Es sind zwei.", "a number word"],
  [true, "Es ging zweieinhalb Mal.", "a compound of number words"],
  [true, "Das zwei-bis gilt.", "a number word in front of a hyphen"],
  [true, "بعد عامين", "a word that carries its number"],
  [true, "Das ist ein Prozent.", "an article counts per cent"],
  [true, "Etwa eine Stunde verging.", "and what a word of degree stands in front of"],
  [true, "Ein einziger Zeuge blieb.", "and a phrase that begins with one may be a number"],
  [true, "Mehr als einen Tag lang.", "be it of several words"],
  [false, "Ein Mann und eine Frau.", "an article alone counts nothing"],
  [false, "Er ist groß als ein Baum.", "half a word of degree is none"],
  [false, "Etwa die Frau und eine andere.", "nor does one that a word of degree stands far from"],
  [false, "Er und Komma.", "what joins numbers is none"],
  [false, "Niemand kam.", "no number at all"],
])("%s for %s: %s", (expected, text) => {
  const words = lookedUp(text, lexicon);
  expect(mayHoldNumber(words, 0, words.tokens.length)).toBe(expected);
});
