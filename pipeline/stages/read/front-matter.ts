import { isoDate } from "./iso-date.js";

/** What the head of a Markdown file states between two lines `---`. `end` is the offset after it. */
export interface FrontMatter {
  readonly title?: string | undefined;
  readonly byline?: string | undefined;
  readonly publisher?: string | undefined;
  readonly url?: string | undefined;
  readonly publishedAt?: string | undefined;
  readonly end: number;
}

/** Keys of the field that holds each, the first that is there. */
const TITLE = ["title", "headline"];
const BYLINE = ["author", "byline"];
const PUBLISHER = ["publisher", "site", "site_name"];
const URLS = ["url", "canonical_url", "canonical", "source", "link"];
const DATES = ["date", "published", "published_at", "datepublished", "created"];
const LONGEST = 20_000;

/** The front matter of a text with `\n` line ends; only single-line values are read. */
export function frontMatterOf(text: string): FrontMatter {
  if (!text.startsWith("---\n")) return { end: 0 };
  const close = text.slice(0, LONGEST).indexOf("\n---\n", 3);
  if (close < 0) return { end: 0 };
  const fields = new Map<string, string>();
  for (const line of text.slice(4, close).split("\n")) {
    const colon = line.indexOf(":");
    if (colon < 1 || line.startsWith(" ") || line.startsWith("#")) continue;
    const value = unquoted(line.slice(colon + 1).trim());
    if (value !== "") fields.set(line.slice(0, colon).trim().toLowerCase(), value);
  }
  const first = (keys: readonly string[]) => keys.map((key) => fields.get(key)).find((value) => value !== undefined);
  const url = first(URLS);
  const date = first(DATES);
  return {
    title: first(TITLE),
    byline: first(BYLINE),
    publisher: first(PUBLISHER),
    url: url !== undefined && /^https?:\/\//u.test(url) ? url : undefined,
    publishedAt: date === undefined ? undefined : isoDate(date),
    end: close + 5,
  };
}

function unquoted(value: string): string {
  const quote = value.charAt(0);
  const isQuoted = value.length > 1 && (quote === '"' || quote === "'") && value.endsWith(quote);
  return isQuoted ? value.slice(1, -1) : value;
}
