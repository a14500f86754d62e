import { boilerplateLine } from "./boilerplate.js";
import type { BoilerplateLexicon } from "./boilerplate-lexicon.js";
import type { BoilerplateData } from "./boilerplate-schema.js";
import { bylineOf } from "./byline.js";
import { pageLabel } from "./page-label.js";

/** What is wrong in a language's boilerplate words: `key` inside the file, and the sentence that says what to change. */
export interface BoilerplateFault {
  readonly key: string;
  readonly message: string;
}

/** Which kind of line each word list is there for. */
const LISTS = [
  ["ad_markers", "ad"],
  ["comment_counters", "comments"],
  ["source_labels", "source"],
  ["photo_labels", "photo"],
  ["link_labels", "link"],
  ["page_controls", "control"],
  ["page_notes", "note"],
  ["discussion_headings", "discussion"],
  ["related_headings", "related"],
] as const;

/**
 * Runs a language's examples and counterexamples against the lexicon of all languages, and asks an example of every
 * word list in use. Empty when all is well.
 */
export function checkBoilerplate(data: BoilerplateData, lexicon: BoilerplateLexicon): readonly BoilerplateFault[] {
  const faults: BoilerplateFault[] = [];
  for (const [index, { line, what }] of data.examples.entries()) {
    const found = whatIs(line, lexicon);
    if (found === what) continue;
    const taken = found === undefined ? "a line of the article" : found;
    faults.push({ key: `examples.${index}`, message: `"${line}" is read as ${taken}, not ${what}: add its label` });
  }
  for (const [index, { line }] of data.counterexamples.entries()) {
    const found = whatIs(line, lexicon);
    if (found === undefined) continue;
    faults.push({
      key: `counterexamples.${index}`,
      message: `"${line}" is dropped as ${found}: narrow that word list`,
    });
  }
  for (const [index, { line, name }] of data.bylines.entries()) {
    const found = bylineOf(line, lexicon);
    if (found === name) continue;
    const message = `"${line}" is read as ${found ?? "no name"}, not ${name ?? "no name"}: correct byline_labels`;
    faults.push({ key: `bylines.${index}`, message });
  }
  if (data.byline_labels.length > 0 && !data.bylines.some(({ name }) => name !== undefined)) {
    faults.push({ key: "byline_labels", message: "has no example; add a line and its name under bylines" });
  }
  for (const [list, kind] of LISTS) {
    if (data[list].length === 0 || data.examples.some(({ what }) => what === kind)) continue;
    faults.push({ key: list, message: `has no example; add a line with what: ${kind} under examples` });
  }
  return faults;
}

function whatIs(line: string, lexicon: BoilerplateLexicon): string | undefined {
  return boilerplateLine(line, lexicon)?.what ?? pageLabel(line, lexicon);
}
