import { InvalidArgumentError } from "commander";

const AGO = /^([0-9]{1,5})([hdw])$/u;
const HOURS: Readonly<Record<string, number>> = { h: 1, d: 24, w: 168 };
const MOMENT = /^[0-9]{4}-[0-9]{2}-[0-9]{2}(?:T[0-9]{2}:[0-9]{2}(?::[0-9]{2})?(?:Z|[+-][0-9]{2}:[0-9]{2})?)?$/u;
const MS_AN_HOUR = 3_600_000;

/**
 * A time in ms since 1970, from a day or moment (ISO 8601, of the local zone unless it names one) or from how long ago it
 * was: `36h`, `7d`, `2w`.
 */
export function timeSince(text: string, now = Date.now()): number {
  const [, count, unit] = AGO.exec(text) ?? [];
  if (count !== undefined) return now - Number(count) * (HOURS[unit ?? ""] ?? 0) * MS_AN_HOUR;
  // A day alone would be read as one of UTC.
  const time = MOMENT.test(text) ? Date.parse(text.includes("T") ? text : `${text}T00:00`) : Number.NaN;
  if (Number.isNaN(time))
    throw new InvalidArgumentError("Give a day (2026-11-28), a moment (2026-11-28T22:00) or 36h, 7d, 2w.");
  return time;
}
