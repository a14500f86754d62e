import { deleteDocument } from "./delete-document.js";
import type { Store } from "./store.js";

/** Documents of files that are gone, and their facts. */
export interface RemovedDocuments {
  readonly documents: number;
  readonly facts: number;
}

/** What nothing that is stored needs any more. */
export interface UnusedRows {
  /** Containers that are gone. */
  readonly containers: number;
  /** Versions of lexicons that no document was made with. */
  readonly lexiconVersions: number;
}

/** Documents deleted in one transaction, so that readers and signals need not wait for all. */
const AT_A_TIME = 100;

/** How much there is to delete. */
export function countRemoved(store: Store): RemovedDocuments & Pick<UnusedRows, "containers"> {
  return {
    documents: countOf(store, REMOVED),
    facts: countOf(store, `facts WHERE document_id IN (SELECT id FROM ${REMOVED})`),
    containers: countOf(store, REMOVED_CONTAINERS),
  };
}

/** Deletes some of the documents that are marked as removed, in one transaction; none when there are none left. */
export function deleteSomeRemoved(store: Store): RemovedDocuments {
  return store.transaction(() => {
    const some = store.statement<{ readonly path: string; readonly facts: number }>(SOME_REMOVED).all(AT_A_TIME);
    for (const { path } of some) deleteDocument(store, path);
    return { documents: some.length, facts: some.reduce((sum, { facts }) => sum + facts, 0) };
  });
}

/**
 * Deletes removed containers, and the engines and lexicons that no document was made by, but for the versions of lexicons
 * in `current`. To be called when no removed document is left.
 */
export function deleteUnused(store: Store, current: readonly string[]): UnusedRows {
  const kept = JSON.stringify(current);
  // SQLite would look through all facts for each rule, and through all documents for each engine.
  return store.withoutForeignKeys(() =>
    store.transaction(() => {
      const containers = store.statement(`DELETE FROM ${REMOVED_CONTAINERS}`).run().changes;
      store.statement(DELETE_ENGINES).run();
      store.statement(`DELETE FROM rules WHERE lexicon_version NOT IN (${USED_VERSIONS})`).run(kept);
      const unused = `DELETE FROM lexicon_versions WHERE version NOT IN (${USED_VERSIONS})`;
      const lexicons = store.statement(unused).run(kept);
      return { containers, lexiconVersions: lexicons.changes };
    }),
  );
}

function countOf(store: Store, from: string): number {
  return store.guard(() => store.statement<{ readonly n: number }>(`SELECT count(*) AS n FROM ${from}`).get()?.n ?? 0);
}

const REMOVED = "documents WHERE removed_at IS NOT NULL";
const REMOVED_CONTAINERS = "containers WHERE removed_at IS NOT NULL";
/** By their keys, which the full-text index wants to ascend. */
const SOME_REMOVED = `
  SELECT path, (SELECT count(*) FROM facts WHERE document_id = documents.id) AS facts
  FROM ${REMOVED} ORDER BY id LIMIT ?`;
const DELETE_ENGINES = `
  DELETE FROM engines WHERE id NOT IN (
    SELECT engine_id FROM documents WHERE engine_id IS NOT NULL
    UNION SELECT engine_id FROM containers WHERE engine_id IS NOT NULL
  )`;
/** An engine names the lexicons of its documents; of those that have none the facts are asked. */
const USED_VERSIONS = `
  SELECT json_each.value FROM engines, json_each(engines.description, '$.lexicons')
  UNION SELECT lexicon_version FROM facts WHERE document_id IN (SELECT id FROM documents WHERE engine_id IS NULL)
  UNION SELECT json_each.value FROM json_each(?)`;
