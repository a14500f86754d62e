import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";

const ROOT = path.resolve(import.meta.dirname, "..");
const PROGRAM = path.join(ROOT, "dist/pipeline/cli/main.js");

/**
 * Compiles `dist/` once before the tests, for those that start the real program. Incremental: nothing changed, nothing
 * written. A type error is for `npm run check` to fail on: the compiler writes the program all the same, and the tests
 * run what it wrote.
 */
export default function globalSetup() {
  const compiler = createRequire(import.meta.url).resolve("typescript/bin/tsc");
  const build = spawnSync(process.execPath, [compiler, "-p", "tsconfig.build.json"], { cwd: ROOT, encoding: "utf8" });
  if (build.status !== 0) process.stderr.write(`\n${build.stdout}${build.stderr}`);
  if (!existsSync(PROGRAM))
    throw new Error(`The build wrote no ${PROGRAM}; run "npm run build" and mend what it reports.`);
}
