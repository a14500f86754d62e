import { html } from "hono/html";
import { changedValues, type NewsDocument, openErrors } from "../../store/open-errors.js";
import type { Store } from "../../store/store.js";
import type { PastRun } from "../../store/store-status.js";
import { dataTable } from "../data-table.js";
import { articlePath } from "../fact-paths.js";
import { sqlPath } from "../path-with.js";
import type { Markup } from "../web-context.js";

const MOST_CHANGES = 8;
const CHANGES = ["added", "changed", "gone"] as const;

export function newestList(documents: readonly NewsDocument[]): Markup | string {
  if (documents.length === 0) return "";
  return html`<section aria-labelledby="newest">
<h2 id="newest">Newest articles</h2>
<ul class="plain">${documents.map(
    ({ id, path, title, publisher, publishedAt, language }) =>
      html`<li><a href="${articlePath(id)}"><bdi>${title ?? path}</bdi></a>
<span class="soft small">${publishedAt?.slice(0, 10)}${publisher === null ? "" : html`, <bdi>${publisher}</bdi>`}, ${language}</span></li>`,
  )}</ul>
</section>`;
}

/** The newest first. What each changed can be asked for. */
export function runTable(runs: readonly PastRun[]): Markup {
  const numbers = ["Articles", "Facts", "Failed", "Added", "Changed", "Gone"];
  const table = {
    caption: "Each of the last runs",
    hasRowHeads: true,
    columns: [{ name: "Began (UTC)" }, ...numbers.map((name) => ({ name, isNumber: true }))],
    rows: runs.map((run) => [
      `${minute(run.startedAt)}${run.finishedAt === null ? ", not finished" : ""}`,
      run.stored,
      run.facts,
      run.failed,
      ...CHANGES.map((change) => changeLink(run, change)),
    ]),
  };
  return html`<section aria-labelledby="runs">
<h2 id="runs">Last runs</h2>
${runs.length === 0 ? html`<p>None yet.</p>` : dataTable(table)}
<p class="soft small">Added, changed and gone count facts of articles that were known before.</p>
</section>`;
}

/** Values that the last run found changed. */
export function changedList(store: Store, run: PastRun | undefined): Markup | string {
  const changed = run === undefined ? [] : changedValues(store, run.id, MOST_CHANGES);
  if (changed.length === 0) return "";
  return html`<section aria-labelledby="changes">
<h2 id="changes">Values that the last run found changed</h2>
<ul class="plain">${changed.map(
    ({ path, kind, label, before, after }) =>
      html`<li><bdi>${label ?? kind}</bdi>: ${before} → <strong>${after}</strong> <span class="soft small"><bdi>${path}</bdi></span></li>`,
  )}</ul>
</section>`;
}

export function errorList(store: Store): Markup {
  const open = openErrors(store);
  const list = html`<ul class="plain">${open.map(
    ({ code, documents }) =>
      html`<li><a href="${sqlPath(errorSql(code))}">${documents.toLocaleString("en")} ${documents === 1 ? "document" : "documents"}</a> <code>${code}</code></li>`,
  )}</ul>
<p class="soft small"><code>faktum errors</code> lists them, tries them again or ignores them.</p>`;
  return html`<section aria-labelledby="errors">
<h2 id="errors">Open errors</h2>
${open.length === 0 ? html`<p>Every document could be read.</p>` : list}
</section>`;
}

function changeLink(run: PastRun, change: (typeof CHANGES)[number]): Markup | number {
  const count = run.changes[change];
  if (count === 0) return 0;
  const sql = `SELECT path, kind, label, before, after, fact_id
FROM changes
WHERE run = ${run.id} AND change = '${change}'
ORDER BY path`;
  return html`<a href="${sqlPath(sql)}">${count.toLocaleString("en")}</a>`;
}

function errorSql(code: string): string {
  return `SELECT path, reason, remedy, since
FROM quarantine
WHERE code = '${code.replaceAll("'", "''")}' AND ignored_at IS NULL
ORDER BY path`;
}

/** `2024-05-01 03:04`, as it is stored. */
function minute(time: string): string {
  return time.slice(0, 16).replace("T", " ");
}
