import type { Command } from "commander";
import type { DatabaseStatus } from "../runtime/status.js";
import type { PastRun } from "../store/store-status.js";
import { addConfigOption, configOf } from "./config-options.js";
import { EXIT, oneLine } from "./exit.js";
import { writeOut } from "./write-out.js";

interface StatusFlags {
  readonly json?: true;
}

/** `faktum status`: what the database holds, and what is being done. */
export function addStatusCommand(program: Command): void {
  const command = program
    .command("status")
    .summary("what the database holds, who writes to it, the last runs")
    .description(
      "What the database holds, who is writing to it, how the last runs went, and what the next run or faktum gc would have to do.",
    );
  addConfigOption(command, "database")
    .option("--json", "write it as one JSON object")
    .addHelpText("after", EXAMPLES)
    .action(async (flags: StatusFlags) => {
      const { databaseStatus } = await import("../runtime/status.js");
      const { values, files } = await configOf(command);
      const status = databaseStatus(values.database);
      await writeOut(flags.json ? `${JSON.stringify({ ...status, config: files })}\n` : statusText(status, files));
      process.exitCode = EXIT.ok;
    });
}

function statusText(status: DatabaseStatus, files: readonly string[]): string {
  const { database, room, running, runs, removed, duplicates, outdated, ignored, quarantine } = status;
  const kinds = Object.entries(status.facts);
  const facts = kinds.reduce((sum, [, count]) => sum + count, 0);
  const failures = Object.entries(quarantine);
  const documents = status.documents.map(({ status: state, language, documents: count }) =>
    state === "ok" ? `${language} ${count}` : `${state} ${count}`,
  );
  const lines = [
    ["database", `${database}, ${megabytes(room.bytes)} MB, ${megabytes(room.free)} MB of it free`],
    ["config", files.length === 0 ? "no file" : files.join(", ")],
    ["running", running === undefined ? "nothing" : runningText(running, runs)],
    ["documents", listed(documents)],
    ["facts", kinds.length === 0 ? "none" : `${facts}: ${kinds.map(([kind, count]) => `${kind} ${count}`).join(", ")}`],
    ["duplicates", `${duplicates} documents, whose facts are left out of the views`],
    [
      "quarantine",
      `${listed(failures.map(([code, count]) => `${code} ${count}`))}${ignored > 0 ? `; ${ignored} ignored` : ""}`,
    ],
    ["removed", removed === 0 ? "none" : `${removed} documents, until faktum gc`],
    ["outdated", outdated === 0 ? "none" : `${outdated} documents, which the next run makes anew`],
    ...runs.map((run, index) => [index === 0 ? "last runs" : "", runText(run)]),
  ];
  return lines.map(([name = "", text = ""]) => `${name.padEnd(10)}  ${oneLine(text)}\n`).join("");
}

function runningText({ command, pid, host, since }: NonNullable<DatabaseStatus["running"]>, runs: readonly PastRun[]) {
  const open = runs.find(({ finishedAt }) => finishedAt === null);
  const stored = open === undefined ? "" : `, ${open.stored + open.refused} documents stored so far`;
  return `${command} (process ${pid} on ${host}) since ${since}${stored}`;
}

function runText({ startedAt, finishedAt, paths, stored, refused, failed, removed, facts, changes }: PastRun): string {
  const seconds = finishedAt === null ? undefined : (Date.parse(finishedAt) - Date.parse(startedAt)) / 1000;
  const { added, changed, gone } = changes;
  return [
    `${startedAt}  ${seconds === undefined ? "did not end" : `${seconds.toFixed(0)} s`}`,
    `${stored} stored with ${facts} facts`,
    ...(refused > 0 ? [`${refused} refused`] : []),
    ...(failed > 0 ? [`${failed} failed`] : []),
    ...(removed > 0 ? [`${removed} removed`] : []),
    ...(added + changed + gone > 0 ? [`facts: ${added} new, ${changed} changed, ${gone} gone`] : []),
    ...(paths.length > 0 ? [paths.join(" ")] : ["faktum check --repair"]),
  ].join(", ");
}

function listed(parts: readonly string[]): string {
  return parts.length === 0 ? "none" : parts.join(", ");
}

function megabytes(bytes: number): string {
  return (bytes / 1e6).toFixed(1);
}

const EXAMPLES = `
Examples:
  $ faktum status
  $ faktum status --json | jq .quarantine`;
