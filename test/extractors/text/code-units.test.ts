import { codeUnits, textOfUnits } from "../../../extractors/text/code-units.js";

test.each([
  ["", "nothing"],
  ["abc", "ASCII"],
  ["Straße", "Latin"],
  ["١٬٢٣٤٫٥ دولار", "Arabic"],
  ["𐒰😀", "pairs of surrogates"],
  ["a\ud800b\udc00", "lone surrogates"],
])("%j: %s comes back as it was", (text) => {
  const units = codeUnits(text);
  expect([...units]).toEqual(Array.from({ length: text.length }, (_, at) => text.charCodeAt(at)));
  expect(textOfUnits(units)).toBe(text);
  expect(textOfUnits(units.subarray(1))).toBe(text.slice(1));
});
