import { mailDate } from "./mail-date.js";
import { extensionOf } from "./media-type.js";
import { type MimeHeaders, mimeHeaders, mimeValue } from "./mime-headers.js";
import { type MimeMessage, type MimePart, mimeMessage } from "./mime-parts.js";
import type { Part, StatedMetadata } from "./part.js";
import { ReadError } from "./read-error.js";
import { collapsed } from "./walk-tree.js";

/** The article's bytes inside a message, and what the message states of it. */
export interface MailPart {
  readonly mediaType: "message/rfc822" | "multipart/related";
  readonly part: Part;
  /** Holds where the article itself states nothing: a browser writes down when and as what it saved a page. */
  readonly fallback: StatedMetadata;
}

const EXTENSIONS = [".eml", ".mht", ".mhtml"];
const FIRST_FIELD = /^[A-Za-z][A-Za-z0-9-]{1,60}:[ \t]/u;
const LONGEST = 500;

/** Whether a part is a message or a page that a browser saved as one (MHTML). `head` is its beginning, as ASCII. */
export function isMail({ path, mediaType }: Part, head: string): boolean {
  if (!FIRST_FIELD.test(head)) return false;
  const fields = mimeHeaders(head.split(/\r?\n\r?\n/u, 1)[0] ?? "");
  const isCalledMail = mediaType === "message/rfc822" || EXTENSIONS.includes(extensionOf(path));
  if (isCalledMail) return ["from", "subject", "date", "content-type"].some((name) => fields.has(name));
  return fields.has("mime-version") && fields.has("content-type");
}

/**
 * The page in a message, or its text where it has none. Subject, sender and date of a message are its article's; of a
 * saved page, they only fill in what the page does not say. Throws a ReadError for a message without text.
 */
export async function mailPart({ path, bytes, stated }: Part): Promise<MailPart> {
  const message = mimeMessage(bytes);
  const chosen = chosenPart(message);
  if (chosen === undefined) {
    throw new ReadError("read.no-text", path, "a message without a text; add its attachments as files of their own");
  }
  const isSavedPage = message.type.value === "multipart/related" && chosen.headers.has("content-location");
  const said = await saidBy(message.headers, chosen);
  const flowed = mimeValue(chosen.headers.get("content-type"));
  const body = chosen.body();
  const isFlowed = chosen.type.value === "text/plain" && flowed.parameters.get("format")?.toLowerCase() === "flowed";
  return {
    mediaType: isSavedPage ? "multipart/related" : "message/rfc822",
    part: {
      path,
      bytes: isFlowed ? unflowed(body) : body,
      mediaType: chosen.type.value,
      encoding: chosen.type.parameters.get("charset"),
      stated: isSavedPage ? stated : { ...said, ...stated },
    },
    fallback: isSavedPage ? said : {},
  };
}

/** The page that was saved, not those in its frames; else the first page, else the first text. */
function chosenPart({ headers, parts }: MimeMessage): MimePart | undefined {
  const location = headers.get("snapshot-content-location");
  const pages = parts.filter(({ type }) => type.value === "text/html" || type.value === "application/xhtml+xml");
  const texts = [...pages, ...parts.filter(({ type }) => type.value === "text/plain")];
  const shown = texts.filter(({ isAttachment }) => !isAttachment);
  return pages.find((page) => location !== undefined && page.headers.get("content-location") === location) ?? shown[0];
}

async function saidBy(headers: MimeHeaders, chosen: MimePart): Promise<StatedMetadata> {
  const { addressParser, decodeWords } = await import("postal-mime");
  const subject = collapsed(decodeWords(headers.get("subject") ?? "").slice(0, LONGEST));
  const sender = addressParser(headers.get("from") ?? "", { flatten: true })[0];
  // Browsers sign their pages with an address that is none: `<Saved by Blink>`.
  const isPerson = sender?.address?.includes("@") === true;
  const location = headers.get("snapshot-content-location") ?? chosen.headers.get("content-location") ?? "";
  const date = headers.get("date");
  return present({
    title: subject,
    byline: isPerson ? collapsed((sender.name || (sender.address ?? "")).slice(0, LONGEST)) : "",
    url: /^https?:\/\//u.test(location) ? location : "",
    publishedAt: date === undefined ? "" : mailDate(date),
  });
}

function present(fields: Readonly<Record<string, string | undefined>>): StatedMetadata {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined && value !== ""));
}

/** A line that ends in a space goes on in the next (RFC 3676), but for the mark before the signature. */
function unflowed(body: Uint8Array): Uint8Array {
  const text = Buffer.from(body).toString("latin1");
  return new Uint8Array(Buffer.from(text.replace(/(?<!(?:^|\n)--) \r?\n(?!>)/gu, " "), "latin1"));
}
