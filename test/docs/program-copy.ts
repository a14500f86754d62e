import { cpSync, mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { packageRoot } from "../../pipeline/runtime/package-root.js";
import { runShown } from "./run-shown.js";

/** The built program with folders of its own, in which the commands of a document can be run as they stand there. */
export interface ProgramCopy {
  readonly root: string;
  /** Runs a line of the shell, `npx faktum` being this program; what it prints on both streams, in order. */
  sh(command: string): string;
  remove(): void;
}

/** Copies the program and the named files and folders of the project into a temporary folder. */
export function copyProgram(names: readonly string[]): ProgramCopy {
  const root = mkdtempSync(path.join(tmpdir(), "faktum-copy-"));
  for (const name of ["package.json", "dist/pipeline", "dist/extractors", ...names]) {
    cpSync(path.join(packageRoot(), name), path.join(root, name), { recursive: true });
  }
  symlinkSync(path.join(packageRoot(), "node_modules"), path.join(root, "node_modules"));
  const program = path.join(root, "dist/pipeline/cli/main.js");
  return {
    root,
    sh: (command) => runShown(command, root, program),
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
}
