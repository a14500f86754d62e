const ESCAPED = "\\`*_{}[]()#+-.!|~<>\"'$%&,/:;=?@^";
const LONGEST_TARGET = 4096;

/**
 * A line of Markdown as it reads: link texts without their targets, no pictures, no marks of emphasis, code or escape.
 * One pass; what is not closed stays as written.
 */
export function plainMarkdown(line: string): string {
  return withoutMarks(withoutLinks(line));
}

/** `[text](target)` and `[text][id]` become `text`, `![alt](target)` and `[^1]` nothing. */
function withoutLinks(line: string): string {
  if (!line.includes("]")) return line;
  const pieces: string[] = [];
  /** Places in `pieces` of brackets that are not closed yet. */
  const open: number[] = [];
  const targetEnd = targetFinder(line);
  let kept = 0;
  for (let at = 0; at < line.length; at++) {
    const char = line.charAt(at);
    if (char === "\\") at++;
    if (char === "[") {
      const opener = line.charAt(at - 1) === "!" && at > kept ? "![" : "[";
      pieces.push(line.slice(kept, at + 1 - opener.length), opener);
      open.push(pieces.length - 1);
      kept = at + 1;
    } else if (char === "]") {
      const start = open.pop();
      if (start === undefined) continue;
      const end = targetEnd(at + 1);
      const isNote = start === pieces.length - 1 && line.charAt(kept) === "^";
      if (end === undefined && !isNote) continue;
      const isText = pieces[start] === "[" && !isNote;
      if (isText) pieces.push(line.slice(kept, at));
      pieces.splice(start, isText ? 1 : pieces.length - start);
      kept = end ?? at + 1;
      at = kept - 1;
    }
  }
  pieces.push(line.slice(kept));
  return pieces.join("");
}

/** Finds the end of a `(target)` or `[id]` that begins at an offset; offsets must be asked for in rising order. */
function targetFinder(line: string): (from: number) => number | undefined {
  // Each kind of bracket is looked for once a stretch, so that thousands of unclosed ones cost nothing.
  const next = new Map([
    [")", -1],
    ["]", -1],
  ]);
  return (from) => {
    const closing = line.charAt(from) === "(" ? ")" : line.charAt(from) === "[" ? "]" : undefined;
    if (closing === undefined) return undefined;
    let close = next.get(closing) ?? -1;
    if (close <= from) close = line.indexOf(closing, from + 1);
    if (close < 0) close = line.length;
    next.set(closing, close);
    if (close === line.length || close - from > LONGEST_TARGET) return undefined;
    // A target may hold one pair of its own: `(https://de.wikipedia.org/wiki/Hue_(Stadt))`.
    const holdsPair = closing === ")" && line.slice(from + 1, close).includes("(") && line.charAt(close + 1) === ")";
    return close + (holdsPair ? 2 : 1);
  };
}

interface Mark {
  readonly text: string;
  readonly start: number;
}

/** Takes out runs of `*`, `_`, `~~` and backticks that have a partner of the same length, and backslashes of escapes. */
function withoutMarks(line: string): string {
  if (!/[*_~`\\]/u.test(line)) return line;
  const dropped = new Set<number>();
  const open = new Map<string, Mark>();
  for (let at = 0; at < line.length; at++) {
    const char = line.charAt(at);
    if (char === "\\" && at + 1 < line.length && ESCAPED.includes(line.charAt(at + 1))) {
      dropped.add(at);
      at++;
      continue;
    }
    if (!"*_~`".includes(char)) continue;
    const end = runEnd(line, at);
    pair({ text: line.slice(at, end), start: at }, line, open, dropped);
    at = end - 1;
  }
  return dropped.size === 0 ? line : [...keptPieces(line, dropped)].join("");
}

function pair(mark: Mark, line: string, open: Map<string, Mark>, dropped: Set<number>): void {
  const before = line.charAt(mark.start - 1);
  const after = line.charAt(mark.start + mark.text.length);
  const first = open.get(mark.text);
  const isUnderscore = mark.text.startsWith("_");
  if (first !== undefined && before.trim() !== "" && !(isUnderscore && isWordChar(after))) {
    for (const { start, text } of [first, mark]) {
      for (let at = start; at < start + text.length; at++) dropped.add(at);
    }
    open.delete(mark.text);
    return;
  }
  // `2 * 3` and `snake_case` open nothing.
  if (after.trim() !== "" && !(isUnderscore && isWordChar(before))) open.set(mark.text, mark);
}

function runEnd(line: string, from: number): number {
  let end = from;
  while (line.charAt(end) === line.charAt(from)) end++;
  return end;
}

function isWordChar(char: string): boolean {
  return /^[\p{L}\p{N}]$/u.test(char);
}

function* keptPieces(line: string, dropped: ReadonlySet<number>): Generator<string> {
  let start = 0;
  for (const at of [...dropped].sort((a, b) => a - b)) {
    yield line.slice(start, at);
    start = at + 1;
  }
  yield line.slice(start);
}
