import type { DateMention } from "../../pipeline/model/mention.js";
import type { FoundMention } from "../rules/found-mention.js";
import type { SentenceView } from "../rules/match.js";

/** A date this close behind a value, in UTF-16 units, and in its clause is the value's: `Platz 20 im Jahr 2019`. */
const CLOSE_BEHIND = 70;

/** How far from its value, in elements, a verb of change may stand. */
const CHANGE_REACH = 30;

/** How many mentions in front of a value its date may stand. */
const MENTIONS_BACK = 12;

/**
 * The ISO date or interval that a value holds for, from the dates of its sentence: one close behind it, before the next
 * value, or else the last one in front of it. Two years joined by a word are an interval (`2020 und 2021`).
 */
export function findWhen(view: SentenceView, mentions: readonly FoundMention[], index: number): string | undefined {
  const own = mentions[index]?.mention;
  if (own === undefined || own.kind === "date") return undefined;
  const next = mentions[index + 1]?.mention;
  if (next?.kind === "date" && isCloseBehind(view, mentions[index]?.match.to ?? 0, own.span.end, next.span.start))
    return next.iso;
  for (let at = index - 1; at >= 0 && index - at <= MENTIONS_BACK; at--) {
    const date = mentions[at]?.mention;
    if (date?.kind === "date") return endOfChange(view, mentions, index, at) ?? joinedYears(mentions, at, date);
  }
  return undefined;
}

/** `frå 1947 til 1998 auka … frå 45 til 65`: of an interval of years, the value behind `from` has the first, the other the last. */
function endOfChange(
  view: SentenceView,
  mentions: readonly FoundMention[],
  index: number,
  dateAt: number,
): string | undefined {
  const date = mentions[dateAt];
  if (date?.mention.kind !== "date" || !date.match.bindings.has("to_year")) return undefined;
  const [first, last] = date.mention.iso.split("/");
  const at = mentions[index]?.match.from ?? 0;
  const before = view.elements[at - 1]?.senses;
  if (before?.from !== undefined) return first;
  const around = view.elements.slice(Math.max(0, at - CHANGE_REACH), at + CHANGE_REACH);
  const changes = around.some(({ senses }) => senses.change !== undefined);
  return before?.to !== undefined || (before?.stop !== undefined && changes) ? last : undefined;
}

function isCloseBehind({ text, elements }: SentenceView, valueEnd: number, from: number, to: number): boolean {
  if (to - from > CLOSE_BEHIND || /[,;:،؛(]/.test(text.slice(from, to))) return false;
  for (let at = valueEnd; (elements[at]?.start ?? to) < to; at++) {
    const senses = elements[at]?.senses;
    if (senses?.clause !== undefined || senses?.compare !== undefined) return false;
  }
  return true;
}

function joinedYears(mentions: readonly FoundMention[], at: number, last: DateMention): string {
  const first = mentions[at - 1]?.mention;
  const isPair =
    first?.kind === "date" &&
    /^[0-9]{4}$/.test(first.iso) &&
    /^[0-9]{4}$/.test(last.iso) &&
    last.span.start - first.span.end <= 6 &&
    Number(first.iso) + 1 === Number(last.iso);
  return isPair && first?.kind === "date" ? `${first.iso}/${last.iso}` : last.iso;
}
