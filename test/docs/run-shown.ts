import { spawnSync } from "node:child_process";
import { PLAIN_ENVIRONMENT } from "../cli/faktum-process.js";

/**
 * Runs lines of the shell as a document shows them, in `cwd`, with `npx faktum` being the program at a path.
 * Returns what they print on both streams, in order.
 */
export function runShown(command: string, cwd: string, program: string): string {
  const call = `"${process.execPath}" "${program}"`;
  const { stdout } = spawnSync("sh", ["-c", `exec 2>&1\n${command.replaceAll("npx faktum", call)}`], {
    cwd,
    encoding: "utf8",
    env: PLAIN_ENVIRONMENT,
  });
  return stdout;
}
