const WITHOUT_YEAR = /^--([0-9]{2})-([0-9]{2})$/u;
const DAY_MS = 86_400_000;
const HALF_YEAR_DAYS = 183;
const YEARS_AROUND = [-1, 0, 1];

/**
 * The whole date that a date without a year means in an article published then: the nearest to that day, `--06-28` in an
 * article of `2024-07-01` is `2024-06-28`. Of an interval the nearest beginning. Undefined for dates with a year, without
 * a day of publication, and where two years are as near: when the article was published is known by the year only, or
 * half a year off, or the day is a 29th of February.
 */
export function impliedDate(iso: string, publishedAt: string | undefined): string | undefined {
  if (publishedAt === undefined || !iso.startsWith("--")) return undefined;
  const [start = "", end, ...more] = iso.split("/");
  if (more.length > 0) return undefined;
  const [first, last] = rangeOf(publishedAt);
  const nearest = nearestTo(first, start);
  if (nearest === undefined || nearest !== nearestTo(last, start)) return undefined;
  const from = isoOf(nearest);
  if (end === undefined) return from;
  const to = nextAfter(nearest, end);
  return to === undefined ? undefined : `${from}/${isoOf(to)}`;
}

/** First and last day, since 1970, that a date as exact as it is stated may be; in the zone that it was written in. */
function rangeOf(publishedAt: string): readonly [number, number] {
  const [year = 0, month, day] = publishedAt.slice(0, 10).split("-").map(Number);
  if (month === undefined) return [daysOf(year, 1, 1), daysOf(year, 12, 31)];
  if (day === undefined) return [daysOf(year, month, 1), daysOf(year, month + 1, 0)];
  return [daysOf(year, month, day), daysOf(year, month, day)];
}

function nearestTo(published: number, date: string): number | undefined {
  const year = new Date(published * DAY_MS).getUTCFullYear();
  const [best, other] = YEARS_AROUND.flatMap((offset) => dayIn(year + offset, date) ?? []).toSorted(
    (a, b) => Math.abs(a - published) - Math.abs(b - published),
  );
  if (best === undefined) return undefined;
  const distance = Math.abs(best - published);
  const isTie = other !== undefined && Math.abs(other - published) === distance;
  return distance > HALF_YEAR_DAYS || isTie ? undefined : best;
}

function nextAfter(start: number, date: string): number | undefined {
  const year = new Date(start * DAY_MS).getUTCFullYear();
  return [0, 1].flatMap((offset) => dayIn(year + offset, date) ?? []).find((day) => day >= start);
}

/** Nothing for a 29th of February in a year that has none. */
function dayIn(year: number, date: string): number | undefined {
  const [, month, day] = WITHOUT_YEAR.exec(date) ?? [];
  if (month === undefined || day === undefined) return undefined;
  const days = daysOf(year, Number(month), Number(day));
  return isoOf(days).endsWith(date.slice(1)) ? days : undefined;
}

function daysOf(year: number, month: number, day: number): number {
  // Date.UTC takes years below 100 for those of the last century.
  return Math.round(new Date(0).setUTCFullYear(year, month - 1, day) / DAY_MS);
}

function isoOf(days: number): string {
  return new Date(days * DAY_MS).toISOString().slice(0, 10);
}
