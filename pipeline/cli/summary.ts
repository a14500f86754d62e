import { KINDS } from "../model/mention.js";
import type { RunReport } from "../runtime/run-report.js";
import type { Log } from "./log.js";

/** Tells how a run ended: as the table below or, where messages are objects, as the report itself. */
export function tellSummary(log: Log, report: RunReport): void {
  if (log.format === "json") log.info("run finished", { report });
  else if (log.isOn("info")) process.stderr.write(formatSummary(report));
}

/** Tells what a run would do that was only to find out. */
export function tellPlan(log: Log, report: RunReport): void {
  if (log.format === "json") log.info("run planned", { planned: report.planned });
  else if (log.isOn("info")) process.stderr.write(`${planLine(report)}\n`);
}

/** What a round of a watch changed, in one line. */
export function roundLine(report: RunReport): string {
  const { renamed, removed, failed } = report.documents;
  const parts = [
    ...storedParts(report),
    ...(renamed > 0 ? [`${documents(renamed)} renamed`] : []),
    ...(removed > 0 ? [`${documents(removed)} gone`] : []),
    ...(failed > 0 ? [`${failed} failed`] : []),
    `${report.seconds.toFixed(1)} s`,
  ];
  return report.interrupted ? `${parts.join("; ")}; stopped before the end` : parts.join("; ");
}

/** What is told when a watch waits for the first time. Documents that failed are not stored with facts and do not count. */
export function watchingLine(paths: readonly string[], { documents: counts, planned }: RunReport): string {
  const stored = counts.found - counts.failed - counts.failedBefore - counts.ignored;
  const settling = planned.settling > 0 ? `, ${planned.settling} changed just now and wait` : "";
  return `watching ${paths.join(", ")}, ${documents(stored)} stored${settling}; Ctrl-C ends`;
}

/** The end of a run in a few lines of text: what was stored by language and kind, and what was not. */
function formatSummary(report: RunReport): string {
  const lines = [languageLines, skippedLines, containerLines, outcomeLines].flatMap((linesOf) => linesOf(report));
  return lines.map((line) => `${line}\n`).join("");
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
  const { found, extracted, refused, failed, failedBefore, unchanged, ignored, renamed, removed } = report.documents;
  if (found + failed + removed === 0 && report.planned.settling > 0) return [];
  if (found + failed + removed === 0) return ["no articles found: put files there, or name another folder"];
  const stored = extracted + refused > 0;
  const parts = [
    ...storedParts(report),
    ...(unchanged > 0 ? [`${documents(unchanged)} unchanged`] : []),
    ...(failedBefore > 0 ? [`${documents(failedBefore)} failed before and unchanged`] : []),
    ...(ignored > 0 ? [`${documents(ignored)} failed before and ignored`] : []),
    ...(renamed > 0 ? [`${documents(renamed)} renamed`] : []),
    ...(removed > 0 ? [`${documents(removed)} gone`] : []),
    ...(failed > 0 ? [`${failed} failed`] : []),
    ...(stored ? [`${report.seconds.toFixed(1)} s`] : []),
  ];
  const isNews = stored || renamed + removed > 0 || report.interrupted;
  const nothing = failed > 0 ? "nothing stored" : "nothing new";
  const line = isNews ? parts.join("; ") : `${nothing}: ${parts.join("; ")}`;
  const changes = changesLine(report);
  if (!report.interrupted) return [line, ...changes];
  return [line, ...changes, "stopped before the end: run the same command again to go on"];
}

function storedParts({ documents: { extracted, refused }, facts, refusedLanguages }: RunReport): readonly string[] {
  if (extracted + refused === 0) return [];
  const named = Object.entries(refusedLanguages).map(([tag, count]) => `${tag} ${count}`);
  return [
    `${documents(extracted)} stored with ${facts === 1 ? "1 fact" : `${facts} facts`}`,
    ...(refused > 0 ? [`${refused} refused, in a language that no lexicon covers (${named.join(", ")})`] : []),
  ];
}

/** What readers of the last version of changed articles want to know. */
function changesLine({ changes: { added, changed, gone } }: RunReport): readonly string[] {
  if (added + changed + gone === 0) return [];
  const told = `${added} facts new, ${changed} with another value, ${gone} gone`;
  return [`in articles that were stored before: ${told} (SELECT * FROM changes)`];
}

/** What a run would do. */
function planLine({ planned: { files, bytes, renamed, removed } }: RunReport): string {
  const parts = [
    `${files} files to read or analyse anew (${(bytes / 1_000_000).toFixed(1)} MB)`,
    ...(renamed > 0 ? [`${renamed} renamed`] : []),
    ...(removed > 0 ? [`${removed} gone`] : []),
  ];
  return `nothing done: ${parts.join("; ")}`;
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
