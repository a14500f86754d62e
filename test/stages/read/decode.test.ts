import { declaredEncoding } from "../../../pipeline/stages/read/declared-encoding.js";
import { decode } from "../../../pipeline/stages/read/decode.js";
import { decodeStrictly } from "../../../pipeline/stages/read/decode-strictly.js";
import { encodeAs, encodeUtf16 } from "./encode-as.js";

const GERMAN = "Die Größe der Fläche beträgt 5 km; „übrigens“ kostete sie 3 € – nicht mehr.";
const LATIN = "Die Größe der Fläche beträgt 5 km, die Straße führt über Böhlen nach Großpösna.";
const NORWEGIAN = "Fylket kom som nummer 6 av 27, og andelen nådde 89,5 % på nettet. Også små øyer.";
const ARABIC = "وفقًا للقرار رقم 1982 المؤرخ 29 يوليو 2022، نفذت المحافظة المهام العامة وطورت الخدمات الرقمية.";
const INDONESIAN = "Tim “teknologi digital” itu punya 4.327 anggota – naik dari tahun lalu, kata kepala dinas.";

const utf8 = (text: string) => new TextEncoder().encode(text);
const joined = (...parts: readonly Uint8Array[]) => new Uint8Array(Buffer.concat(parts));

describe("decode", () => {
  test.each([
    ["UTF-8", utf8(ARABIC), ARABIC, "utf-8", []],
    ["UTF-8 with a byte order mark", joined(Uint8Array.of(0xef, 0xbb, 0xbf), utf8(GERMAN)), GERMAN, "utf-8", []],
    ["plain ASCII", utf8("Just 5 words."), "Just 5 words.", "utf-8", []],
    ["UTF-16 little endian, marked", encodeUtf16(ARABIC, "little", true), ARABIC, "utf-16le", ["read.not-utf8"]],
    ["UTF-16 big endian, marked", encodeUtf16(GERMAN, "big", true), GERMAN, "utf-16be", ["read.not-utf8"]],
    ["UTF-16 little endian, not marked", encodeUtf16(GERMAN, "little", false), GERMAN, "utf-16le", ["read.not-utf8"]],
    ["UTF-16 big endian, not marked", encodeUtf16(ARABIC, "big", false), ARABIC, "utf-16be", ["read.not-utf8"]],
    [
      "windows-1252 with quotes, dash and euro",
      encodeAs("windows-1252", GERMAN),
      GERMAN,
      "windows-1252",
      ["read.not-utf8"],
    ],
    [
      "windows-1252 where only quotes tell",
      encodeAs("windows-1252", INDONESIAN),
      INDONESIAN,
      "windows-1252",
      ["read.not-utf8"],
    ],
    ["Latin-1, Norwegian", encodeAs("windows-1252", NORWEGIAN), NORWEGIAN, "windows-1252", ["read.not-utf8"]],
    [
      "Latin-9 by its euro",
      encodeAs("iso-8859-15", `${LATIN} Preis: 45 €.`),
      `${LATIN} Preis: 45 €.`,
      "iso-8859-15",
      ["read.not-utf8"],
    ],
    ["windows-1256", encodeAs("windows-1256", ARABIC), ARABIC, "windows-1256", ["read.not-utf8"]],
    ["ISO-8859-6", encodeAs("iso-8859-6", ARABIC), ARABIC, "iso-8859-6", ["read.not-utf8"]],
    ["one accented word", encodeAs("windows-1252", "Café"), "Café", "windows-1252", ["read.not-utf8"]],
    ["mojibake is valid UTF-8 and decoded as such", utf8("GrÃ¶ÃŸe"), "GrÃ¶ÃŸe", "utf-8", []],
  ])("%s", (_what, bytes, text, encoding, codes) => {
    const decoded = decode(bytes, { path: "a.txt" });
    expect(decoded).toMatchObject({ text, encoding });
    expect(decoded.diagnostics.map(({ code }) => code)).toEqual(codes);
  });

  test.each([
    ["windows-1256", ["بلغت نسبة الأسر 72 في المئة.", "المحافظة تنجز مهام", "حساب 5", "مصر: 5 GB لكل أسرة"]],
    ["iso-8859-6", ["بلغت نسبة الأسر 72 في المئة.", "المحافظة تنجز مهام", "حساب 5"]],
    ["windows-1252", ["Für 5 Gemeinden.", "GRÖSSE DER FLÄCHE", "Äcker", "62 m ü. M.", "Gemäß §§ 14 f.", "„Ja“ – 5 €"]],
    ["windows-1252", ["Øyer får fiber", "blåbær", "«Ja», sa hun på Østlandet", "Også 5 små øyer i nord"]],
    ["iso-8859-15", ["Für 5 € je Haushalt.", "der Klägerin 5 €", "Prisen på nettet er 5 € i måneden"]],
  ])("few words in %s", (encoding, texts) => {
    const read = texts.map((text) => decode(encodeAs(encoding, text), { path: "a.txt" }).text);
    expect(read).toEqual(texts);
  });

  test.each([
    ["iso-8859-1", "windows-1256", ARABIC],
    ["windows-1256", "windows-1252", GERMAN],
    ["iso-8859-6", "windows-1256", ARABIC],
    ["utf-16", "windows-1252", NORWEGIAN],
    ["utf-8", "iso-8859-6", ARABIC],
  ])("declared %s, plainly %s: what it is counts, and is told", (declared, encoding, text) => {
    const decoded = decode(encodeAs(encoding, text), { path: "a.html", declared });
    expect(decoded).toMatchObject({ text, encoding });
    expect(decoded.diagnostics).toContainEqual({
      code: "read.wrong-declaration",
      severity: "info",
      stage: "read",
      message: `it declares ${declared} and is ${encoding}, which was believed; compare its letters with the page`,
    });
  });

  test.each([
    ["iso-8859-1", GERMAN, ["read.wrong-declaration"]],
    ["windows-1256", ARABIC, ["read.wrong-declaration"]],
    ["iso-8859-1", "Just 5 words.", []],
    ["UTF8", GERMAN, []],
  ])("declared %s and valid UTF-8: %s", (declared, text, codes) => {
    const decoded = decode(utf8(text), { path: "a.html", declared });
    expect(decoded).toMatchObject({ text, encoding: "utf-8" });
    expect(decoded.diagnostics.map(({ code }) => code)).toEqual(codes);
  });

  test.each([
    ["windows-1256", ARABIC],
    ["iso-8859-1", NORWEGIAN],
    ["iso-8859-15", LATIN],
  ])("declared %s and in it", (declared, text) => {
    expect(decode(encodeAs(declared, text), { path: "a.html", declared }).diagnostics).toMatchObject([
      { code: "read.not-utf8", message: expect.stringMatching(/as the page declares$/u) },
    ]);
  });

  test.each([
    ["iso-8859-2", "Łódź ma pięć linii tramwajowych, a liczba mieszkańców wzrosła o trzy tysiące w ciągu roku."],
    ["windows-1251", "Москва сообщила, что число жителей выросло на пять процентов."],
    ["koi8-r", "Москва сообщила, что число жителей выросло на пять процентов."],
    ["windows-1254", "İstanbul'da nüfus geçen yıl yüzde beş arttı, diyen belediye başkanı şöyle konuştu."],
  ])("other languages are not taken for ours: %s", (encoding, text) => {
    expect(decode(encodeAs(encoding, text), { path: "a.txt" })).toMatchObject({ text, encoding });
  });

  test("accented letters far behind a head of plain ASCII are found", () => {
    const text = `${"Nothing to see here. ".repeat(5_000)}${GERMAN}`;
    expect(decode(encodeAs("windows-1252", text), { path: "a.txt" })).toMatchObject({ text, encoding: "windows-1252" });
  });

  test("what the page declares goes before what the bytes look like", () => {
    const bytes = encodeAs("windows-1257", "Šis žodis");
    expect(decode(bytes, { path: "a.html", declared: "windows-1257" }).text).toBe("Šis žodis");
  });

  test.each([
    ["utf-8", "the page says UTF-8 and is not"],
    ["x-no-such-charset", "nobody knows the label"],
    ["iso-8859-6", "the bytes are not valid in it"],
  ])("declared %s is not believed when %s", (declared, _why) => {
    expect(decode(encodeAs("windows-1252", GERMAN), { path: "a.html", declared }).text).toBe(GERMAN);
  });

  test("a few broken bytes in UTF-8 are replaced and told", () => {
    const bytes = joined(utf8(ARABIC), Uint8Array.of(0xd9));
    const decoded = decode(bytes, { path: "a.txt" });
    expect(decoded).toMatchObject({ text: `${ARABIC}\ufffd`, encoding: "utf-8" });
    expect(decoded.diagnostics).toMatchObject([{ code: "read.invalid-utf8", severity: "warning" }]);
  });

  test("half a unit at the end of UTF-16 is left out", () => {
    const bytes = encodeUtf16(GERMAN, "little", true).subarray(0, -1);
    expect(decode(bytes, { path: "a.txt" }).text).toBe(GERMAN.slice(0, -1));
  });

  test.each([
    ["bytes of no encoding", Uint8Array.from({ length: 3_000 }, (_, at) => 128 + ((at * 7919) % 128))],
    ["UTF-32", Uint8Array.of(0xff, 0xfe, 0, 0, 0x41, 0, 0, 0)],
    ["a lone surrogate in UTF-16", Uint8Array.of(0xff, 0xfe, 0x41, 0, 0, 0xd8, 0x42, 0)],
  ])("refuses %s, naming the file and what to do", (_what, bytes) => {
    expect(() => decode(bytes, { path: "alt/a.txt" })).toThrow(
      expect.objectContaining({
        code: "read.encoding",
        message: expect.stringMatching(/^alt\/a\.txt: .*save it as UTF-8 \(iconv -f ENCODING -t UTF-8\)$/u),
      }),
    );
  });
});

describe("decodeStrictly", () => {
  test("windows-1252 has all its signs, also where the runtime takes it for Latin-1", () => {
    const bytes = Uint8Array.of(0x80, 0x84, 0x85, 0x8a, 0x91, 0x92, 0x93, 0x94, 0x96, 0x9c, 0x9f, 0xe4);
    expect(decodeStrictly(bytes, "iso-8859-1")?.text).toBe("€„…Š‘’“”–œŸä");
  });
});

describe("declaredEncoding", () => {
  test.each([
    ['<meta charset="utf-8">', "utf-8", "HTML 5"],
    ['<META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=Windows-1256">', "windows-1256", "HTML 4"],
    ["<meta charset=iso-8859-15 >", "iso-8859-15", "no quotes"],
    ['<?xml version="1.0" encoding="ISO-8859-1"?><html>', "iso-8859-1", "XHTML"],
    ["Der charset=utf-8 im Text", undefined, "no markup"],
    [`${" ".repeat(5_000)}<meta charset="utf-8">`, undefined, "beyond the first 4 KiB"],
  ])("%s declares %s: %s", (markup, encoding, _why) => {
    expect(declaredEncoding(utf8(markup))).toBe(encoding);
  });
});
