import { type Kind, REFERENCE_TYPES, type ReferenceType } from "../model/mention.js";

/** How a value lies to the number asked for. */
export type Relation = "=" | ">" | ">=" | "<" | "<=";

type Phrases<Meaning> = readonly (readonly [phrase: string, meaning: Meaning])[];

/** The English of questions: words and phrases, lower-cased, with what they ask for. */
export interface QuestionWords {
  /** In the singular; a plural `s` is taken off before they are looked up. */
  readonly kinds: ReadonlyMap<string, Kind>;
  readonly references: readonly ReferenceType[];
  /** In front of a number. A phrase stands before every other that it begins with. */
  readonly comparisons: Phrases<Relation>;
  /** Behind a number. */
  readonly comparisonsAfter: Phrases<Relation>;
  /** Units of percentages; other units are called by their code. */
  readonly percentages: Phrases<string>;
  /** In front of a year: the first and the last year asked for, as steps from it. */
  readonly times: ReadonlyMap<string, { readonly from?: number; readonly to?: number }>;
  readonly multiples: ReadonlyMap<string, number>;
  /** Words that hold a question together and ask for nothing by themselves. */
  readonly silent: ReadonlySet<string>;
  /** Words that ask for what is not answered here: to search for them would hide that. */
  readonly unanswered: ReadonlySet<string>;
}

export const QUESTION_WORDS: QuestionWords = {
  kinds: new Map([
    ["percentage", "percentage"],
    ["count", "count"],
    ["number", "count"],
    ["ratio", "ratio"],
    ["rank", "rank"],
    ["ranked", "rank"],
    ["ranking", "rank"],
    ["money", "money"],
    ["amount", "money"],
    ["sum", "money"],
    ["cost", "money"],
    ["price", "money"],
    ["measurement", "measurement"],
    ["quantity", "measurement"],
    ["reference", "reference"],
    ["citation", "reference"],
    ["date", "date"],
  ]),
  // `article` is what a question calls the texts, and `other` no word for a document.
  references: REFERENCE_TYPES.filter((type) => type !== "article" && type !== "other"),
  comparisons: [
    ["no less than", ">="],
    ["no fewer than", ">="],
    ["not less than", ">="],
    ["not fewer than", ">="],
    ["at least", ">="],
    ["minimum", ">="],
    ["no more than", "<="],
    ["not more than", "<="],
    ["at most", "<="],
    ["up to", "<="],
    ["maximum", "<="],
    ["more than", ">"],
    ["greater than", ">"],
    ["higher than", ">"],
    ["larger than", ">"],
    ["bigger than", ">"],
    ["exceeding", ">"],
    ["over", ">"],
    ["above", ">"],
    ["less than", "<"],
    ["fewer than", "<"],
    ["lower than", "<"],
    ["smaller than", "<"],
    ["below", "<"],
    ["under", "<"],
    ["exactly", "="],
    ["precisely", "="],
    ["equal to", "="],
    ["≥", ">="],
    ["≤", "<="],
    [">", ">"],
    ["<", "<"],
    ["=", "="],
  ],
  comparisonsAfter: [
    ["or more", ">="],
    ["or above", ">="],
    ["or higher", ">="],
    ["or less", "<="],
    ["or fewer", "<="],
    ["or below", "<="],
    ["or lower", "<="],
  ],
  percentages: [
    ["percentage points", "pp"],
    ["percentage point", "pp"],
    ["pp", "pp"],
    ["percent", "%"],
    ["per cent", "%"],
    ["per mille", "per_mille"],
  ],
  times: new Map([
    ["in", { from: 0, to: 0 }],
    ["during", { from: 0, to: 0 }],
    ["since", { from: 0 }],
    ["from", { from: 0 }],
    ["after", { from: 1 }],
    ["before", { to: -1 }],
    ["until", { to: 0 }],
    ["till", { to: 0 }],
    ["through", { to: 0 }],
  ]),
  multiples: new Map([
    ["thousand", 1e3],
    ["million", 1e6],
    ["billion", 1e9],
    ["trillion", 1e12],
  ]),
  silent: new Set(
    (
      "a an the of in with by for on at to from about and or as that which fact facts value values article articles text texts " +
      "language year all any every each show list find give get tell see please there have has had having me us how many " +
      "cited mentioned stated reported written published found"
    ).split(" "),
  ),
  unanswered: new Set(
    (
      "average mean median half few several top bottom most least best worst last latest recent previous next limit first more less than " +
      "fewer over above below under between up without except not no"
    ).split(" "),
  ),
};
