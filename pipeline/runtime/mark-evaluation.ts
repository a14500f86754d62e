import type { StatedFields } from "../model/stated-fields.js";
import type { PresentFact } from "../store/marked-documents.js";
import type { Mark } from "../store/marks.js";
import { type Rate, rate, type Tally } from "./rate.js";
import { sameCode, sameNumber, sameValue } from "./same-value.js";

/** A mark and the facts that its document has now. */
export interface JudgedMark {
  readonly mark: Mark;
  readonly facts: readonly PresentFact[];
}

/** `share` is `done / of`, 0 when there are none. */
export interface MarkShare {
  readonly share: number;
  readonly done: number;
  readonly of: number;
}

/** How the facts of a database stand to what reviewers marked; the keys of the tables are kinds, language tags and rule ids. */
export interface MarkEvaluation {
  readonly marks: number;
  readonly stillFound: MarkShare;
  readonly wrongGone: MarkShare;
  readonly nowRight: MarkShare;
  readonly all: Rate;
  readonly kinds: Readonly<Record<string, Rate>>;
  readonly languages: Readonly<Record<string, Rate>>;
  /** By the rule that had found the fact when it was marked. */
  readonly rules: Readonly<Record<string, Rate>>;
}

type Outcome = Readonly<Tally>;
type Counter = { -readonly [Name in keyof Tally]: Tally[Name] };

/**
 * Adds up marks: a fact that was marked right, or as it was corrected, is right when it is found and missed when not; one that was
 * marked wrong, or that should be corrected and is found as it was, is invented.
 */
export function evaluateMarks(judged: Iterable<JudgedMark>): MarkEvaluation {
  const all = emptyTally();
  const tables = {
    kinds: new Map<string, Counter>(),
    languages: new Map<string, Counter>(),
    rules: new Map<string, Counter>(),
  };
  const shares = { right: { done: 0, of: 0 }, wrong: { done: 0, of: 0 }, corrected: { done: 0, of: 0 } };
  let marks = 0;
  for (const { mark, facts } of judged) {
    const outcome = outcomeOf(mark, facts);
    const share = shares[mark.verdict];
    marks += 1;
    share.of += 1;
    if (mark.verdict === "wrong" ? outcome.invented === 0 : outcome.right === 1) share.done += 1;
    add(all, outcome);
    add(entry(tables.kinds, (mark.corrected ?? mark.stated).kind), outcome);
    add(entry(tables.languages, mark.language), outcome);
    add(entry(tables.rules, mark.rule), outcome);
  }
  return {
    marks,
    stillFound: shareOf(shares.right),
    wrongGone: shareOf(shares.wrong),
    nowRight: shareOf(shares.corrected),
    all: rate(all),
    kinds: table(tables.kinds),
    languages: table(tables.languages),
    rules: table(tables.rules),
  };
}

function outcomeOf({ verdict, state, factId, stated, corrected }: Mark, facts: readonly PresentFact[]): Outcome {
  // The fact that the store found at the place goes first: behind another text it stands elsewhere.
  const met = facts.find(({ id }) => id === factId)?.stated;
  const shift = met !== undefined && state === "same" ? met.start - stated.start : 0;
  const isFound = (wanted: StatedFields): boolean =>
    facts.some(
      ({ stated: fact }) => fact.kind === wanted.kind && meets(wanted, fact, shift) && sameValue(wanted, fact),
    );
  if (verdict === "wrong") return { right: 0, invented: isFound(stated) ? 1 : 0, missed: 0 };
  if (verdict === "right") return isFound(stated) ? { right: 1, invented: 0, missed: 0 } : MISSED;
  const isRight = facts.some(
    ({ stated: fact }) => corrected !== undefined && isCorrected(corrected, { stated, fact, shift }),
  );
  if (isRight) return { right: 1, invented: 0, missed: 0 };
  return { right: 0, invented: isFound(stated) ? 1 : 0, missed: 1 };
}

const MISSED: Outcome = { right: 0, invented: 0, missed: 1 };

/** A correction may be of any field, the place too: all that it states must be so, and nothing else be stated. */
function isCorrected(
  wanted: StatedFields,
  { stated, fact, shift }: { readonly stated: StatedFields; readonly fact: StatedFields; readonly shift: number },
): boolean {
  const isPlaceCorrected = wanted.start !== stated.start || wanted.end !== stated.end;
  const isInPlace = fact.start === wanted.start + shift && fact.end === wanted.end + shift;
  return (
    wanted.kind === fact.kind &&
    (isPlaceCorrected ? isInPlace : meets(wanted, fact, shift)) &&
    sameValue(wanted, fact) &&
    wanted.modifier === fact.modifier &&
    sameCode(wanted.item, fact.item) &&
    sameCode(wanted.subject, fact.subject) &&
    sameCode(wanted.when, fact.when) &&
    sameNumber(wanted.of, fact.of) &&
    wanted.ref_type === fact.ref_type &&
    wanted.year === fact.year
  );
}

function meets(wanted: StatedFields, fact: StatedFields, shift: number): boolean {
  return wanted.start + shift < fact.end && fact.start < wanted.end + shift;
}

function emptyTally(): Counter {
  return { right: 0, invented: 0, missed: 0 };
}

function entry(counters: Map<string, Counter>, key: string): Counter {
  const known = counters.get(key) ?? emptyTally();
  counters.set(key, known);
  return known;
}

function add(counter: Counter, outcome: Outcome): void {
  counter.right += outcome.right;
  counter.invented += outcome.invented;
  counter.missed += outcome.missed;
}

function shareOf({ done, of }: { readonly done: number; readonly of: number }): MarkShare {
  return { share: done / of || 0, done, of };
}

function table(counters: ReadonlyMap<string, Counter>): Readonly<Record<string, Rate>> {
  return Object.fromEntries(
    [...counters].sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, counter]) => [key, rate(counter)]),
  );
}
