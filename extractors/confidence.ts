import { isCapital } from "./elements/is-capital.js";
import type { FoundMention } from "./rules/found-mention.js";

/** What makes a reading less sure than its rule is, and by how much. */
interface Doubt {
  readonly factor: number;
  readonly holds: (found: FoundMention) => boolean;
}

/**
 * Of the facts in gold files that gave cause for these doubts 8 of 11, none of 2 and 1 of 3 were right. The cases are few,
 * so the factors stay nearer to 1.
 */
const DOUBTS: readonly Doubt[] = [
  { factor: 0.8, holds: hasDoubtfulComma },
  { factor: 0.75, holds: touchesSlash },
  { factor: 0.75, holds: mayBeLabel },
];

/** Below this, digits without a sign or scale word are as often a number in a list or a name as a quantity. */
const LABELS_BELOW = 100;

/** 0 to 1, three decimals: the rule's confidence, times a factor for each cause of doubt. */
export function confidenceOf(found: FoundMention): number {
  let confidence = found.match.rule.confidence;
  for (const { factor, holds } of DOUBTS) if (holds(found)) confidence *= factor;
  return Math.round(confidence * 1000) / 1000;
}

/** `1,335 euro`: the comma groups in one country and begins a fraction in the next; what is counted comes whole. */
function hasDoubtfulComma({ match, mention }: FoundMention): boolean {
  if (mention.kind === "count" || mention.kind === "rank") return false;
  return /^\p{Nd}{1,3},\p{Nd}{3}$/u.test(match.bindings.get("amount")?.amount?.first.digits ?? "");
}

/** `LGBl. Nr. 41/2015`, `5 kg/pohon`: what stands beyond the slash belongs to it and was not read. A price may be for each. */
function touchesSlash({ mention: { kind, span }, match: { view } }: FoundMention): boolean {
  if (view.text.charAt(span.start - 1) === "/") return true;
  return kind !== "money" && view.text.charAt(span.end) === "/";
}

/** `5 Havneloven`, `Ruang Garuda 2 lantai 12`: a count that opens the sentence or stands behind a name. */
function mayBeLabel({ mention, match: { view, bindings } }: FoundMention): boolean {
  const amount = bindings.get("amount");
  const first = amount?.amount?.first;
  if (mention.kind !== "count" || amount === undefined || first === undefined) return false;
  if (!first.plain || Number(first.value) >= LABELS_BELOW) return false;
  const element = view.elements[amount.from];
  if (element?.clitic !== undefined) return false;
  const before = view.elements[amount.from - 1];
  return before === undefined || (amount.from > 1 && before.type === "word" && isCapital(view.text, before));
}
