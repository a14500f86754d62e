import type { Element } from "./element.js";

export function isComma(element: Element | undefined): boolean {
  return element?.key === "," || element?.key === "،";
}
