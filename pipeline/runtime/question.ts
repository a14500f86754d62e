import type { Kind, ReferenceType } from "../model/mention.js";
import { FaktumError } from "./faktum-error.js";
import type { Comparison, QuestionContext, QuestionPart, TimeRange } from "./question/question-part.js";
import { type Refused, settleParts } from "./question/settle-parts.js";
import { questionParts } from "./question-parts.js";
import { questionTerms } from "./question-terms.js";
import type { Ordering } from "./question-words.js";

/** What a question asks for. A fact must fit every field that holds something; of a list one entry is enough. */
export interface Question {
  readonly kinds: readonly Kind[];
  /** Only where the kind is `reference` alone. */
  readonly refTypes: readonly ReferenceType[];
  /** Numbers of documents. */
  readonly refNumbers: readonly string[];
  /** Ids, as in `facts.concept`. */
  readonly concepts: readonly string[];
  /** All of them must hold, but numbers that the value may equal: of these one. */
  readonly comparisons: readonly Comparison[];
  /** Codes, as in `facts.unit`. */
  readonly units: readonly string[];
  /** When the fact holds. */
  readonly holds: readonly TimeRange[];
  /** When its article was published. */
  readonly published: readonly TimeRange[];
  /** BCP 47 tags. */
  readonly languages: readonly string[];
  /** To look for in the sentence, all of them. */
  readonly words: readonly string[];
  /** A fact must fit none of this. */
  readonly refused: Refused;
  readonly order?: Ordering;
  /** Absent where all are asked for. */
  readonly limit?: number;
  /** The question says how many. */
  readonly isLimited?: true;
  /** Words of the question that had no effect, in its order. */
  readonly notUnderstood: readonly string[];
}

/** So many facts are shown unless the question says how many. */
export const USUAL_LIMIT = 100;

/**
 * Reads a question in English, the only language that compromise knows. Throws FaktumError when nothing in it says what
 * to look for.
 */
export function readQuestion(text: string, context: QuestionContext): Question {
  const { parts, refused } = settleParts(questionParts(questionTerms(text), context));
  const stated = parts.findLast((part) => part.limit !== undefined)?.limit;
  const limit = stated ?? (parts.some(({ isAll }) => isAll) ? undefined : USUAL_LIMIT);
  const order = parts.findLast((part) => part.order !== undefined)?.order;
  const question = {
    kinds: kindsOf(parts),
    refTypes: distinct(parts.flatMap(({ refType }) => refType ?? [])),
    refNumbers: distinct(parts.flatMap(({ refNumber }) => refNumber ?? [])),
    concepts: distinct(parts.flatMap(({ concept }) => concept ?? [])),
    comparisons: parts.flatMap(({ comparisons }) => comparisons ?? []),
    units: distinct(parts.flatMap(({ units }) => units ?? []).map(({ code }) => code)),
    holds: joinOpenRanges(parts.flatMap(({ holds }) => holds ?? [])),
    published: joinOpenRanges(parts.flatMap(({ published }) => published ?? [])),
    languages: distinct(parts.flatMap(({ languages }) => languages ?? [])),
    words: distinct(parts.flatMap(({ word }) => word ?? [])),
    refused,
    ...(order !== undefined && { order }),
    ...(limit !== undefined && { limit }),
    ...(stated !== undefined && ({ isLimited: true } as const)),
    notUnderstood: parts.flatMap(({ unknown }) => unknown ?? []),
  };
  if (!parts.some(saysWhatToLookFor) && !Object.values(refused).some((list) => list.length > 0)) {
    throw new FaktumError(
      "find.nothing-understood",
      `nothing to look for in "${text}"; ask as in "percentages above 80 in German articles since 2023"`,
      { exitCode: 2 },
    );
  }
  return question;
}

function saysWhatToLookFor({ text: _, unknown: __, ...asked }: QuestionPart): boolean {
  return Object.keys(asked).length > 0;
}

/** The kinds named, or those that the units, the shares and the documents' types belong to. */
function kindsOf(parts: readonly QuestionPart[]): readonly Kind[] {
  const named = parts.flatMap(({ kinds, refType, refNumber }) => [
    ...(kinds ?? []),
    ...(refType === undefined && refNumber === undefined ? [] : (["reference"] as const)),
  ]);
  if (named.length > 0) return distinct(named);
  const ofUnits = parts.flatMap(({ units }) => units ?? []).map(({ kind }) => kind);
  const ofShares = parts.some(({ comparisons }) => comparisons?.some(({ isShare }) => isShare))
    ? (["percentage", "ratio"] as const)
    : [];
  return distinct([...ofUnits, ...ofShares]);
}

/** `since 2020 ... before 2023` is one range; `in 2020 or 2023` are two. */
function joinOpenRanges(ranges: readonly TimeRange[]): readonly TimeRange[] {
  const isOpen = ({ from, to }: TimeRange) => from === undefined || to === undefined;
  const open = ranges.filter(isOpen);
  const joined: TimeRange = Object.assign({}, ...open);
  return [...(open.length > 0 ? [joined] : []), ...ranges.filter((range) => !isOpen(range))];
}

function distinct<Entry>(entries: readonly Entry[]): readonly Entry[] {
  return [...new Set(entries)];
}
