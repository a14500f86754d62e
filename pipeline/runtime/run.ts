import { isContainer } from "../store/containers.js";
import { openLocked } from "../store/open-locked.js";
import { removeFiles } from "../store/remove-files.js";
import { renameFiles } from "../store/rename-file.js";
import type { RunScope } from "./decide-file.js";
import { advance, type DoneWork, doInOrder } from "./do-in-order.js";
import { planRun, type RunPlan } from "./plan-run.js";
import { runContainer } from "./run-container.js";
import type { RunOptions } from "./run-options.js";
import { plannedWork, type RunReport, reportOf } from "./run-report.js";
import { runScope } from "./run-scope.js";
import { commit, fail, hasTooManyErrors, makeRoom, openSession, type RunSession, runOf } from "./run-session.js";
import { RunThreads } from "./run-threads.js";
import { workOfRun } from "./work-of-run.js";

/**
 * Brings the database up to date with the files under `paths`: reads what is new or changed, analyses stored texts again
 * where lexicons have changed, follows renamed files and marks those that are gone. Documents that fail are recorded and
 * told, and the run goes on. Throws when it cannot go on: broken lexicons, no such path, another run, a database that
 * cannot be written. Without `shared` it has threads of its own, which end with it.
 */
export async function runCorpus(options: RunOptions, shared?: RunThreads): Promise<RunReport> {
  const threads = shared ?? threadsFor(options);
  try {
    return await runAlone(options, threads);
  } finally {
    if (shared === undefined) await threads.close();
  }
}

/** For runs that share them. */
export function threadsFor({ workers }: Pick<RunOptions, "workers">): RunThreads {
  return new RunThreads({ workers: workers.count, megabytes: workers.megabytes });
}

async function runAlone(options: RunOptions, threads: RunThreads): Promise<RunReport> {
  const locked = openLocked(options.database, `faktum ${options.command ?? "run"} ${options.paths.join(" ")}`);
  try {
    return await runIn(openSession(options, { store: locked.store, threads }));
  } finally {
    locked.close();
  }
}

async function runIn(session: RunSession): Promise<RunReport> {
  const begun = performance.now();
  const { options, store } = session;
  const scope = runScope(session);
  const plan = await planRun(store, options.paths, scope, options.signal);
  count(session, plan);
  options.observer.planned(plannedWork(plan), (performance.now() - begun) / 1000);
  const isWhole = options.dryRun || (await carryOut(session, plan, scope));
  return reportOf(session.tally, { plan, seconds: (performance.now() - begun) / 1000, interrupted: !isWhole });
}

/** What the plan has found out already. */
function count({ tally }: RunSession, plan: RunPlan): void {
  tally.found = plan.files;
  tally.totalBytes = plan.bytes;
  tally.unchanged = plan.unchanged;
  tally.failedBefore = plan.failedBefore;
  tally.ignored = plan.ignored;
  tally.containers.unchanged = plan.unchangedContainers;
}

/** Returns whether the end was reached: not when the run is stopped. */
async function carryOut(session: RunSession, plan: RunPlan, scope: RunScope): Promise<boolean> {
  const { options } = session;
  for (const problem of plan.problems) fail(session, { path: problem.path, diagnostic: problem });
  move(session, plan);
  let isWhole = !options.signal.aborted;
  if (plan.files > 0 && isWhole) {
    for await (const done of doInOrder(session, workOfRun(session.store, options.paths, scope))) {
      if (done.outcome.status === "container") isWhole = await runContainer(session, pathOfFile(done), scope);
      else takeFile(session, done);
      if (options.signal.aborted || hasTooManyErrors(session)) isWhole = false;
      if (!isWhole) break;
    }
  }
  commit(session, isWhole);
  return isWhole;
}

/** Files at other places, and files that are gone. */
function move(session: RunSession, { renamed, removed }: RunPlan): void {
  if (renamed.length + removed.length === 0) return;
  const { store, tally } = session;
  store.transaction(() => {
    const run = runOf(session);
    tally.renamed = renameFiles(store, run, renamed);
    tally.removed = removeFiles(store, run, removed, new Date().toISOString());
  });
}

/** One article, or what should be one: if its path was a container before, that is none any more. */
function takeFile(session: RunSession, done: DoneWork): void {
  const { item, outcome } = done;
  const isReadAnew = outcome.status === "prepared" || (outcome.status === "failed" && outcome.sha256 !== undefined);
  if (item.kind === "file" && isReadAnew && isContainer(session.store, item.path)) {
    makeRoom(session);
    session.batch.containers.removed.push(item.path);
  }
  advance(session, done);
}

function pathOfFile({ item }: DoneWork): string {
  if (item.kind !== "file") throw new TypeError(`only a file can turn out to be a container, not ${item.kind}`);
  return item.path;
}
