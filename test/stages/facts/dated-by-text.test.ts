import type { Document } from "../../../pipeline/model/document.js";
import { analyse } from "../../../pipeline/runtime/analyse.js";
import { plainDocument, shippedLexicons } from "../../support/facts-of.js";

/** What the analysis of a text in a known language says of its article. */
function told(tag: string, text: string, given: Partial<Document> = {}): Document {
  return analyse({ ...plainDocument(text), ...given }, shippedLexicons(), { claimedLanguage: tag }).document;
}

describe("datedByText", () => {
  test.each<readonly [string, string, Partial<Document>, string]>([
    [
      "de",
      "Hanoi, 12. Juni 2024 (VNA) – Die Provinz meldet 15 neue Schulen.",
      { publishedAt: "2024-06-12", publisher: "VNA" },
      "a dateline with the agency behind the date",
    ],
    ["de", "Torgau, den 12.06.2024 - Der Kreis baut.", { publishedAt: "2024-06-12" }, "a small word before the date"],
    ["id", "JAKARTA, Senin (24/6/2024) – Pemerintah membangun 15 desa.", { publishedAt: "2024-06-24" }, "in brackets"],
    [
      "id",
      "Hanoi (VNA), 24 Juni 2024 – Pemerintah membangun 15 desa.",
      { publishedAt: "2024-06-24", publisher: "VNA" },
      "the agency before the date",
    ],
    [
      "ar",
      "هانوي، 12 يونيو 2024 (وكالة الأنباء) – أعلنت المحافظة بناء 15 مدرسة.",
      { publishedAt: "2024-06-12", publisher: "وكالة الأنباء" },
      "Arabic",
    ],
    [
      "nb",
      "OSLO, 12. juni 2024 (NTB): Fylket bygger 15 skoler.",
      { publishedAt: "2024-06-12", publisher: "NTB" },
      "a colon",
    ],
    [
      "id",
      "Judul\nSenin, 24 Juni 2024 14:30 WIB\nIsi berita.",
      { publishedAt: "2024-06-24" },
      "a line with the date alone",
    ],
    ["de", "Titel\nStand: 12. Juni 2024, 10:30 Uhr\nText.", { publishedAt: "2024-06-12" }, "a label"],
    [
      "de",
      "Von Jana Petzold | Veröffentlicht am Montag, 10. Juni 2024 | Aktualisiert: 12. Juni 2024",
      { publishedAt: "2024-06-10", modifiedAt: "2024-06-12" },
      "labels inside a line",
    ],
    [
      "nn",
      "Publisert 12. juni 2024\nOppdatert 13. juni 2024",
      { publishedAt: "2024-06-12", modifiedAt: "2024-06-13" },
      "both",
    ],
    [
      "ar",
      "تاريخ النشر: 12 يونيو 2024\nآخر تحديث: 13 يونيو 2024",
      { publishedAt: "2024-06-12", modifiedAt: "2024-06-13" },
      "both",
    ],
    ["id", "Diterbitkan pada 12 Juni 2024", { publishedAt: "2024-06-12" }, "a label of two words"],
    ["de", "Am 12. Juni 2024 – einem Mittwoch – wurde die Brücke eröffnet.", {}, "a sentence with a dash"],
    ["de", "Die Brücke wurde am 12. Juni 2024 eröffnet.", {}, "a date in a short sentence"],
    ["de", "Hanoi, 12. Juni (VNA) – Die Provinz meldet 15 neue Schulen.", {}, "no year"],
    ["de", "Stand der Arbeiten an der Brücke am 12. Juni 2024: fertig", {}, "a label that goes on"],
    ["de", `${"Text.\n".repeat(9)}Leipzig, 12. Juni 2024 (dpa) – Text.`, {}, "a dateline far below"],
  ])("%s: %j", (tag, text, expected, _why) => {
    const { publishedAt, modifiedAt, publisher, origins = {} } = told(tag, text);
    const found = Object.fromEntries(
      Object.entries({ publishedAt, modifiedAt, publisher }).filter(([, value]) => value !== undefined),
    );
    expect(found).toEqual(expected);
    expect(origins).toEqual(Object.fromEntries(Object.keys(expected).map((field) => [field, "text"])));
  });

  test("what the file says stays", () => {
    const given = { publishedAt: "2024-06-20", origins: { publishedAt: "json-ld" } } as const;
    expect(told("de", "Hanoi, 12. Juni 2024 (VNA) – Text.", given)).toMatchObject({
      publishedAt: "2024-06-20",
      publisher: "VNA",
      origins: { publishedAt: "json-ld", publisher: "text" },
    });
  });

  test("dates without a year mean the year of the dateline", () => {
    const text = "Hanoi, 2. Januar 2024 (VNA) – Seit dem 28. Dezember fehlen 15 Lehrer, am 5. Januar kommen neue.";
    const { facts } = analyse(plainDocument(text), shippedLexicons(), { claimedLanguage: "de" });
    const dates = facts.flatMap(({ mention, impliedIso }) =>
      mention.kind === "date" ? [[mention.iso, impliedIso]] : [],
    );
    expect(dates).toEqual([
      ["2024-01-02", undefined],
      ["--12-28", "2023-12-28"],
      ["--01-05", "2024-01-05"],
    ]);
  });
});
