import type { StatedFields } from "../model/stated-fields.js";
import type { MarkedSentence } from "../store/marked-sentences.js";
import type { MarkedLine } from "./gold.js";

const HASH_DIGITS = 12;

/**
 * A sentence with marks as a line of a gold file. Nobody has said anything of what lies between the marked places: those
 * stretches are in `skip`. A place that was marked wrong is in neither, so that a fact found there counts as invented.
 */
export function goldOfMarks({ sha256, start, text, language, marks }: MarkedSentence): MarkedLine {
  const facts = new Map<string, StatedFields>();
  for (const { meant } of marks) {
    if (meant === undefined) continue;
    const fact = { ...meant, start: meant.start - start, end: meant.end - start };
    facts.set(JSON.stringify(Object.entries(fact).sort(([a], [b]) => (a < b ? -1 : 1))), fact);
  }
  const judged = marks
    .flatMap(({ stated, meant }) => (meant === undefined ? [stated] : [stated, meant]))
    .map((place) => ({ start: place.start - start, end: place.end - start }))
    .sort((one, other) => one.start - other.start);
  const skip: { start: number; end: number }[] = [];
  let from = 0;
  for (const place of judged) {
    if (place.start > from) skip.push({ start: from, end: place.start });
    from = Math.max(from, place.end);
  }
  if (from < text.length) skip.push({ start: from, end: text.length });
  return {
    id: `${sha256.slice(0, HASH_DIGITS)}-${start}`,
    lang: language,
    text,
    facts: [...facts.values()].sort((one, other) => one.start - other.start || one.end - other.end),
    ...(skip.length === 0 ? {} : { skip }),
  };
}
