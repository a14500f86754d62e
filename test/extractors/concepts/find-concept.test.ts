import { findConcept } from "../../../extractors/concepts/find-concept.js";
import { shippedLexicons } from "../../support/facts-of.js";

function conceptOf(lang: string, phrase: string): string | undefined {
  const lexicon = shippedLexicons().languages.get(lang);
  if (lexicon === undefined) throw new Error(`no lexicon for ${lang}`);
  return findConcept(phrase, lexicon);
}

/** A concept by each form in which an article may name it. */
const FORMS: readonly (readonly [string, string, readonly string[]])[] = [
  ["household", "id", ["rumah tangga", "Rumah tangganya", "keluarga", "seluruh rumah tangga"]],
  ["household", "ar", ["أسرة", "الأسر", "للأسر", "أسرهم", "عائلات", "أُسَر"]],
  ["household", "de", ["Haushalt", "Haushalte", "Haushalten", "der Haushalte", "Privathaushalten", "HAUSHALTE"]],
  ["household", "nb", ["husstand", "husstander", "husstandene", "husholdningene", "norske husholdninger"]],
  ["household", "nn", ["husstandar", "husstandane", "hushald", "hushalda"]],
  ["house", "de", ["Haus", "Häuser", "neue Häuser", "Häusern"]],
  ["company", "nb", ["bedrifter", "bedriftene", "selskapet", "virksomheter", "foretakene", "private småbedrifter"]],
  ["company", "nn", ["verksemder", "føretaka", "bedriftene"]],
  ["company", "ar", ["شركة", "شركات", "الشركتين", "شركتان", "منشآت", "مؤسسة"]],
  ["public_service", "ar", ["خدمة عامة", "الخدمات العامة"]],
  ["village", "id", ["desa", "desa-desa", "desanya", "kampung"]],
  ["teacher", "nb", ["lærer", "lærerne", "ansatte lærere"]],
];

test.each(FORMS)("%s in %s: %j", (concept, lang, phrases) => {
  expect(phrases.map((phrase) => [phrase, conceptOf(lang, phrase)])).toEqual(
    phrases.map((phrase) => [phrase, concept]),
  );
});

test.each<[string, string, string | undefined, string]>([
  ["de", "digitale Signaturen", "digital_signature", "the longest phrase names it"],
  ["de", "Signaturen", "signature", "its head alone is something wider"],
  ["id", "tanda tangan digital", "digital_signature", "where attributes follow as well"],
  ["id", "jumlah rumah tangga", "household", "a number is of what is numbered"],
  ["de", "Anteil der neu angeschlossenen Privathaushalte", "household", "so is a share, whatever stands between"],
  ["nb", "andelen av husholdningene", "household", "with a preposition"],
  ["ar", "نسبة الأسر الموصولة بالإنترنت", "household", "and without"],
  ["de", "Beschäftigtenzahl", "employee", "and in one word"],
  ["de", "Gesamtzahl der Kunden", "customer", "but for a first part that names nothing"],
  ["de", "Anteil in der Provinz", undefined, "what only says where is not what a share is of"],
  ["de", "Industriebetriebe", "company", "the end of a compound is its head"],
  ["de", "Partei- und Staatsstellen", "government_agency", "a cut compound leaves its head to the next"],
  ["de", "Überfälle", undefined, "an end of other words is no head"],
  ["de", "Salzgehalt", undefined, "nor is this a salary"],
  ["de", "persönlichen Steuersatz", undefined, "an adjective is no head, though its stem is a person's"],
  ["nb", "lovens grense", undefined, "nor is a genitive"],
  ["id", "rumah produksi", undefined, "what is no house"],
  ["id", "pekerjaan", "job", "one stem with worker"],
  ["id", "pekerja", "worker", "one stem with job"],
  ["ar", "المدرسين", "teacher", "one stem with school"],
  ["ar", "المدرسة", "school", "one stem with teacher"],
  ["id", "Vietnam", undefined, "a name"],
  ["nb", "hoder", undefined, "heads of cabbage"],
  ["de", "Umsatz, Mitarbeiter", "revenue", "of the headers of a table the first"],
  ["de", "Jahr, Mitarbeiter", undefined, "that one alone"],
  ["de", "", undefined, "no words"],
])("%s: %s is %s: %s", (lang, phrase, concept) => {
  expect(conceptOf(lang, phrase)).toBe(concept);
});

test("a phrase or word of any length takes no time", () => {
  const begun = performance.now();
  for (const lang of shippedLexicons().languages.keys()) {
    for (const unit of ["haushalt", "zahl-", "a ", "der ", "Anteil ", "أسرة ", "rumah "])
      conceptOf(lang, unit.repeat(20_000));
    for (const unit of ["haushalt", "zahl-", "a ", "Anteil "]) conceptOf(lang, unit.repeat(30));
  }
  expect(performance.now() - begun).toBeLessThan(1000);
});
