import type { CountMention } from "../../pipeline/model/mention.js";
import { decimalOf, isWhole } from "../numbers/decimal.js";
import { standsBeforeNoun } from "../phrases/stands-before-noun.js";
import type { Match } from "../rules/match.js";
import { mentionBase } from "../rules/mention-base.js";

/** `ثلاث مرات ونصف`, `مرة ونصف المرة`, `مرتين ونصف`: times and a part of one more, unless it is part of something else. */
export function readTimesAndPart(match: Match): readonly CountMention[] {
  const { bindings, view, to } = match;
  const plus = bindings.get("plus")?.number;
  if (!bindings.has("again") && standsBeforeNoun(view, to) && view.elements[to]?.senses.of === undefined) return [];
  const isDual = view.elements[bindings.get("times")?.from ?? to]?.senses.noun_dual !== undefined;
  const stated = bindings.get("amount")?.number;
  const whole = stated?.value ?? (isDual ? "2" : "1");
  if (plus?.denominator === undefined || stated?.weak === true || !isWhole(whole)) return [];
  const base = mentionBase(match, ["amount", "times", "plus", "again"]);
  if (base === undefined) return [];
  return [{ kind: "count", ...base, amount: { value: decimalOf(Number(whole) + Number(plus.value)) } }];
}
