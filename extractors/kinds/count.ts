import type { CountMention } from "../../pipeline/model/mention.js";
import { isWhole } from "../numbers/decimal.js";
import { followsDefiniteNoun, nounPhraseBefore } from "../phrases/noun-phrase.js";
import { isMeasuredInClause } from "../rules/is-measured-in-clause.js";
import type { Binding, Match, SentenceView } from "../rules/match.js";
import { amountOf, isArticle, type MentionBase, mentionBase } from "../rules/mention-base.js";

const SCORE_SIGNS = "-–:/";

/**
 * Reads a match with the slots `amount` and `item`, `amount` and `times`, or `noun_dual` alone;
 * `definite` is a number with the article behind its noun (`القارات السبع`),
 * `collective` is an ordinal that counts (`di ketiga bidang`). Nothing for an article,
 * a fraction, a number that is a label's (`Windows 11`) or a Roman-like `item` of one letter.
 */
export function readCount(match: Match): readonly CountMention[] {
  const base = mentionBase(match, ["amount", "measured", "definite", "collective", "noun_dual"]);
  if (base === undefined) return [];
  if (match.bindings.has("noun_dual")) return [{ kind: "count", ...base, amount: { value: "2" }, dual: true }];
  const definite = match.bindings.get("definite");
  if (definite !== undefined) {
    const value = definite.number?.value;
    if (value === undefined || definite.number?.weak === true || !isWhole(value)) return [];
    const counts = definite.number?.afterNoun === true || followsDefiniteNoun(match.view, definite.from);
    if (!counts || nounPhraseBefore(match.view, definite.from) === undefined) return [];
    return [{ kind: "count", ...base, amount: { value } }];
  }
  const measured = match.bindings.get("measured");
  if (measured !== undefined) return readMeasured(match, base, measured);
  const collective = match.bindings.get("collective")?.number?.value;
  if (collective !== undefined) return [{ kind: "count", ...base, amount: { value: collective } }];
  const binding = match.bindings.get("amount");
  const reading = binding?.amount;
  if (binding === undefined || reading === undefined || isArticle(reading)) return [];
  if (match.view.elements[binding.from]?.definite === true && followsDefiniteNoun(match.view, binding.from)) return [];
  if (isScoreOrClock(match.view, binding)) return [];
  if (reading.first.denominator !== undefined || isLabelled(match, binding.from)) return [];
  const amount = amountOf(match);
  if (amount === undefined) return [];
  const isCount = amount.value === undefined ? isWhole(amount.low) && isWhole(amount.high) : isWhole(amount.value);
  const times = match.bindings.get("times")?.span;
  if (!isCount && times === undefined) return [];
  // In a compound (`dreimal`) the span is the whole word.
  const gap = times === undefined ? undefined : match.view.text.slice(base.span.end, times.start);
  const whole =
    times !== undefined && (gap === "" || gap === "-") ? { start: base.span.start, end: times.end } : base.span;
  return [{ kind: "count", ...base, span: whole, amount }];
}

/** Whether the word in front is one whose number is a name: `Formel 1`, `Windows 11`. */
function isLabelled({ view }: Match, at: number): boolean {
  if (view.elements[at]?.clitic !== undefined) return false;
  const before = view.elements[at - 1];
  return before?.senses.label !== undefined || before?.senses.mark !== undefined || before?.senses.clock !== undefined;
}

/** `2-0`, `10:15`: digits tied to others by a sign are no amount, unless they are a range. */
function isScoreOrClock({ text, elements }: SentenceView, { from, to }: Binding): boolean {
  const isTied = (sign: number, other: number) =>
    SCORE_SIGNS.includes(elements[sign]?.key || " ") &&
    elements[other]?.number?.digits !== undefined &&
    !/\s/.test(text.slice(elements[Math.min(other, from)]?.end, elements[Math.max(other, to - 1)]?.start));
  return isTied(from - 1, from - 2) || isTied(to, to + 1);
}

/** `jumlah korban mencapai 25`: a bare number whose clause measures a count. */
function readMeasured(match: Match, base: MentionBase, { number, from }: Binding): readonly CountMention[] {
  if (number === undefined || number.weak || isLabelled(match, from)) return [];
  if (!isMeasuredInClause(match, "count_measure")) return [];
  return [{ kind: "count", ...base, amount: { value: number.value } }];
}
