/** What can stand right after an address in running text without belonging to it. */
const CLOSING = ".,;:!?)]}>\"'»”’“،؛؟";
const STARTS = ["https://", "http://", "www."];
/** Longer than any address that works in a browser. */
const LONGEST = 4096;

/** A web address in a text, where it stands and as an absolute URL. Offsets are UTF-16 units of that text. */
export interface WebAddress {
  readonly start: number;
  readonly end: number;
  readonly url: string;
}

/** The first web address in a line: `http://`, `https://` or `www.`. A bare host name is not taken for one. */
export function findWebAddress(text: string): WebAddress | undefined {
  const lower = text.toLowerCase();
  // Lower-casing can change the length of exotic texts; then offsets would lie.
  const searched = lower.length === text.length ? lower : text;
  const starts = STARTS.map((start) => searched.indexOf(start)).filter((at) => at >= 0);
  if (starts.length === 0) return undefined;
  const start = Math.min(...starts);
  const space = text.slice(start, start + LONGEST).search(/[\s<>]/u);
  let end = space < 0 ? Math.min(text.length, start + LONGEST) : start + space;
  while (end > start && CLOSING.includes(text.charAt(end - 1)) && !closesOwnBracket(text.slice(start, end))) end--;
  const url = absoluteUrl(text.slice(start, end));
  return url === undefined ? undefined : { start, end, url };
}

/** An http or https URL as the standard writes it, or `undefined`; `www.` alone is taken for https. */
export function absoluteUrl(address: string): string | undefined {
  const written = address.trim();
  if (written.length > LONGEST) return undefined;
  const candidate = written.toLowerCase().startsWith("www.") ? `https://${written}` : written;
  if (!URL.canParse(candidate)) return undefined;
  const { protocol, hostname } = new URL(candidate);
  if (protocol !== "http:" && protocol !== "https:") return undefined;
  // The URL is kept as written: normalising would percent-encode what the reader knows in its own script.
  return hostname.includes(".") || hostname === "localhost" ? candidate : undefined;
}

/** Whether a text ends in the bracket that it opened itself: `https://de.wikipedia.org/wiki/Hue_(Stadt)`. */
export function closesOwnBracket(text: string): boolean {
  return text.endsWith(")") && text.split("(").length === text.split(")").length;
}
