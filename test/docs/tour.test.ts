import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { buildProgram } from "../../pipeline/cli/program.js";
import { packageRoot } from "../../pipeline/runtime/package-root.js";
import { PROGRAM } from "../cli/faktum-process.js";
import { manualCommands, wrongCalls } from "../readme/manual-commands.js";
import { linkedFiles } from "../readme/manual-tables.js";
import { runShown } from "./run-shown.js";
import { asShown, shownSections } from "./shown-output.js";

const ROOT = packageRoot();
const TOUR = readFileSync(path.join(ROOT, "docs/tour.md"), "utf8");
const RUNS = shownSections(TOUR).flatMap(({ heading, runs }) => runs.map((run) => ({ heading, ...run })));
const START = "npm ci && npm start";

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), "faktum-tour-"));
  cpSync(path.join(ROOT, "seeds"), path.join(folder, "seeds"), { recursive: true });
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What `npm start` does once the program is built, as it is before the tests. */
function startScript(): string {
  const script: string = JSON.parse(readFileSync(path.join(ROOT, "package.json"), "utf8")).scripts.start;
  const [build, ...rest] = script.split(" && ");
  expect(build).toBe("npm run --silent build");
  return rest.join(" && ").replaceAll("node dist/pipeline/cli/main.js", "npx faktum");
}

test("the tour shows what each of its commands prints", () => {
  expect(RUNS.length).toBe([...TOUR.matchAll(/^```sh$/gmu)].length);
  expect(RUNS[0]?.command).toBe(START);
});

test.each(RUNS)("$heading: $command", ({ command, output }) => {
  const printed = runShown(command === START ? startScript() : command, folder, PROGRAM);
  expect(asShown(printed, output)).toBe(output);
});

test("its commands and links exist", () => {
  expect(wrongCalls(manualCommands(TOUR), buildProgram())).toEqual([]);
  expect(linkedFiles(TOUR).filter((file) => !existsSync(path.join(ROOT, "docs", file)))).toEqual([]);
});
