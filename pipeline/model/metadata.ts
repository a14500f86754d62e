/** What is known of an article beside its text, by the names of its fields. */
export const METADATA_FIELDS = [
  "title",
  "byline",
  "publisher",
  "url",
  "publishedAt",
  "modifiedAt",
  "section",
  "claimedLanguage",
] as const;
export type MetadataField = (typeof METADATA_FIELDS)[number];

/**
 * Where a field's value was found: told by the `container` around the article, in the `front-matter` of Markdown, in the
 * `properties` of a PDF or Word file, in a page's structured data (`json-ld`, `microdata`), for social networks
 * (`open-graph`), in other `meta` elements, in a `link` or `time` element, in the `page` as it is shown, in the remark of
 * whoever saved it (`saved-page`), or in the `text` itself.
 */
export const METADATA_ORIGINS = [
  "container",
  "front-matter",
  "properties",
  "json-ld",
  "microdata",
  "open-graph",
  "meta",
  "link",
  "time",
  "page",
  "saved-page",
  "text",
] as const;
export type MetadataOrigin = (typeof METADATA_ORIGINS)[number];

/** The origin of every field that holds something. */
export type MetadataOrigins = { readonly [Field in MetadataField]?: MetadataOrigin };

/** What an article's file, its container or its text says about it. */
export interface Metadata {
  readonly title?: string;
  readonly byline?: string;
  readonly publisher?: string;
  /** Its canonical address, http or https. */
  readonly url?: string;
  /** ISO 8601, as exact as it is stated, with its zone where one is. */
  readonly publishedAt?: string;
  /** ISO 8601, likewise. */
  readonly modifiedAt?: string;
  /** Part of the newspaper that it stands in, as written. */
  readonly section?: string;
  /** BCP 47 tag of the language that it says it is in; never believed, see `LanguageDecision`. */
  readonly claimedLanguage?: string;
  readonly origins?: MetadataOrigins;
}
