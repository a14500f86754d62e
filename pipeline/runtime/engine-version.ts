import { codeVersion } from "./code-version.js";
import { packageVersion } from "./package-root.js";

/** The code that decides what facts a text has. */
const ENGINE = ["extractors", "pipeline/model", "pipeline/stages", "pipeline/runtime/analyse"] as const;

/** The package's version and 8 hex digits of a hash of the engine's code, as `0.1.0+3fa9c2d1`. */
export function engineVersion(): string {
  return `${packageVersion()}+${codeVersion(ENGINE).slice(0, 8)}`;
}
