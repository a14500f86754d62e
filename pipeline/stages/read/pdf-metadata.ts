import type { FileProperties } from "./file-metadata.js";
import { isoDate } from "./iso-date.js";
import { collapsed } from "./walk-tree.js";

/** `D:20240628073000+02'00'`; all behind the year may be missing. */
const PDF_DATE =
  /^(?:D:)?([0-9]{4})([0-9]{2})?([0-9]{2})?(?:([0-9]{2})([0-9]{2})([0-9]{2})?)?(?:(Z)|([+-][0-9]{2})'?([0-9]{2})?)?/u;
/** Programs fill in the file's name, or what they call a new one. */
const NO_TITLE = /^(?:Microsoft (?:Word|PowerPoint) - .*|untitled.*|.*\.(?:docx?|indd|odt|pdf|pub|qxp|rtf|txt))$/iu;
const LONGEST = 300;

/** Title, author and the day of creation, where the file states them and they are none of the usual placeholders. */
export function pdfMetadata(info: Readonly<Record<string, unknown>>): FileProperties {
  const title = textOf(info["Title"]);
  const created = info["CreationDate"];
  return {
    title: title === undefined || NO_TITLE.test(title) ? undefined : title,
    byline: textOf(info["Author"]),
    publishedAt: typeof created === "string" ? dateOf(created) : undefined,
  };
}

function textOf(value: unknown): string | undefined {
  if (typeof value !== "string") return undefined;
  const text = collapsed(value.slice(0, LONGEST).replace(/\p{Cc}+/gu, " "));
  return text === "" ? undefined : text;
}

function dateOf(stated: string): string | undefined {
  const [, year, month, day, hours, minutes, seconds, utc, zone, zoneMinutes] = PDF_DATE.exec(stated) ?? [];
  if (year === undefined) return undefined;
  const date = [year, month, day].filter((part) => part !== undefined).join("-");
  if (hours === undefined || day === undefined) return isoDate(date);
  const offset = utc ?? (zone === undefined ? "" : `${zone}:${zoneMinutes ?? "00"}`);
  return isoDate(`${date}T${hours}:${minutes}${seconds === undefined ? "" : `:${seconds}`}${offset}`);
}
