import type { StatedFields } from "../model/stated-fields.js";
import type { Verdict } from "./marks.js";
import type { Store } from "./store.js";

/** A sentence with the marks of its facts; offsets of the fields are UTF-16 units of the document's text. */
export interface MarkedSentence {
  readonly sha256: string;
  /** Where it begins in the document's text. */
  readonly start: number;
  readonly text: string;
  /** BCP 47 tag. */
  readonly language: string;
  readonly marks: readonly SentenceMark[];
}

export interface SentenceMark {
  readonly verdict: Verdict;
  readonly stated: StatedFields;
  /** What the fact should state; nothing when it is wrong. */
  readonly meant: StatedFields | undefined;
}

interface MarkRow {
  readonly sha256: string;
  readonly sentence_start: number;
  readonly sentence: string;
  readonly language: string;
  readonly verdict: Verdict;
  readonly stated: string;
  readonly corrected: string | null;
}

/** All sentences in which a fact was marked, also those of documents that are gone, in the order of paths and of the text. */
export function markedSentences(store: Store): readonly MarkedSentence[] {
  const sentences = new Map<string, MarkedSentence & { readonly marks: SentenceMark[] }>();
  for (const row of store.guard(() => store.statement<MarkRow>(MARKS).all())) {
    const { sha256, sentence_start: start, sentence: text, language, verdict } = row;
    const key = `${sha256} ${start} ${text}`;
    const sentence = sentences.get(key) ?? { sha256, start, text, language, marks: [] };
    const stated = JSON.parse(row.stated) as StatedFields;
    const corrected = row.corrected === null ? undefined : (JSON.parse(row.corrected) as StatedFields);
    sentence.marks.push({ verdict, stated, meant: verdict === "right" ? stated : corrected });
    sentences.set(key, sentence);
  }
  return [...sentences.values()];
}

const MARKS = `
  SELECT sha256, sentence_start, sentence, language, verdict, stated, corrected FROM marks
  ORDER BY path, sha256, sentence_start, span_start, span_end, kind`;
