import { spawn } from "node:child_process";
import { once } from "node:events";
import { text } from "node:stream/consumers";
import type { RunTask, Taken } from "./run-task.js";

/** Starts processes of `script`, which does a task that it gets as JSON behind `--task` and prints what it took. */
export interface ProcessStart {
  readonly script: string;
  readonly signal: AbortSignal;
}

/** What a task takes in a process of its own. Throws when it did not end well; what it says goes to stderr. */
export async function takenInProcess({ script, signal }: ProcessStart, task: RunTask): Promise<Taken> {
  return JSON.parse(await outputOf([script, "--task", JSON.stringify(task)], signal)) as Taken;
}

/** Seconds by the clock of a whole Node process, its start included. */
export async function secondsOfCommand(command: readonly string[], signal: AbortSignal): Promise<number> {
  const begun = performance.now();
  await outputOf(command, signal);
  return (performance.now() - begun) / 1000;
}

async function outputOf(command: readonly string[], signal: AbortSignal): Promise<string> {
  const child = spawn(process.execPath, command, { stdio: ["ignore", "pipe", "inherit"], signal });
  const [output, [code]] = await Promise.all([text(child.stdout), once(child, "close")]);
  if (code !== 0) throw new Error(`the measured process ended with ${code}: ${command.join(" ")}`);
  return output;
}
