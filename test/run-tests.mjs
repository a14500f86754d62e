#!/usr/bin/env node
// `npm test`: runs jest with the arguments given and ends with one line, `N passed, N failed`, counted by jest itself.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import { closingLine } from "./closing-line.mjs";

const jest = createRequire(import.meta.url).resolve("jest/bin/jest");
const folder = mkdtempSync(path.join(tmpdir(), "faktum-tests-"));
const reportFile = path.join(folder, "report.json");
try {
  // jest runs native ES modules only behind this flag; its workers inherit it.
  const flags = ["--experimental-vm-modules", "--disable-warning=ExperimentalWarning"];
  const run = spawnSync(
    process.execPath,
    [...flags, jest, "--json", `--outputFile=${reportFile}`, ...process.argv.slice(2)],
    { cwd: path.resolve(import.meta.dirname, ".."), stdio: ["ignore", "ignore", "inherit"] },
  );
  process.exitCode = run.status ?? 1;
  console.log(closingLine(JSON.parse(readFileSync(reportFile, "utf8"))));
} catch (error) {
  // jest stopped before it could count: its own message stands above.
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
  console.log("0 passed, 1 failed");
} finally {
  rmSync(folder, { recursive: true, force: true });
}
