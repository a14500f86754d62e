import type { Diagnostic } from "../../model/diagnostic.js";

/** What is said of an article outside its own bytes, by the container that it lies in. It goes before what its bytes say. */
export interface StatedMetadata {
  readonly title?: string | undefined;
  readonly byline?: string | undefined;
  readonly publisher?: string | undefined;
  readonly url?: string | undefined;
  /** ISO 8601, as exact as it is stated. */
  readonly publishedAt?: string | undefined;
  /** ISO 8601: when it was taken from the address. */
  readonly retrievedAt?: string | undefined;
  /** BCP 47 tag that the container claims; never checked against the text by whoever fills it in. */
  readonly language?: string | undefined;
}

/** One article's bytes: a file as it was found, or one of the many that a container holds. */
export interface Part {
  /**
   * Relative to the folder the run was started in, `/` as separator. In a container `#` and the member follow:
   * `archive.warc.gz#<record id>`, `articles.zip#folder/page.html`, `dump.jsonl#<id or line>`.
   */
  readonly path: string;
  readonly bytes: Uint8Array;
  /** IANA media type without parameters, lower-cased, as the container states it; absent where only the bytes can tell. */
  readonly mediaType?: string | undefined;
  /** Encoding label stated outside the bytes, such as an HTTP header's charset. It may be wrong or unknown. */
  readonly encoding?: string | undefined;
  readonly stated?: StatedMetadata | undefined;
  /** What the container's reader has to tell of it. */
  readonly diagnostics?: readonly Diagnostic[] | undefined;
}
