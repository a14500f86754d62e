export type DateUnit = "year" | "month" | "week" | "day";

/**
 * An ISO 8601 year, month or day so many units later, or earlier, as exact as it was. A day that its new month lacks
 * becomes the month's last one. Years end at 1 and 9999.
 */
export function stepDate(iso: string, unit: DateUnit, count: number): string {
  const [year = 1, month = 1, day = 1] = iso.split("-").map(Number);
  const months = (year + (unit === "year" ? count : 0)) * 12 + month - 1 + (unit === "month" ? count : 0);
  const days = unit === "week" ? 7 * count : unit === "day" ? count : 0;
  const lastDay = dateOf(Math.floor(months / 12), (months % 12) + 1, 0).getUTCDate();
  const date = dateOf(Math.floor(months / 12), months % 12, Math.min(day, lastDay) + days);
  const kept = Math.min(9999, Math.max(1, date.getUTCFullYear()));
  date.setUTCFullYear(kept);
  return date.toISOString().slice(0, iso.length);
}

/** The year, month or day right behind or in front of one, as exact as it is. */
export function neighbour(iso: string, step: 1 | -1): string {
  return stepDate(iso, iso.length === 4 ? "year" : iso.length === 7 ? "month" : "day", step);
}

/** Whether `2023-02-29` and the like is a day of the calendar. */
export function isDay(iso: string): boolean {
  const [year = 0, month = 0, day = 0] = iso.split("-").map(Number);
  return (
    month >= 1 &&
    day >= 1 &&
    dateOf(year, month - 1, day)
      .toISOString()
      .startsWith(iso)
  );
}

/** `Date.UTC` would take the years before 100 for those after 1900. */
function dateOf(year: number, month: number, day: number): Date {
  const date = new Date(0);
  date.setUTCFullYear(year, month, day);
  return date;
}
