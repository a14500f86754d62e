import { z } from "zod";
import { foldKey } from "./text/fold-key.js";

/** What a line that is no part of the article can be, wherever it stands. */
export const BOILERPLATE_KINDS = ["ad", "comments", "source", "photo", "link", "address", "file-name"] as const;
/** What a line can be besides on a page, where buttons, notes on the article and other articles stand around it. */
export const PAGE_LABEL_KINDS = ["control", "note", "discussion", "related"] as const;

const phrase = z.string().trim().min(1);

const words = z.array(phrase).superRefine((phrases, context) => {
  const seen = new Set<string>();
  for (const [index, text] of phrases.entries()) {
    const key = foldKey(text);
    if (seen.has(key)) {
      context.addIssue({
        code: "custom",
        path: [index],
        message: `"${text}" stands in this list already; case, vowel marks and forms of alef make no difference`,
      });
    }
    seen.add(key);
  }
});

const lineExample = z.strictObject({
  line: phrase,
  what: z.enum([...BOILERPLATE_KINDS, ...PAGE_LABEL_KINDS]),
  note: phrase.optional(),
});
const lineCounterexample = z.strictObject({ line: phrase, note: phrase.optional() });

/** `boilerplate.yaml` of a language: the words by which lines around an article are known. Words, no patterns. */
export const boilerplateSchema = z.strictObject({
  /** Labels over advertisements: `[iklan_2]`, `- Anzeige -`. */
  ad_markers: words,
  /** What a comment counter counts, and what stands there when there is none: `Komentar (0)`. */
  comment_counters: words,
  /** Labels before where the article was taken from: `Kilde: ...`. */
  source_labels: words,
  /** Labels before who took a picture: `Foto: ...`. */
  photo_labels: words,
  /** Labels before links to other articles: `Lesen Sie auch: ...`. */
  link_labels: words,
  /** Labels before who wrote the article: `Oleh: ...`. */
  byline_labels: words.default([]),
  /** Labels before the day on which the article was published: `Veröffentlicht am ...`. */
  published_labels: words.default([]),
  /** Labels before the day on which it was last changed: `Oppdatert ...`. */
  modified_labels: words.default([]),
  /** Whole lines of a page by which one does something, or that name a field: `Drucken`, `Schlagwörter: ...`. */
  page_controls: words.default([]),
  /** How short lines of a page begin that tell when, by whom or where it was published: `Veröffentlicht am ...`. */
  page_notes: words.default([]),
  /** Headings of a page after which readers speak: `Schreibe einen Kommentar`. */
  discussion_headings: words.default([]),
  /** Headings of a page over links to other articles: `Ähnliche Beiträge`. */
  related_headings: words.default([]),
  examples: z.array(lineExample).min(1),
  /** Lines of an article that look like boilerplate and are not. */
  counterexamples: z.array(lineCounterexample).min(1),
  /** Lines that say who wrote the article; without `name`, lines that look like it and do not. */
  bylines: z.array(z.strictObject({ line: phrase, name: phrase.optional(), note: phrase.optional() })).default([]),
});

export type BoilerplateData = z.output<typeof boilerplateSchema>;
export type BoilerplateKind = (typeof BOILERPLATE_KINDS)[number];
export type PageLabelKind = (typeof PAGE_LABEL_KINDS)[number];
