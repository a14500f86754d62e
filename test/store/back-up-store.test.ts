import {
  copyFileSync,
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { backUpStore } from "../../pipeline/store/back-up-store.js";
import { openStore } from "../../pipeline/store/open-store.js";
import { rowsOf, type TemporaryStore, temporaryStore } from "./temporary-store.js";

let temporary: TemporaryStore;

beforeEach(() => {
  temporary = temporaryStore();
});

afterEach(() => {
  temporary.remove();
});

const place = (name: string): string => path.join(temporary.folder, name);
const options = { force: false, signal: new AbortController().signal, advanced: () => undefined };
const copies = (): readonly string[] => readdirSync(temporary.folder).filter((name) => !name.startsWith("facts.db"));

describe("backUpStore", () => {
  test("copies what is stored into one file without WAL mode, while the store is open for writing", async () => {
    const bytes = await backUpStore(temporary.file, place("copy.db"), options);
    expect(copies()).toEqual(["copy.db"]);
    const copy = readFileSync(place("copy.db"));
    expect(copy.length).toBe(bytes);
    // Bytes 18 and 19 of the header: 1 is a rollback journal, 2 is WAL.
    expect([...copy.subarray(18, 20)]).toEqual([1, 1]);
    const opened = openStore(place("copy.db"), { mode: "read" });
    expect(rowsOf(opened, "SELECT * FROM runs")).toEqual(rowsOf(temporary.store, "SELECT * FROM runs"));
    opened.close();
  });

  test("holds the moment at which it began, however much is written meanwhile", async () => {
    let written = 0;
    const advanced = (): void => {
      written += 1;
      temporary.store.prepare("UPDATE runs SET facts_stored = facts_stored + 1").run();
    };
    await backUpStore(temporary.file, place("copy.db"), { ...options, advanced });
    expect(written).toBeGreaterThan(0);
    const opened = openStore(place("copy.db"), { mode: "read" });
    expect(rowsOf(opened, "SELECT facts_stored FROM runs")).toEqual([[0]]);
    opened.close();
    expect(rowsOf(temporary.store, "SELECT facts_stored FROM runs")).toEqual([[written]]);
  });

  test("stopped: nothing is left, and a file to be replaced is as it was", async () => {
    const stop = new AbortController();
    writeFileSync(place("copy.db"), "old");
    const stopping = { force: true, signal: stop.signal, advanced: () => stop.abort() };
    expect(await backUpStore(temporary.file, place("copy.db"), stopping)).toBeUndefined();
    expect(copies()).toEqual(["copy.db"]);
    expect(readFileSync(place("copy.db"), "utf8")).toBe("old");
  });

  test("replaces a file only when told to", async () => {
    writeFileSync(place("copy.db"), "old");
    await expect(backUpStore(temporary.file, place("copy.db"), options)).rejects.toMatchObject({
      code: "backup.refused",
      message: `${place("copy.db")}: this file is there already; name another, or add --force`,
    });
    expect(readFileSync(place("copy.db"), "utf8")).toBe("old");
    await backUpStore(temporary.file, place("copy.db"), { ...options, force: true });
    openStore(place("copy.db"), { mode: "read" }).close();
  });

  test("a store that an older faktum made is copied as it is", async () => {
    temporary.store.prepare("PRAGMA user_version = 1").run();
    await backUpStore(temporary.file, place("copy.db"), options);
    expect(readFileSync(place("copy.db")).readUInt32BE(60)).toBe(1);
  });
});

describe("is refused, with --force too, and leaves nothing", () => {
  const itself = "this is the database itself; name another file";
  test.each<readonly [string, string, () => void, string]>([
    ["the database itself", "facts.db", () => undefined, itself],
    ["its WAL", "facts.db-wal", () => undefined, itself],
    ["a journal of it that is not there", "facts.db-journal", () => undefined, itself],
    ["a link to it", "link.db", () => symlinkSync(temporary.file, place("link.db")), itself],
    ["another name of it", "link.db", () => linkSync(temporary.file, place("link.db")), itself],
    ["a folder", "folder", () => mkdirSync(place("folder")), "this is a folder; name a file in it"],
    [
      "a name beside which an old journal stands",
      "copy.db",
      () => writeFileSync(place("copy.db-journal"), "x"),
      "DIR/copy.db-journal stands beside it and would spoil the copy; name another file, or remove both",
    ],
    ["in no folder", "no/copy.db", () => undefined, "the folder DIR/no does not exist; make it, or name another file"],
  ])("%s", async (_, name, prepare, message) => {
    prepare();
    const before = readdirSync(temporary.folder);
    await expect(backUpStore(temporary.file, place(name), { ...options, force: true })).rejects.toMatchObject({
      code: "backup.refused",
      exitCode: 2,
      message: `${place(name)}: ${message.replace("DIR", temporary.folder)}`,
    });
    expect(readdirSync(temporary.folder)).toEqual(before);
  });

  test.each<readonly [string, () => void, string]>([
    ["nothing", () => undefined, "store.missing"],
    ["a folder", () => mkdirSync(place("x.db")), "store.cannot-open"],
    ["a text", () => writeFileSync(place("x.db"), "some text, no database"), "store.not-a-database"],
    ["an empty file", () => writeFileSync(place("x.db"), ""), "store.foreign"],
  ])("as database: %s", async (_, prepare, code) => {
    prepare();
    await expect(backUpStore(place("x.db"), place("copy.db"), options)).rejects.toMatchObject({ code });
    expect(existsSync(place("copy.db"))).toBe(false);
  });

  test("a damaged database", async () => {
    await backUpStore(temporary.file, place("x.db"), options);
    const bytes = readFileSync(place("x.db"));
    // Pages of 8192 bytes; the first holds the schema and stays whole.
    for (let at = 3 * 8192; at < bytes.length; at += 8192) bytes.fill(0xff, at, at + 4096);
    writeFileSync(place("x.db"), bytes);
    copyFileSync(place("x.db"), place("y.db"));
    await expect(backUpStore(place("x.db"), place("copy.db"), options)).rejects.toMatchObject({
      code: "store.damaged",
    });
    expect(copies()).toEqual(["x.db", "y.db"]);
  });
});
