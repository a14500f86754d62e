import { decodeStrictly } from "./decode-strictly.js";

/** Header fields by their names in lower case; of several with one name the first. */
export type MimeHeaders = ReadonlyMap<string, string>;

/** A field's value with its parameters: `text/html; charset="utf-8"`. Names and the value itself in lower case. */
export interface MimeValue {
  readonly value: string;
  readonly parameters: ReadonlyMap<string, string>;
}

const FIELD = /^([!-9;-~]{1,80}):[ \t]*(.*)$/u;
const PARAMETER = /;\s{0,99}([a-z0-9*-]{1,40})\s{0,9}=\s{0,9}(?:"([^"]{0,2000})"|([^\s;"]{1,2000}))/giu;
const LONGEST_VALUE = 20_000;

/** The fields of a head, given as one character a byte. Lines that are no field are passed over. */
export function mimeHeaders(head: string): MimeHeaders {
  const fields = new Map<string, string>();
  // A line that begins with space goes on with the one before.
  for (const line of head.replace(/\r?\n[ \t]+/gu, " ").split(/\r?\n/u)) {
    const [, name, value] = FIELD.exec(line) ?? [];
    if (name === undefined || value === undefined || fields.has(name.toLowerCase())) continue;
    fields.set(name.toLowerCase(), asText(value.trim().slice(0, LONGEST_VALUE)));
  }
  return fields;
}

export function mimeValue(field: string | undefined): MimeValue {
  const text = field ?? "";
  const parameters = new Map<string, string>();
  for (const [, name = "", quoted, plain] of text.matchAll(PARAMETER)) {
    if (!parameters.has(name.toLowerCase())) parameters.set(name.toLowerCase(), quoted ?? plain ?? "");
  }
  return { value: (text.split(";")[0] ?? "").trim().toLowerCase(), parameters };
}

/** Bytes beyond ASCII are against the rules, and UTF-8 where they occur. */
function asText(value: string): string {
  if (!/[\u0080-\u00ff]/u.test(value)) return value;
  return (
    decodeStrictly(
      Uint8Array.from(value, (char) => char.charCodeAt(0)),
      "utf-8",
    )?.text ?? value
  );
}
