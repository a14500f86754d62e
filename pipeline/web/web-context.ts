import type { Context, Hono } from "hono";
import type { HtmlEscapedString } from "hono/utils/html";
import type { Store } from "../store/store.js";
import type { FactIndex } from "./facts/fact-index.js";
import type { QueryPool } from "./sql/query-pool.js";

/** What every page may use. */
export interface WebContext {
  /** Open for reading only. */
  readonly store: Store;
  /** For questions of whoever, which may take longer than anybody should wait. */
  readonly queries: QueryPool;
  /** All facts, to count and to sort. */
  readonly facts: FactIndex;
}

/** What is known of a request when its page is made. */
export interface WebEnv {
  readonly Variables: {
    /** Addresses of the main pages that the app has. */
    sections: readonly Section[];
  };
}

export type WebApp = Hono<WebEnv>;
export type WebRequest = Context<WebEnv>;

/** What the `html` template tag gives: markup in which every value is escaped. */
export type Markup = HtmlEscapedString | Promise<HtmlEscapedString>;

/** A page of the navigation. */
export interface Section {
  readonly path: string;
  readonly name: string;
}

/** In the order in which they are shown; of these the ones that the app has. */
export const SECTIONS: readonly Section[] = [
  { path: "/", name: "Overview" },
  { path: "/facts", name: "Facts" },
  { path: "/find", name: "Ask" },
  { path: "/plot", name: "Plot" },
  { path: "/sql", name: "SQL" },
];
