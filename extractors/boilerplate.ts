import { type BoilerplateLexicon, boilerplateKey } from "./boilerplate-lexicon.js";
import type { BoilerplateKind } from "./boilerplate-schema.js";
import { closesOwnBracket, findWebAddress, type WebAddress } from "./web-address.js";

/** What a line of boilerplate is. */
export interface BoilerplateLine {
  readonly what: BoilerplateKind;
  /** The address in a source line or in a line of its own. */
  readonly url?: string;
  /** The name in a source line that has no address: `dpa`. */
  readonly name?: string;
}

/** Longer lines are never boilerplate, so that hostile lines cost nothing; an address may be this long. */
const LONGEST_LINE = 4400;
const LONGEST_LABEL = 64;
const LONGEST_LINK = 400;
const LONGEST_CREDIT = 120;
const MOST_CREDIT_WORDS = 8;
/** A credit that ends like a sentence (`Quelle: dpa.`) is not longer than this. */
const MOST_CLOSED_WORDS = 3;

const OPENING = "([{<«\"'„“”*_-–—•|>#~=+ \t\u00a0\u200e\u200f";
const ENDING = ")]}>»\"'“”*_-–—•|<#~=+ \t\u00a0\u200e\u200f";
const LABEL_ENDS = /[:：|/©]/u;
const SENTENCE_END = /[.!?؟۔…]["'»”)\]]*$/u;
const MEDIA_FILE = /\.(?:jpe?g|png|gif|webp|avif|bmp|tiff?|svg|heic|mp[34]|m4a|mov|pdf|docx?)$/iu;
const E_MAIL = /^[^\s@]{1,64}@[^\s@.]{1,64}\.[^\s@]{2,190}$/u;

/**
 * What a line is when it is no part of the article: an ad marker, a comment counter, a source, a credit, a link to
 * another article, an address or the name of a picture's file. `undefined` for a line of the article. In doubt a line
 * is the article's: a credit that states a figure is kept.
 */
export function boilerplateLine(line: string, lexicon: BoilerplateLexicon): BoilerplateLine | undefined {
  const trimmed = line.trim();
  if (trimmed.length === 0 || trimmed.length > LONGEST_LINE) return undefined;
  const core = withoutFrame(trimmed);
  return (
    addressOnly(core) ??
    labelled(core, lexicon) ??
    bareLabel(core, lexicon) ??
    commentCounter(trimmed, lexicon) ??
    fileName(core === "" ? trimmed : core)
  );
}

/** Without the brackets, dashes and stars that stand around it. */
function withoutFrame(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && OPENING.includes(text.charAt(start))) start++;
  while (end > start && ENDING.includes(text.charAt(end - 1)) && !closesOwnBracket(text.slice(start, end))) end--;
  return text.slice(start, end);
}

function addressOnly(core: string): BoilerplateLine | undefined {
  if (/\s/u.test(core)) return undefined;
  const address = findWebAddress(core);
  if (address?.start === 0) return { what: "address", url: address.url };
  return E_MAIL.test(core) ? { what: "address" } : undefined;
}

/** `Label: rest`. */
function labelled(core: string, lexicon: BoilerplateLexicon): BoilerplateLine | undefined {
  const split = core.slice(0, LONGEST_LABEL).search(LABEL_ENDS);
  if (split < 1) return undefined;
  const label = withoutNumber(boilerplateKey(core.slice(0, split)));
  const rest = core.slice(split + 1).trim();
  if (lexicon.linkLabels.has(label)) return core.length <= LONGEST_LINK ? { what: "link" } : undefined;
  const isSource = lexicon.sourceLabels.has(label);
  if (!isSource && !lexicon.photoLabels.has(label)) return undefined;
  const address = findWebAddress(rest);
  const credit = creditWords(withoutAddress(rest, address));
  // With an address it is a source whatever numbers stand beside it: `Quelle: https://..., abgerufen am 3. Mai`.
  if (credit === undefined || (address === undefined && credit.some(isFigure))) return undefined;
  if (!isSource) return { what: "photo" };
  if (address !== undefined) return { what: "source", url: address.url };
  const name = credit.join(" ").replace(/[)\].]{1,3}$/u, "");
  return /\p{L}/u.test(name) && !/\p{Nd}/u.test(name) ? { what: "source", name } : { what: "source" };
}

