import type { ChildProcess } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { hostname, tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { runLockOwner } from "../../pipeline/store/run-lock.js";
import { countDocuments } from "./dump-database.js";
import { faktum, startFaktum } from "./faktum-process.js";
import { writeArticles } from "./generated-articles.js";

const ARTICLES = 200;
const RUN = ["run", "articles", "--workers", "1", "--quiet"] as const;

let folder: string;
let first: ChildProcess;
let ended: Promise<unknown>;
const at = (...parts: readonly string[]): string => path.join(folder, ...parts);

/** A run that stands still in its middle. */
beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), "faktum-lock-"));
  writeArticles(at("articles"), ARTICLES);
  writeFileSync(at("articles", "0.txt"), "");
  first = startFaktum(folder, RUN);
  ended = new Promise((resolve) => first.on("exit", resolve));
  while (first.exitCode === null && (countDocuments(at("facts.db")) ?? 0) === 0) await wait(2);
  first.kill("SIGSTOP");
  expect(first.exitCode).toBeNull();
});

afterEach(async () => {
  first.kill("SIGKILL");
  await ended;
  rmSync(folder, { recursive: true });
});

const COMMANDS: readonly (readonly [string, readonly string[]])[] = [
  ["another run", RUN],
  ["faktum errors retry", ["errors", "retry"]],
  ["faktum errors ignore", ["errors", "ignore", "articles/0.txt"]],
];

describe("while a run holds the database", () => {
  test.each(COMMANDS)("%s ends at once with 75 and says who holds it, where and since when", (_, args) => {
    const owner = runLockOwner(at("facts.db"));
    const stored = countDocuments(at("facts.db"));
    const { status, stdout, stderr } = faktum(folder, args);
    expect(stderr).toBe(
      `faktum: facts.db: faktum run articles (process ${first.pid} on ${hostname()}) has been writing to it ` +
        `since ${owner?.since}, for 0 min; wait until it has finished, or stop it\n`,
    );
    expect([status, stdout]).toEqual([75, ""]);
    expect(owner).toMatchObject({ pid: first.pid, host: hostname(), command: "faktum run articles" });
    expect(Math.abs(Date.now() - Date.parse(owner?.since ?? ""))).toBeLessThan(60_000);
    expect(countDocuments(at("facts.db"))).toBe(stored);
  });

  test("others read all the same", () => {
    const question = ["query", "--format", "csv", "SELECT count(*) > 0 AS some FROM documents"];
    expect(faktum(folder, question)).toEqual({ status: 0, stdout: "some\n1\n", stderr: "" });
    expect(faktum(folder, ["errors", "list", "--format", "csv"]).stdout).toContain("articles/0.txt");
  });

  test("kill -9 of it frees the database at once, and the next run ends its work", async () => {
    first.kill("SIGKILL");
    await ended;
    expect(runLockOwner(at("facts.db"))).toBeUndefined();
    expect(faktum(folder, RUN).status).toBe(1);
    expect(countDocuments(at("facts.db"))).toBe(ARTICLES + 1);
    expect(runLockOwner(at("facts.db"))).toBeUndefined();
  });

  test("two that begin at the same moment: one does the work, the other is told", async () => {
    first.kill("SIGKILL");
    await ended;
    rmSync(at("facts.db"));
    const codes = await Promise.all(
      [RUN, RUN, RUN].map((args) => {
        const child = startFaktum(folder, args);
        return new Promise((resolve) => child.on("exit", resolve));
      }),
    );
    // One that begins when the work is done finds nothing new.
    expect(codes.filter((code) => code === 1).length).toBeGreaterThan(0);
    expect(codes.filter((code) => code !== 1 && code !== 75)).toEqual([]);
    expect(countDocuments(at("facts.db"))).toBe(ARTICLES + 1);
  });
});

test("a lock file that is no lock is told with the remedy", () => {
  first.kill("SIGKILL");
  writeFileSync(at("facts.db-lock"), "x".repeat(5000));
  const { status, stderr } = faktum(folder, RUN);
  expect(stderr).toMatch(/^faktum: facts\.db-lock: .+; delete it .+\n$/u);
  expect(status).toBe(4);
  expect(readFileSync(at("facts.db-lock"), "utf8")).toBe("x".repeat(5000));
});
