import type { Span } from "../model/span.js";
import { sqliteCodeOf } from "./store-error.js";

/** A fact that the database would not take. */
export interface RefusedFact {
  readonly kind: string;
  readonly exact: string;
  readonly rule: string;
  readonly span: Span;
}

/** A document, or a fact of it, that breaks a rule of the database. Its own fault: other documents can be stored. */
export class DocumentRefusal extends Error {
  /** The fact that broke the rule, when it was one. */
  readonly fact: RefusedFact | undefined;

  constructor(message: string, fact?: RefusedFact, options?: { readonly cause: unknown }) {
    super(message, options);
    this.name = "DocumentRefusal";
    this.fact = fact;
  }
}

/** A broken constraint as DocumentRefusal; any other error, a full disk say, unchanged. `fact`: what was being inserted. */
export function toRefusal(error: unknown, fact: RefusedFact | undefined): unknown {
  const code = sqliteCodeOf(error);
  const isRefusal = code !== undefined && (code.startsWith("SQLITE_CONSTRAINT") || code === "SQLITE_TOOBIG");
  if (!isRefusal) return error;
  return new DocumentRefusal((error as { readonly message: string }).message, fact, { cause: error });
}
