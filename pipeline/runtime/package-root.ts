import { readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { FaktumError } from "./faktum-error.js";

const PACKAGE_NAME = "faktum";

/**
 * The folder that holds faktum's `package.json` and, beside it, `lexicons/`. Found by walking up from this file, so that
 * it is the same folder from the sources and from `dist/`.
 */
export function packageRoot(): string {
  const start = path.dirname(fileURLToPath(import.meta.url));
  for (let folder = start; ; folder = path.dirname(folder)) {
    if (packageName(folder) === PACKAGE_NAME) return folder;
    if (folder === path.dirname(folder)) {
      throw new FaktumError(
        "runtime.no-package",
        `${start}: no folder above holds faktum's package.json; install again`,
        {
          exitCode: 4,
        },
      );
    }
  }
}

/** Version that `package.json` states. */
export function packageVersion(): string {
  return String(readPackage(packageRoot())?.["version"]);
}

function packageName(folder: string): unknown {
  return readPackage(folder)?.["name"];
}

function readPackage(folder: string): Record<string, unknown> | undefined {
  let text: string;
  try {
    text = readFileSync(path.join(folder, "package.json"), "utf8");
  } catch {
    return undefined; // most folders on the way up have none
  }
  const parsed: unknown = JSON.parse(text);
  return typeof parsed === "object" && parsed !== null ? (parsed as Record<string, unknown>) : undefined;
}
