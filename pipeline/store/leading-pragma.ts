/** What follows the word PRAGMA at the start of SQL, and whether EXPLAIN stands before it. */
export interface LeadingPragma {
  readonly isExplained: boolean;
  readonly argument: string;
}

/**
 * The PRAGMA that SQL begins with; nothing when it begins otherwise. It is found as SQLite would find it, behind
 * comments, semicolons and EXPLAIN, and with a quote or a comment right behind the word: many pragmas are carried out
 * while the statement is prepared, those behind EXPLAIN too, so that looking at the statement afterwards is too late.
 */
export function leadingPragma(sql: string): LeadingPragma | undefined {
  let isExplained = false;
  for (let at = skipBlank(sql, 0); ; at = skipBlank(sql, at)) {
    WORD.lastIndex = at;
    const word = WORD.exec(sql)?.[0] ?? "";
    at += word.length;
    switch (word.toLowerCase()) {
      case "pragma":
        return { isExplained, argument: sql.slice(at) };
      case "explain":
      case "query":
      case "plan":
        isExplained = true;
        break;
      default:
        return undefined;
    }
  }
}

/** Past white space, semicolons and comments; one that is not closed goes to the end. */
function skipBlank(sql: string, start: number): number {
  for (let at = start; ; ) {
    BLANK.lastIndex = at;
    at += BLANK.exec(sql)?.[0].length ?? 0;
    const closing = sql.startsWith("--", at) ? "\n" : sql.startsWith("/*", at) ? "*/" : undefined;
    if (closing === undefined) return at;
    const end = sql.indexOf(closing, at + 2);
    if (end < 0) return sql.length;
    at = end + closing.length;
  }
}

/** As SQLite reads words: everything beyond ASCII is a letter, but for a byte order mark, which is white space. */
const WORD = /[A-Za-z0-9_$\u0080-\u{10ffff}]*/uy;
const BLANK = /[ \t\n\f\r;\uFEFF]*/uy;
