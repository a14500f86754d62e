import { type Kind, REFERENCE_TYPES, type ReferenceType } from "../model/mention.js";
import type { DateUnit } from "./question/step-date.js";

/** How a value lies to the number asked for. */
export type Relation = "=" | "<>" | ">" | ">=" | "<" | "<=";

/** `nearly` is somewhat less or the number itself. */
export type QuestionRelation = Relation | "around" | "nearly";

/** What comes first. Of ranks the best is the smallest number. */
export type Ordering = "largest" | "smallest" | "best" | "worst" | "latest" | "earliest";

type Phrases<Meaning> = readonly (readonly [phrase: string, meaning: Meaning])[];

/** The English of questions: words and phrases, lower-cased, with what they ask for. */
export interface QuestionWords {
  /** In the singular; a plural `s` is taken off before they are looked up. */
  readonly kinds: ReadonlyMap<string, readonly Kind[]>;
  readonly references: readonly ReferenceType[];
  /** In front of a number. A phrase stands before every other that it begins with. */
  readonly comparisons: Phrases<QuestionRelation>;
  /** Behind a number. */
  readonly comparisonsAfter: Phrases<QuestionRelation>;
  /** Units of percentages; other units are called by their code. */
  readonly percentages: Phrases<string>;
  /** The commonest other units in English, to their codes. */
  readonly units: Phrases<string>;
  /** In front of a period: on which side of it the time asked for lies. */
  readonly times: ReadonlyMap<string, "in" | "since" | "after" | "before" | "until">;
  readonly months: ReadonlyMap<string, number>;
  readonly periods: ReadonlyMap<string, DateUnit>;
  /** Behind one of these a time is that of the article. */
  readonly articles: ReadonlySet<string>;
  readonly orders: Phrases<Ordering>;
  readonly negations: readonly string[];
  /** Parts of a whole, to how many make it up. */
  readonly fractions: ReadonlyMap<string, number>;
  readonly smallNumbers: ReadonlyMap<string, number>;
  readonly multiples: ReadonlyMap<string, number>;
  /** Words that hold a question together and ask for nothing by themselves. */
  readonly silent: ReadonlySet<string>;
  /** What every fact is. */
  readonly anything: ReadonlySet<string>;
  /** Words that ask for what is not answered here: to search for them would hide that. */
  readonly unanswered: ReadonlySet<string>;
}

