import { Parser } from "htmlparser2";
import type { FileProperties } from "./file-metadata.js";
import { isoDate } from "./iso-date.js";
import { collapsed } from "./walk-tree.js";

const FIELDS = ["dc:title", "dc:creator", "dcterms:created"];
const LONGEST = 300;
/** What a program that makes documents from its own template leaves in them. */
const PLACEHOLDERS = ["Word Document", "python-docx", "2013-12-23T23:15:00Z", "2006-09-16T00:00:00Z"];

/** Title, author and the day of creation from `docProps/core.xml`; nothing for fields that are not filled in. */
export function docxMetadata(xml: string): FileProperties {
  const fields = new Map<string, string>();
  let open: string | undefined;
  new Parser(
    {
      onopentag: (name) => {
        open = FIELDS.includes(name) ? name : undefined;
      },
      ontext: (text) => {
        if (open !== undefined) fields.set(open, (fields.get(open) ?? "") + text.slice(0, LONGEST));
      },
      onclosetag: () => {
        open = undefined;
      },
    },
    { xmlMode: true },
  ).end(xml);
  const field = (name: string) => {
    const text = collapsed((fields.get(name) ?? "").slice(0, LONGEST));
    return text === "" || PLACEHOLDERS.includes(text) ? undefined : text;
  };
  const created = field("dcterms:created");
  return {
    title: field("dc:title"),
    byline: field("dc:creator"),
    publishedAt: created === undefined ? undefined : isoDate(created),
  };
}
