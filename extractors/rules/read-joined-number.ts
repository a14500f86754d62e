import type { Element } from "../elements/element.js";
import { latinDigits } from "../text/latin-digits.js";
import type { SentenceView } from "./match.js";

const JOINTS = "/-–.";
/** Most elements, signs included, that a joined number may take. */
const LONGEST = 14;
const LONGEST_WORD = 6;

/**
 * At least two short parts joined by signs with or without spaces, one sign a slash and one part a number:
 * `41 / 1999`, `045 / BAN - PT / AK - II / XI / 2003`. Canonical without white space, dashes as hyphens.
 * Undefined when there is none.
 */
export function readJoinedNumber(view: SentenceView, at: number): { to: number; number: string } | undefined {
  const { elements, text } = view;
  let to = at;
  let slashes = 0;
  let digits = 0;
  for (let next = at; next < elements.length && next - at < LONGEST; next += 2) {
    const part = elements[next];
    if (part === undefined || part.type === "symbol" || (part.type === "word" && part.key.length > LONGEST_WORD)) break;
    if (part.type !== "word") digits++;
    to = next + 1;
    const joint = elements[to];
    const behind = elements[to + 1];
    if (joint?.type !== "symbol" || !JOINTS.includes(joint.key)) break;
    if (behind === undefined || behind.type === "symbol" || isDashOfSentence(text, joint, behind)) break;
    if (joint.key === "/") slashes++;
  }
  const first = elements[at];
  const last = elements[to - 1];
  if (first === undefined || last === undefined || to < at + 3 || slashes === 0 || digits === 0) return undefined;
  const number = latinDigits(text.slice(first.start, last.end))
    .replace(/\s+/g, "")
    .replace(/[–—‐‑]/g, "-");
  return { to, number };
}

/** `sak 22/314 – ble avvist`: a spaced dash in front of a small word parts clauses. */
function isDashOfSentence(text: string, joint: Element, behind: Element): boolean {
  if (behind.type !== "word" || joint.key === "/" || joint.end === behind.start) return false;
  const letter = text[behind.start] ?? "";
  return letter === letter.toLowerCase() && letter !== letter.toUpperCase();
}
