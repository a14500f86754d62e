import type { Amount } from "../../pipeline/model/amount.js";
import type { CountMention } from "../../pipeline/model/mention.js";
import type { Element } from "../elements/element.js";
import { isCapital } from "../elements/is-capital.js";
import { isWhole, shiftDecimal } from "../numbers/decimal.js";
import { isVerbByShape } from "../phrases/ends-phrase.js";
import { isYearOfParticiple } from "../phrases/is-year-of-participle.js";
import { isYearOfVerb } from "../phrases/is-year-of-verb.js";
import { followsDefiniteNoun, nounPhraseBefore } from "../phrases/noun-phrase.js";
import { standsBeforeNoun } from "../phrases/stands-before-noun.js";
import { beginsTitle } from "../rules/begins-title.js";
import { isLicencePlate } from "../rules/is-licence-plate.js";
import { isMeasuredInClause } from "../rules/is-measured-in-clause.js";
import type { Binding, Match, SentenceView } from "../rules/match.js";
import { amountOf, isArticle, mentionBase } from "../rules/mention-base.js";
import { reachesLevelWithin } from "../rules/reaches-level.js";
import { foldKey } from "../text/fold-key.js";
import { actsBehindVerb, actsInClause } from "./acts-in-clause.js";
import { groupedCount } from "./grouped-count.js";
import { isComparedSum, isCounted, SMALLEST_SCALE } from "./is-compared-sum.js";
import { readTimesAndPart } from "./times-and-part.js";

const SCORE_SIGNS = "-–:/";

/**
 * Reads a match with the slots `amount` and `item`, `amount` and `times`, or `noun_dual` alone;
 * `definite` is a number with the article behind its noun (`القارات السبع`),
 * behind `first`, an amount of the same item, it is a new level (`med 14 ulver til 68`) and counts nothing of its own;
 * `collective` is an ordinal that counts (`di ketiga bidang`). Nothing for an article,
 * a fraction, a number that is a label's (`Windows 11`) or a Roman-like `item` of one letter.
 */
export function readCount(match: Match): readonly CountMention[] {
  const { bindings } = match;
  if (bindings.has("plus")) return readTimesAndPart(match);
  if (bindings.has("noun_dual")) return readDual(match);
  if (bindings.has("definite")) return readDefinite(match);
  if (bindings.has("measured")) return readMeasured(match);
  if (bindings.has("elliptic")) return readElliptic(match);
  if (bindings.has("acting")) return readActing(match);
  if (bindings.has("against")) return readAgainst(match);
  const collective = bindings.get("collective")?.number?.value;
  if (collective !== undefined) return readCollective(match, collective);
  const amount = countedAmount(match);
  if (
    amount === undefined ||
    isComparedSum(match) ||
    (bindings.has("first") && standsBeforeNoun(match.view, match.to)) ||
    isOneOf(match, amount) ||
    bindings.get("other")?.number?.weak === true ||
    isSpacedScore(match)
  )
    return [];
  const isCount = amount.value === undefined ? isWhole(amount.low) && isWhole(amount.high) : isWhole(amount.value);
  const times = bindings.get("times")?.span;
  if (bindings.has("times") && isBySign(match)) return [];
  if (times === undefined) return isCount ? mention(match, "amount", amount) : [];
  // In a compound (`dreimal`, `5-mal`) the span is the whole word.
  return mention(match, "amount", amount).map((count) => {
    const gap = match.view.text.slice(count.span.end, times.start);
    return gap === "" || gap === "-" ? { ...count, span: { start: count.span.start, end: times.end } } : count;
  });
}

/**
 * `di keempat kabupaten`, `menahan ketiga tersangka`: all four, all three. Two of them are no more than `both`. Without a
 * `stop` in front the ordinal must begin the sentence or follow a verb; behind a noun it is a place in a row.
 */
function readCollective(match: Match, value: string): readonly CountMention[] {
  if (!(Number(value) > 2) || (!match.bindings.has("stop") && !mayBeginPhrase(match))) return [];
  return mention(match, "collective", { value });
}

