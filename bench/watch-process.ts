import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";

const PROGRAM = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../pipeline/cli/main.js");
const ROUND = /; [0-9.]+ s$/u;

/** A `faktum watch` in a process of its own; what it says of failures goes to stderr. Must be ended. */
export class WatchProcess {
  readonly #child: ChildProcess;
  readonly #ended: Promise<unknown>;
  #rounds = 0;
  #heard = performance.now();

  constructor(folder: string, command: readonly string[]) {
    this.#child = spawn(process.execPath, [PROGRAM, ...command], { cwd: folder, stdio: ["ignore", "ignore", "pipe"] });
    this.#ended = once(this.#child, "exit");
    if (this.#child.stderr === null) return;
    createInterface({ input: this.#child.stderr }).on("line", (line) => {
      this.#heard = performance.now();
      if (ROUND.test(line)) this.#rounds += 1;
      else if (line.startsWith("faktum: ")) console.error(line);
    });
  }

  /** Throws when it could not be started. */
  get pid(): number {
    if (this.#child.pid === undefined) throw new Error(`${PROGRAM}: could not be started`);
    return this.#child.pid;
  }

  get rounds(): number {
    return this.#rounds;
  }

  /** Until it has said nothing for so many seconds from now on. */
  async quiet(seconds: number): Promise<void> {
    this.#heard = performance.now();
    while (performance.now() - this.#heard < seconds * 1000) await wait(100);
  }

  /** By SIGTERM. Returns its exit code. */
  async end(): Promise<number | null> {
    this.#child.kill("SIGTERM");
    await this.#ended;
    return this.#child.exitCode;
  }

  kill(): void {
    this.#child.kill("SIGKILL");
  }
}

/** Throws when faktum could not go on. */
export async function runToEnd(folder: string, command: readonly string[]): Promise<void> {
  const child = spawn(process.execPath, [PROGRAM, ...command], { cwd: folder, stdio: ["ignore", "ignore", "inherit"] });
  await once(child, "exit");
  if (child.exitCode !== 0 && child.exitCode !== 1) throw new Error(`faktum ended with ${child.exitCode}`);
}
