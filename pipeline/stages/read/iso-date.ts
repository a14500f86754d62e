/** Year, month, day, time of day, zone; each but the first may be missing. Machine data, not human text. */
const DATE = /^([0-9]{4})(?:[-/]([0-9]{1,2})(?:[-/]([0-9]{1,2})(?:[T ]+(.+))?)?)?$/u;
const TIME = /^([0-9]{2}):([0-9]{2})(?::([0-9]{2})(?:[.,]([0-9]{1,9}))?)? ?(Z|[+-][0-9]{2}(?::?[0-9]{2})?)?$/iu;

/**
 * A date that metadata states, as ISO 8601 and no more exact than stated: `2024-06-28T07:30:00+07:00`, `2024-06`.
 * `undefined` for dates that do not exist and for forms that leave the order of day and month open.
 */
export function isoDate(stated: string): string | undefined {
  const parts = DATE.exec(stated.trim().slice(0, 64));
  const [, year, month, day, time] = parts ?? [];
  if (year === undefined || year === "0000") return undefined;
  if (month === undefined) return year;
  const m = month.padStart(2, "0");
  if (Number(m) < 1 || Number(m) > 12) return undefined;
  if (day === undefined) return `${year}-${m}`;
  const date = `${year}-${m}-${day.padStart(2, "0")}`;
  if (!isCalendarDay(Number(year), Number(m), Number(day))) return undefined;
  const clock = time === undefined ? undefined : isoTime(time);
  return clock === undefined ? date : `${date}T${clock}`;
}

function isCalendarDay(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

function isoTime(time: string): string | undefined {
  const [, hours, minutes, seconds, fraction, zone] = TIME.exec(time.trim()) ?? [];
  if (hours === undefined || minutes === undefined || Number(hours) > 24 || Number(minutes) > 59) return undefined;
  if (seconds !== undefined && Number(seconds) > 60) return undefined;
  const upTo = seconds === undefined ? "" : `:${seconds}${fraction === undefined ? "" : `.${fraction}`}`;
  return `${hours}:${minutes}${upTo}${zone === undefined ? "" : isoZone(zone)}`;
}

function isoZone(zone: string): string {
  if (zone.toUpperCase() === "Z") return "Z";
  const digits = zone.replace(":", "");
  return `${digits.slice(0, 3)}:${digits.slice(3) || "00"}`;
}
