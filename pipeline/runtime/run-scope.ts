import { containerOf, hasMemberMadeBy } from "../store/containers.js";
import { runQuery } from "../store/run-query.js";
import type { Store } from "../store/store.js";
import type { RunScope } from "./decide-file.js";
import type { RunOptions } from "./run-options.js";
import type { RunSession } from "./run-session.js";

/** What a run is about, by its options. Throws StoreError when the SQL to choose files by is none, or would change something. */
export function runScope({ options, store, engines }: Pick<RunSession, "options" | "store" | "engines">): RunScope {
  const { force = false, since, select, settleSeconds } = options.choice;
  const areAllCurrent = engines.areAllCurrent();
  const isStale = (engineId: number | null): boolean => !engines.isCurrent(engineId);
  return {
    engines,
    hasStaleMembers: (path) => !areAllCurrent && hasMemberMadeBy(store, path, isStale),
    force,
    since,
    selected: select === undefined ? undefined : selectedPaths(store, select),
    settleTime: settleSeconds === undefined ? undefined : { at: Date.now(), length: settleSeconds * 1000 },
    settings: containerSettings(options),
  };
}

/** JSON: the options that decide what is read out of a container. */
export function containerSettings({ limits, fields }: Pick<RunOptions, "limits" | "fields">): string {
  return JSON.stringify({ ...limits, fields: Object.fromEntries(fields) });
}

/** The paths in the first column, and those of the containers that they lie in. */
function selectedPaths(store: Store, sql: string): ReadonlySet<string> {
  const selected = new Set<string>();
  for (const [path] of runQuery(store, sql).rows) {
    if (typeof path !== "string") continue;
    selected.add(path);
    const container = containerOf(store, path);
    if (container !== undefined) selected.add(container);
  }
  return selected;
}
