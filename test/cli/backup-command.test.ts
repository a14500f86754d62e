import { existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { faktum, startFaktum } from "./faktum-process.js";
import { writeArticles } from "./generated-articles.js";

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "faktum-backup-"));
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

const COUNT = "SELECT count(*) AS n FROM documents";
const countIn = (database: string): number =>
  Number(faktum(folder, ["query", "--format", "csv", "--db", database, COUNT]).stdout.split("\n").at(1));

describe("faktum backup", () => {
  test("copies a database while a run is writing to it", async () => {
    writeArticles(path.join(folder, "articles"), 600);
    const run = startFaktum(folder, ["run", "articles"]);
    const ended = new Promise<number | null>((resolve) => run.on("exit", resolve));
    while (!existsSync(path.join(folder, "facts.db-wal"))) await pause(20);
    await pause(200);
    expect(run.exitCode).toBeNull();
    const { status, stdout, stderr } = faktum(folder, ["backup", "copy.db"]);
    expect([status, stdout]).toEqual([0, ""]);
    expect(stderr).toMatch(/^faktum: copy\.db: copied from facts\.db, [0-9]+\.[0-9] MB, checked\n$/u);
    expect(await ended).toBe(0);
    expect([countIn("facts.db"), countIn("copy.db") <= 600]).toEqual([600, true]);
    // A run over the copy reads what it lacks and comes to the same.
    expect(faktum(folder, ["run", "articles", "--db", "copy.db"]).status).toBe(0);
    expect(countIn("copy.db")).toBe(600);
  });

  test("takes the database from the configuration, and tells refusals in one line", () => {
    writeArticles(path.join(folder, "articles"), 1);
    const environment = { FAKTUM_DB: "study.db" };
    expect(faktum(folder, ["run", "articles"], "", environment).status).toBe(0);
    expect(faktum(folder, ["backup", "copy.db"], "", environment).status).toBe(0);
    expect(faktum(folder, ["backup", "copy.db"], "", environment)).toEqual({
      status: 2,
      stdout: "",
      stderr: "faktum: copy.db: this file is there already; name another, or add --force\n",
    });
    expect(faktum(folder, ["backup", "copy.db"])).toMatchObject({
      status: 2,
      stderr: "faktum: facts.db: there is no such database to copy; check the path\n",
    });
    const json = faktum(folder, ["backup", "--force", "copy.db", "--log-format", "json"], "", environment).stderr;
    expect(JSON.parse(json)).toMatchObject({ level: "info", file: "copy.db", database: "study.db" });
    expect(readdirSync(folder).filter((name) => name.includes(".part-"))).toEqual([]);
  });
});
