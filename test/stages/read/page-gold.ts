import { readFileSync } from "node:fs";
import path from "node:path";

/** Segments of a page's text that its article holds, and such that stand around it. */
interface PageGold {
  readonly with: readonly string[];
  readonly without: readonly string[];
}

/** How well texts hold what they should: `problems` names each segment that is missing or too much, with its page. */
export interface PageScore {
  readonly f1: number;
  readonly problems: readonly string[];
}

const FOLDER = path.resolve(import.meta.dirname, "../../fixtures/pages");

/** The pages with their gold, by file name. */
export function goldPages(): readonly { readonly file: string; readonly bytes: Uint8Array; readonly gold: PageGold }[] {
  const gold: Readonly<Record<string, PageGold>> = JSON.parse(readFileSync(path.join(FOLDER, "gold.json"), "utf8"));
  return Object.entries(gold).map(([file, each]) => ({
    file,
    bytes: readFileSync(path.join(FOLDER, file)),
    gold: each,
  }));
}

/** F1 over all segments of all pages, of the texts that a reader makes of them. */
export async function scorePages(read: (file: string, bytes: Uint8Array) => Promise<string>): Promise<PageScore> {
  const problems: string[] = [];
  let found = 0;
  let wrong = 0;
  let missing = 0;
  for (const { file, bytes, gold } of goldPages()) {
    const text = (await read(file, bytes)).replace(/\s+/gu, " ");
    for (const segment of gold.with) {
      if (text.includes(segment)) found++;
      else {
        missing++;
        problems.push(`${file} misses: ${segment}`);
      }
    }
    for (const segment of gold.without.filter((each) => text.includes(each))) {
      wrong++;
      problems.push(`${file} has: ${segment}`);
    }
  }
  return { f1: (2 * found) / (2 * found + wrong + missing), problems };
}
