import type { DecimalText } from "../../pipeline/model/amount.js";

/** Moves the decimal point of an exact decimal by `power` places (to the right when positive): `1.2`, 6 gives `1200000`. */
export function shiftDecimal(decimal: DecimalText, power: number): DecimalText {
  const negative = decimal.startsWith("-");
  const unsigned = negative ? decimal.slice(1) : decimal;
  const dot = unsigned.indexOf(".");
  const digits = dot < 0 ? unsigned : unsigned.slice(0, dot) + unsigned.slice(dot + 1);
  const point = (dot < 0 ? unsigned.length : dot) + power;
  const padded = point > digits.length ? digits.padEnd(point, "0") : digits;
  const whole = point <= 0 ? "0" : padded.slice(0, point);
  const part = point < 0 ? "0".repeat(-point) + padded : padded.slice(Math.max(point, 0));
  return normaliseDecimal(`${negative ? "-" : ""}${whole}.${part}`);
}

/** Canonical form: no leading zeros but one before the point, no trailing zeros after it, no `-0`. */
export function normaliseDecimal(decimal: string): DecimalText {
  const negative = decimal.startsWith("-");
  const [whole = "", part = ""] = (negative ? decimal.slice(1) : decimal).split(".");
  let first = 0;
  while (first < whole.length - 1 && whole[first] === "0") first++;
  let last = part.length;
  while (last > 0 && part[last - 1] === "0") last--;
  const canonical = (whole.slice(first) || "0") + (last > 0 ? `.${part.slice(0, last)}` : "");
  return negative && canonical !== "0" ? `-${canonical}` : canonical;
}

/** Exact decimal text of a number below 10^21 that a double holds exactly enough to print. */
export function decimalOf(value: number): DecimalText {
  return normaliseDecimal(Number.isInteger(value) ? BigInt(value).toString() : String(value));
}

/** Whether the decimal has no fraction. */
export function isWhole(decimal: DecimalText): boolean {
  return !decimal.includes(".");
}

/** Exact product of two decimals. */
export function multiplyDecimals(a: DecimalText, b: DecimalText): DecimalText {
  const places = placesOf(a) + placesOf(b);
  const product = BigInt(a.replace(".", "")) * BigInt(b.replace(".", ""));
  return shiftDecimal(product.toString(), -places);
}

function placesOf(decimal: DecimalText): number {
  const dot = decimal.indexOf(".");
  return dot < 0 ? 0 : decimal.length - dot - 1;
}
