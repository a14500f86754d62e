import type { ChildProcess } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import Database from "better-sqlite3";
import { countDocuments, dumpDatabase } from "./dump-database.js";
import { faktum, startFaktum } from "./faktum-process.js";
import { writeMixedCorpus } from "./mixed-corpus.js";
import { wholeDocuments } from "./whole-documents.js";

const SIZES = { texts: 330, pages: 40, archived: 60, listed: 60, broken: 9 } as const;
const DOCUMENTS = 500;
const KILLS = 50;
const RUN = ["run", "articles", "--workers", "1", "--quiet"] as const;
const MINUTES = 60_000;

/** The same numbers from 0 to 1 each time. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

let folder: string;
let whole: ReadonlyMap<string, string>;
let undisturbed: string;
let undisturbedAgain: string;
/** How long an undisturbed run takes, and its part from the first write on, in ms. */
let length: number;
let work: number;
const at = (...parts: readonly string[]): string => path.join(folder, ...parts);
const database = (): string => at("facts.db");

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), "faktum-crash-"));
  writeMixedCorpus(at("articles"), SIZES);
  expect(faktum(folder, RUN).status).toBe(1);
  undisturbed = dumpDatabase(database());
  whole = wholeDocuments(database());
  expect(whole.size).toBe(DOCUMENTS);
  ageEngines(database());
  expect(faktum(folder, RUN).status).toBe(1);
  undisturbedAgain = dumpDatabase(database());
  removeDatabase();

  const begun = performance.now();
  const { child, ended } = startRun();
  await firstWrite(child);
  const written = performance.now();
  await ended;
  work = performance.now() - written;
  length = performance.now() - begun;
  expect(dumpDatabase(database())).toBe(undisturbed);
}, 2 * MINUTES);

beforeEach(() => removeDatabase());
afterAll(() => rmSync(folder, { recursive: true }));

function removeDatabase(): void {
  for (const each of readdirSync(folder)) if (each.startsWith("facts.db")) rmSync(at(each));
}

/** As if all that is stored had been made by a faktum of another day: the next run makes it anew, from the stored texts. */
function ageEngines(file: string): void {
  const store = new Database(file);
  store.exec("UPDATE engines SET description = json_set(description, '$.program', 'older')");
  store.close();
}

function startRun(): { readonly child: ChildProcess; readonly ended: Promise<NodeJS.Signals | null> } {
  const child = startFaktum(folder, RUN);
  return { child, ended: new Promise((resolve) => child.on("exit", (_, signal) => resolve(signal))) };
}

/** Bytes that were written to the database and stand in its log. */
function logSize(): number {
  return statSync(`${database()}-wal`, { throwIfNoEntry: false })?.size ?? 0;
}

/** Waits until a run has written more than the empty tables, or is over. */
async function firstWrite(child: ChildProcess): Promise<void> {
  const before = Math.max(logSize(), 500_000);
  while (child.exitCode === null && logSize() <= before) await wait(1);
}

/** Kills a run at a moment, in ms, from its start or from when it first writes; returns whether it was still going on. */
async function killAt(moment: number, from: "start" | "write"): Promise<boolean> {
  const { child, ended } = startRun();
  if (from === "write") await firstWrite(child);
  await Promise.race([wait(moment), ended]);
  child.kill("SIGKILL");
  return (await ended) === "SIGKILL";
}

/** Every document that is there is as it should be; a database that is just being made has none. */
function expectWhole(): number {
  const stored = (countDocuments(database()) ?? 0) === 0 ? new Map<string, string>() : wholeDocuments(database());
  for (const [document, content] of stored) expect([document, content]).toEqual([document, whole.get(document)]);
  return stored.size;
}

function expectSameEnd(dump: string): void {
  expect(faktum(folder, RUN).status).toBe(1);
  expect(dumpDatabase(database())).toBe(dump);
}

/** Stops a run in its midst and gives what is on the disk at that moment; nothing when the run was over before. */
async function cutOff(moment: number): Promise<ReadonlyMap<string, Buffer> | undefined> {
  const { child, ended } = startRun();
  await firstWrite(child);
  await wait(moment);
  child.kill("SIGSTOP");
  const ends = ["", "-wal"].filter((end) => existsSync(database() + end));
  const files = new Map(ends.map((end) => [end, readFileSync(database() + end)]));
  const isOver = child.exitCode !== null;
  child.kill("SIGKILL");
  await ended;
  removeDatabase();
  return isOver ? undefined : files;
}

/** Makes a cut after which the disk holds some documents, and not all; tried at ever earlier moments, or later than at once. */
async function cutInMidst(moment: number, spoil: (log: Buffer) => void): Promise<void> {
  for (let tries = 0; tries < 12; tries++) {
    const files = await cutOff(moment === 0 ? 20 * tries : moment * 0.7 ** tries);
    for (const [end, bytes] of files ?? []) {
      if (end === "-wal") spoil(bytes);
      writeFileSync(database() + end, bytes);
    }
    const stored = files === undefined ? 0 : expectWhole();
    if (stored > 0 && stored < DOCUMENTS) return;
    removeDatabase();
  }
  throw new Error("no cut hit the midst of a run");
}

describe("kill -9", () => {
  test(
    `${KILLS} at random moments, each followed by the next start alone: it ends as if undisturbed`,
    async () => {
      const random = seeded(20_261_129);
      const partly = new Set<number>();
      for (let kills = 0; kills < KILLS; ) {
        // Half of them at any moment, starting included, the other half while documents are stored.
        const [moment, from] = kills % 2 === 0 ? ([length, "start"] as const) : ([work, "write"] as const);
        if (await killAt(random() * moment, from)) kills += 1;
        const stored = expectWhole();
        if (stored > 0 && stored < DOCUMENTS) partly.add(stored);
        if (stored < DOCUMENTS && kills < KILLS) continue;
        // All is stored after a few: then from the beginning again.
        expectSameEnd(undisturbed);
        removeDatabase();
      }
      // Else the kills came too early or too late to show anything.
      expect(partly.size).toBeGreaterThan(2);
    },
    15 * MINUTES,
  );

  test(
    "while stored texts are analysed anew",
    async () => {
      const random = seeded(7);
      expect(faktum(folder, RUN).status).toBe(1);
      ageEngines(database());
      let kills = 0;
      while (kills < 5 && (await killAt(random() * 0.4 * work, "write"))) {
        expect(expectWhole()).toBe(DOCUMENTS);
        kills += 1;
      }
      expect(kills).toBeGreaterThan(0);
      expectSameEnd(undisturbedAgain);
    },
    3 * MINUTES,
  );
});

describe("a power cut", () => {
  test.each([0, 0.3, 0.8])(
    "at %d of the work: what is on the disk is whole, and is gone on from",
    async (share) => {
      await cutInMidst(share * work, () => undefined);
      expectSameEnd(undisturbed);
    },
    3 * MINUTES,
  );

  test(
    "that loses the end of what was written: what came before is whole",
    async () => {
      // It never came to the disk: its place holds what happened to be there.
      await cutInMidst(0.5 * work, (log) => log.fill(0x5a, Math.floor(log.length * 0.8)));
      expectSameEnd(undisturbed);
    },
    3 * MINUTES,
  );
});
