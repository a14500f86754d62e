import type { BoilerplateData } from "./boilerplate-schema.js";
import { foldKey } from "./text/fold-key.js";

/**
 * Words of lines that are no part of an article or tell something about it, folded for look-up, of all languages
 * together: they are needed before the language of a text is known.
 */
export interface BoilerplateLexicon {
  readonly adMarkers: ReadonlySet<string>;
  readonly commentCounters: ReadonlySet<string>;
  readonly sourceLabels: ReadonlySet<string>;
  readonly photoLabels: ReadonlySet<string>;
  readonly linkLabels: ReadonlySet<string>;
  readonly bylineLabels: ReadonlySet<string>;
  readonly publishedLabels: ReadonlySet<string>;
  readonly modifiedLabels: ReadonlySet<string>;
  readonly pageControls: ReadonlySet<string>;
  readonly pageNotes: ReadonlySet<string>;
  readonly discussionHeadings: ReadonlySet<string>;
  readonly relatedHeadings: ReadonlySet<string>;
}

/** One lexicon of all the languages' words; without any data it knows no word. */
export function mergeBoilerplate(languages: readonly BoilerplateData[]): BoilerplateLexicon {
  const merge = (list: (data: BoilerplateData) => readonly string[]) =>
    new Set(languages.flatMap((data) => list(data).map(boilerplateKey)));
  return {
    adMarkers: merge((data) => data.ad_markers),
    commentCounters: merge((data) => data.comment_counters),
    sourceLabels: merge((data) => data.source_labels),
    photoLabels: merge((data) => data.photo_labels),
    linkLabels: merge((data) => data.link_labels),
    bylineLabels: merge((data) => data.byline_labels),
    publishedLabels: merge((data) => data.published_labels),
    modifiedLabels: merge((data) => data.modified_labels),
    pageControls: merge((data) => data.page_controls),
    pageNotes: merge((data) => data.page_notes),
    discussionHeadings: merge((data) => data.discussion_headings),
    relatedHeadings: merge((data) => data.related_headings),
  };
}

/** The form in which a label is looked up: folded, single spaces, no closing dot (`Dok.` and `Dok` are one). */
export function boilerplateKey(label: string): string {
  return foldKey(label)
    .replace(/[\s\u200b-\u200f\u202a-\u202e\u2066-\u2069]+/gu, " ")
    .trim()
    .replace(/\.$/u, "");
}