function withoutAddress(text: string, address: WebAddress | undefined): string {
  return address === undefined ? text : `${text.slice(0, address.start)} ${text.slice(address.end)}`.trim();
}

/** The words of a credit, a few names and no sentence; `undefined` when the text is more than that. */
function creditWords(text: string): readonly string[] | undefined {
  if (text.length > LONGEST_CREDIT || goesOnAfterBracket(text)) return undefined;
  const words = text.split(/\s+/u).filter((word) => word !== "");
  const most = SENTENCE_END.test(text) ? MOST_CLOSED_WORDS : MOST_CREDIT_WORDS;
  return words.length <= most ? words : undefined;
}

/** `(Foto: NTB) Statsråden åpnet broen`: the credit is only the beginning of the line. */
function goesOnAfterBracket(text: string): boolean {
  const close = text.search(/[)\]]/u);
  return close >= 0 && close < text.length - 1 && !/[([]/u.test(text.slice(0, close));
}

/** A number that could be a fact; a year or a whole date in a credit is not. */
function isFigure(word: string): boolean {
  const bare = word.replace(/^[^\p{L}\p{N}]+/u, "").replace(/[^\p{L}\p{N}]+$/u, "");
  if (!/^\p{Nd}/u.test(bare) || /\p{L}/u.test(bare)) return false;
  const isYear = /^\p{Nd}{4}$/u.test(bare);
  const isDate = /^\p{Nd}{1,4}[./-]\p{Nd}{1,2}[./-]\p{Nd}{1,4}$/u.test(bare);
  return word.endsWith("%") || !(isYear || isDate);
}

/** A label with nothing after it; an ad marker may carry a number: `[iklan_2]`. */
function bareLabel(core: string, lexicon: BoilerplateLexicon): BoilerplateLine | undefined {
  if (core.length > LONGEST_LABEL) return undefined;
  const label = withoutNumber(boilerplateKey(core.replace(/[\s:：|/©]+$/u, "")));
  if (lexicon.adMarkers.has(label)) return { what: "ad" };
  if (lexicon.sourceLabels.has(label)) return { what: "source" };
  if (lexicon.photoLabels.has(label)) return { what: "photo" };
  return lexicon.linkLabels.has(label) ? { what: "link" } : undefined;
}

/** `iklan_2`, `إعلان 2`, `Foto 3` without the number. */
function withoutNumber(label: string): string {
  return label.replace(/[\s_.-]*\p{Nd}{1,3}$/u, "");
}

/** `Komentar (0)`, `3 Kommentare`, `Ingen kommentarer`: the counted word with at most one number, before or after it. */
function commentCounter(line: string, lexicon: BoilerplateLexicon): BoilerplateLine | undefined {
  if (line.length > LONGEST_LABEL) return undefined;
  const words = boilerplateKey(line.replace(/[()[\]{}:]/gu, " ")).split(" ");
  const first = isCounter(words.at(0));
  const last = words.length > 1 && isCounter(words.at(-1));
  if (first && last) return undefined;
  const counted = words.slice(first ? 1 : 0, last ? -1 : words.length).join(" ");
  return lexicon.commentCounters.has(counted) ? { what: "comments" } : undefined;
}

function isCounter(word: string | undefined): boolean {
  return word !== undefined && /^\p{Nd}[\p{Nd}.,٬]*$/u.test(word);
}

/** The rest of a picture that was lost when the page was copied: `.jpg)`, `IMG_2034.jpeg`. */
function fileName(core: string): BoilerplateLine | undefined {
  if (core.length > LONGEST_CREDIT || core.split(/\s+/u).length > MOST_CLOSED_WORDS) return undefined;
  return MEDIA_FILE.test(core) ? { what: "file-name" } : undefined;
}
