/** A command of a document and what the document says that it prints. */
export interface ShownRun {
  readonly command: string;
  readonly output: string;
}

/** A part of a document under a heading of the second level. */
export interface Section {
  readonly heading: string;
  readonly runs: readonly ShownRun[];
}

const RUN = /```sh\n([^`]*)\n```\n+```text\n([^`]*)\n```/gu;

/** The sections of a Markdown text, each with its blocks of commands that a block of output follows. */
export function shownSections(markdown: string): readonly Section[] {
  return markdown
    .split(/^## /mu)
    .slice(1)
    .map((section) => ({
      heading: section.slice(0, section.indexOf("\n")),
      runs: [...section.matchAll(RUN)].map(([, command = "", output = ""]) => ({ command, output })),
    }));
}

const LEFT_OUT = "…";

/**
 * What was printed, as the document shows it: the same where its pieces stand in it in order, with anything in place of
 * each `…`. Otherwise the printed text itself, for the difference to be seen.
 */
export function asShown(printed: string, shown: string): string {
  const text = printed.trimEnd();
  const pieces = shown.split(LEFT_OUT);
  const [first = "", ...rest] = pieces;
  if (!text.startsWith(first)) return text;
  let at = first.length;
  for (const [index, piece] of rest.entries()) {
    const isLast = index === rest.length - 1;
    const found = isLast ? text.length - piece.length : text.indexOf(piece, at);
    if (found < at || !text.startsWith(piece, found)) return text;
    at = found + piece.length;
  }
  return at === text.length ? shown : text;
}
