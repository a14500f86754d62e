import type { Kind, ReferenceType } from "../../model/mention.js";
import type { QuestionNames, UnitName } from "../question-names.js";
import type { QuestionTerm } from "../question-terms.js";
import type { Ordering, Relation } from "../question-words.js";

/** A value asked for: it stands in this relation to the number. */
export interface Comparison {
  readonly relation: Relation;
  readonly value: number;
  /** The number is a share, in percent: `half`, `one in five`. */
  readonly isShare?: true;
}

/** ISO 8601 years, months or days, the first and the last, both included; open where there is none. */
export interface TimeRange {
  readonly from?: string;
  readonly to?: string;
}

/** What some words of a question ask for; nothing where they only hold it together. */
export interface QuestionPart {
  readonly kinds?: readonly Kind[];
  readonly refType?: ReferenceType;
  /** What the word of `refType` counts where the question asks for other facts than references. */
  readonly countedAs?: string;
  /** Number of a document. */
  readonly refNumber?: string;
  readonly concept?: string;
  readonly comparisons?: readonly Comparison[];
  readonly units?: readonly UnitName[];
  readonly holds?: TimeRange;
  readonly published?: TimeRange;
  readonly languages?: readonly string[];
  readonly order?: Ordering;
  readonly limit?: number;
  readonly isAll?: true;
  /** `facts`, of whatever kind. */
  readonly isAnything?: true;
  /** To look for in the sentence; a name of several words as they follow each other. */
  readonly word?: string;
  /** What comes next is not wanted. */
  readonly negates?: true;
  readonly unknown?: string;
  /** The number is an ordinal: `third`, `8th`. */
  readonly isOrdinal?: true;
  /** The words themselves. */
  readonly text: string;
}

export interface FoundPart {
  readonly part: Omit<QuestionPart, "text">;
  /** Index of the term behind what was read. */
  readonly end: number;
}

/** What words are read by. */
export interface QuestionContext {
  readonly names: QuestionNames;
  /** ISO 8601 day that `last year` is told from. */
  readonly today: string;
}

/** Reads what begins at a term; nothing when that is not its affair. */
export type PartReader = (
  terms: readonly QuestionTerm[],
  at: number,
  context: QuestionContext,
) => FoundPart | undefined;
