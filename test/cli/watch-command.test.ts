import { type ChildProcess, spawn } from "node:child_process";
import {
  closeSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import Database from "better-sqlite3";
import { faktum, PLAIN_ENVIRONMENT, PROGRAM } from "./faktum-process.js";
import { writeArticles } from "./generated-articles.js";

const SETTLE_SECONDS = 0.3;
const PATIENCE = 12_000;

let folder: string;
let watching: ChildProcess | undefined;
const at = (...parts: readonly string[]): string => path.join(folder, ...parts);

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "faktum-watch-"));
  mkdirSync(at("articles"));
});

afterEach(() => {
  watching?.kill("SIGKILL");
  watching = undefined;
  rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
});

describe("faktum watch", () => {
  test("stores what is there, then what arrives, changes, moves and vanishes, a line for each", async () => {
    writeArticles(at("articles"), 2);
    await startWatch();
    await until(() => paths().length === 2, "the first two");

    write("new.txt", "Die Quote lag 2021 bei 45 Prozent.");
    await until(() => surfaces("articles/new.txt").includes("45 Prozent"), "a new file");

    write("new.txt", "Die Quote lag 2021 bei 46 Prozent der Haushalte.");
    await until(() => surfaces("articles/new.txt").includes("46 Prozent"), "a changed file");

    mkdirSync(at("articles", "moved"));
    renameSync(at("articles", "new.txt"), at("articles", "moved", "new.txt"));
    await until(() => surfaces("articles/moved/new.txt").includes("46 Prozent"), "a renamed file");
    expect(surfaces("articles/new.txt")).toEqual([]);

    rmSync(at("articles", "moved"), { recursive: true });
    await until(() => surfaces("articles/moved/new.txt").length === 0, "a file that is gone");

    expect(await endWatch("SIGTERM")).toBe(143);
    expect(told()).toMatch(/\nfaktum: watching articles, \d+ documents? stored; Ctrl-C ends\n/u);
    expect(told()).toMatch(/\nfaktum: 1 document stored with 2 facts; \d\.\d s\n/u);
    expect(told()).toMatch(/\nfaktum: 1 document renamed; \d\.\d s\nfaktum: 1 document gone; \d\.\d s\n$/u);
  });

  test("reads a burst of files in a few rounds, and tells programs of each round as an event", async () => {
    await startWatch("--json");
    for (let part = 0; part < 10; part++) {
      writeArticles(at("articles", String(part)), 10);
      await wait(20);
    }
    await until(() => paths().length === 100, "all files");
    expect(await endWatch("SIGINT")).toBe(130);
    const events = readFileSync(at("events.jsonl"), "utf8")
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    const rounds = events.filter(({ event }) => event === "finished").map(({ documents }) => documents.extracted);
    expect(rounds.reduce((sum: number, extracted: number) => sum + extracted, 0)).toBe(100);
    expect(rounds.length).toBeLessThanOrEqual(5);
  });

  test("reads a file that is being written once it is whole", async () => {
    await startWatch();
    const file = openSync(at("articles", "slow.txt"), "w");
    for (let part = 0; part < 15; part++) {
      writeSync(file, `Im Jahr 20${10 + part} lag die Quote bei ${20 + part} Prozent der Haushalte.\n\n`);
      await wait(100);
    }
    closeSync(file);
    await until(() => paths().length === 1, "the file");
    expect(surfaces("articles/slow.txt")).toContain("34 Prozent");
    expect(await endWatch("SIGTERM")).toBe(143);
    expect(told().match(/ documents? stored with /gu)).toHaveLength(1);
  });

  test("stopped in the middle of a round leaves a whole database that a run goes on from", async () => {
    await startWatch();
    writeArticles(at("articles"), 300);
    await until(() => paths().length > 0, "the first documents");
    expect(await endWatch("SIGTERM")).toBe(143);
    const database = new Database(at("facts.db"));
    expect(database.pragma("integrity_check", { simple: true })).toBe("ok");
    database.close();
    expect(faktum(folder, ["run", "articles"]).status).toBe(0);
    expect(paths()).toHaveLength(300);
  });

  test("another run and another watch work beside it, each in its turn", async () => {
    writeArticles(at("articles"), 1);
    await startWatch();
    await until(() => paths().length === 1, "the first");
    const first = watching;
    await startWatch();
    write("new.txt", "Die Quote lag 2021 bei 45 Prozent.");
    expect([0, 75]).toContain(faktum(folder, ["run", "articles"]).status);
    await until(() => paths().length === 2, "the new file");
    expect(await endWatch("SIGTERM")).toBe(143);
    watching = first;
    expect(await endWatch("SIGTERM")).toBe(143);
    expect(surfaces("articles/new.txt")).toContain("45 Prozent");
  });

  test("waits for whoever holds the database, says so once and goes on", async () => {
    writeArticles(at("articles"), 1);
    const lock = new Database(at("facts.db-lock"));
    lock.exec("BEGIN IMMEDIATE");
    await startWatch();
    await until(() => told().includes("trying again"), "the message");
    await wait(2500);
    lock.close();
    await until(() => paths().length === 1, "the article");
    expect(
      told().match(/^faktum: facts\.db: .+ has been writing to it.*; trying again in 1 s, then less often$/gmu),
    ).toHaveLength(1);
    expect(await endWatch("SIGTERM")).toBe(143);
  });

  test("goes on when the folder vanishes and comes back, and keeps what was stored", async () => {
    writeArticles(at("articles"), 2);
    await startWatch();
    await until(() => paths().length === 2, "the first two");
    renameSync(at("articles"), at("elsewhere"));
    await until(() => told().includes("trying again"), "the message");
    expect(paths()).toHaveLength(2);
    renameSync(at("elsewhere"), at("articles"));
    await until(() => told().includes("went well again"), "the folder");
    write("new.txt", "Die Quote lag 2021 bei 45 Prozent.");
    await until(() => paths().length === 3, "a new file in it");
    expect(await endWatch("SIGTERM")).toBe(143);
  });

  test("tells a file that cannot be read once, and reads it when it can be", async () => {
    writeArticles(at("articles"), 1);
    writeFileSync(at("articles", "bad.txt"), "");
    await startWatch();
    await until(() => told().includes("articles/bad.txt: "), "the failure");
    write("other.txt", "Die Quote lag 2021 bei 45 Prozent.");
    await until(() => paths().length === 2, "the other");
    write("bad.txt", "Die Quote lag 2021 bei 47 Prozent.");
    await until(() => surfaces("articles/bad.txt").includes("47 Prozent"), "the mended file");
    expect(await endWatch("SIGTERM")).toBe(143);
    expect(told().match(/articles\/bad\.txt: /gu)).toHaveLength(1);
  });

  test("--poll looks by itself", async () => {
    await startWatch("--poll", "0.5");
    write("new.txt", "Die Quote lag 2021 bei 45 Prozent.");
    await until(() => paths().length === 1, "the new file");
    expect(await endWatch("SIGTERM")).toBe(143);
  });

  test("the database in the watched folder does not wake it up", async () => {
    writeArticles(at("articles"), 1);
    await startWatch("--db", "articles/facts.db", "--log-level", "debug");
    await until(() => told().includes("watching"), "the first round");
    await wait(3000);
    expect(told().match(/files to read/gu)?.length ?? 0).toBeLessThanOrEqual(2);
    expect(await endWatch("SIGTERM")).toBe(143);
  });
});

