import { storedText } from "../../../pipeline/stages/read/stored-text.js";

describe("storedText", () => {
  test.each([
    ["a\r\nb\rc\nd", "a\nb\nc\nd", "line ends of all systems"],
    ["a\u2028b\u2029c\fd", "a\nb\nc\nd", "Unicode's separators and the form feed"],
    ["a\u000bb\u0085c", "a\u000bb\u0085c", "other controls are kept"],
    ["\ufeffText", "Text", "byte order mark"],
    ["Te\ufeffxt", "Te\ufeffxt", "inside a text it is an old no-break space"],
    ["Gro\u0308ße, 5\u00a0km", "Größe, 5\u00a0km", "NFC; the no-break space stays"],
    ["A\u030a og \u212b", "Å og Å", "the Ångström sign is the letter"],
    ["ا\u0653", "آ", "alef with madda"],
    ["²ﬁ", "²ﬁ", "NFC, not NFKC"],
    ["a\ud800b\udc00c😀", "a\ufffdb\ufffdc😀", "lone surrogates; pairs stay"],
    ["a\0b", "a\ufffdb", "NUL"],
    ["", "", "nothing"],
  ])("%j becomes %j: %s", (text, expected, _why) => {
    expect(storedText(text)).toBe(expected);
  });

  test("a heap of combining marks takes linear time", () => {
    const heap = `e${"\u0301\u0316".repeat(500_000)} Ende`;
    const begun = performance.now();
    expect(storedText(heap)).toHaveLength(heap.length);
    expect(performance.now() - begun).toBeLessThan(5_000);
  });

  test("marks before and after a heap are composed as ever", () => {
    const text = storedText(`u\u0308 x${"\u0316".repeat(200)} y o\u0308`);
    expect(text.startsWith("ü x")).toBe(true);
    expect(text.endsWith(" y ö")).toBe(true);
  });
});
