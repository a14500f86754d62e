/** What an article in a list of records may state, by the names that `--field` knows. */
export const FIELDS = ["id", "title", "text", "html", "url", "date", "lang", "author", "source"] as const;

export type Field = (typeof FIELDS)[number];

/** Keys or columns that the user names for fields: exactly as written, or a way through objects, `article.body`. */
export type FieldChoice = ReadonlyMap<Field, string>;

/** Usual keys for each field, the likeliest first; compared in lower case without `_`, `-` and spaces. */
export const USUAL_KEYS: Readonly<Record<Field, readonly string[]>> = {
  id: ["id", "uid", "uuid", "guid", "docid", "documentid", "articleid", "newsid"],
  title: ["title", "headline", "heading", "name"],
  text: [
    "text",
    "maintext",
    "fulltext",
    "plaintext",
    "contenttext",
    "articletext",
    "bodytext",
    "cleantext",
    "articlebody",
    "content",
    "body",
    "article",
    "story",
  ],
  html: ["html", "contenthtml", "bodyhtml", "articlehtml", "rawhtml", "pagehtml"],
  url: ["url", "link", "uri", "sourceurl", "articleurl", "canonicalurl", "permalink", "href"],
  date: [
    "date",
    "datepublished",
    "publishedat",
    "publisheddate",
    "publicationdate",
    "publishdate",
    "datepublish",
    "pubdate",
    "published",
    "datetime",
    "timestamp",
  ],
  lang: ["lang", "language", "languagecode"],
  author: ["author", "authors", "byline", "creator"],
  source: ["source", "publisher", "sourcename", "sitename", "outlet", "sourcedomain", "domain", "newspaper"],
};

const BY_KEY: ReadonlyMap<string, Field> = new Map(
  FIELDS.flatMap((field) => USUAL_KEYS[field].map((key) => [key, field] as const)),
);

/** The field that a key usually stands for. */
export function usualField(key: string): Field | undefined {
  return BY_KEY.get(foldKey(key));
}

export function foldKey(key: string): string {
  return key.toLowerCase().replace(/[_\s-]+/gu, "");
}
