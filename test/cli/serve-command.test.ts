import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { sampleAnalysis } from "../store/sample-analysis.js";
import { type TemporaryStore, temporaryStore } from "../store/temporary-store.js";
import { writeAnalyses } from "../store/write-analyses.js";
import { faktum, PLAIN_ENVIRONMENT, PROGRAM } from "./faktum-process.js";

let temporary: TemporaryStore;
let serving: ChildProcess | undefined;

beforeAll(() => {
  temporary = temporaryStore();
  writeAnalyses(temporary.store, temporary.run, [sampleAnalysis({ text: "Ein Satz." })]);
});

afterEach(() => {
  serving?.kill("SIGKILL");
  serving = undefined;
});

afterAll(() => temporary.remove());

/** Starts a server on a free port; gives its address, and what it says on stderr. */
async function startServing(...args: readonly string[]): Promise<{ readonly address: string; told(): string }> {
  const child = spawn(process.execPath, [PROGRAM, "serve", "--db", temporary.file, "--port", "0", ...args], {
    cwd: temporary.folder,
    env: PLAIN_ENVIRONMENT,
    stdio: ["ignore", "pipe", "pipe"],
  });
  serving = child;
  let told = "";
  child.stderr.on("data", (piece: Buffer) => {
    told += piece.toString();
  });
  const [line] = (await once(child.stdout, "data")) as [Buffer];
  return { address: line.toString().trim(), told: () => told };
}

describe("faktum serve", () => {
  test.each([
    ["SIGINT", 130],
    ["SIGTERM", 143],
  ] as const)("prints its address, answers there and ends at %s with %i", async (signal, code) => {
    const { address, told } = await startServing();
    expect(address).toMatch(/^http:\/\/127\.0\.0\.1:[0-9]+\/$/u);
    const answer = await fetch(new URL("/static/faktum.css", address));
    expect(answer.status).toBe(200);
    const ended = once(serving as ChildProcess, "exit");
    serving?.kill(signal);
    expect(await ended).toEqual([code, null]);
    expect(told()).toBe("");
  });

  test("warns when others reach it and no token keeps them out", async () => {
    const open = await startServing("--host", "0.0.0.0");
    expect(open.told()).toMatch(/^faktum: 0\.0\.0\.0: everybody .* add --token\n$/u);
    serving?.kill("SIGKILL");
    const guarded = await startServing("--host", "0.0.0.0", "--token", "correct-horse");
    expect(guarded.told()).toBe("");
    const { port } = new URL(guarded.address);
    expect((await fetch(`http://127.0.0.1:${port}/`)).status).toBe(401);
  });

  test("a port that is taken", async () => {
    const other = createServer().listen(0, "127.0.0.1");
    await once(other, "listening");
    const { port } = other.address() as { readonly port: number };
    const { status, stdout, stderr } = faktum(temporary.folder, ["serve", "--db", temporary.file, "--port", `${port}`]);
    other.close();
    expect([status, stdout]).toEqual([2, ""]);
    expect(stderr).toBe(
      `faktum: 127.0.0.1:${port}: another program listens there; choose another port with --port, or 0 for any\n`,
    );
  });

  test.each([
    [["--db", "none.db"], /^faktum: none\.db: there is no such database; .*faktum run.*\n$/u],
    [["--db", "text.db"], /^faktum: text\.db: this file is not a database; .*\n$/u],
    [["--port", "70000"], /^faktum: option '--port <number>' .* Give 0 to 65535\..*\n$/u],
    [["--host", "a b"], /^faktum: option '--host <address>' .*\n$/u],
    [["--host", "203.0.113.9", "--port", "0"], /^faktum: 203\.0\.113\.9:0: this machine has no such address; .*\n$/u],
    [["--token", "short"], /^faktum: option '--token <text>' .* Give 8 or more .*\n$/u],
  ])("%j is told in one line", (args, expected) => {
    const folder = mkdtempSync(path.join(tmpdir(), "faktum-serve-"));
    writeFileSync(path.join(folder, "text.db"), "this is no database, whatever its name says\n".repeat(100));
    const database = args[0] === "--db" ? [] : ["--db", temporary.file];
    const { status, stdout, stderr } = faktum(folder, ["serve", ...database, ...args]);
    rmSync(folder, { recursive: true });
    expect([status, stdout]).toEqual([2, ""]);
    expect(stderr).toMatch(expected);
  });
});
