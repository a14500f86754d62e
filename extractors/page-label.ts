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
  const core = line
    .slice(0, LONGEST_NOTE + 1)
    .replace(/^[^\p{L}\p{N}]+/u, "")
    .replace(/[^\p{L}\p{N}]+$/u, "");
  if (core === "" || line.length > LONGEST_NOTE) return undefined;
  return (core.length <= LONGEST_LABEL ? wholeLine(core, lexicon) : undefined) ?? openingOf(line, core, lexicon);
}

/** `3 Gedanken zu`, `Ähnliche Beiträge`: the label alone, or with a count before or behind it. */
function wholeLine(core: string, lexicon: BoilerplateLexicon): PageLabelKind | undefined {
  const key = boilerplateKey(core);
  const label = key.replace(/^\p{Nd}[\p{Nd}.,]*\s/u, "").replace(/[\s(]\p{Nd}[\p{Nd}.,]*$/u, "");
  if (lexicon.discussionHeadings.has(label)) return "discussion";
  if (lexicon.relatedHeadings.has(label)) return "related";
  return lexicon.pageControls.has(label) || lexicon.pageNotes.has(label) ? "control" : undefined;
}

/** A line that begins with a label: a field with what it holds, a note, or a heading that names the article. */
function openingOf(line: string, core: string, lexicon: BoilerplateLexicon): PageLabelKind | undefined {
  const field = boilerplateKey(core.slice(0, LONGEST_LABEL).split(/[:：|]/u)[0] ?? "");
  const isField = field.length < core.length && /[:：|]/u.test(core.slice(0, LONGEST_LABEL));
  if (isField && lexicon.relatedHeadings.has(field)) return "related";
  if (SENTENCE_END.test(line.trim())) return undefined;
  if (isField && lexicon.pageControls.has(field)) return "control";
  const words = boilerplateKey(core)
    .replace(/^\p{Nd}[\p{Nd}.,]*\s/u, "")
    .split(/[\s:：]+/u);
  for (let count = Math.min(words.length - 1, MOST_OPENING_WORDS); count > 0; count--) {
    const opening = words.slice(0, count).join(" ");
    if (lexicon.pageNotes.has(opening)) return "note";
    if (lexicon.discussionHeadings.has(opening)) return "discussion";
  }
  return undefined;
}
