import type { Diagnostic } from "./diagnostic.js";
import type { Document } from "./document.js";
import type { Fact } from "./fact.js";
import type { Fingerprint } from "./fingerprint.js";
import type { LanguageDecision } from "./language.js";
import type { Sentence } from "./sentence.js";

/** Everything that the pure stages make of one document, ready to be stored whole. */
export interface Analysis {
  readonly document: Document;
  readonly language: LanguageDecision;
  readonly sentences: readonly Sentence[];
  readonly facts: readonly Fact[];
  readonly diagnostics: readonly Diagnostic[];
  /** By which the store finds its copies; without one it has none. */
  readonly fingerprint?: Fingerprint;
}