export const QUESTION_WORDS: QuestionWords = {
  kinds: new Map([
    ["percentage", ["percentage"]],
    ["count", ["count"]],
    ["number", ["count"]],
    ["ratio", ["ratio"]],
    ["rank", ["rank"]],
    ["ranked", ["rank"]],
    ["ranking", ["rank"]],
    ["money", ["money"]],
    ["amount", ["money"]],
    ["sum", ["money"]],
    ["cost", ["money"]],
    ["price", ["money"]],
    ["measurement", ["measurement"]],
    ["quantity", ["measurement"]],
    ["reference", ["reference"]],
    ["citation", ["reference"]],
    ["date", ["date"]],
    ["fraction", ["ratio"]],
    ["share", ["percentage", "ratio"]],
    ["proportion", ["percentage", "ratio"]],
    ["duration", ["measurement"]],
  ]),
  // `article` is what a question calls the texts, and `other` no word for a document.
  references: REFERENCE_TYPES.filter((type) => type !== "article" && type !== "other"),
  comparisons: [
    ["greater than or equal to", ">="],
    ["more than or equal to", ">="],
    ["less than or equal to", "<="],
    ["no less than", ">="],
    ["no fewer than", ">="],
    ["not less than", ">="],
    ["not fewer than", ">="],
    ["at least", ">="],
    ["a minimum of", ">="],
    ["a maximum of", "<="],
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
    ["in excess of", ">"],
    ["upwards of", ">"],
    ["exceeding", ">"],
    ["beyond", ">"],
    ["over", ">"],
    ["above", ">"],
    ["as many as", "<="],
    ["as much as", "<="],
    ["less than", "<"],
    ["fewer than", "<"],
    ["lower than", "<"],
    ["smaller than", "<"],
    ["below", "<"],
    ["under", "<"],
    ["exactly", "="],
    ["precisely", "="],
    ["equal to", "="],
    ["equals", "="],
    ["around", "around"],
    ["about", "around"],
    ["approximately", "around"],
    ["roughly", "around"],
    ["close to", "around"],
    ["circa", "around"],
    ["nearly", "nearly"],
    ["almost", "nearly"],
    ["≥", ">="],
    ["≤", "<="],
    [">", ">"],
    ["<", "<"],
    ["=", "="],
  ],
  comparisonsAfter: [
    ["+", ">="],
    ["or more", ">="],
    ["and more", ">="],
    ["or over", ">="],
    ["or above", ">="],
    ["or higher", ">="],
    ["or less", "<="],
    ["or fewer", "<="],
    ["or below", "<="],
    ["or lower", "<="],
    ["or under", "<="],
  ],
  percentages: [
    ["percentage points", "pp"],
    ["percentage point", "pp"],
    ["pp", "pp"],
    ["percent", "%"],
    ["per cent", "%"],
    ["per mille", "per_mille"],
  ],
  units: [
    ["square kilometers", "km2"],
    ["square kilometres", "km2"],
    ["square meters", "m2"],
    ["square metres", "m2"],
    ["us dollars", "USD"],
    ["dollars", "USD"],
    ["euros", "EUR"],
    ["euro", "EUR"],
    ["rupiah", "IDR"],
    ["norwegian kroner", "NOK"],
    ["kilometers", "km"],
    ["kilometres", "km"],
    ["meters", "m"],
    ["metres", "m"],
    ["hectares", "ha"],
    ["kilograms", "kg"],
    ["kilos", "kg"],
    ["tonnes", "t"],
    ["tons", "t"],
    ["litres", "L"],
    ["liters", "L"],
    ["megawatts", "MW"],
    ["kilowatts", "kW"],
    ["years", "a"],
    ["months", "mo"],
    ["weeks", "wk"],
    ["days", "d"],
    ["hours", "h"],
    ["minutes", "min"],
  ],
  times: new Map([
    ["in", "in"],
    ["during", "in"],
    ["since", "since"],
    ["from", "since"],
    ["after", "after"],
    ["before", "before"],
    ["until", "until"],
    ["till", "until"],
    ["through", "until"],
  ]),
  months: new Map(
    (
      "january february march april may june july august september october november december " +
      "jan feb mar apr may jun jul aug sep oct nov dec"
    )
      .split(" ")
      .map((name, index) => [name, (index % 12) + 1] as const),
  ),
  periods: new Map(
    (["year", "month", "week", "day"] as const).flatMap((unit) => [[unit, unit] as const, [`${unit}s`, unit] as const]),
  ),
  articles: new Set(
    "article articles text texts news reports press published reported written cited mentioned stated found".split(" "),
  ),
  orders: [
    ["largest", "largest"],
    ["biggest", "largest"],
    ["greatest", "largest"],
    ["highest", "best"],
    ["top", "best"],
    ["best", "best"],
    ["smallest", "smallest"],
    ["fewest", "smallest"],
    ["lowest", "worst"],
    ["bottom", "worst"],
    ["worst", "worst"],
    ["most recent", "latest"],
    ["latest", "latest"],
    ["newest", "latest"],
    ["earliest", "earliest"],
    ["oldest", "earliest"],
  ],
  negations: ["except for", "except", "excluding", "other than", "but not", "without", "not", "no"],
  fractions: new Map([
    ["half", 2],
    ["halves", 2],
    ...["third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"].flatMap((part, index) => [
      [part, index + 3] as const,
      [`${part}s`, index + 3] as const,
    ]),
    ["quarter", 4],
    ["quarters", 4],
  ]),
  smallNumbers: new Map(
    "one two three four five six seven eight nine ten".split(" ").map((word, index) => [word, index + 1] as const),
  ),
  multiples: new Map([
    ["thousand", 1e3],
    ["million", 1e6],
    ["billion", 1e9],
    ["trillion", 1e12],
  ]),
  anything: new Set("fact facts value values figures statistics".split(" ")),
  silent: new Set(
    (
      "a an the of in with by for on at to from about and or but as that which article articles text texts " +
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
