/** The words of a list that is written with spaces, for names that would fill a page one to a line. */
export function wordSet(words: string): ReadonlySet<string> {
  return new Set(words.split(" "));
}
