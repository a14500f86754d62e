/** One parsed file of a lexicon, with the path that messages name. */
export interface DataFile<T> {
  readonly file: string;
  /** Line of a key by its path in the file, counted from 1. */
  readonly lineOf: (keys: readonly string[]) => number;
  readonly data: T;
}
