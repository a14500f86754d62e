import { html } from "hono/html";
import { searchForms, searchKey, searchWords } from "../store/search-words.js";
import type { Markup } from "./web-context.js";

/** A stretch of a text, UTF-16 code units, end exclusive. */
interface Stretch {
  readonly start: number;
  readonly end: number;
}

const WORDS = /[\p{L}\p{N}\p{M}\p{Cf}\u0640]+/gu;
const KEYS = /"([^"]*)"(\*?)/gu;

/** Where the words of a text stand that a search for `q` finds: also with other accents, and Arabic ones with the article. */
export function foundWords(text: string, q: string): readonly Stretch[] {
  const keys = [...searchKey(q).matchAll(KEYS)].map(([, word = "", star]) => ({ word, isPrefix: star === "*" }));
  if (keys.length === 0) return [];
  return [...text.matchAll(WORDS)].flatMap((match) => {
    const [word] = match;
    const forms = `${searchWords(word)} ${searchForms(word)}`.split(/[^\p{L}\p{N}]+/u);
    const isFound = keys.some((key) =>
      forms.some((form) => key.word !== "" && (key.isPrefix ? form.startsWith(key.word) : form === key.word)),
    );
    return isFound ? [{ start: match.index, end: match.index + word.length }] : [];
  });
}

/**
 * A sentence with the fact marked by `<mark>`, and the words that were searched for, inside the fact or not, by
 * `<b class="hit">`.
 */
export function markedSentence(text: string, fact: Stretch, q = ""): Markup {
  const hits = q === "" ? [] : foundWords(text, q);
  return html`${hitsIn(text, 0, fact.start, hits)}<mark>${hitsIn(text, fact.start, fact.end, hits)}</mark>${hitsIn(text, fact.end, text.length, hits)}`;
}

function hitsIn(text: string, from: number, to: number, hits: readonly Stretch[]): readonly (Markup | string)[] {
  const parts: (Markup | string)[] = [];
  let at = from;
  for (const hit of hits) {
    const start = Math.max(hit.start, at);
    const end = Math.min(hit.end, to);
    if (start >= end) continue;
    parts.push(text.slice(at, start), html`<b class="hit">${text.slice(start, end)}</b>`);
    at = end;
  }
  parts.push(text.slice(at, to));
  return parts;
}
