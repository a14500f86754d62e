import { createHash } from "node:crypto";
import { setImmediate as nextTurn } from "node:timers/promises";
import { containerMediaType } from "../stages/read/containers/container-format.js";
import type { Member } from "../stages/read/containers/member.js";
import { PathSet } from "../stages/read/containers/path-set.js";
import { readContainer } from "../stages/read/containers/read-container.js";
import { ReadError } from "../stages/read/read-error.js";
import { type Container, countMembers, knownContainer } from "../store/containers.js";
import { knownDocument } from "../store/known-documents.js";
import { failureDiagnostic } from "./failure-diagnostic.js";
import { type ContainerFile, containerInput, fileChunks } from "./open-file.js";
import { type Outcome, processPart } from "./process-file.js";
import type { RunOptions } from "./run-options.js";
import { countPassedOver } from "./run-report.js";
import { makeRoom, type RunSession, take } from "./run-session.js";

/** How long signals may have to wait while a container is read out of memory, in ms. */
const LONGEST_TURN = 50;

/**
 * Reads a container's articles into the session, unless the store has all of them. Articles that were stored before with
 * the same bytes are left; those that are no longer there are removed at its end. Returns whether its end was reached:
 * not when the run is stopped.
 */
export async function runContainer(session: RunSession, file: ContainerFile): Promise<boolean> {
  // The container counts by its documents.
  session.tally.found -= 1;
  let container: Container;
  try {
    container = await describe(session.options, file);
  } catch (error) {
    takeFailure(session, file.path, error);
    return true;
  }
  if (!isStored(session, container)) return await readAll(session, file, container);
  countUnchanged(session, container);
  return true;
}

async function describe(options: RunOptions, file: ContainerFile): Promise<Container> {
  const hash = createHash("sha256");
  if (file.bytes !== undefined) hash.update(file.bytes);
  else for await (const chunk of fileChunks(file.path)) hash.update(chunk);
  return {
    path: file.path,
    sha256: hash.digest("hex"),
    bytes: file.size,
    mediaType: containerMediaType(file.format),
    settings: JSON.stringify({ ...options.limits, fields: Object.fromEntries(options.fields) }),
  };
}

function isStored({ options, lexicons, store }: RunSession, { path, sha256, settings }: Container): boolean {
  const known = options.force ? undefined : knownContainer(store, path);
  if (known === undefined || !known.complete) return false;
  if (known.sha256 !== sha256 || known.settings !== settings) return false;
  if (known.lexiconVersion !== lexicons.version) return false;
  // It could not be opened meanwhile, and that is no longer so.
  const told = knownDocument(store, path);
  return told === undefined || told.sha256 !== undefined;
}

function countUnchanged({ store, tally }: RunSession, { path }: Container): void {
  const { read, failed } = countMembers(store, path);
  tally.containers.unchanged += 1;
  tally.found += read + failed;
  tally.done += read + failed;
  tally.unchanged += read;
  tally.failedBefore += failed;
}

async function readAll(session: RunSession, file: ContainerFile, container: Container): Promise<boolean> {
  const { options, tally } = session;
  const held = new PathSet();
  let passedOver = 0;
  let turn = performance.now();
  makeRoom(session);
  session.batch.containers.begun.push(container);
  for await (const member of withDamage(readContainer(containerInput(file), { ...options, bytes: file.size }))) {
    if (performance.now() - turn > LONGEST_TURN) {
      await nextTurn();
      turn = performance.now();
    }
    if (options.signal.aborted) return false;
    if (member.kind === "passed-over") {
      passedOver += 1;
      countPassedOver(tally, member.what);
      continue;
    }
    if (member.kind === "damage") {
      const isReadAgain = !(member.error instanceof ReadError);
      takeFailure(session, container.path, member.error, isReadAgain ? undefined : container.sha256);
      if (isReadAgain) return true;
      held.add(container.path);
      continue;
    }
    held.add(member.kind === "part" ? member.part.path : member.path);
    tally.found += 1;
    take(session, await memberOutcome(session, member));
    options.observer.advanced(tally.done, tally.found);
  }
  tally.containers.read += 1;
  // In the batch of its last document, so that no container is stored whole and looks broken off.
  session.batch.containers.finished.push({ ...container, passedOver, holds: (path) => held.has(path) });
  return true;
}

type MemberOrDamage = Member | { readonly kind: "damage"; readonly error: unknown };

/** What ends the reading comes last; what the caller throws meanwhile is none of it. */
async function* withDamage(members: AsyncIterable<Member>): AsyncGenerator<MemberOrDamage> {
  try {
    yield* members;
  } catch (error) {
    yield { kind: "damage", error };
  }
}

async function memberOutcome(
  { options, lexicons, store }: RunSession,
  member: Exclude<Member, { readonly kind: "passed-over" }>,
): Promise<Outcome> {
  const path = member.kind === "part" ? member.part.path : member.path;
  const known = options.force ? undefined : knownDocument(store, path);
  if (member.kind === "part") {
    return await processPart(member.part, known, { lexicons, maxBytes: options.limits.maxFileBytes });
  }
  return {
    status: "failed",
    failure: { path, diagnostic: failureDiagnostic(path, member.error, "read") },
    stored: false,
  };
}

/** Of the container itself. Without `sha256` what is stored of it is kept. */
function takeFailure(session: RunSession, path: string, error: unknown, sha256?: string): void {
  session.tally.found += 1;
  const diagnostic = failureDiagnostic(path, error, "read");
  take(session, {
    status: "failed",
    failure: { path, diagnostic, ...(sha256 === undefined ? {} : { sha256 }) },
    stored: false,
  });
}
