import type { Amount } from "../../pipeline/model/amount.js";
import type { Modifier } from "../../pipeline/model/mention.js";
import type { Span } from "../../pipeline/model/span.js";
import type { Element, NumberReading } from "../elements/element.js";
import type { Lexicon } from "../lexicon/lexicon.js";
import type { SenseBits } from "../lexicon/sense-set.js";
import type { Rule } from "./rule.js";

/** One sentence as rules see it. */
export interface SentenceView {
  readonly text: string;
  readonly elements: readonly Element[];
  /** The classes that its words have. */
  readonly present: SenseBits;
  readonly lexicon: Lexicon;
  /** What was read of the sentence already, kept for the next rule that asks: noun phrases by where they begin. */
  readonly nounPhrases: Map<number, NounPhrase | undefined>;
}

/** A noun phrase: elements `from` to `to` (exclusive) and its span. `head` is the element whose word groups it. */
export interface NounPhrase {
  readonly from: number;
  readonly to: number;
  readonly head: number;
  readonly span: Span;
}

/** A number or range, as the slot `amount` reads it. */
export interface AmountReading {
  readonly amount: Amount;
  /** The first number of it. */
  readonly first: NumberReading;
  /** A word of degree between the parts: `zwischen etwa 5 und 10`. */
  readonly modifier?: Modifier;
}

/** What a slot was filled with. `from` and `to` are indices of elements, `to` exclusive; the span is in UTF-16 units. */
export interface Binding {
  readonly from: number;
  readonly to: number;
  readonly span: Span;
  /** Set by the slots that hold a number. */
  readonly number?: NumberReading | undefined;
  /** Set by `amount`. */
  readonly amount?: AmountReading;
  /** Set by slots of a sense class: the code of that class. */
  readonly code?: string | undefined;
  /** Set by `document_number`: its canonical form and, where it states one, its year. */
  readonly documentNumber?: {
    readonly number: string;
    readonly year?: number;
    /** A court's file number, whatever word stands in front of it. */
    readonly court?: true;
    /** The name of its series belongs to the number. */
    readonly volume?: true;
  };
}

/** The slots of a match that were filled, by role. */
export interface Bindings {
  /** The roles of a template's parts, empty for a word; and what fills each, undefined for an optional part without. */
  readonly roles: readonly string[];
  readonly bound: readonly (Binding | undefined)[];
  get(role: string): Binding | undefined;
  has(role: string): boolean;
}

/** A rule that fits a sentence, with its slots by role. */
export interface Match {
  readonly rule: Rule;
  readonly view: SentenceView;
  readonly bindings: Bindings;
  /** First and last element used, `to` exclusive. */
  readonly from: number;
  readonly to: number;
}
