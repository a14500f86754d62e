import { setImmediate } from "node:timers/promises";
import type { CountedDocument, FactSlice } from "../../store/read-fact-columns.js";
import { FACETS, type Facet } from "./facets.js";

/**
 * All facts that count, a column an array: what a page must look at to count and to sort without asking SQLite. A fact is a
 * position; positions are in the order of document, sentence and place in it, so sentences' ids ascend.
 */
export interface FactColumns {
  readonly size: number;
  readonly rowids: Float64Array;
  readonly sentenceIds: Float64Array;
  /** Of the fact in its document's text, UTF-16 code units. */
  readonly spanStarts: Uint32Array;
  /** The value or the lower end of a range; NaN of what has none. */
  readonly values: Float64Array;
  /** Position in `documents`. */
  readonly documentOf: Uint32Array;
  /** By position in `documents`: the position of the first fact; one more than there are documents. */
  readonly firstFacts: Uint32Array;
  readonly documents: readonly CountedDocument[];
  readonly facets: Readonly<Record<Facet, FacetColumn>>;
}

/** A code for each fact; `names[code]` is its value. 0 is the lack of one. */
export interface FacetColumn {
  readonly codes: Uint32Array;
  readonly names: readonly string[];
  readonly codeOf: ReadonlyMap<string, number>;
}

interface Piece {
  readonly rowids: Float64Array;
  readonly sentenceIds: Float64Array;
  readonly spanStarts: Uint32Array;
  readonly values: Float64Array;
  readonly documentOf: Uint32Array;
  readonly codes: Readonly<Record<Facet, Uint32Array>>;
}

/** Gathers the columns, slice by slice; whatever else the process has to do is done between two of them. */
export async function buildFactColumns(slices: Iterable<FactSlice>): Promise<FactColumns> {
  const dictionaries = byFacet(() => new Map<string, number>());
  const documents: CountedDocument[] = [];
  const pieces: Piece[] = [];
  for (const slice of slices) {
    pieces.push(pieceOf(slice, documents.length, dictionaries));
    for (const document of slice.documents) documents.push(document);
    await setImmediate();
  }
  const documentOf = joined(pieces, Uint32Array, ({ documentOf: one }) => one);
  return {
    size: documentOf.length,
    rowids: joined(pieces, Float64Array, ({ rowids }) => rowids),
    sentenceIds: joined(pieces, Float64Array, ({ sentenceIds }) => sentenceIds),
    spanStarts: joined(pieces, Uint32Array, ({ spanStarts }) => spanStarts),
    values: joined(pieces, Float64Array, ({ values }) => values),
    documentOf,
    firstFacts: firstFactsOf(documentOf, documents.length),
    documents,
    facets: byFacet((facet) => ({
      codes: joined(pieces, Uint32Array, ({ codes }) => codes[facet]),
      names: ["", ...dictionaries[facet].keys()],
      codeOf: dictionaries[facet],
    })),
  };
}

function pieceOf(slice: FactSlice, known: number, dictionaries: Record<Facet, Map<string, number>>): Piece {
  const { length } = slice.facts;
  const piece: Piece = {
    rowids: new Float64Array(length),
    sentenceIds: new Float64Array(length),
    spanStarts: new Uint32Array(length),
    values: new Float64Array(length),
    documentOf: new Uint32Array(length),
    codes: byFacet(() => new Uint32Array(length)),
  };
  let document = 0;
  for (const [at, fact] of slice.facts.entries()) {
    const [rowid, documentId, sentenceId, spanStart, kind, value, unit, concept, language] = fact;
    while ((slice.documents[document]?.id ?? Number.POSITIVE_INFINITY) < documentId) document++;
    const { publisher, publishedAt } = slice.documents[document] ?? { publisher: null, publishedAt: null };
    piece.rowids[at] = rowid;
    piece.sentenceIds[at] = sentenceId;
    piece.spanStarts[at] = spanStart;
    piece.values[at] = value ?? Number.NaN;
    piece.documentOf[at] = known + document;
    const stated = { kind, language, concept, unit, publisher, year: publishedAt?.slice(0, 4) ?? null };
    for (const facet of FACETS) piece.codes[facet][at] = codeOf(dictionaries[facet], stated[facet]);
  }
  return piece;
}

function codeOf(dictionary: Map<string, number>, name: string | null): number {
  if (name === null || name === "") return 0;
  const known = dictionary.get(name);
  if (known !== undefined) return known;
  const code = dictionary.size + 1;
  dictionary.set(name, code);
  return code;
}

function firstFactsOf(documentOf: Uint32Array, documents: number): Uint32Array {
  const firsts = new Uint32Array(documents + 1);
  for (const document of documentOf) firsts[document + 1] = (firsts[document + 1] ?? 0) + 1;
  for (let at = 1; at < firsts.length; at++) firsts[at] = (firsts[at] ?? 0) + (firsts[at - 1] ?? 0);
  return firsts;
}

function joined<Column extends Uint32Array | Float64Array>(
  pieces: readonly Piece[],
  make: new (length: number) => Column,
  columnOf: (piece: Piece) => Column,
): Column {
  const whole = new make(pieces.reduce((sum, piece) => sum + piece.rowids.length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(columnOf(piece), at);
    at += piece.rowids.length;
  }
  return whole;
}

function byFacet<Value>(make: (facet: Facet) => Value): Record<Facet, Value> {
  return Object.fromEntries(FACETS.map((facet) => [facet, make(facet)])) as Record<Facet, Value>;
}
