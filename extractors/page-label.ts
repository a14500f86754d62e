import { type BoilerplateLexicon, boilerplateKey } from "./boilerplate-lexicon.js";
import type { PageLabelKind } from "./boilerplate-schema.js";

/** Longer lines are no labels, so that hostile lines cost nothing. */
const LONGEST_LABEL = 64;
/** A note on the article, or a field with what it holds: `Kategorien: Garten, Schule`. */
const LONGEST_NOTE = 160;
const MOST_OPENING_WORDS = 4;
const SENTENCE_END = /[.!?؟۔…]["'»”“)\]]*$/u;

/**
 * What a line of a page is when it is no line of the article but one of the page around it: a control, a note on who
 * published it when, the heading of the discussion or of links to other articles. `undefined` for all other lines.
 */
export function pageLabel(line: string, lexicon: BoilerplateLexicon): PageLabelKind | undefined {
  if (line.length > LONGEST_NOTE) return undefined;
  const core = line.replace(/^[^\p{L}\p{N}]+/u, "").replace(/[^\p{L}\p{N}]+$/u, "");
  if (core === "") return undefined;
  if (core.length > LONGEST_LABEL) return openingOf(line, core, lexicon);
  const key = boilerplateKey(core);
  return wholeLine(key, lexicon) ?? openingOf(line, core, lexicon, key);
}

/** `3 Gedanken zu`, `Ähnliche Beiträge`: the label alone, or with a count before or behind it. */
function wholeLine(key: string, lexicon: BoilerplateLexicon): PageLabelKind | undefined {
  const label = key.replace(/^\p{Nd}[\p{Nd}.,]*\s/u, "").replace(/[\s(]\p{Nd}[\p{Nd}.,]*$/u, "");
  if (lexicon.discussionHeadings.has(label)) return "discussion";
  if (lexicon.relatedHeadings.has(label)) return "related";
  return lexicon.pageControls.has(label) || lexicon.pageNotes.has(label) ? "control" : undefined;
}

/** A line that begins with a label: a field with what it holds, a note, or a heading that names the article. */
function openingOf(line: string, core: string, lexicon: BoilerplateLexicon, known?: string): PageLabelKind | undefined {
  const fieldEnd = core.slice(0, LONGEST_LABEL).search(/[:：|]/u);
  const field = fieldEnd < 0 ? undefined : boilerplateKey(core.slice(0, fieldEnd));
  if (field !== undefined && lexicon.relatedHeadings.has(field)) return "related";
  if (SENTENCE_END.test(line.trim())) return undefined;
  if (field !== undefined && lexicon.pageControls.has(field)) return "control";
  const key = known ?? boilerplateKey(core);
  const words = key.replace(/^\p{Nd}[\p{Nd}.,]*\s/u, "").split(/[\s:：]+/u, MOST_OPENING_WORDS + 1);
  for (let count = words.length - 1; count > 0; count--) {
    const opening = words.slice(0, count).join(" ");
    if (lexicon.pageNotes.has(opening)) return "note";
    if (lexicon.discussionHeadings.has(opening)) return "discussion";
  }
  return undefined;
}
