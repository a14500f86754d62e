import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import path from "node:path";
import { packageRoot } from "../../pipeline/runtime/package-root.js";

export const PROGRAM = path.join(packageRoot(), "dist/pipeline/cli/main.js");

export interface Finished {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** No configuration of whoever runs the tests: neither a file nor variables. */
export const PLAIN_ENVIRONMENT: NodeJS.ProcessEnv = {
  ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith("FAKTUM_"))),
  XDG_CONFIG_HOME: path.join(packageRoot(), "test", "no-such-folder"),
};

/** Runs the built program in `cwd` to its end. */
export function faktum(
  cwd: string,
  args: readonly string[],
  input: string | Uint8Array = "",
  environment: NodeJS.ProcessEnv = {},
): Finished {
  const { status, stdout, stderr } = spawnSync(process.execPath, [PROGRAM, ...args], {
    cwd,
    encoding: "utf8",
    env: { ...PLAIN_ENVIRONMENT, ...environment },
    input,
    maxBuffer: 256 * 1024 * 1024,
  });
  return { status, stdout, stderr };
}

/** Starts the built program in `cwd` and lets it run; its output is thrown away. */
export function startFaktum(cwd: string, args: readonly string[]): ChildProcess {
  return spawn(process.execPath, [PROGRAM, ...args], { cwd, env: PLAIN_ENVIRONMENT, stdio: "ignore" });
}
