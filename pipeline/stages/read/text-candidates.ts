import type { MetadataCandidate } from "./choose-metadata.js";
import type { TextMetadata } from "./text-blocks.js";

type TextField = "byline" | "publisher" | "url";

/** What the lines of an article say about it, as candidates; nothing else is asked for these fields in plain text. */
export function textCandidates({ byline, source, sourceUrl }: TextMetadata): Record<TextField, MetadataCandidate[]> {
  return {
    byline: [{ from: "text", value: byline }],
    publisher: [{ from: "text", value: source }],
    url: [{ from: "text", value: sourceUrl }],
  };
}
