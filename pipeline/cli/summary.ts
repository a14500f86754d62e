import { KINDS } from "../model/mention.js";
import type { RunReport } from "../runtime/run-report.js";

/** The end of a run in a few lines of text: what was stored by language and kind, and what was not. */
export function formatSummary(report: RunReport): string {
  return `${[...languageLines(report), ...skippedLines(report), ...containerLines(report), ...outcomeLines(report)].join("\n")}\n`;
}

function languageLines({ languages }: RunReport): readonly string[] {
  const tags = Object.keys(languages);
  if (tags.length === 0) return [];
  const rows = Object.entries(languages).map(([tag, { documents, facts }]) => {
    const counts = KINDS.map((kind) => facts[kind] ?? 0);
    return [tag, documents, ...counts, counts.reduce((sum, count) => sum + count, 0)].map(String);
  });
  return alignColumns([["language", "documents", ...KINDS, "facts"], ...rows]);
}

function skippedLines({ skippedFiles, skippedMembers }: RunReport): readonly string[] {
  const files = countsBySort(skippedFiles);
  const members = countsBySort(skippedMembers);
  return [
    ...(files === "" ? [] : [`passed over: ${files}`]),
    ...(members === "" ? [] : [`passed over in containers: ${members}`]),
  ];
}

function countsBySort(counts: Readonly<Record<string, number>>): string {
  return Object.entries(counts)
    .map(([sort, count]) => `${count} ${sort || "without extension"}`)
    .join(", ");
}

function containerLines({ containers }: RunReport): readonly string[] {
  const { read, unchanged } = containers;
  if (read === 0) return [];
  return [`containers: ${read} read${unchanged > 0 ? `, ${unchanged} unchanged` : ""}`];
}

function outcomeLines(report: RunReport): readonly string[] {
  const { found, extracted, refused, failed, failedBefore, unchanged } = report.documents;
  if (found + failed === 0) return ["no articles found: put files there, or name another folder"];
  const stored = extracted + refused > 0;
  const named = Object.entries(report.refusedLanguages).map(([tag, count]) => `${tag} ${count}`);
  const parts = [
    ...(stored ? [`${documents(extracted)} stored with ${report.facts} facts`] : []),
    ...(refused > 0 ? [`${refused} refused, in a language that no lexicon covers (${named.join(", ")})`] : []),
    ...(unchanged > 0 ? [`${documents(unchanged)} unchanged`] : []),
    ...(failedBefore > 0 ? [`${documents(failedBefore)} failed before and unchanged`] : []),
    ...(failed > 0 ? [`${failed} failed`] : []),
    ...(stored ? [`${report.seconds.toFixed(1)} s`] : []),
  ];
  const line = stored || report.interrupted ? parts.join("; ") : `nothing new: ${parts.join("; ")}`;
  return report.interrupted ? [line, "stopped before the end: run the same command again to go on"] : [line];
}

function documents(count: number): string {
  return count === 1 ? "1 document" : `${count} documents`;
}

/** First column to the left, the numbers to the right. */
function alignColumns(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) =>
    row
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join("  "),
  );
}
