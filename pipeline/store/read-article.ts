import type { Block } from "../model/document.js";
import type { Store } from "./store.js";
import { blocksOf } from "./stored-blocks.js";

/** A stored article with all its facts, to be read by people. */
export interface ReadArticle {
  readonly id: number;
  readonly path: string;
  readonly status: "ok" | "refused" | "failed";
  readonly title: string | null;
  readonly byline: string | null;
  readonly publisher: string | null;
  readonly section: string | null;
  readonly url: string | null;
  readonly publishedAt: string | null;
  readonly modifiedAt: string | null;
  readonly retrievedAt: string | null;
  readonly mediaType: string | null;
  readonly language: string | null;
  /** When a run no longer found its file. */
  readonly removedAt: string | null;
  readonly text: string;
  /** Lines of the text; of an article that an older faktum stored its lines as they are. */
  readonly blocks: readonly Block[];
  /** In the order of the text; they do not overlap. */
  readonly facts: readonly ArticleFact[];
  /** The article that this is a copy of, and those that are copies of this one. */
  readonly copies: readonly ArticleCopy[];
}

/** Spans: UTF-16 code units in the article's text, end exclusive. */
export interface ArticleFact {
  readonly id: string;
  readonly span_start: number;
  readonly span_end: number;
  readonly kind: string;
  readonly value_text: string | null;
  readonly rank_of: number | null;
  readonly unit: string | null;
  readonly modifier: string | null;
  readonly item: string | null;
  readonly subject: string | null;
  readonly holds_for: string | null;
  readonly ref_type: string | null;
  readonly ref_number: string | null;
  readonly iso: string | null;
  readonly iso_implied: string | null;
}

export interface ArticleCopy {
  readonly id: number;
  readonly path: string;
  readonly isOriginal: 0 | 1;
}

interface ArticleRow extends Omit<ReadArticle, "text" | "blocks" | "facts" | "copies"> {
  readonly text: string | null;
  readonly blocks: string | null;
  readonly duplicateOf: number | null;
}

/** The article of a document's id, also one that is gone or a copy; nothing when there is none. */
export function readArticle(store: Store, id: number): ReadArticle | undefined {
  return store.guard(() => {
    const row = store.statement<ArticleRow>(ARTICLE).get(id);
    if (row === undefined) return undefined;
    const { duplicateOf, blocks, ...article } = row;
    const text = row.text ?? "";
    return {
      ...article,
      text,
      blocks: blocks === null ? linesOf(text) : blocksOf(blocks),
      facts: store.statement<ArticleFact>(FACTS).all(id),
      copies: store.statement<ArticleCopy>(COPIES).all(duplicateOf, id),
    };
  });
}

function linesOf(text: string): readonly Block[] {
  return [...text.matchAll(/[^\n]+/gu)].map(({ 0: line, index }) => ({
    kind: "paragraph",
    span: { start: index, end: index + line.length },
  }));
}

const ARTICLE = `
  SELECT
    id, path, status, title, byline, publisher, section, url, published_at AS publishedAt, modified_at AS modifiedAt,
    retrieved_at AS retrievedAt, media_type AS mediaType, language, removed_at AS removedAt, text, blocks,
    duplicate_of AS duplicateOf
  FROM documents WHERE id = ?`;

const FACTS = `
  SELECT
    id, span_start, span_end, kind, value_text, rank_of, unit, modifier, item, subject, holds_for, ref_type, ref_number,
    iso, iso_implied
  FROM facts WHERE document_id = ? ORDER BY span_start`;

const COPIES = `
  SELECT id, path, 1 AS isOriginal FROM documents WHERE id = ?
  UNION ALL
  SELECT id, path, 0 FROM documents WHERE duplicate_of = ?
  ORDER BY isOriginal DESC, path LIMIT 50`;