function mayBeginPhrase({ view, from }: Match): boolean {
  const before = view.elements[from - 1];
  if (before === undefined || before.type === "symbol") return true;
  // `istri dan keempat anaknya`, but `lantai ketiga dan keempat gedung`
  if (before.senses.join !== undefined) return view.elements[from - 2]?.number?.ordinal !== true;
  const { verb, change, link_verb, auxiliary, clause } = before.senses;
  return (
    [verb, change, link_verb, auxiliary, clause].some((sense) => sense !== undefined) || isVerbByShape(view, before)
  );
}

/** `كلا البلدين`: both of them count nothing; nor do `القرارين 242 و338`, which have numbers of their own. */
function readDual(match: Match): readonly CountMention[] {
  const { bindings, view } = match;
  const { from, to } = bindings.get("noun_dual") ?? match;
  const behind = view.elements[view.elements[to]?.key === "(" ? to + 1 : to];
  if (view.elements[from - 1]?.senses.plain !== undefined || behind?.senses.mark !== undefined) return [];
  const own = view.elements[from]?.senses;
  const isNumbered = behind?.number?.digits !== undefined && behind.clitic === undefined;
  if (isNumbered && (own?.reference ?? own?.section ?? own?.label) !== undefined) return [];
  return mention(match, "noun_dual", { value: "2" }, { dual: true });
}

/** `87 صوتا مقابل 41`: what the second number counts the first one says. */
function readAgainst(match: Match): readonly CountMention[] {
  const { bindings, view, to } = match;
  const number = bindings.get("against")?.number;
  if (number === undefined || number.weak || !isWhole(number.value)) return [];
  // `12 سيارة مقابل 3 ملايين`: a scale word that the first number lacks is a price's.
  if (number.scale > 0 && bindings.get("first")?.number?.scale === 0) return [];
  const behind = view.elements[to];
  const isOther = standsBeforeNoun(view, to) || behind?.senses.times !== undefined || behind?.senses.of !== undefined;
  return isOther ? [] : mention(match, "against", { value: number.value });
}

/** `én av Europas største havner` is one of them. */
function isOneOf({ bindings }: Match, { value }: Amount): boolean {
  return bindings.has("of") && value === "1";
}

/** `38 – 17 Melrose`: a dash between two numbers, spaced or not, that is no range and tells of no change. */
function isSpacedScore({ bindings, view }: Match): boolean {
  const amount = bindings.get("amount");
  if (amount === undefined || amount.amount?.amount.value === undefined) return false;
  const isDash = (at: number) => view.elements[at]?.type === "symbol" && view.elements[at]?.senses.to !== undefined;
  const isDigits = (at: number) => view.elements[at]?.number?.digits !== undefined;
  return (isDash(amount.to) && isDigits(amount.to + 1)) || (isDash(amount.from - 1) && isDigits(amount.from - 2));
}

function mention(match: Match, role: string, amount: Amount, dual: { dual?: true } = {}): readonly CountMention[] {
  const base = mentionBase(match, [role]);
  return base === undefined ? [] : [{ kind: "count", ...base, amount, ...dual }];
}

/** The amount in its slot, unless what stands around it says that it counts nothing. */
function countedAmount(match: Match): Amount | undefined {
  const binding = match.bindings.get("amount");
  const reading = binding?.amount;
  if (binding === undefined || reading === undefined || isArticle(reading)) return undefined;
  if (
    reading.first.denominator !== undefined ||
    isLabelled(match, binding.from) ||
    isHeading(match) ||
    isLicencePlate(match.view, binding.from) ||
    beginsTitle(match.view, binding.from) ||
    labelsNext(match) ||
    isYearOfParticiple(match.view, binding.from) ||
    isYearOfVerb(match.view, binding.from) ||
    isSecondTeam(match)
  )
    return undefined;
  if (match.view.elements[binding.from]?.definite === true && followsDefiniteNoun(match.view, binding.from)) {
    return undefined;
  }
  return isScoreOrClock(match.view, binding) ? undefined : (groupedCount(match, reading) ?? amountOf(match));
}

