import fc from "fast-check";
import { foldKey } from "../../../extractors/text/fold-key.js";

describe("foldKey", () => {
  test.each([
    ["Juta", "juta", "lower case"],
    ["ØSTLANDET", "østlandet", "of any letter"],
    ["Straße", "straße", "ß stays"],
    ["én", "én", "an accent stays: `en` is an article"],
    ["km²", "km²", "the sign of a unit stays"],
    ["ﬁnanz", "finanz", "compatibility forms are taken apart"],
    ["５Ｇ", "5g", "full width letters and digits too"],
    ["مِئَة", "مئة", "vowel marks are not looked up"],
    ["ٱلأَوَّل", "الاول", "shadda and the forms of alef neither"],
    ["الـ", "ال", "nor tatweel"],
    ["إحدى", "احدي", "alef maqsura is ya"],
    ["آلاف", "الاف", "madda is alef"],
    ["e‑mail", "e-mail", "a hyphen that does not break is a hyphen"],
    ["l’eau", "l'eau", "a typographic apostrophe is an apostrophe"],
  ])("%s is looked up as %s: %s", (word, key) => {
    expect(foldKey(word)).toBe(key);
  });

  test("a key is its own key", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(..."aÄØéßلأىةـُ²-’Ｇﬁ"), maxLength: 12 }), (word) => {
        expect(foldKey(foldKey(word))).toBe(foldKey(word));
      }),
    );
  });
});
