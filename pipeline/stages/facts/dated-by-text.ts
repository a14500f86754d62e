import { type BoilerplateLexicon, boilerplateKey } from "../../../extractors/boilerplate-lexicon.js";
import type { Block, Document } from "../../model/document.js";
import type { Fact } from "../../model/fact.js";
import type { MetadataOrigin } from "../../model/metadata.js";
import type { Span } from "../../model/span.js";

/** Words by which a line tells that its date is the article's own. */
export type DateLabels = Pick<BoilerplateLexicon, "publishedLabels" | "modifiedLabels">;

/** A whole day, stated in a line of the article. */
interface DatedLine {
  readonly day: string;
  /** What stands in front of the date in its line, and behind it. */
  readonly before: string;
  readonly after: string;
  readonly ofBlock: number;
}

const WHOLE_DAY = /^[0-9]{4}-[0-9]{2}-[0-9]{2}$/u;
/** A dateline, or a line that holds nothing but the date, stands this far from the top at most. */
const LAST_TOP_BLOCK = 6;
const LONGEST_LABELLED = 160;
const LONGEST_DATE_LINE = 60;
const MOST_WORDS_BESIDE = 4;
const LONGEST_PLACE = 60;
const MOST_LABEL_WORDS = 3;
const MOST_WORDS_AFTER_LABEL = 2;
/** Parts of a line about the article: `Von Jana Petzold | Stand: 12. Juni 2024`. */
const PART_END = /[|·•–—]/u;
/** `Hanoi, `, `Hanoi (VNA), `, `JAKARTA, Senin (`, `Torgau, den `. */
const PLACE = /^[\p{Lu}\p{Lo}][^.!?؟۔:]*[,،(][\s\p{Z}]*(?:\p{Ll}{1,4} )?$/u;
/** `(VNA) – `, `) — `, ` - `, `: `. */
const DATELINE_END = /^\)?\s{0,3}(?:[,،]?\s{0,3}\((?<agency>[^()]{1,40})\))?\s{0,3}(?:[-–—]|[:：])\s/u;
const AGENCY_BEFORE = /\((?<agency>[^()]{2,40})\)/u;

/**
 * The document with what its file does not say and its lines do: the day of publication, from a labelled line, a dateline
 * (`Hanoi, 12. Juni 2024 (VNA) – ...`) or a line with nothing but a date, the day of the last change and the agency.
 */
export function datedByText(document: Document, facts: readonly Fact[], labels: DateLabels): Document {
  if (document.publishedAt !== undefined && document.modifiedAt !== undefined && document.publisher !== undefined) {
    return document;
  }
  const lines = datedLines(document, facts);
  const labelled = (words: ReadonlySet<string>) => lines.find((line) => isLabelled(line, words));
  const dateline = lines.find(isDateline);
  const published = labelled(labels.publishedLabels) ?? dateline ?? lines.find(isDateLine);
  let dated = document;
  dated = withText(dated, "publishedAt", published?.day);
  dated = withText(dated, "modifiedAt", labelled(labels.modifiedLabels)?.day);
  return withText(dated, "publisher", dateline && agencyOf(dateline));
}

function withText(
  document: Document,
  field: "publishedAt" | "modifiedAt" | "publisher",
  value: string | undefined,
): Document {
  if (value === undefined || document[field] !== undefined) return document;
  const from: MetadataOrigin = "text";
  return { ...document, [field]: value, origins: { ...document.origins, [field]: from } };
}

function datedLines({ text, blocks }: Document, facts: readonly Fact[]): readonly DatedLine[] {
  const lines: DatedLine[] = [];
  let at = 0;
  for (const { mention } of facts) {
    if (mention.kind !== "date" || !WHOLE_DAY.test(mention.iso)) continue;
    while (at < blocks.length && (blocks[at]?.span.end ?? 0) < mention.span.end) at++;
    const block = blocks[at];
    if (block === undefined) break;
    if (mention.span.start < block.span.start) continue;
    const line = dividedAt(text, block, mention.span);
    if (line !== undefined) lines.push({ ...line, day: mention.iso, ofBlock: at });
  }
  return lines;
}

/** Nothing where the date stands too far from either end of its line to be the article's own. */
function dividedAt(text: string, { span }: Block, date: Span): Pick<DatedLine, "before" | "after"> | undefined {
  if (date.start - span.start > LONGEST_LABELLED) return undefined;
  return {
    before: text.slice(span.start, date.start),
    after: text.slice(date.end, Math.min(span.end, date.end + LONGEST_LABELLED)),
  };
}

/** `Veröffentlicht am Montag, `: a label at the beginning of the line or of a part of it, next to nothing behind it. */
function isLabelled({ before, after }: DatedLine, labels: ReadonlySet<string>): boolean {
  if (after.length >= LONGEST_LABELLED) return false;
  const words = wordsOf(before.split(PART_END).at(-1) ?? "");
  for (let count = Math.min(MOST_LABEL_WORDS, words.length); count > 0; count--) {
    const isLabel = labels.has(
      boilerplateKey(
        words
          .slice(0, count)
          .join(" ")
          .replace(/[:：,]$/u, ""),
      ),
    );
    if (isLabel) return words.length - count <= MOST_WORDS_AFTER_LABEL;
  }
  return false;
}

function isDateline({ before, after, ofBlock }: DatedLine): boolean {
  if (ofBlock >= LAST_TOP_BLOCK || before.length > LONGEST_PLACE) return false;
  const end = DATELINE_END.exec(after);
  if (end === null) return false;
  return before === "" ? end.groups?.["agency"] !== undefined : PLACE.test(before);
}

/** `Montag, 12. Juni 2024, 10:30 Uhr` */
function isDateLine({ before, after, ofBlock }: DatedLine): boolean {
  if (ofBlock >= LAST_TOP_BLOCK || before.length + after.length > LONGEST_DATE_LINE) return false;
  const beside = [...wordsOf(before), ...wordsOf(after)].filter((word) => /\p{L}/u.test(word));
  return beside.length <= MOST_WORDS_BESIDE && !/[!?؟۔…]|\p{L}{2}\.$/u.test(after.trim());
}

function agencyOf({ before, after }: DatedLine): string | undefined {
  const groups = DATELINE_END.exec(after)?.groups ?? {};
  const agency = groups["agency"] ?? AGENCY_BEFORE.exec(before)?.groups?.["agency"];
  return agency === undefined || /\p{Nd}/u.test(agency) ? undefined : agency.trim();
}

function wordsOf(text: string): readonly string[] {
  return text.split(/\s+/u).filter((word) => word !== "");
}
