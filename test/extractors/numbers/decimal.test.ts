import fc from "fast-check";
import { decimalOf, isWhole, normaliseDecimal, shiftDecimal } from "../../../extractors/numbers/decimal.js";

describe("shiftDecimal", () => {
  test.each([
    ["1.2", 6, "1200000", "a scale word takes up the fraction"],
    ["1.2345", 3, "1234.5", "what is left of the fraction stays"],
    ["5", 0, "5", "no power, no change"],
    ["5", -2, "0.05", "to the left the number shrinks"],
    ["1234.5", -2, "12.345", "without losing a digit"],
    ["0", 9, "0", "zero stays zero"],
    ["-0.5", 1, "-5", "the sign stays"],
    ["-0.0", 3, "0", "but there is no minus zero"],
    ["9007199254740993.1", 3, "9007199254740993100", "beyond what a double holds"],
  ])("%s by %i places is %s: %s", (decimal, power, expected) => {
    expect(shiftDecimal(decimal, power)).toBe(expected);
  });

  test("agrees with whole-number arithmetic", () => {
    fc.assert(
      fc.property(
        fc.bigInt(-(10n ** 30n), 10n ** 30n),
        fc.nat(12),
        fc.integer({ min: -20, max: 20 }),
        (digits, places, power) => {
          const decimal = textOf(digits, places);
          expect(shiftDecimal(decimal, power)).toBe(textOf(digits, places - power));
        },
      ),
      { numRuns: 2000 },
    );
  });
});

/** `digits` divided by ten to the power of `places`, written by whole-number division. */
function textOf(digits: bigint, places: number): string {
  if (places <= 0) return String(digits * 10n ** BigInt(-places));
  const unit = 10n ** BigInt(places);
  const size = digits < 0n ? -digits : digits;
  const part = String(size % unit)
    .padStart(places, "0")
    .replace(/0+$/u, "");
  const sign = digits < 0n ? "-" : "";
  return `${sign}${size / unit}${part === "" ? "" : `.${part}`}`;
}

describe("normaliseDecimal", () => {
  test.each([
    ["007", "7", "no zeros in front"],
    ["0.50", "0.5", "none behind"],
    ["5.", "5", "no bare point"],
    [".5", "0.5", "a zero before the point"],
    ["", "0", "nothing is zero"],
    ["000", "0", "one zero stays"],
    ["-000.00", "0", "zero has no sign"],
    ["-1.10", "-1.1", "others keep theirs"],
  ])("%j is %s: %s", (written, canonical) => {
    expect(normaliseDecimal(written)).toBe(canonical);
  });
});

describe("decimalOf", () => {
  test.each([
    [1_000_000_000_000, "1000000000000", "a billion, German fashion, without exponent"],
    [1e20, "100000000000000000000", "all digits up to 10^21"],
    [2.5, "2.5", "halves"],
    [0.001, "0.001", "thousandths"],
    [0, "0", "zero"],
  ])("%d is %s: %s", (value, text) => {
    expect(decimalOf(value)).toBe(text);
  });
});

test.each([
  ["12", true],
  ["-3", true],
  ["0.5", false],
])("%s is whole: %s", (decimal, whole) => {
  expect(isWhole(decimal)).toBe(whole);
});
