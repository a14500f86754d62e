import type { Part, StatedMetadata } from "../part.js";
import type { Identity } from "./identities.js";
import type { FieldTexts } from "./record-fields.js";
import { statedDate } from "./stated-date.js";

/** Tags that articles are written with; a text that merely speaks of `<b>` has none of them. */
const MARKUP =
  /<(?:!doctype|html|body|article|p|div|br|h[1-6]|ul|ol|table|figure|blockquote)(?:[\s/][^<>]{0,2000})?>/iu;
const HEADING = /<h1[\s>]/iu;
/** Only the beginning is looked at: markup begins where the text begins. */
const LOOK = 20_000;
const LANGUAGE_TAG = /^[a-z]{2,3}(?:[-_][a-z0-9]{2,8}){0,3}$/iu;

/**
 * A record of a list as an article: its headline and text, the text before the page where it has both. Nothing when it has
 * neither text nor page.
 */
export function recordPart(fields: FieldTexts, { path, diagnostics }: Identity): Part | undefined {
  const body = fields.text ?? fields.html;
  if (body === undefined) return undefined;
  const isPage = fields.text === undefined || MARKUP.test(body.slice(0, LOOK));
  const title = fields.title === undefined ? undefined : plainTitle(fields.title);
  return {
    path,
    bytes: new TextEncoder().encode(isPage ? pageWithTitle(body, title) : textWithTitle(body, title)),
    mediaType: isPage ? "text/html" : "text/plain",
    // The bytes are made here, whatever the page says of the ones that it had once.
    encoding: "utf-8",
    stated: statedIn(fields, title),
    ...(diagnostics.length > 0 ? { diagnostics } : {}),
  };
}

function statedIn(fields: FieldTexts, title: string | undefined): StatedMetadata {
  const language = fields.lang?.trim();
  return {
    title,
    byline: fields.author?.trim(),
    publisher: fields.source?.trim(),
    url: fields.url?.trim(),
    publishedAt: fields.date === undefined ? undefined : statedDate(fields.date),
    language: language !== undefined && LANGUAGE_TAG.test(language) ? language.replaceAll("_", "-") : undefined,
  };
}

/** The headline is part of the article: what it states is found there, and cited from there. */
function textWithTitle(text: string, title: string | undefined): string {
  return title === undefined || text.trimStart().startsWith(title) ? text : `${title}\n\n${text}`;
}

function pageWithTitle(page: string, title: string | undefined): string {
  if (title === undefined || HEADING.test(page) || /<(?:html|body)[\s>]/iu.test(page.slice(0, LOOK))) return page;
  return `<h1>${title.replaceAll("&", "&amp;").replaceAll("<", "&lt;")}</h1>\n${page}`;
}

/** Content systems give headlines with character references. */
function plainTitle(title: string): string {
  return title
    .replace(/&(?:#([0-9]{2,6})|(amp|lt|gt|quot|apos|nbsp));/gu, (whole, code: string | undefined, name: string) =>
      code === undefined ? (REFERENCES[name] ?? whole) : characterOf(Number(code), whole),
    )
    .replace(/\s+/gu, " ")
    .trim();
}

function characterOf(code: number, whole: string): string {
  return code >= 0x20 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
}

const REFERENCES: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: "\u00a0",
};
