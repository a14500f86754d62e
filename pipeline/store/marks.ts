import type { StatedFields } from "../model/stated-fields.js";
import { correctedFields } from "./corrected-fields.js";
import { findFactId } from "./find-fact-id.js";
import { type StatingRow, shownValue, statedFields } from "./stated-fields.js";
import type { Store } from "./store.js";
import { StoreError } from "./store-error.js";

export const VERDICTS = ["right", "wrong", "corrected"] as const;
export type Verdict = (typeof VERDICTS)[number];

/** What a reviewer says of a fact. */
export interface MarkRequest {
  /** The fact's id, or the beginning of it. */
  readonly factId: string;
  readonly verdict: Verdict;
  /** Of `corrected`: the fields that should say something else, in the guide's names; null for one that should go. */
  readonly corrected?: unknown;
  readonly note?: string | undefined;
  readonly reviewer: string;
  /** ISO 8601, UTC. */
  readonly markedAt: string;
}

/** A mark and what has become of its fact. Offsets are UTF-16 units of the document's text. */
export interface Mark {
  readonly id: number;
  readonly verdict: Verdict;
  /** `same`: the fact says what it said when it was marked; `changed`: another stands there; `gone`: none does. */
  readonly state: "same" | "changed" | "gone";
  /** What the fact stated when it was marked. */
  readonly stated: StatedFields;
  /** What it should have stated. */
  readonly corrected: StatedFields | undefined;
  readonly note: string | undefined;
  readonly reviewer: string;
  readonly markedAt: string;
  /** BCP 47 tag of the sentence. */
  readonly language: string;
  /** The rule that had found it. */
  readonly rule: string;
  /** The fact that stands there now, in the first of the documents with the same bytes. */
  readonly factId: string | undefined;
}

interface FactRow extends StatingRow {
  readonly id: string;
  readonly rule: string;
  readonly sha256: string;
  readonly path: string;
  readonly sentence_start: number;
  readonly sentence_end: number;
  readonly language: string;
  readonly text: string;
}

interface MarkRow {
  readonly mark_id: number;
  readonly verdict: Verdict;
  readonly state: Mark["state"];
  readonly stated: string;
  readonly corrected: string | null;
  readonly note: string | null;
  readonly reviewer: string;
  readonly marked_at: string;
  readonly language: string;
  readonly rule: string;
  readonly fact_id: string | null;
}

/**
 * Marks a fact; what was said of it before is replaced. Returns the mark's id. A mark belongs to the words: every document with
 * the same bytes has it. Throws StoreError `store.no-fact` when there is no such fact, `store.bad-mark` when the
 * correction is no fact or changes nothing.
 */
export function setMark(store: Store, request: MarkRequest): number {
  const { verdict, markedAt } = request;
  const [note, reviewer] = [request.note?.trim() || null, request.reviewer.trim()];
  if (reviewer === "") throw badMark(store, request, "reviewer: write who marks it");
  return store.transaction(() => {
    const id = findFactId(store, request.factId);
    const row = id === undefined ? undefined : store.statement<FactRow>(FACT).get(id);
    if (row === undefined) {
      throw new StoreError("store.no-fact", `${store.path}: no fact has the id ${request.factId}; look it up again`);
    }
    const stated = statedFields(row);
    const sentence = { text: row.text.slice(row.sentence_start, row.sentence_end), start: row.sentence_start };
    const corrected = verdict === "corrected" ? correctedFields(stated, request.corrected ?? {}, sentence) : undefined;
    if (corrected !== undefined && "problem" in corrected) throw badMark(store, request, corrected.problem);
    const values = {
      ...row,
      said: shownValue(row),
      stated: JSON.stringify(stated),
      corrected: corrected === undefined ? null : JSON.stringify(corrected),
      sentence: sentence.text,
    };
    return (
      store
        .statement<{ readonly id: number }>(SET)
        .get(
          SET_COLUMNS.map(
            (name) => ({ ...values, verdict, note, reviewer, marked_at: markedAt, fact_id: row.id })[name],
          ),
        )?.id ?? 0
    );
  });
}

/** Takes a mark away; returns whether it was there. */
export function removeMark(store: Store, id: number): boolean {
  return store.transaction(() => store.statement("DELETE FROM marks WHERE id = ?").run(id).changes > 0);
}

/** The marks of a document's facts, also of those that are gone, in the order of the text. */
export function marksOfDocument(store: Store, documentId: number): readonly Mark[] {
  return store.guard(() => store.statement<MarkRow>(OF_DOCUMENT).all(documentId).map(markOf));
}

/** The mark of a fact by its whole id. */
export function markOfFact(store: Store, factId: string): Mark | undefined {
  const row = store.guard(() => store.statement<{ readonly id: number }>(DOCUMENT_OF).get(factId));
  const marks = row === undefined ? [] : marksOfDocument(store, row.id).filter((mark) => mark.factId === factId);
  // Where its kind or place was another it may have met two of them.
  return marks.find(({ state }) => state === "same") ?? marks.at(-1);
}

function markOf(row: MarkRow): Mark {
  return {
    id: row.mark_id,
    verdict: row.verdict,
    state: row.state,
    stated: JSON.parse(row.stated) as StatedFields,
    corrected: row.corrected === null ? undefined : (JSON.parse(row.corrected) as StatedFields),
    note: row.note ?? undefined,
    reviewer: row.reviewer,
    markedAt: row.marked_at,
    language: row.language,
    rule: row.rule,
    factId: row.fact_id ?? undefined,
  };
}

function badMark(store: Store, { factId }: MarkRequest, problem: string): StoreError {
  return new StoreError("store.bad-mark", `${store.path}: fact ${factId} cannot be marked so: ${problem}`);
}

const SET_COLUMNS = [
  "sha256",
  "kind",
  "span_start",
  "span_end",
  "surface",
  "verdict",
  "corrected",
  "note",
  "reviewer",
  "marked_at",
  "fact_id",
  "stated",
  "said",
  "rule",
  "language",
  "sentence",
  "sentence_start",
  "path",
] as const;
const KEY_COLUMNS: readonly string[] = ["sha256", "kind", "span_start", "span_end", "surface"];
const SET = `
  INSERT INTO marks (${SET_COLUMNS.join(", ")}) VALUES (${SET_COLUMNS.map(() => "?").join(", ")})
  ON CONFLICT (${KEY_COLUMNS.join(", ")}) DO UPDATE SET
    ${SET_COLUMNS.filter((name) => !KEY_COLUMNS.includes(name))
      .map((name) => `${name} = excluded.${name}`)
      .join(", ")}
  RETURNING id`;

/** Files whose bytes are the same carry the same fact; what is stored of it is the same too. */
const FACT = `
  SELECT
    facts.*, documents.sha256, documents.path, documents.text, sentences.language,
    sentences.span_start AS sentence_start, sentences.span_end AS sentence_end
  FROM facts
  JOIN sentences ON sentences.id = facts.sentence_id
  JOIN documents ON documents.id = facts.document_id
  WHERE facts.id = ? ORDER BY documents.removed_at IS NOT NULL, documents.path LIMIT 1`;

const OF_DOCUMENT = `
  SELECT mark_id, verdict, state, stated, corrected, note, reviewer, marked_at, language, rule, fact_id
  FROM marked_facts WHERE sha256 = (SELECT sha256 FROM documents WHERE id = ?)
  ORDER BY stated ->> '$.start', stated ->> '$.end', kind, mark_id`;
const DOCUMENT_OF = "SELECT document_id AS id FROM facts WHERE id = ? LIMIT 1";
