import type { Metadata } from "../../model/metadata.js";
import { chooseMetadata } from "./choose-metadata.js";
import type { TextMetadata } from "./text-blocks.js";
import { textCandidates } from "./text-candidates.js";

/** What a PDF or Word file's own properties say, as they are written there. */
export interface FileProperties {
  readonly title?: string | undefined;
  readonly byline?: string | undefined;
  readonly publishedAt?: string | undefined;
}

/** Metadata of a file by its properties, then by its headline and its lines. */
export function fileMetadata(
  { title, byline, publishedAt }: FileProperties,
  headline: string | undefined,
  stated: TextMetadata,
): Metadata {
  const inText = textCandidates(stated);
  return chooseMetadata({
    ...inText,
    title: [
      { from: "properties", value: title },
      { from: "text", value: headline },
    ],
    byline: [{ from: "properties", value: byline }, ...inText.byline],
    publishedAt: [{ from: "properties", value: publishedAt }],
  });
}
