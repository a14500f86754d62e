import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { type CacheFile, readCache, writeCache } from "../../pipeline/runtime/cache-file.js";

const BYTES = Buffer.from("fünf Haushalte");
const DAY = 24 * 3_600_000;

let folder: string;
const fileFor = (key: string): CacheFile => ({ folder, sort: "words", key });
const pathFor = (key: string): string => path.join(folder, `words-${key}.bin`);

beforeEach(() => {
  folder = path.join(mkdtempSync(path.join(tmpdir(), "faktum-cache-")), "made", "when needed");
});

afterEach(() => rmSync(path.resolve(folder, "../.."), { recursive: true, force: true }));

describe("a cache", () => {
  test("gives back what was kept for a key, and leaves no other file", () => {
    writeCache(fileFor("a1"), BYTES);
    expect(readCache(fileFor("a1"))?.toString()).toBe(BYTES.toString());
    expect(readCache(fileFor("a2"))).toBeUndefined();
    expect(readdirSync(folder)).toEqual(["words-a1.bin"]);
  });

  test("writes over what was kept before", () => {
    writeCache(fileFor("a1"), Buffer.from("older"));
    writeCache(fileFor("a1"), BYTES);
    expect(readCache(fileFor("a1"))?.toString()).toBe(BYTES.toString());
  });

  test.each<[string, (file: string) => unknown]>([
    ["that is cut off", (file) => writeFileSync(file, readFileSync(file).subarray(0, -1))],
    ["with a letter changed", (file) => writeFileSync(file, readFileSync(file).fill(0x78, 40, 41))],
    ["that is empty", (file) => writeFileSync(file, "")],
    ["of another program", (file) => writeFileSync(file, "#!/bin/sh\nexit 1\n".repeat(10))],
    ["kept for another key", (file) => renameSync(file, pathFor("b2"))],
    ["that is a folder", (file) => [rmSync(file), mkdirSync(file)]],
  ])("does not trust a file %s, and puts up with it", (_, damage) => {
    writeCache(fileFor("b1"), BYTES);
    damage(pathFor("b1"));
    expect(readCache(fileFor("b1"))).toBeUndefined();
    expect(readCache(fileFor("b2"))).toBeUndefined();
    expect(() => writeCache(fileFor("b1"), BYTES)).not.toThrow();
  });

  test("is left out where its folder cannot be made", () => {
    const file = path.resolve(folder, "../../file");
    writeFileSync(file, "");
    const entry: CacheFile = { folder: path.join(file, "cache"), sort: "words", key: "c1" };
    expect(() => writeCache(entry, BYTES)).not.toThrow();
    expect(readCache(entry)).toBeUndefined();
  });

  test("keeps the files that were used last, and nobody else's are touched", () => {
    writeCache(fileFor("00"), BYTES);
    writeFileSync(path.join(folder, "letters-00.bin"), "");
    for (let key = 1; key <= 10; key++) {
      const name = `0${key}`;
      writeCache(fileFor(name), BYTES);
      age(pathFor(name), (20 - key) * DAY);
    }
    age(pathFor("00"), 3 * DAY);
    expect(readCache(fileFor("00"))?.toString()).toBe(BYTES.toString());
    expect(Date.now() - statSync(pathFor("00")).mtimeMs).toBeLessThan(DAY);
    writeCache(fileFor("11"), BYTES);
    expect(readdirSync(folder).sort()).toEqual(
      ["letters-00.bin", ...["00", "010", "05", "06", "07", "08", "09", "11"].map((key) => `words-${key}.bin`)].sort(),
    );
  });

  test("deletes what was not used for a month, and what a dead process left unfinished, not what one is writing", () => {
    writeCache(fileFor("d1"), BYTES);
    age(pathFor("d1"), 31 * DAY);
    for (const name of ["words-d2.bin.1-ab.tmp", "words-d3.bin.2-cd.tmp"]) writeFileSync(path.join(folder, name), "");
    age(path.join(folder, "words-d2.bin.1-ab.tmp"), DAY);
    writeCache(fileFor("d4"), BYTES);
    expect(readdirSync(folder).sort()).toEqual(["words-d3.bin.2-cd.tmp", "words-d4.bin"]);
  });
});

function age(file: string, ms: number): void {
  const time = new Date(Date.now() - ms);
  utimesSync(file, time, time);
}
