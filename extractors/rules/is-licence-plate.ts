import { isCapital } from "../elements/is-capital.js";
import type { SentenceView } from "./match.js";

const LONGEST_REGION = 2;
const LONGEST_SERIES = 3;

/** `AB 4312 KJ`: up to four digits between the letters of a region and of a series are a vehicle's plate. */
export function isLicencePlate(view: SentenceView, at: number): boolean {
  const digits = view.elements[at]?.number?.digits;
  if (digits === undefined || digits.length > 4 || view.elements[at]?.number?.plain !== true) return false;
  return areCapitals(view, at - 1, LONGEST_REGION) && areCapitals(view, at + 1, LONGEST_SERIES);
}

function areCapitals(view: SentenceView, at: number, longest: number): boolean {
  const element = view.elements[at];
  if (element?.type !== "word" || element.end - element.start > longest || !isCapital(view.text, element)) return false;
  const { reference, mark, label, unit, currency, money_scale, rank } = element.senses;
  const means = reference ?? mark ?? label ?? unit ?? currency ?? money_scale ?? rank;
  return means === undefined && /^[A-Z]+$/.test(view.text.slice(element.start, element.end));
}
