import { isoDate } from "./iso-date.js";

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
/** Day, month, year, time, zone, as RFC 5322 has them; the day of the week and the name of the zone tell nothing. */
const MAIL_DATE =
  /^(?:[a-z]{3},?\s{1,9})?([0-9]{1,2})\s{1,9}([a-z]{3})[a-z]{0,6}\s{1,9}([0-9]{4})(?:\s{1,9}([0-9]{2}:[0-9]{2}(?::[0-9]{2})?)(?:\s{1,9}([+-][0-9]{4}|GMT|UTC?|Z))?)?/iu;

/** `Fri, 28 Jun 2024 07:30:00 +0200` as ISO 8601; `undefined` for anything else. */
export function mailDate(stated: string): string | undefined {
  const [, day, name, year, time, zone] = MAIL_DATE.exec(stated.trim().slice(0, 100)) ?? [];
  const month = name === undefined ? -1 : MONTHS.indexOf(name.toLowerCase());
  if (day === undefined || year === undefined || month < 0) return undefined;
  const date = `${year}-${month + 1}-${day}`;
  if (time === undefined) return isoDate(date);
  const isUtc = zone !== undefined && /^[a-z]/iu.test(zone);
  return isoDate(`${date}T${time}${isUtc ? "Z" : (zone ?? "")}`);
}
