import type { Analysis } from "../../pipeline/model/analysis.js";
import { openStore } from "../../pipeline/store/open-store.js";
import type { Store } from "../../pipeline/store/store.js";
import { buildApp } from "../../pipeline/web/build-app.js";
import { FactIndex } from "../../pipeline/web/facts/fact-index.js";
import { QueryPool } from "../../pipeline/web/sql/query-pool.js";
import type { WebApp, WebContext } from "../../pipeline/web/web-context.js";
import { type TemporaryStore, temporaryStore } from "../store/temporary-store.js";
import { writeAnalyses } from "../store/write-analyses.js";

/** The app over a store of its own, asked without a socket. */
export interface SampleApp {
  readonly app: WebApp;
  readonly context: WebContext;
  readonly temporary: TemporaryStore;
  /** What went wrong without being foreseen; a test that expects nothing such looks that it is empty. */
  readonly failures: readonly unknown[];
  /** Answers to a GET of `path`. */
  readonly get: (path: string, headers?: Readonly<Record<string, string>>) => Promise<Response>;
  /** The page at `path`; fails when there is none. */
  readonly page: (path: string) => Promise<string>;
  readonly remove: () => void;
}

export const SAMPLE_HOST = "127.0.0.1:8765";

export function sampleApp(
  analyses: readonly Analysis[],
  {
    prepare = () => undefined,
    ...options
  }: {
    readonly token?: string;
    readonly host?: string;
    /** Changes the database before the app opens it. */
    readonly prepare?: (store: Store) => void;
  } = {},
): SampleApp {
  const temporary = temporaryStore();
  writeAnalyses(temporary.store, temporary.run, analyses);
  prepare(temporary.store);
  const store = openStore(temporary.file, { mode: "read" });
  const failures: unknown[] = [];
  const queries = new QueryPool({ database: temporary.file, processes: 1 });
  const context = { store, queries, facts: new FactIndex(store) };
  const app = buildApp(context, { host: "127.0.0.1", failed: (error) => failures.push(error), ...options });
  const get = async (path: string, headers: Readonly<Record<string, string>> = {}): Promise<Response> =>
    app.request(path, { headers: { host: SAMPLE_HOST, ...headers } });
  return {
    app,
    context,
    temporary,
    failures,
    get,
    async page(path) {
      const answer = await get(path);
      if (answer.status !== 200) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
      return answer.text();
    },
    remove() {
      queries.close();
      store.close();
      temporary.remove();
    },
  };
}
