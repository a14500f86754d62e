import type { Config } from "../runtime/config.js";
import { CONFIG_NAMES } from "../runtime/config-keys.js";
import type { Log } from "./log.js";

/** Tells a log of level `debug` what was set otherwise than usual, and where. */
export function tellConfig(log: Log, { values, origins }: Config): void {
  for (const key of CONFIG_NAMES) {
    const [value, origin] = [values[key], origins[key]];
    if (origin !== "default") log.debug(`${key} = ${JSON.stringify(value)} (${origin})`, { key, value, origin });
  }
}
