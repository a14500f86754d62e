/** Year, month, day, time of day, zone; each but the first may be missing. Machine data, not human text. */
const DATE = /^([0-9]{4})(?:[-/]([0-9]{1,2})(?:[-/]([0-9]{1,2})(?:[T ]+(.+))?)?)?$/u;
const TIME = /^([0-9]{2}):([0-9]{2})(?::([0-9]{2})(?:[.,]([0-9]{1,9}))?)? ?(Z|[+-][0-9]{2}(?::?[0-9]{2})?)?$/iu;

/** Year, month and day without signs between them, as in `20240628T073000Z`. */
const COMPACT = /^([0-9]{4})([0-9]{2})([0-9]{2})(?:T([0-9]{2})([0-9]{2})([0-9]{2})?(Z|[+-][0-9]{2}:?[0-9]{2})?)?$/u;
/** The date of mail, feeds and HTTP (RFC 5322): `Fri, 28 Jun 2024 07:30:00 +0200`. */
const MAIL =
  /^(?:[A-Z][a-z]{2}, )?([0-9]{1,2}) ([A-Z][a-z]{2}) ([0-9]{4}) ([0-9]{2}:[0-9]{2}(?::[0-9]{2})?) ([A-Z]{1,3}|[+-][0-9]{4})/u;
const MAIL_MONTHS = "JanFebMarAprMayJunJulAugSepOctNovDec";

/**
 * A date that metadata states, as ISO 8601 and no more exact than stated: `2024-06-28T07:30:00+07:00`, `2024-06`.
 * `undefined` for dates that do not exist and for forms that leave the order of day and month open.
 */
export function isoDate(stated: string): string | undefined {
  const [, year, month, day, time] = DATE.exec(spelledOut(stated.trim().slice(0, 64))) ?? [];
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

/** The other forms that machines write, in the one that is read. */
function spelledOut(stated: string): string {
  const compact = COMPACT.exec(stated);
  if (compact !== null) {
    const [, year, month, day, hours, minutes, seconds = "00", zone = ""] = compact;
    return `${year}-${month}-${day}${hours === undefined ? "" : `T${hours}:${minutes}:${seconds}${zone}`}`;
  }
  const [, day, name = "", year, time, zone] = MAIL.exec(stated) ?? [];
  const month = MAIL_MONTHS.indexOf(name) / 3 + 1;
  if (day === undefined || !Number.isInteger(month) || month < 1) return stated;
  return `${year}-${month}-${day} ${time} ${zone === "GMT" || zone === "UT" ? "Z" : zone}`;
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
