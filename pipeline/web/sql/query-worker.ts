import { Worker } from "node:worker_threads";
import { sqlStemmer } from "../../runtime/sql-stemmer.js";
import { openStore } from "../../store/open-store.js";
import { runQuery } from "../../store/run-query.js";
import type { Stem } from "../../store/sql-functions.js";
import type { AnswerPiece, AnswerSize, QueryMessage, QueryReply } from "./query-message.js";
import { readPieces } from "./read-pieces.js";

/**
 * A process of its own that answers questions about one database, one at a time. Nothing within a process can end a
 * query of SQLite's; so whoever waits too long ends the process. Started with the database and the most memory in MB.
 */
const [database = "", megabytes = ""] = process.argv.slice(2);
/** The rows that are still to be sent. */
let pieces: Iterator<AnswerPiece> | undefined;

// A query of SQLite's lets nothing else happen in its thread; another one sees that the process grows.
new Worker(new URL("./query-watch-worker.js", import.meta.url), {
  workerData: { megabytes: Number(megabytes), parent: process.ppid },
  execArgv: [],
}).unref();
process.on("disconnect", () => process.exit());
process.on("message", (message: QueryMessage) => {
  if (message.sort === "drop") letGo();
  else if (message.sort === "more") void reply(next);
  else void reply(() => begin(message.sql, message.size));
});

async function begin(sql: string, size: AnswerSize): Promise<AnswerPiece> {
  letGo();
  pieces = answer(sql, size, await sqlStemmer(sql));
  return next();
}

function* answer(sql: string, size: AnswerSize, stem: Stem | undefined): Generator<AnswerPiece> {
  // Opened anew for each question: nothing that one has set lasts, and a database that was exchanged is noticed.
  const store = openStore(database, { mode: "read", isHardened: true, stem });
  try {
    yield* readPieces(runQuery(store, sql, { limit: size.rows }), size);
  } finally {
    store.close();
  }
}

function next(): AnswerPiece {
  const result = pieces?.next();
  if (result === undefined || result.done) throw new Error("asked for more than there is");
  if (result.value.isLast) letGo();
  return result.value;
}

function letGo(): void {
  pieces?.return?.();
  pieces = undefined;
}

async function reply(work: () => QueryReply | Promise<QueryReply>): Promise<void> {
  let message: QueryReply;
  try {
    message = await work();
  } catch (error) {
    letGo();
    message = { sort: "failure", ...told(error) };
  }
  process.send?.(message);
}

function told(error: unknown): { readonly code: string; readonly message: string } {
  const { code, message } = error as { readonly code?: unknown; readonly message?: unknown };
  const text = String(message ?? error);
  if (typeof code === "string" && code.startsWith("store.")) return { code, message: text };
  const remedy = "ask for smaller values, or for fewer at once";
  return { code: "query.failed", message: `${database}: ${text.replace(/\s+/gu, " ")}; ${remedy}` };
}
