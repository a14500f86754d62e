import { containerOf } from "../containers.js";
import type { Store } from "../store.js";
import {
  type CheckedDocument,
  type CheckedFact,
  type CheckedSentence,
  checkFacts,
  checkSentences,
  checkText,
  type Tell,
} from "./checked-document.js";
import type { FoundProblems } from "./problem.js";

/** What has been looked at so far. */
export interface CheckedCounts {
  documents: number;
  facts: number;
}

interface Row extends CheckedDocument {
  readonly member: number;
}

/** Keys of documents are below it, and spread evenly. */
const LAST_KEY = 2 ** 47;
const REPLACEMENT = "\uFFFD";

/**
 * Checks every document against its own text, one in memory at a time; not those that wait for the garbage collection. `advanced`
 * is told how much is done, from 0 to 1.
 */
export function checkDocuments(store: Store, found: FoundProblems, advanced: (share: number) => void): CheckedCounts {
  const counts = { documents: 0, facts: 0 };
  for (const document of store.statement<Row>(DOCUMENTS).iterate()) {
    const facts = store.statement<CheckedFact>(FACTS).all(document.id);
    const sentences = store.statement<CheckedSentence>(SENTENCES).all(document.id);
    const tell: Tell = (code, what) => {
      found.add(code, `${document.path}: ${what}`);
      (code === "text" ? found.toRead : found.toAnalyse).add(document.id);
    };
    checkText(document, tell);
    if (document.text?.includes(REPLACEMENT) && !isDecodable(store, document.id)) tell("text", "its text is no UTF-8");
    checkSentences(document, sentences, tell);
    checkFacts(document, sentences, facts, tell);
    if (document.member === 1 && containerOf(store, document.path) === undefined) found.add("member", document.path);
    counts.documents += 1;
    counts.facts += facts.length;
    advanced(document.id / LAST_KEY);
  }
  return counts;
}

/** SQLite gives a text that is damaged as if the character were there that stands for what is no text. */
function isDecodable(store: Store, id: number): boolean {
  const row = store.statement<{ readonly bytes: Uint8Array }>(BYTES).get(id);
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(row?.bytes);
    return true;
  } catch {
    return false;
  }
}

const DOCUMENTS = "SELECT id, path, text, blocks, shown, member FROM documents WHERE removed_at IS NULL ORDER BY id";
const BYTES = "SELECT CAST(text AS BLOB) AS bytes FROM documents WHERE id = ?";
const SENTENCES = `
  SELECT id, ordinal, span_start, span_end, text_start, text_length FROM sentences WHERE document_id = ? ORDER BY ordinal`;
const FACTS =
  "SELECT id, sentence_id, surface, span_start, span_end, slots FROM facts WHERE document_id = ? ORDER BY rowid";
