/**
 * What Readability found in a page's source: the texts between the tags of the article, without white space, or why it
 * was not asked or gave no answer in time.
 */
export type Readable = { readonly texts: readonly string[] } | { readonly missing: "timeout" | "too-large" | "failed" };

/** Runs Readability, in this thread or another. Never rejects. */
export type ReadableFinder = (source: string) => Promise<Readable>;
