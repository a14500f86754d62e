import type { ChangeSort, Comparison, FactChange } from "../runtime/compare-baseline.js";
import { oneLine } from "./exit.js";

const NAME_WIDTH = 14;
const SORTS: Readonly<Record<ChangeSort, string>> = {
  gained: "gained   right   ",
  lost: "lost     right   ",
  invented: "gained   invented",
  dropped: "lost     invented",
};

/** F1 then and now by language, the facts gained and lost by language and kind, and the verdict. */
export function formatComparison(comparison: Comparison): string {
  const { before, after, changes, fallen, unknown, absent } = comparison;
  const rows = [
    ...Object.keys(after).map((name) => {
      const [then, now] = [before[name]?.f1 ?? 0, after[name]?.f1 ?? 0];
      return `${name.padEnd(NAME_WIDTH)} F1 ${percent(then)} -> ${percent(now)}`;
    }),
    ...changes.flatMap((change, index) => {
      const heading = headingOf(change);
      const previous = changes[index - 1];
      const row = `  ${SORTS[change.sort]} ${oneLine(`${change.id} ${change.fact}`)}`;
      return previous !== undefined && headingOf(previous) === heading ? [row] : [heading, row];
    }),
    ...(changes.length === 0 ? ["no fact gained or lost"] : []),
    ...(unknown.length === 0 ? [] : [`not in the baseline, not compared: ${unknown.length} lines`]),
    ...(absent.length === 0 ? [] : [`only in the baseline, not compared: ${absent.length} lines`]),
    ...(fallen.length === 0 ? [] : [`F1 fell: ${fallen.join(", ")}`]),
  ];
  return `\nagainst the baseline\n${rows.join("\n")}\n`;
}

function headingOf({ lang, fact }: FactChange): string {
  return `[${lang}] ${fact.split(" ")[0]}`;
}

function percent(share: number): string {
  return (100 * share).toFixed(2).padStart(6);
}
