/**
 * What keeps a text from standing between the parentheses of a `WHERE (...)`, in one line; nothing when nothing does. It is looked
 * at as SQLite takes it apart: strings, quoted names and comments hold no signs of their own. What it says is for SQLite to
 * judge; that it cannot end the parentheses it stands in is all that is made sure of.
 */
export function conditionProblem(condition: string): string | undefined {
  let depth = 0;
  for (let at = 0; at < condition.length; at++) {
    const sign = condition.charAt(at);
    const end = stretchEnd(condition, at);
    if (end === undefined) return `what begins with ${JSON.stringify(condition.slice(at, at + 12))} has no end`;
    if (end > at) {
      at = end - 1;
      continue;
    }
    if (sign === ";") return "it is one condition, not a statement; leave the semicolon out";
    if (sign === "\0") return "it holds a character that is none";
    if (sign === "(") depth += 1;
    if (sign === ")") depth -= 1;
    if (depth < 0) return "it closes a parenthesis that it did not open";
  }
  if (depth > 0) return "a parenthesis is not closed";
  return condition.trim() === "" ? "it is empty; leave the option out to have all rows" : undefined;
}

const CLOSING: Readonly<Record<string, string>> = { "'": "'", '"': '"', "`": "`", "[": "]" };

/** Where the string, quoted name or comment that begins here ends; `at` when none begins, nothing when it has no end. */
function stretchEnd(text: string, at: number): number | undefined {
  const two = text.slice(at, at + 2);
  if (two === "--") return endOf(text.indexOf("\n", at), 1, text.length);
  if (two === "/*") return endOf(text.indexOf("*/", at + 2), 2);
  const closing = CLOSING[text.charAt(at)];
  // A doubled quote inside a string ends it and begins the next one, which comes to the same.
  return closing === undefined ? at : endOf(text.indexOf(closing, at + 1), 1);
}

function endOf(found: number, length: number, otherwise?: number): number | undefined {
  return found < 0 ? otherwise : found + length;
}
