import type { LineRange, PageLine } from "./page-lines.js";

/** Shorter lines tell nothing about where the article is: menus have them too. */
const TELLING_LENGTH = 40;
/** Unless they are sentences. */
const SHORTEST_SENTENCE = 15;
const SENTENCE_END = /[.!?؟۔]["'»”“)\]]{0,3}$/u;

/** How much a line tells that the article is there: characters that are no links, of lines as only articles have them. */
export function lineWeight(line: PageLine): number {
  const { kind, text } = line;
  if (kind === "heading") return 0;
  return text.length >= TELLING_LENGTH || kind === "table-row" || isShortSentence(line) ? unlinked(line) : 0;
}

function isShortSentence({ text, links }: PageLine): boolean {
  return links === 0 && text.length >= SHORTEST_SENTENCE && SENTENCE_END.test(text);
}

/** Characters of a line that are no links, each link counted double. */
export function unlinked({ text, links }: PageLine): number {
  return Math.max(0, text.length - 2 * links);
}

/** Whether next to nothing of a line is no link. */
export function isLink({ text, links }: PageLine): boolean {
  return links >= text.length * 0.8;
}

/** Running sums: the sum of a range is `sums[to] - sums[from]`. */
export function runningSums(values: readonly number[]): Float64Array {
  const running = new Float64Array(values.length + 1);
  for (const [index, value] of values.entries()) running[index + 1] = (running[index] ?? 0) + value;
  return running;
}

export function sumOver(running: Float64Array, { from, to }: LineRange): number {
  return (running[to] ?? 0) - (running[from] ?? 0);
}