const POSTAL_CODE = /^[0-9]{4}$/;

/**
 * Where nouns are small: `5 Viltloven`, a number in front of a sentence's capital letter, numbers a section, and four
 * digits in front of a name are its postal code, `5003 Bergen`.
 */
function isHeading({ bindings, view }: Match): boolean {
  const { modifiers, capitalNouns } = view.lexicon.nounPhrase;
  const amount = bindings.get("amount");
  const item = view.elements[bindings.get("item")?.from ?? -1];
  if (modifiers === "after" || capitalNouns || amount === undefined || item === undefined) return false;
  const digits = amount.number?.digits ?? "";
  const isHeadingNumber = amount.from === 0 && amount.to === 1 && digits !== "" && digits.length <= 2;
  if (!isHeadingNumber && !(POSTAL_CODE.test(digits) && amount.amount?.amount.value !== undefined)) return false;
  return isCapital(view.text, item) && !view.text.slice(item.start, item.end).includes("-");
}

/** `القارات السبع`: the noun stands in front. */
function readDefinite(match: Match): readonly CountMention[] {
  const { number, from } = match.bindings.get("definite") ?? { from: 0 };
  if (number === undefined || number.weak || !isWhole(number.value) || isRespelled(match, from)) return [];
  const counts = number.afterNoun === true || followsDefiniteNoun(match.view, from);
  if (!counts || nounPhraseBefore(match.view, from) === undefined) return [];
  return mention(match, "definite", { value: number.value });
}

/** `وأحد المصاعد` is `and one of`: only its folded letters are those of `واحد`. */
function isRespelled({ view }: Match, at: number): boolean {
  const element = view.elements[at];
  if (element?.number?.afterNoun !== true || element.key.length !== element.end - element.start) return false;
  return element.key !== view.text.slice(element.start, element.end);
}

/** `jumlah korban mencapai 25`: a bare number whose clause measures a count. */
function readMeasured(match: Match): readonly CountMention[] {
  const measured = match.bindings.get("measured");
  if (measured?.number === undefined || measured.number.weak || isLabelled(match, measured.from)) return [];
  const { number, amount, from } = measured;
  // `34 per 100 000`
  if (match.view.elements[from - 1]?.senses.per !== undefined) return [];
  const range = amount?.amount;
  if (range?.low !== undefined) {
    if (reachesLevelWithin(match.view, measured)) return [];
    const counts = isWhole(range.low) && isWhole(range.high) && isMeasuredInClause(match, "count_measure");
    return counts ? mention(match, "measured", range) : [];
  }
  const shared = number.scale === 0 ? (match.bindings.get("other")?.number?.scale ?? 0) : 0;
  const value = shiftDecimal(number.value, shared);
  return isWhole(value) && isMeasuredInClause(match, "count_measure") ? mention(match, "measured", { value }) : [];
}

/** `NRK fikk 3,1 millioner seere, TV 2 fikk 2,4 millioner`: a large number alone, beside one that names its noun. */
function readElliptic(match: Match): readonly CountMention[] {
  const { bindings, view, to } = match;
  const number = bindings.get("elliptic")?.number;
  if (number === undefined || number.weak || number.scale < SMALLEST_SCALE || !isWhole(number.value)) return [];
  if (view.elements[to]?.senses.of !== undefined || standsBeforeNoun(view, to)) return [];
  const counted = view.elements.findIndex(
    (element, at) => (element.number?.scale ?? 0) >= SMALLEST_SCALE && isCounted(view, at + 1),
  );
  const isMoney = view.elements.some(({ senses }) => senses.currency !== undefined);
  return counted < 0 || isMoney ? [] : mention(match, "elliptic", { value: number.value });
}

/** `dua dirawat`, `fehlten zwölf`: a number whose noun went before, with the verb of its clause behind it or in front. */
function readActing(match: Match): readonly CountMention[] {
  const acting = match.bindings.get("acting");
  if (acting?.number === undefined || acting.number.weak || isLabelled(match, acting.from)) return [];
  const acts = match.bindings.has("before") ? actsBehindVerb : actsInClause;
  return acts(match.view, acting, match.from) ? mention(match, "acting", { value: acting.number.value }) : [];
}

