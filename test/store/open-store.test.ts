import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import Database from "better-sqlite3";
import { Engines } from "../../pipeline/store/engines.js";
import { APPLICATION_ID, migrate, readMigrations, schemaVersion } from "../../pipeline/store/migrations.js";
import { openStore, type StoreOptions } from "../../pipeline/store/open-store.js";
import { startRun } from "../../pipeline/store/runs.js";
import { sampleAnalysis } from "./sample-analysis.js";
import { errorOf, rowsOf, SAMPLE_ENGINE, SAMPLE_RUN } from "./temporary-store.js";
import { writeAnalyses } from "./write-analyses.js";

const LATEST = readMigrations().length;
const NOBODY = 65_534;

describe("openStore", () => {
  let folder: string;
  let file: string;

  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), "faktum-open-"));
    file = path.join(folder, "facts.db");
  });

  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  test("makes a database that says what it is", () => {
    openStore(file, { mode: "write" }).close();
    const database = new Database(file);
    expect(database.pragma("application_id", { simple: true })).toBe(APPLICATION_ID);
    expect(schemaVersion(database)).toBe(LATEST);
    expect(database.pragma("page_size", { simple: true })).toBe(8192);
    expect(database.pragma("journal_mode", { simple: true })).toBe("wal");
    expect(database.pragma("integrity_check", { simple: true })).toBe("ok");
    database.close();
  });

  test("takes an empty file for a new database", () => {
    writeFileSync(file, "");
    openStore(file, { mode: "write" }).close();
    openStore(file, { mode: "read" }).close();
  });

  test.each<readonly [why: string, prepare: () => void, mode: StoreOptions["mode"], code: string, says: RegExp]>([
    ["a missing file, to read", () => undefined, "read", "store.missing", /faktum run/u],
    [
      "a missing folder",
      () => rmSync(folder, { recursive: true }),
      "write",
      "store.no-folder",
      /does not exist; make it/u,
    ],
    ["a folder", () => mkdirSync(file), "write", "store.cannot-open", /this is a folder/u],
    ["a folder, to read", () => mkdirSync(file), "read", "store.cannot-open", /this is a folder/u],
    ["a text", () => writeFileSync(file, "Artikel ".repeat(200)), "write", "store.not-a-database", /name another/u],
    [
      "a text, to read",
      () => writeFileSync(file, "Artikel ".repeat(200)),
      "read",
      "store.not-a-database",
      /name another/u,
    ],
    ["an empty file, to read", () => writeFileSync(file, ""), "read", "store.foreign", /not faktum's/u],
    ["a table of another program", () => sql("CREATE TABLE notes (id)"), "write", "store.foreign", /not faktum's/u],
    [
      "a table of another program, to read",
      () => sql("CREATE TABLE notes (id)"),
      "read",
      "store.foreign",
      /not faktum's/u,
    ],
    [
      "another program's number",
      () => sql("PRAGMA application_id = 252006673"),
      "write",
      "store.foreign",
      /not faktum's/u,
    ],
    ["a newer version", () => version(LATEST + 1), "write", "store.newer", /install that version/u],
    ["a newer version, to read", () => version(LATEST + 1), "read", "store.newer", /install that version/u],
    ["an older version, to read", () => version(1), "read", "store.older", /brings it up to date/u],
    ["a damaged file", () => damage(), "write", "store.damaged", /restore a copy/u],
  ])("refuses %s", (_, prepare, mode, code, says) => {
    prepare();
    const before = existsSync(file) && !code.includes("open") ? readFileSync(file, "latin1") : undefined;
    const error = errorOf(() => openStore(file, { mode, busyTimeoutMs: 10 }).close());
    expect(error).toMatchObject({ code, message: expect.stringMatching(says) });
    expect(error.message).toMatch(/^[^\n]*facts\.db: [^\n]*$/u);
    if (before !== undefined) expect(readFileSync(file, "latin1")).toBe(before);
  });

  test("waits for another writer, then says that the database is locked", () => {
    openStore(file, { mode: "write" }).close();
    const holder = new Database(file);
    holder.exec("BEGIN IMMEDIATE");
    const begun = performance.now();
    expect(errorOf(() => openStore(file, { mode: "write", busyTimeoutMs: 80 }))).toMatchObject({
      code: "store.locked",
    });
    expect(performance.now() - begun).toBeGreaterThan(70);
    const reader = openStore(file, { mode: "read", busyTimeoutMs: 80 });
    expect(rowsOf(reader, "SELECT count(*) FROM facts")).toEqual([[0]]);
    reader.close();
    holder.close();
    openStore(file, { mode: "write" }).close();
  });

  test("a database that becomes locked while it is written keeps what it had", () => {
    const store = openStore(file, { mode: "write", busyTimeoutMs: 20 });
    const run = startRun(store, SAMPLE_RUN, new Engines(store, SAMPLE_ENGINE));
    const holder = new Database(file);
    holder.exec("BEGIN IMMEDIATE");
    const write = () => writeAnalyses(store, run, [sampleAnalysis({ text: "Ein Satz." })]);
    expect(errorOf(write)).toMatchObject({ code: "store.locked" });
    holder.close();
    expect(rowsOf(store, "SELECT count(*) FROM documents")).toEqual([[0]]);
    expect(write().stored).toBe(1);
    store.close();
  });

  test.each([0, 1, 2, 9])("brings version %i up to date and keeps what is in it", (from) => {
    version(from);
    if (from > 0) sql("INSERT INTO lexicon_versions VALUES ('0011', 'xx')");
    const store = openStore(file, { mode: "write" });
    expect(rowsOf(store, "PRAGMA user_version")).toEqual([[LATEST]]);
    expect(rowsOf(store, "SELECT version FROM lexicon_versions")).toEqual(from > 0 ? [["0011"]] : []);
    expect(rowsOf(store, "SELECT count(*) FROM sentence_search")).toEqual([[0]]);
    store.close();
  });

  test("a step that fails leaves the version before it whole", () => {
    version(1);
    const database = new Database(file);
    const broken = [...readMigrations().slice(0, 2), { version: 3, sql: "CREATE TABLE extra (id); SELECT nonsense" }];
    expect(errorOf(() => migrate(database, broken)).message).toMatch(/nonsense/u);
    expect(schemaVersion(database)).toBe(1);
    expect(
      database.prepare("SELECT count(*) FROM sqlite_master WHERE name IN ('extra', 'evidence')").pluck().get(),
    ).toBe(0);
    database.close();
  });

  test.each([
    ["a gap in the numbers", ["0001-tables.sql", "0003-views.sql"]],
    ["a strange name", ["0001-tables.sql", "views.sql"]],
  ])("migrations with %s are not used", (_, names) => {
    for (const name of names) writeFileSync(path.join(folder, name), "SELECT 1;");
    expect(errorOf(() => readMigrations(folder)).message).toMatch(/expected a file named 0002-<what>\.sql/u);
  });

  describe("as a user without rights", () => {
    test("a write-protected file", () => {
      openStore(file, { mode: "write" }).close();
      chmodSync(file, 0o444);
      chmodSync(folder, 0o777);
      withoutRights(() => {
        expect(errorOf(() => openStore(file, { mode: "write" }))).toMatchObject({ code: "store.read-only" });
      });
    });

    test("a write-protected folder without a database", () => {
      chmodSync(folder, 0o555);
      withoutRights(() => {
        expect(errorOf(() => openStore(file, { mode: "write" }))).toMatchObject({
          code: "store.cannot-open",
          message: expect.stringMatching(/the file and its folder may be read and written$/u),
        });
      });
    });

    test("a database in a write-protected folder, to read", () => {
      openStore(file, { mode: "write" }).close();
      chmodSync(folder, 0o555);
      withoutRights(() => {
        expect(errorOf(() => openStore(file, { mode: "read" }))).toMatchObject({
          code: "store.read-only",
          message: expect.stringMatching(/copy it to a folder/u),
        });
      });
    });

    test("a folder that may not be entered", () => {
      openStore(file, { mode: "write" }).close();
      chmodSync(folder, 0);
      withoutRights(() => {
        expect(errorOf(() => openStore(file, { mode: "read" }))).toMatchObject({ code: "store.cannot-open" });
      });
    });

    test("an unreadable file", () => {
      openStore(file, { mode: "write" }).close();
      chmodSync(file, 0);
      chmodSync(folder, 0o777);
      withoutRights(() => {
        expect(errorOf(() => openStore(file, { mode: "read" }))).toMatchObject({ code: "store.cannot-open" });
      });
    });
  });

  function sql(text: string): void {
    const database = new Database(file);
    database.exec(text);
    database.close();
  }

  function version(number: number): void {
    const database = new Database(file);
    migrate(database, readMigrations().slice(0, number));
    database.pragma(`user_version = ${number}`);
    database.close();
  }

  /** Keeps the first page's header and breaks the list of tables behind it. */
  function damage(): void {
    openStore(file, { mode: "write" }).close();
    const bytes = readFileSync(file);
    bytes.fill(0xff, 100, 8_000);
    writeFileSync(file, bytes);
  }

  /** The superuser may write everywhere; for a moment the test is somebody else. */
  function withoutRights(work: () => void): void {
    const user = process.geteuid?.();
    if (user === 0) process.seteuid?.(NOBODY);
    try {
      work();
    } finally {
      if (user === 0) process.seteuid?.(0);
    }
  }
});
