/**
 * The spellings that an entry of a lexicon stands for: `jährig{e,er}` gives `jährige` and `jähriger`; several braces
 * multiply. Text without braces gives itself. Throws an Error for a brace that is not closed.
 */
export function expandWord(entry: string): readonly string[] {
  const open = entry.indexOf("{");
  if (open < 0) return [entry];
  const close = entry.indexOf("}", open);
  if (close < 0) throw new Error(`"${entry}": the brace is not closed`);
  const before = entry.slice(0, open);
  const endings = expandWord(entry.slice(close + 1));
  return entry
    .slice(open + 1, close)
    .split(",")
    .flatMap((choice) => endings.map((ending) => before + choice.trim() + ending));
}
