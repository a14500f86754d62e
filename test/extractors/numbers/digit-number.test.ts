import fc from "fast-check";
import { type NumberHabit, readDigits } from "../../../extractors/numbers/digit-number.js";
import { analysisOf } from "../../support/facts-of.js";

const COMMA: NumberHabit = { decimal: ",", group: "." };
const POINT: NumberHabit = { decimal: ".", group: "," };

describe("what a run of digits is worth", () => {
  test.each<[string, NumberHabit, string, string]>([
    ["7", COMMA, "7", "digits alone"],
    ["007", COMMA, "7", "zeros in front say nothing"],
    ["1.234", COMMA, "1234", "three digits behind the habit's grouping sign are thousands"],
    ["1.234", POINT, "1.234", "behind the habit's decimal sign they are a fraction"],
    ["29,149", POINT, "29149", "and the other way round"],
    ["29,149", COMMA, "29.149", "whatever the sign"],
    ["1.234.567", POINT, "1234567", "a sign that stands twice groups, against the habit"],
    ["1,234,567", COMMA, "1234567", "so does the other"],
    ["1.234,5", POINT, "1234.5", "of two signs the last is the decimal sign"],
    ["1,234.5", COMMA, "1234.5", "whichever it is"],
    ["1.234.567,89", COMMA, "1234567.89", "with several groups"],
    ["12,5", POINT, "12.5", "one digit behind a sign is a fraction"],
    ["80.47", COMMA, "80.47", "so are two"],
    ["3.1416", COMMA, "3.1416", "and four"],
    ["1234.567", COMMA, "1234.567", "four digits in front are no group"],
    ["0,125", POINT, "0.125", "nor is a zero"],
    ["1’234’567", COMMA, "1234567", "apostrophes only group"],
    ["1’234.50", COMMA, "1234.5", "in front of a fraction too"],
    ["1'234", POINT, "1234", "the straight one as well"],
    ["12 500", COMMA, "12500", "spaces group"],
    ["12\u00a0500,5", COMMA, "12500.5", "those that do not break"],
    ["12\u202f500", COMMA, "12500", "and the thin ones"],
    ["٨٠٫٤٧", POINT, "80.47", "the Arabic decimal sign is never a group"],
    ["١٬٢٣٤", COMMA, "1234", "the Arabic grouping sign never a fraction"],
    ["١٬٢٣٤٫٥", COMMA, "1234.5", "both together"],
    ["١٫٢٣٤", POINT, "1.234", "three digits behind the decimal sign stay a fraction"],
    ["۱۲۳", COMMA, "123", "digits of Persian"],
    ["१२३", COMMA, "123", "and of Devanagari"],
    ["１２３", COMMA, "123", "and of full width"],
  ])("%s under %j is %s: %s", (raw, habit, value) => {
    expect(readDigits(raw, habit)?.value).toBe(value);
  });

  test.each([
    ["28.06.2024", "a date"],
    ["1.23.456", "groups of other than three digits"],
    ["1234.567.890", "four digits in front of a group"],
    ["192.168.1.1", "an address"],
    ["1.234.56", "a last group of two"],
    ["1,2.3,4", "signs that take turns"],
    ["١٫٢٫٣", "two decimal signs"],
  ])("%s is no number: %s", (raw) => {
    expect(readDigits(raw, COMMA)).toBeUndefined();
  });

  test.each<[string, boolean, boolean, string]>([
    ["1.234", true, false, "could be a fraction"],
    ["1.234,5", false, false, "shape says it all"],
    ["1.234.567", false, false, "twice is a group"],
    ["0,125", false, false, "no group begins with zero"],
    ["2024", false, true, "no separator at all: may be a year"],
  ])("%s: ambiguous %s, plain %s: %s", (raw, ambiguous, plain) => {
    expect(readDigits(raw, COMMA)).toMatchObject({ ambiguous, plain });
  });
});

/** Locale, and the lexicon that reads it; none where the locale groups with the sign that is the lexicon's decimal sign. */
const LOCALES = [
  { locale: "id", tag: "id" },
  { locale: "de", tag: "de" },
  { locale: "de-AT", tag: "de" },
  { locale: "de-CH", tag: "de" },
  { locale: "nb", tag: "nb" },
  { locale: "nn", tag: "nn" },
  { locale: "ar-EG", tag: "ar" },
  { locale: "ar-SA", tag: "ar" },
  { locale: "ar-AE", tag: "ar" },
  { locale: "ar-MA" },
] as const;

/** Exact decimal, whole part below 10^12. */
const decimals = (places: number) =>
  fc
    .tuple(fc.oneof(fc.nat(2000), fc.maxSafeNat()), fc.nat(10 ** places - 1), fc.nat(places))
    .map(([whole, part, used]) => {
      const fraction = String(part).padStart(places, "0").slice(0, used).replace(/0+$/u, "");
      return `${whole % 1_000_000_000_000}${fraction === "" ? "" : `.${fraction}`}`;
    });

function formatter(locale: string): (decimal: string) => string {
  const format = new Intl.NumberFormat(locale, { maximumFractionDigits: 20 });
  return (decimal) => format.format(decimal as Intl.StringNumericLiteral);
}

test.each(LOCALES)("numbers as $locale formats them are read back exactly by its own habit", ({ locale }) => {
  const format = formatter(locale);
  const habit = /[,٫]/u.test(format("0.5")) ? COMMA : POINT;
  fc.assert(
    fc.property(decimals(6), (decimal) => {
      expect(readDigits(format(decimal), habit)?.value).toBe(decimal);
    }),
    { numRuns: 500 },
  );
});

const READ = LOCALES.flatMap((row) => ("tag" in row ? [row] : []));

// Two decimals at most: `12.345` in Switzerland and `12.345` in Germany are different numbers.
test.each(READ)("numbers as $locale formats them are read back exactly by the lexicon $tag", ({ locale, tag }) => {
  const format = formatter(locale);
  fc.assert(
    fc.property(decimals(2), (decimal) => {
      const written = format(decimal);
      const { numbers } = analysisOf(tag, `x ${written} x`);
      expect(numbers.map(({ span, value }) => [span, value])).toEqual([
        [{ start: 2, end: 2 + written.length }, decimal],
      ]);
    }),
    { numRuns: 500 },
  );
});
