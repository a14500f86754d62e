/** Wrong lexicon data. The message names the file with its line, the key and what to do. */
export class LexiconError extends Error {
  readonly code = "lexicon.invalid";
  /** As shown to the user, with the line where it is known. */
  readonly file: string;
  /** Path of the key inside the file, `frames.count.item`. */
  readonly key: string;

  /** `remedy` says what is wrong and how to put it right. */
  constructor(file: string, key: string, remedy: string) {
    super(`${file}: ${key}: ${remedy}`);
    this.name = "LexiconError";
    this.file = file;
    this.key = key;
  }
}
