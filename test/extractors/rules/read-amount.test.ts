import { readAmount } from "../../../extractors/rules/read-amount.js";
import { miniLexicon } from "../../support/mini-lexicon.js";
import { viewOf } from "../../support/view-of.js";

const lexicon = miniLexicon({
  numbers: {
    add: { "1": ["eine"], "3": ["drei"], "5": ["fünf"], "20": ["zwanzig"] },
    times: { "1000": ["tausend"], "1000000": ["Million{,en}", "Mio."] },
    ordinal: { "3": ["dritte"] },
    half: ["einhalb"],
    weak: ["eine"],
  },
  words: {
    to: { "-": ["bis"] },
    from: { "-": ["von"] },
    between: { "-": ["zwischen"] },
    and: { "-": ["und"] },
    modifier: { approx: ["etwa"] },
    change: { "-": ["stieg"] },
    unit: { m: ["Meter"] },
  },
});

/** The amount at the first number of a text: its exact text, value or ends, and modifier. */
function amountIn(text: string) {
  const view = viewOf(text, lexicon);
  const binding = readAmount(
    view,
    view.elements.findIndex(({ number }) => number !== undefined),
  );
  if (binding?.amount === undefined) return undefined;
  const { amount, modifier } = binding.amount;
  return {
    exact: text.slice(binding.span.start, binding.span.end),
    ...amount,
    ...(modifier === undefined ? {} : { modifier }),
  };
}

const one = (exact: string, value: string) => ({ exact, value });
const range = (exact: string, low: string, high: string) => ({ exact, low, high });

describe("an amount", () => {
  test.each<[string, ReturnType<typeof amountIn>, string]>([
    ["rund 80,47 Meter", one("80,47", "80.47"), "is a number"],
    ["drei Meter", one("drei", "3"), "in digits or words"],
    ["1,2 Millionen Meter", one("1,2 Millionen", "1200000"), "with its scale word"],
    ["3 Mio. Meter", one("3 Mio.", "3000000"), "also cut short, with its dot"],
    ["20 tausend Millionen", one("20 tausend Millionen", "20000000000"), "with several scale words"],
    ["5 einhalb Meter", one("5 einhalb", "5.5"), "with a half"],
    ["fünf tausend drei Meter", one("fünf tausend drei", "5003"), "of several words"],
    ["5 bis 10 Meter", range("5 bis 10", "5", "10"), "a range has two ends"],
    ["5-10 Meter", range("5-10", "5", "10"), "joined by a hyphen"],
    ["5–10 Meter", range("5–10", "5", "10"), "or a dash"],
    ["5 - 10 Meter", range("5 - 10", "5", "10"), "with spaces around it"],
    ["drei bis fünf Meter", range("drei bis fünf", "3", "5"), "in words"],
    ["von 5 bis 10 Meter", range("5 bis 10", "5", "10"), "the word in front is outside the span"],
    ["zwischen 5 und 10 Meter", range("5 und 10", "5", "10"), "where one says between, `and` joins"],
    ["160-165 Millionen", range("160-165 Millionen", "160000000", "165000000"), "a scale word holds for both ends"],
    ["1,5 bis 2 Mio. Meter", range("1,5 bis 2 Mio.", "1500000", "2000000"), "for fractions too"],
    [
      "5 tausend bis 3 Millionen",
      range("5 tausend bis 3 Millionen", "5000", "3000000"),
      "but not over a scale of its own",
    ],
    ["900 bis 2 tausend", range("900 bis 2 tausend", "900", "2000"), "nor where the first end would become the larger"],
    ["5 bis etwa 10 Meter", range("5 bis etwa 10", "5", "10"), "a word of degree may stand inside"],
    [
      "zwischen etwa 5 und 10 Meter",
      { ...range("5 und 10", "5", "10"), modifier: "approx" },
      "behind `between` it holds for the range",
    ],
    ["5 und 10 Meter", one("5", "5"), "without `between` two numbers are two"],
    ["10 bis 5 Meter", one("10", "10"), "a range does not run down"],
    ["5 bis 5 Meter", one("5", "5"), "nor stand still"],
    ["5 bis eine Meile", one("5", "5"), "an article is no end"],
    ["5 bis Ulm", one("5", "5"), "nor is a word"],
    ["stieg von 5 auf", one("5", "5"), "a change has one value here"],
    ["stieg von 5 bis 10 Meter", one("5", "5"), "even where it ends in the word of a range"],
    ["dritte Meter", undefined, "an ordinal is none"],
  ])("%s", (text, expected) => {
    expect(amountIn(text)).toEqual(expected);
  });
});