describe("faktum watch ends at once", () => {
  test("without a folder to watch", () => {
    const { status, stderr } = faktum(folder, ["watch", "nowhere"]);
    expect([status, stderr]).toEqual([2, "faktum: nowhere: there is no such file or folder; check the path\n"]);
  });

  test("with a database that is none", () => {
    writeFileSync(at("facts.db"), "x".repeat(5000));
    const { status, stderr } = faktum(folder, ["watch", "articles"]);
    expect(status).toBe(2);
    expect(stderr).toMatch(/^faktum: facts\.db: .+\n$/u);
  });
});

/** Resolves when it has looked at everything once. */
async function startWatch(...args: readonly string[]): Promise<void> {
  const output = openSync(at("events.jsonl"), "w");
  const messages = openSync(at("messages.txt"), "a");
  const command = ["watch", "articles", "--settle-seconds", String(SETTLE_SECONDS), ...args];
  watching = spawn(process.execPath, [PROGRAM, ...command], {
    cwd: folder,
    env: PLAIN_ENVIRONMENT,
    stdio: ["ignore", output, messages],
  });
  closeSync(output);
  closeSync(messages);
  await until(() => told() !== "", "the first message");
}

/** The exit code. */
async function endWatch(signal: NodeJS.Signals): Promise<number | null> {
  const child = watching;
  if (child === undefined) throw new Error("nothing is watching");
  const ended = new Promise<number | null>((resolve) => child.on("exit", resolve));
  if (child.exitCode !== null) return child.exitCode;
  child.kill(signal);
  return await ended;
}

function told(): string {
  return readFileSync(at("messages.txt"), "utf8");
}

function write(name: string, text: string): void {
  writeFileSync(
    at("articles", name),
    `${text} ${"In der Stadt haben die meisten Menschen davon gehört. ".repeat(3)}\n`,
  );
}

/** Of documents whose facts are in the database. */
function paths(): readonly string[] {
  return ask("SELECT path FROM documents WHERE status = 'ok' AND removed_at IS NULL");
}

function surfaces(file: string): readonly string[] {
  return ask("SELECT surface FROM all_evidence WHERE path = ?", file);
}

/** Nothing as long as there is no whole database. */
function ask(sql: string, ...values: readonly string[]): readonly string[] {
  let database: Database.Database | undefined;
  try {
    database = new Database(at("facts.db"), { readonly: true, fileMustExist: true });
    return database
      .prepare(sql)
      .pluck()
      .all(...values)
      .map(String);
  } catch {
    return [];
  } finally {
    database?.close();
  }
}

async function until(isSo: () => boolean, what: string): Promise<void> {
  for (const end = Date.now() + PATIENCE; !isSo(); await wait(50)) {
    if (Date.now() > end) throw new Error(`still waiting for ${what}; told so far:\n${told()}`);
  }
}
