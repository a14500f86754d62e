/** A stretch of time: milliseconds since 1970, UTC; the end is exclusive. */
export interface Period {
  readonly start: number;
  readonly end: number;
}

/**
 * What an ISO 8601 date, time or interval covers: `2022`, `2022-07`, `2022-07-29T10:00Z`, `2024-Q3`, `2020/2024`,
 * `2024-01/2024-06`. Nothing for one without a year (`--06-28`) and for what is no date.
 */
export function periodOf(text: string): Period | undefined {
  const [first = "", last = first, ...more] = text.split("/");
  const begin = onePeriod(first);
  const end = onePeriod(last);
  if (begin === undefined || end === undefined || more.length > 0 || end.end <= begin.start) return undefined;
  return { start: begin.start, end: end.end };
}

function onePeriod(text: string): Period | undefined {
  const { year, month, day, quarter } = DATE.exec(text)?.groups ?? {};
  if (year === undefined) return undefined;
  if (quarter !== undefined) return months(Number(year), 3 * Number(quarter) - 3, 3);
  if (month === undefined) return months(Number(year), 0, 12);
  if (day === undefined) return months(Number(year), Number(month) - 1, 1);
  const start = time(Number(year), Number(month) - 1, Number(day));
  return { start, end: start + DAY_MS };
}

function months(year: number, first: number, count: number): Period {
  return { start: time(year, first, 1), end: time(year, first + count, 1) };
}

/** `Date.UTC` takes the years 0 to 99 for those of the last century. */
function time(year: number, month: number, day: number): number {
  return new Date(0).setUTCFullYear(year, month, day);
}

const DAY_MS = 24 * 60 * 60 * 1000;
const DATE =
  /^(?<year>-?[0-9]{4})(?:-Q(?<quarter>[1-4])|-(?<month>0[1-9]|1[0-2])(?:-(?<day>0[1-9]|[12][0-9]|3[01])(?:T.*)?)?)?$/u;
