import type { Store } from "../store.js";
import type { FoundProblems } from "./problem.js";

interface MarkRow {
  readonly id: number;
  readonly path: string;
  readonly surface: string;
  readonly span_start: number;
  readonly span_end: number;
  readonly sentence: string;
  readonly sentence_start: number;
  readonly stated: string;
  readonly corrected: string | null;
}

/** Whether each mark holds the words that it was set on, inside its sentence; what has become of its fact is no matter. */
export function checkMarks(store: Store, found: FoundProblems): void {
  for (const row of store.statement<MarkRow>(MARKS).iterate()) {
    const { id, path, surface, span_start: start, span_end: end, sentence, sentence_start: from } = row;
    const isInSentence = start >= from && sentence.slice(start - from, end - from) === surface;
    const stated = placeIn(row.stated);
    const isOfStated = stated?.start === start && stated.end === end && stated.surface === surface;
    const corrected = row.corrected === null ? undefined : placeIn(row.corrected);
    const isCorrect = row.corrected === null || sentence.slice(...within(corrected, from)) === corrected?.surface;
    if (!isInSentence || !isOfStated || !isCorrect) found.add("mark", `${path}: mark ${id}, "${surface}"`);
  }
}

interface Place {
  readonly start: number;
  readonly end: number;
  readonly surface: string;
}

function placeIn(json: string): Partial<Place> | undefined {
  try {
    return JSON.parse(json) as Partial<Place>;
  } catch {
    return undefined;
  }
}

function within(place: Partial<Place> | undefined, from: number): [start: number, end: number] {
  return [(place?.start ?? from) - from, (place?.end ?? from) - from];
}

const MARKS = `
  SELECT id, path, surface, span_start, span_end, sentence, sentence_start, stated, corrected FROM marks ORDER BY id`;
