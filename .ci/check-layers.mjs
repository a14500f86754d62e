#!/usr/bin/env node
// Checks the layers of the project in the current folder with the rules of .dependency-cruiser.cjs.
// dependency-cruiser reads no TypeScript, and calls that clean, when it does not like the installed compiler:
// so the modules it saw are compared with the files on disk.
import { existsSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { cruise } from "dependency-cruiser";
import extractOptions from "dependency-cruiser/config-utl/extract-depcruise-options";
import extractTsConfig from "dependency-cruiser/config-utl/extract-ts-config";

const FOLDERS = ["pipeline", "extractors", "lexicons", "bench"];
const CODE = /\.(ts|mts|cts|js|mjs|cjs)$/;

const rules = fileURLToPath(new URL("../.dependency-cruiser.cjs", import.meta.url));
const folders = FOLDERS.filter((folder) => existsSync(folder));
const files = folders.flatMap(codeFiles).sort();
const options = await extractOptions(rules);
const { output } = await cruise(folders, options, undefined, { tsConfig: extractTsConfig("tsconfig.json") });

const seen = new Set(output.modules.map((module) => module.source));
const unseen = files.filter((file) => !seen.has(file));
const problems = [
  ...output.summary.violations.map(({ rule, from, to }) =>
    from === to ? `${rule.name}: ${from}` : `${rule.name}: ${from} -> ${to}`,
  ),
  ...unseen.map((file) => `not seen: ${file} (does dependency-cruiser support the installed typescript?)`),
  ...(output.summary.totalDependenciesCruised ? [] : [`not seen: any import under ${FOLDERS.join(", ")}`]),
];
for (const problem of problems) console.error(problem);
console.log(`layers: ${files.length - unseen.length} of ${files.length} modules seen, ${problems.length} problems`);
process.exitCode = problems.length > 0 ? 1 : 0;

function codeFiles(folder) {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => CODE.test(file))
    .map((file) => `${folder}/${file.replaceAll("\\", "/")}`);
}
