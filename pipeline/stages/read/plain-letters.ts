/** Letters in the shape that they take in a word, from the days of fonts that could not join them. */
const PRESENTATION_FORM = /[\ufb50-\ufdcf\ufdf0-\ufdff\ufe70-\ufefc]/u;
const PRESENTATION_FORMS = /[\ufb50-\ufdcf\ufdf0-\ufdff\ufe70-\ufefc]/gu;

/** The text with plain letters for Arabic presentation forms: `ﻧﺴﺒﺔ` is `نسبة`. A ligature becomes its letters. */
export function plainLetters(text: string): string {
  if (!PRESENTATION_FORM.test(text)) return text;
  return text.replace(PRESENTATION_FORMS, (form) => form.normalize("NFKC"));
}
