import { createHash } from "node:crypto";
import { setImmediate as nextTurn } from "node:timers/promises";
import { containerMediaType } from "../stages/read/containers/container-format.js";
import { PathSet } from "../stages/read/containers/path-set.js";
import { readContainer } from "../stages/read/containers/read-container.js";
import { ReadError } from "../stages/read/read-error.js";
import { type Container, couldNotBeOpened, countMembers, knownContainer } from "../store/containers.js";
import type { RunScope } from "./decide-file.js";
import { advance, doInOrder } from "./do-in-order.js";
import { failureDiagnostic } from "./failure-diagnostic.js";
import { FaktumError } from "./faktum-error.js";
import { type ContainerFile, containerInput, fileChunks, openFile } from "./open-file.js";
import { countPassedOver } from "./run-report.js";
import { hasTooManyErrors, makeRoom, type RunSession, takeFailure } from "./run-session.js";
import type { WorkItem } from "./work-item.js";
import { articleToCompare } from "./work-of-run.js";

/** How long signals may have to wait while a container is read out of memory, in ms. */
const LONGEST_TURN = 50;

/**
 * Reads a container's articles into the session, unless the store has all of them. Articles that were stored before with
 * the same bytes are left; those that are no longer there are removed at its end. Returns whether its end was reached:
 * not when the run is stopped.
 */
export async function runContainer(session: RunSession, path: string, scope: RunScope): Promise<boolean> {
  // The container counts by its documents.
  session.tally.found -= 1;
  let container: Container;
  let file: ContainerFile;
  try {
    const opened = openFile(path, session.options.limits.maxFileBytes);
    if (opened.container === undefined) {
      const message = `${path}: changed while it was read; run again`;
      throw new FaktumError("read.changed", message, { exitCode: 1 });
    }
    file = opened.container;
    container = await describe(file, opened.modified, scope);
  } catch (error) {
    failWhole(session, path, error, undefined);
    return true;
  }
  if (isStored(session, container, scope)) {
    countUnchanged(session, container);
    return true;
  }
  return await readAll(session, file, container, scope);
}

async function describe(file: ContainerFile, fileModified: number, { settings }: RunScope): Promise<Container> {
  const hash = createHash("sha256");
  if (file.bytes !== undefined) hash.update(file.bytes);
  else for await (const chunk of fileChunks(file.path)) hash.update(chunk);
  return {
    path: file.path,
    sha256: hash.digest("hex"),
    bytes: file.size,
    fileModified,
    mediaType: containerMediaType(file.format),
    settings,
  };
}

function isStored({ store, engines }: RunSession, { path, sha256, settings }: Container, scope: RunScope): boolean {
  if (scope.force || scope.selected !== undefined) return false;
  const known = knownContainer(store, path);
  if (known === undefined || !known.complete || known.isRemoved) return false;
  if (known.sha256 !== sha256 || known.settings !== settings) return false;
  // What failed, or could not be opened meanwhile, may go well with another engine.
  if (countMembers(store, path).failed > 0 && !engines.isCurrent(known.engineId)) return false;
  return !scope.hasStaleMembers(path) && !couldNotBeOpened(store, path);
}

/** With its new time, so that the next run need not open it. */
function countUnchanged({ store, tally, batch }: RunSession, { path, bytes, fileModified }: Container): void {
  const { read, failed } = countMembers(store, path);
  tally.containers.unchanged += 1;
  tally.found += read + failed;
  tally.done += read + failed;
  tally.unchanged += read;
  tally.failedBefore += failed;
  batch.touched.push({ path, bytes, fileModified });
}

async function readAll(
  session: RunSession,
  file: ContainerFile,
  container: Container,
  scope: RunScope,
): Promise<boolean> {
  const { options, tally } = session;
  const held = new PathSet();
  let passedOver = 0;
  let damage: { readonly error: unknown } | undefined;
  makeRoom(session);
  session.batch.containers.begun.push(container);

  async function* work(): AsyncGenerator<WorkItem> {
    let turn = performance.now();
    try {
      for await (const member of readContainer(containerInput(file), { ...options, bytes: file.size })) {
        if (performance.now() - turn > LONGEST_TURN) {
          await nextTurn();
          turn = performance.now();
        }
        if (options.signal.aborted) return;
        if (member.kind === "passed-over") {
          passedOver += 1;
          countPassedOver(tally, member.what);
          continue;
        }
        tally.found += 1;
        if (member.kind === "broken") {
          held.add(member.path);
          const diagnostic = failureDiagnostic(member.path, member.error, "read");
          yield { kind: "broken", path: member.path, diagnostic };
        } else {
          const { part } = member;
          held.add(part.path);
          yield { kind: "part", part, known: articleToCompare(session.store, part.path, scope) };
        }
      }
    } catch (error) {
      // Of the container's reader alone: what it gave before is worked on.
      damage = { error };
    }
  }

  for await (const done of doInOrder(session, work())) {
    advance(session, done);
    if (options.signal.aborted || hasTooManyErrors(session)) return false;
  }
  if (options.signal.aborted) return false;
  if (damage !== undefined) {
    const isReadAgain = !(damage.error instanceof ReadError);
    failWhole(session, container.path, damage.error, isReadAgain ? undefined : container.sha256);
    if (isReadAgain) return true;
    held.add(container.path);
  }
  tally.containers.read += 1;
  // In the batch of its last document, so that no container is stored whole and looks broken off.
  session.batch.containers.finished.push({ ...container, passedOver, holds: (path) => held.has(path) });
  return true;
}

/** Of the container itself. Without `sha256` what is stored of it is kept. */
function failWhole(session: RunSession, path: string, error: unknown, sha256: string | undefined): void {
  session.tally.found += 1;
  session.tally.done += 1;
  takeFailure(session, { path, sha256, diagnostic: failureDiagnostic(path, error, "read") });
}