/** Whether the word in front is one whose number is a name: `Formel 1`, `Windows 11`; also in a list, `Abs. 2, 3 und 4`. */
function isLabelled({ bindings, view }: Match, at: number): boolean {
  let first = at;
  while (first > at - LONGEST_LABEL_LIST && isListed(view, first)) first -= 2;
  // `الفقرتين 1 و2 من المادة 9`: the conjunction is written to the second of both.
  const isSecond = bindings.has("of") && view.elements[first - 1]?.number?.digits !== undefined;
  if (view.elements[first]?.clitic !== undefined && !isSecond) return false;
  if (isSecond) first--;
  const before = view.elements[first - 1];
  if (before?.type === "code" && endsInLabel(view, before)) return true;
  // `بلغ العدد 20` has a value, `في العدد 20` a number of its own.
  const verb = view.elements[first - 2]?.senses;
  const isMeasured =
    before?.senses.count_measure !== undefined && (verb?.link_verb !== undefined || verb?.change !== undefined);
  // `juara liga lima kali`
  if (bindings.has("times") && view.elements[at]?.number?.spelled === true) return false;
  if (isMeasured || (view.elements[at]?.number?.scale ?? 0) >= SMALLEST_SCALE) return false;
  return before?.senses.label !== undefined || before?.senses.mark !== undefined || before?.senses.clock !== undefined;
}

/** `Ruang Garuda 2 lantai 12`: the noun behind the number is the label of the next. */
function labelsNext({ bindings, view }: Match): boolean {
  const noun = bindings.get("item");
  if (noun === undefined || noun.to !== noun.from + 1) return false;
  return view.elements[noun.from]?.senses.label !== undefined && view.elements[noun.to]?.number?.digits !== undefined;
}

/** `Hannover 96 II`: a Roman numeral alone is nothing counted. */
function isSecondTeam({ bindings, view }: Match): boolean {
  const noun = bindings.get("item");
  return noun !== undefined && noun.to === noun.from + 1 && ROMAN.test(view.text.slice(noun.span.start, noun.span.end));
}

const ROMAN = /^[IVX]{2,4}$/;

/** `40 x 60 cm`: one letter between two numbers multiplies. */
function isBySign({ bindings, view }: Match): boolean {
  const times = bindings.get("times");
  if (times === undefined || view.elements[times.from]?.key.length !== 1) return false;
  return view.elements[times.to]?.number?.digits !== undefined;
}

/** In elements: a number and its joint, three times. */
const LONGEST_LABEL_LIST = 6;

/** Whether digits stand behind other digits and a joint: `2 und 4`. */
function isListed({ elements }: SentenceView, at: number): boolean {
  const joint = elements[at - 1]?.senses;
  if (joint?.and === undefined && joint?.comma === undefined) return false;
  return elements[at]?.number?.digits !== undefined && elements[at - 2]?.number?.digits !== undefined;
}

/** `RT 03/RW 05`: a label written to the number of another. */
function endsInLabel({ text, lexicon }: SentenceView, { start, end }: Element): boolean {
  const last = text.slice(text.lastIndexOf("/", end - 1) + 1, end);
  return last.length < end - start && lexicon.entries.get(foldKey(last))?.entry?.senses?.label !== undefined;
}

/** `2-0`, `10:15`: digits tied to others by a sign are no amount, unless they are a range. */
function isScoreOrClock({ text, elements }: SentenceView, { from, to }: Binding): boolean {
  const isTied = (sign: number, other: number) =>
    SCORE_SIGNS.includes(elements[sign]?.key || " ") &&
    elements[other]?.number?.digits !== undefined &&
    !/\s/.test(text.slice(elements[Math.min(other, from)]?.end, elements[Math.max(other, to - 1)]?.start));
  return isTied(from - 1, from - 2) || isTied(to, to + 1);
}
