import { conditionProblem } from "./condition-problem.js";
import { type QueryResult, runQuery } from "./run-query.js";
import type { Store } from "./store.js";
import { StoreError } from "./store-error.js";

/** Rows of a view, all or those that a condition holds for. */
export interface ViewQuestion {
  readonly view: string;
  /** An SQL expression over the view's columns. */
  readonly where: string | undefined;
}

export interface ViewRows extends QueryResult {
  /** For each column the type of the table's column that it shows; `TEXT` for one that is worked out. */
  readonly types: readonly string[];
}

/**
 * The rows of a view in the order of paths and, in an article, of the text; no row waits for the last one. The store must be open
 * for reading. Throws StoreError, here or while rows are read, when there is no such view or the condition is wrong.
 */
export function askView(store: Store, question: ViewQuestion): ViewRows {
  const columns = columnsOf(store, question.view);
  const chosen = chosenRows(store, question);
  const sql = FACT_COLUMNS.every((name) => columns.includes(name)) ? factsInOrder(chosen) : inOrder(chosen, columns);
  const result = runQuery(store, sql);
  const types = store.prepare(sql).columns();
  return { ...result, types: types.map(({ type }) => type ?? "TEXT") };
}

/** The keys of the documents that the rows are of, ascending. Throws StoreError as `askView` does, and for a view without any. */
export function documentsOfView(store: Store, question: ViewQuestion): readonly number[] {
  if (!columnsOf(store, question.view).includes("document_id")) {
    const message = `${store.path}: the rows of ${question.view} are of no document; name a view of facts, such as evidence`;
    throw new StoreError("store.bad-view", message);
  }
  const chosen = chosenRows(store, question);
  const { rows } = runQuery(
    store,
    `SELECT DISTINCT document_id FROM ${chosen} WHERE document_id IS NOT NULL ORDER BY document_id`,
  );
  return [...rows].map(([id]) => Number(id));
}

function columnsOf(store: Store, view: string): readonly string[] {
  const views = store.guard(() =>
    store
      .statement<{ readonly name: string }>(VIEWS)
      .all()
      .map(({ name }) => name),
  );
  if (!views.includes(view)) {
    throw new StoreError("store.bad-view", `${store.path}: there is no view "${view}"; views are ${views.join(", ")}`);
  }
  return store
    .statement<{ readonly name: string }>(COLUMNS)
    .all(view)
    .map(({ name }) => name);
}

/** A question of its own between parentheses: what the condition names are the columns of the view and nothing else. */
function chosenRows(store: Store, { view, where }: ViewQuestion): string {
  if (where === undefined) return `(SELECT * FROM ${view})`;
  const problem = conditionProblem(where);
  if (problem !== undefined) {
    throw new StoreError(
      "store.bad-sql",
      `${store.path}: the condition ${JSON.stringify(where)} cannot be asked: ${problem}`,
    );
  }
  // A condition may end with a comment.
  return `(SELECT * FROM ${view} WHERE (\n${where}\n))`;
}

/** Documents by the index of their paths, so that only the facts of one article are sorted at a time. */
function factsInOrder(chosen: string): string {
  return `
    SELECT chosen.* FROM (SELECT id AS ordered_id, path AS ordered_path FROM documents) AS ordered
    CROSS JOIN ${chosen} AS chosen ON chosen.document_id = ordered.ordered_id
    ORDER BY ordered.ordered_path, chosen.sentence_id, (
      SELECT span_start FROM facts WHERE facts.id = chosen.fact_id AND facts.document_id = chosen.document_id
    ), chosen.fact_id`;
}

function inOrder(chosen: string, columns: readonly string[]): string {
  const first = ["path", "run", "sentence_id"].filter((name) => columns.includes(name));
  return `SELECT * FROM ${chosen} ORDER BY ${[...first, ...columns.map((_, index) => index + 1)].join(", ")}`;
}

const FACT_COLUMNS = ["fact_id", "document_id", "sentence_id"] as const;
const VIEWS = "SELECT name FROM sqlite_master WHERE type = 'view' ORDER BY name";
const COLUMNS = "SELECT name FROM pragma_table_info(?)";
