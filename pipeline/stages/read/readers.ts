import type { Article } from "./article.js";
import type { CodedQuestion } from "./coded-answer.js";
import { readCodedInThread } from "./coded-thread.js";
import { findInThread } from "./readability-thread.js";
import type { ReadableFinder } from "./readable-finder.js";

/** How the libraries are run that do not end on some files. */
export interface Readers {
  /** Over pages: `findReadable` in this thread, or another's. */
  readonly findReadable: ReadableFinder;
  /** Over PDF and Word files: `readCoded` in this thread, or another's. Rejects with a ReadError for what is refused. */
  readonly readCoded: (question: CodedQuestion) => Promise<Article>;
}

/** In threads of their own with limits of time and memory. */
export const READERS_IN_THREADS: Readers = { findReadable: findInThread, readCoded: readCodedInThread };
