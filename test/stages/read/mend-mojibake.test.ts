import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { asWindows1252 } from "../../../pipeline/stages/read/as-windows1252.js";
import { mendMojibake } from "../../../pipeline/stages/read/mend-mojibake.js";

const GOLD = path.resolve(import.meta.dirname, "../../gold");

/** UTF-8 read as Latin-1. */
const asLatin1 = (text: string) => Buffer.from(text).toString("latin1");
/** UTF-8 read as windows-1252. */
const misread = (text: string) => asWindows1252(asLatin1(text));

/** Texts of the gold files in all languages. */
function goldTexts(): readonly string[] {
  const files = readdirSync(GOLD).filter((name) => name.endsWith(".jsonl"));
  const lines = files.flatMap((name) => readFileSync(path.join(GOLD, name), "utf8").trim().split("\n"));
  return lines.map((line) => String(JSON.parse(line).text));
}

const texts = goldTexts();

describe("mendMojibake", () => {
  test.each([
    ["Die GrÃ¶ÃŸe der FlÃ¤che", "Die Größe der Fläche", 3],
    ["Ã–sterreich und Ã„gypten: 5 Â° mehr", "Österreich und Ägypten: 5 ° mehr", 3],
    ["â€žJaâ€œ â€“ fÃ¼r 5 â‚¬", "„Ja“ – für 5 €", 5],
    ["ÃƒÂ¤lter", "älter", 2],
    ["Â«BÃ¥de og Ã¸yerÂ»", "«Både og øyer»", 4],
    ["Ø¨Ù„ØºØª Ù†Ø³Ø¨Ø©", "بلغت نسبة", 8],
    ["Größe und GrÃ¶ÃŸe", "Größe und Größe", 2],
    ["ZÃ¼rich und der Spaß“", "Zürich und der Spaß“", 1],
  ])("%s", (text, mended, places) => {
    expect(mendMojibake(text)).toEqual({ text: mended, places });
  });

  test.each([
    "Spaß“",
    "«Ø»",
    "Å–",
    "É»",
    "Ä“",
    "„Spaß“ – so",
    "maß»",
    "SÃ“",
    "Große „Ä“…",
    "Café™",
    "Ø–Å",
    "îlot",
    "ð",
    "Größ\u00ade",
  ])("%s was read right", (text) => {
    expect(mendMojibake(text)).toEqual({ text, places: 0 });
  });

  test("texts of all languages stay as they are", () => {
    expect(texts.length).toBeGreaterThan(300);
    for (const text of texts) expect(mendMojibake(text)).toEqual({ text, places: 0 });
  });

  test.each([
    ["windows-1252", misread],
    ["Latin-1", asLatin1],
    ["windows-1252, twice", (text: string) => misread(misread(text))],
  ])("texts of all languages are repaired when read as %s, also beside others", (_how, damage) => {
    for (const text of texts) {
      expect(mendMojibake(damage(text)).text).toBe(text);
      expect(mendMojibake(`${text}\n${damage(text)}\n${text}`).text).toBe(`${text}\n${text}\n${text}`);
    }
  });

  test("a heap of beginnings takes linear time", () => {
    const begun = performance.now();
    mendMojibake("Ã".repeat(2_000_000));
    mendMojibake("Ø§".repeat(200_000));
    expect(performance.now() - begun).toBeLessThan(10_000);
  });
});
