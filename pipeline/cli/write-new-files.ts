import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { FaktumError } from "../runtime/faktum-error.js";

/** Writes files into a folder, which is made when absent; all or, where one is there already and not to be replaced, none. */
export function writeNewFiles(
  folder: string,
  files: readonly (readonly [name: string, text: string])[],
  force: boolean,
): void {
  const known = files.map(([name]) => path.join(folder, name)).find((file) => !force && existsSync(file));
  if (known !== undefined) {
    throw new FaktumError("schedule.exists", `${known}: this file is there already; move it away, or add --force`, {
      exitCode: 2,
    });
  }
  try {
    mkdirSync(folder, { recursive: true });
    for (const [name, text] of files) writeFileSync(path.join(folder, name), text);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new FaktumError("schedule.cannot-write", `${folder}: cannot be written to (${reason}); name another folder`, {
      exitCode: 2,
      cause: error,
    });
  }
}
