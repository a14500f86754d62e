import { type CalibrationBand, calibration, type JudgedFact } from "./calibration.js";
import type { FactJson } from "./fact-json.js";
import type { GoldFact } from "./gold.js";
import type { LineMatch } from "./match-facts.js";
import { type Rate, rate, type Tally } from "./rate.js";
import { sameCode, sameNumber, samePhrase } from "./same-value.js";

/** A share of right answers: `accuracy` is `right / of`. */
export interface Accuracy {
  readonly accuracy: number;
  readonly right: number;
  readonly of: number;
}

/** Scores of a set of gold lines; the keys of the tables are kinds, language tags, attribute names, `kind -> kind`. */
export interface Evaluation {
  readonly lines: number;
  readonly all: Rate;
  readonly kinds: Readonly<Record<string, Rate>>;
  readonly languages: Readonly<Record<string, Rate>>;
  /** Of the right facts, how many had the attribute right that the gold fact states. */
  readonly attributes: Readonly<Record<string, Accuracy>>;
  /** Lines whose language was decided as the gold line states; absent when no gold line states one. */
  readonly language?: Accuracy;
  /** Of the found facts, right and invented, how many were right at what confidence. */
  readonly calibration: readonly CalibrationBand[];
  /** Missed facts at whose place another was found. */
  readonly confusions: Readonly<Record<string, number>>;
}

type Counter = { -readonly [Outcome in keyof Tally]: Tally[Outcome] };

interface Share {
  right: number;
  of: number;
}

const UNSTATED = "unstated";

/** Adds up line matches; the definitions are those of `matchFacts`. */
export function evaluate(matches: Iterable<LineMatch>): Evaluation {
  const all: Counter = { right: 0, invented: 0, missed: 0 };
  const kinds = new Map<string, Counter>();
  const languages = new Map<string, Counter>();
  const attributes = new Map<string, Share>();
  const confusions = new Map<string, number>();
  const language: Share = { right: 0, of: 0 };
  const judged: JudgedFact[] = [];
  let lines = 0;
  for (const match of matches) {
    const tag = match.gold.lang;
    const count = (kind: string, outcome: keyof Tally): void => {
      all[outcome] += 1;
      entry(kinds, kind, emptyTally)[outcome] += 1;
      entry(languages, tag ?? UNSTATED, emptyTally)[outcome] += 1;
    };
    lines += 1;
    if (tag !== undefined) addTo(language, match.answer.lang === tag);
    for (const { gold, found } of match.right) {
      count(gold.kind, "right");
      judged.push({ confidence: found.confidence, right: true });
      for (const [name, same] of attributeChecks(gold, found)) addTo(entry(attributes, name, emptyShare), same);
    }
    for (const { gold, instead } of match.missed) {
      count(gold.kind, "missed");
      if (instead === undefined) continue;
      const confusion = `${gold.kind} -> ${instead.kind}`;
      confusions.set(confusion, (confusions.get(confusion) ?? 0) + 1);
    }
    for (const fact of match.invented) {
      count(fact.kind, "invented");
      judged.push({ confidence: fact.confidence, right: false });
    }
  }
  return {
    lines,
    all: rate(all),
    kinds: table(kinds, rate),
    languages: table(languages, rate),
    attributes: table(attributes, accuracy),
    ...(language.of === 0 ? {} : { language: accuracy(language) }),
    calibration: calibration(judged),
    confusions: Object.fromEntries(confusions),
  };
}

/** Exact span and modifier are asked of every fact that can have one; the others only when the gold fact states them. */
function attributeChecks(gold: GoldFact, found: FactJson): readonly (readonly [string, boolean])[] {
  const checks: (readonly [string, boolean])[] = [["exact span", found.start === gold.start && found.end === gold.end]];
  if (gold.kind !== "date" && gold.kind !== "reference") checks.push(["modifier", gold.modifier === found.modifier]);
  if (gold.item) checks.push(["item", samePhrase(gold.item, found.item)]);
  if (gold.subject) checks.push(["subject", samePhrase(gold.subject, found.subject)]);
  if (gold.ref_type) checks.push(["ref_type", gold.ref_type === found.ref_type]);
  if (gold.when) checks.push(["when", sameCode(gold.when, found.when)]);
  if (gold.of !== undefined) checks.push(["of", sameNumber(gold.of, found.of)]);
  return checks;
}

function accuracy({ right, of }: Share): Accuracy {
  return { accuracy: right / of, right, of };
}

function addTo(share: Share, same: boolean): void {
  share.of += 1;
  if (same) share.right += 1;
}

function emptyTally(): Counter {
  return { right: 0, invented: 0, missed: 0 };
}

function emptyShare(): Share {
  return { right: 0, of: 0 };
}

function entry<V>(map: Map<string, V>, key: string, make: () => V): V {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}

function table<V, R>(map: ReadonlyMap<string, V>, convert: (value: V) => R): Readonly<Record<string, R>> {
  return Object.fromEntries([...map].sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, value]) => [key, convert(value)]));
}
