import type { Element } from "./element.js";

/** Whether an element begins with an upper-case letter; never in scripts without case. */
export function isCapital(text: string, element: Element): boolean {
  const first = text.charAt(element.start);
  return first !== first.toLowerCase();
}
