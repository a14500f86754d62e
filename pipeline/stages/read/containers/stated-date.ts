import { isoDate } from "../iso-date.js";

/** RFC 2822, as feeds write it: `Mon, 03 Jun 2024 07:30:00 +0700`. Machine data, not human text. */
const MAIL_DATE =
  /^(?:[a-z]{3}, ?)?([0-9]{1,2}) ([a-z]{3}) ([0-9]{4})(?: ([0-9]{2}:[0-9]{2}(?::[0-9]{2})?) ?([+-][0-9]{4}|gmt|utc?|z)?)?$/iu;
const EPOCH = /^(?:[0-9]{9,10}|[0-9]{12,13})$/u;
const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const SECONDS_DIGITS = 10;

/**
 * A date that a record states, as ISO 8601: ISO itself, a feed's or a mail's date, seconds or milliseconds since 1970.
 * `undefined` for any other form.
 */
export function statedDate(stated: string): string | undefined {
  const text = stated.trim();
  if (EPOCH.test(text)) {
    const milliseconds = Number(text) * (text.length <= SECONDS_DIGITS ? 1000 : 1);
    return new Date(milliseconds).toISOString().replace(".000Z", "Z");
  }
  return isoDate(text) ?? mailDate(text);
}

function mailDate(text: string): string | undefined {
  const [, day, month, year, time, zone] = MAIL_DATE.exec(text) ?? [];
  const number = MONTHS.indexOf(month?.toLowerCase() ?? "") + 1;
  if (day === undefined || year === undefined || number === 0) return undefined;
  const date = `${year}-${String(number).padStart(2, "0")}-${day.padStart(2, "0")}`;
  if (time === undefined) return isoDate(date);
  return isoDate(`${date}T${time}${zone === undefined ? "" : /[0-9]/u.test(zone) ? zone : "Z"}`);
}
