import type { Span } from "./span.js";
import type { StageName } from "./stages.js";

export type Severity = "info" | "warning" | "error";

/** A problem in the data, told on the document it is in; the run goes on. */
export interface Diagnostic {
  /** Stable machine name, `<stage>.<what>`, e.g. `read.invalid-utf8`. Nobody matches on `message`. */
  readonly code: string;
  readonly severity: Severity;
  readonly stage: StageName;
  /** One line: what is wrong, and what to do about it. */
  readonly message: string;
  /** Place in the document's text, where it has one. */
  readonly span?: Span;
}
