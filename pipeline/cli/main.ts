#!/usr/bin/env node
import { exitWithError, quietBrokenPipe } from "./exit.js";
import { buildProgram } from "./program.js";

quietBrokenPipe(process.stdout);
try {
  await buildProgram().parseAsync(process.argv);
} catch (error) {
  process.exitCode = exitWithError(error);
}
