import type { Document } from "../pipeline/model/document.js";
import type { Sentence } from "../pipeline/model/sentence.js";
import type { Lookup } from "./lexicon/look-up.js";
import type { Tokens } from "./text/scan.js";

/** A sentence with its place among the document's tokens, `to` exclusive. */
export interface TokenisedSentence {
  readonly sentence: Sentence;
  readonly from: number;
  readonly to: number;
}

/** A document cut into tokens and sentences: what the sentence stage hands to the mention stage. */
export interface TokenisedDocument {
  readonly document: Document;
  readonly tokens: Tokens;
  /** By token what a word or sign is in the lexicon of its sentence; undefined elsewhere. */
  readonly lookups: readonly (Lookup | undefined)[];
  /** Bits of `Opening` by token. */
  readonly openings: Uint8Array;
  readonly sentences: readonly TokenisedSentence[];
}
