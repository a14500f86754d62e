import { Readability } from "@mozilla/readability";
import { Parser } from "htmlparser2";
import { parseHTML } from "linkedom";
import { squeezed } from "./page-source.js";
import type { Readable } from "./readable-finder.js";

/**
 * Shorter results are tried again with laxer rules, up to four times. A page comes without its furniture, so that less
 * text than Readability's own 500 characters may be the whole article.
 */
const CHAR_THRESHOLD = 250;

/** What Readability finds, in this thread and without a limit: for threads that someone else watches. */
export async function findReadable(source: string): Promise<Readable> {
  try {
    return { texts: readableTexts(source) };
  } catch {
    // linkedom and Readability throw errors of many kinds on odd trees; for the page they all mean the same.
    return { missing: "failed" };
  }
}

/** The texts between the tags of what Readability takes for the article, without white space; empty when it finds none. */
export function readableTexts(source: string): readonly string[] {
  const { document } = parseHTML(`<!DOCTYPE html><html><body>${source}</body></html>`);
  const article = new Readability(document, { charThreshold: CHAR_THRESHOLD, disableJSONLD: true }).parse();
  return textsOf(article?.content ?? "");
}

function textsOf(html: string): readonly string[] {
  const texts: string[] = [];
  let open = "";
  const close = () => {
    const text = squeezed(open);
    if (text !== "") texts.push(text);
    open = "";
  };
  const parser = new Parser({
    ontext: (text) => {
      open += text;
    },
    onopentag: close,
    onclosetag: close,
  });
  parser.end(html);
  close();
  return texts;
}
