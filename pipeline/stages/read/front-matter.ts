import type { MetadataCandidate, MetadataCandidates } from "./choose-metadata.js";

/** What the head of a Markdown file states between two lines `---`. `end` is the offset after it. */
export interface FrontMatter {
  readonly stated: MetadataCandidates;
  readonly end: number;
}

/** Keys that hold each field, the first that is there counts. */
const KEYS = {
  title: ["title", "headline"],
  byline: ["author", "authors", "byline"],
  publisher: ["publisher", "site", "site_name"],
  url: ["url", "canonical_url", "canonical", "source", "link"],
  publishedAt: ["date", "published", "published_at", "publishdate", "datepublished", "created"],
  modifiedAt: ["modified", "updated", "updated_at", "lastmod", "last_modified", "datemodified"],
  section: ["section", "category", "categories", "rubric"],
  claimedLanguage: ["lang", "language", "locale"],
} as const;
const LONGEST = 20_000;
const ITEM = /^\s{0,8}-\s+/u;

/** The front matter of a text with `\n` line ends; of values over several lines only lists are read. */
export function frontMatterOf(text: string): FrontMatter {
  if (!text.startsWith("---\n")) return { stated: {}, end: 0 };
  const close = text.slice(0, LONGEST).indexOf("\n---\n", 3);
  if (close < 0) return { stated: {}, end: 0 };
  const fields = fieldsOf(text.slice(4, close).split("\n"));
  const stated = Object.entries(KEYS).map(([field, keys]) => [field, candidatesOf(keys, fields)] as const);
  return { stated: Object.fromEntries(stated), end: close + 5 };
}

function fieldsOf(lines: readonly string[]): ReadonlyMap<string, string> {
  const fields = new Map<string, string>();
  let key = "";
  for (const line of lines) {
    const item = ITEM.exec(line)?.[0];
    if (item !== undefined) {
      const before = fields.get(key);
      const value = plainValue(line.slice(item.length));
      if (key !== "" && value !== "") fields.set(key, before === undefined ? value : `${before}, ${value}`);
      continue;
    }
    const colon = line.indexOf(":");
    if (colon < 1 || line.startsWith(" ") || line.startsWith("#")) continue;
    key = line.slice(0, colon).trim().toLowerCase();
    const value = plainValue(line.slice(colon + 1));
    if (value !== "") fields.set(key, value);
  }
  return fields;
}

/** A value without its quotation marks; a list `[a, b]` as text. */
function plainValue(written: string): string {
  const value = written.trim();
  if (value.startsWith("[") && value.endsWith("]")) {
    return value
      .slice(1, -1)
      .split(",")
      .map((item) => unquoted(item.trim()))
      .filter((item) => item !== "")
      .join(", ");
  }
  return unquoted(value);
}

function unquoted(value: string): string {
  const quote = value.charAt(0);
  const isQuoted = value.length > 1 && (quote === '"' || quote === "'") && value.endsWith(quote);
  return isQuoted ? value.slice(1, -1) : value;
}

function candidatesOf(keys: readonly string[], fields: ReadonlyMap<string, string>): readonly MetadataCandidate[] {
  return keys.map((key) => ({ from: "front-matter", value: fields.get(key) }));
}
