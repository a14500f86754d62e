import { spawnSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { countDocuments, dumpDatabase } from "./dump-database.js";
import { type Finished, faktum, PLAIN_ENVIRONMENT, PROGRAM } from "./faktum-process.js";
import { writeArticles } from "./generated-articles.js";
import { wholeDocuments } from "./whole-documents.js";

const MEGABYTE = 1 << 20;
const DISK = "20m";
/** Of the disk, taken by other things. */
const TAKEN = 14 * MEGABYTE;
const DOCUMENTS = 90;
const RUN = ["run", "articles", "--workers", "2", "--quiet", "--db", "disk/facts.db"] as const;
const ONE = ["run", "articles/article-0000.txt", "--quiet", "--db", "disk/facts.db"] as const;
const MINUTES = 60_000;
const PROSE = [
  "Die Verwaltung stellte den Plan am Abend in der Halle vor, und viele Menschen aus den Dörfern waren gekommen.",
  "Nach der Aussprache wurde beschlossen, den Weg am Fluss auszubauen und die alte Mühle zu erhalten.",
  "Wer dort wohnt, soll früher als bisher gefragt werden, sagte die Sprecherin der Behörde.",
] as const;

let folder: string;
let whole: ReadonlyMap<string, string>;
let undisturbed: string;
const at = (...parts: readonly string[]): string => path.join(folder, ...parts);
const database = (): string => at("disk", "facts.db");

/** A disk of its own needs Linux and root. */
const CAN_MOUNT = canMount();
const onDisk = CAN_MOUNT ? test : test.skip;
const WHY = CAN_MOUNT ? "" : " (skipped: only root can mount a small disk, and only on Linux)";

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), "faktum-disk-"));
  mkdirSync(at("disk"));
  // Long texts with few facts, so that much is stored for little work.
  for (const [n, name] of writeArticles(at("articles"), DOCUMENTS).entries()) {
    const prose = Array.from({ length: 400 }, (_, line) => PROSE[(n + line) % PROSE.length]);
    writeFileSync(at("articles", name), `\n\n${prose.join(" ")}\n`, { flag: "a" });
  }
  expect(faktum(folder, RUN).status).toBe(0);
  undisturbed = dumpDatabase(database());
  whole = wholeDocuments(database());
  expect(statSync(database()).size).toBeGreaterThan(7 * MEGABYTE);
}, 2 * MINUTES);

beforeEach(() => {
  for (const name of readdirSync(at("disk"))) rmSync(at("disk", name));
});

afterAll(() => rmSync(folder, { recursive: true }));

function canMount(): boolean {
  if (process.platform !== "linux" || process.getuid?.() !== 0) return false;
  const place = mkdtempSync(path.join(tmpdir(), "faktum-mount-"));
  const { status } = spawnSync("mount", ["-t", "tmpfs", "-o", "size=1m", "tmpfs", place]);
  if (status === 0) spawnSync("umount", [place]);
  rmSync(place, { recursive: true });
  return status === 0;
}

/** Does `work` with a disk of its own in the database's folder. */
function withDisk(work: (remount: (options: string) => void) => void): void {
  const mount = (options: string): void => {
    const { status, stderr } = spawnSync("mount", ["-o", options, "-t", "tmpfs", "tmpfs", at("disk")]);
    if (status !== 0) throw new Error(`mount -o ${options}: ${String(stderr)}`);
  };
  mount(`size=${DISK}`);
  try {
    work((options) => mount(`remount,${options}`));
  } finally {
    spawnSync("umount", [at("disk")]);
  }
}

/** What is there is as it should be. */
function expectWhole(): number {
  const stored = wholeDocuments(database());
  for (const [document, content] of stored) expect([document, content]).toEqual([document, whole.get(document)]);
  return stored.size;
}

function expectOneLine({ status, stdout, stderr }: Finished, line: RegExp): void {
  expect(stderr).toMatch(line);
  expect([status, stdout, stderr.split("\n").length]).toEqual([4, "", 2]);
}

const FULL = /^faktum: disk\/facts\.db: the disk is full; make room .+\n$/u;

describe("a disk that is full", () => {
  onDisk(
    `${DISK}: one line, nothing lost, and on it goes with more room${WHY}`,
    () => {
      withDisk(() => {
        writeFileSync(at("disk", "rest"), new Uint8Array(TAKEN));
        expectOneLine(faktum(folder, RUN), FULL);
        const stored = expectWhole();
        expect(stored).toBeGreaterThan(0);
        expect(stored).toBeLessThan(DOCUMENTS);
        // Nothing gets worse by trying, and what is stored can be asked for.
        expectOneLine(faktum(folder, RUN), FULL);
        expect(expectWhole()).toBeGreaterThanOrEqual(stored);
        const question = ["query", "--db", "disk/facts.db", "--format", "csv", "SELECT count(*) > 0 FROM evidence"];
        expect(faktum(folder, question)).toMatchObject({ status: 0, stdout: "count(*) > 0\n1\n" });
        rmSync(at("disk", "rest"));
        expect(faktum(folder, RUN)).toEqual({ status: 0, stdout: "", stderr: "" });
        expect(dumpDatabase(database())).toBe(undisturbed);
      });
    },
    3 * MINUTES,
  );

  onDisk(
    `before the run begins: no database is left behind that is half made${WHY}`,
    () => {
      withDisk(() => {
        const rest = at("disk", "rest");
        const { status } = spawnSync("sh", ["-c", `cat /dev/zero > "${rest}"`], { stdio: "ignore" });
        expect(status).not.toBe(0);
        const { status: code, stderr } = faktum(folder, RUN);
        expect(stderr).toMatch(/^faktum: disk\/facts\.db(?:-lock)?: the disk is full; make room .+\n$/u);
        expect(code).toBe(4);
        truncateSync(rest, statSync(rest).size - 6 * MEGABYTE);
        expect(faktum(folder, ONE)).toMatchObject({ status: 0 });
        expect(countDocuments(database())).toBe(1);
      });
    },
    MINUTES,
  );
});

describe("ground that cannot be written", () => {
  onDisk(
    `a disk mounted to be read only: one line, and the database is as it was${WHY}`,
    () => {
      withDisk((remount) => {
        remount("ro");
        const made = faktum(folder, ONE);
        expectOneLine(made, /^faktum: disk\/facts\.db: the database cannot be (?:opened|written); .+\n$/u);
        expect(existsSync(database())).toBe(false);
        remount("rw");
        expect(faktum(folder, ONE).status).toBe(0);
        const before = dumpDatabase(database());
        remount("ro");
        expectOneLine(
          faktum(folder, RUN),
          /^faktum: disk\/facts\.db: the database cannot be (?:opened|written); .+\n$/u,
        );
        remount("rw");
        expect(dumpDatabase(database())).toBe(before);
        expect(faktum(folder, [...ONE, "--force"]).status).toBe(0);
      });
    },
    MINUTES,
  );
});

describe("a limit to the size of files", () => {
  (process.platform === "win32" ? test.skip : test)(
    "(ulimit -f; skipped on Windows, which has none): one line, nothing lost, and on it goes without it",
    () => {
      const limited = (): Finished => {
        const { status, stdout, stderr } = spawnSync(
          "sh",
          ["-c", 'ulimit -f 8192; exec "$@"', "sh", process.execPath, PROGRAM, ...RUN],
          { cwd: folder, encoding: "utf8", env: PLAIN_ENVIRONMENT },
        );
        return { status, stdout, stderr };
      };
      const line = /^faktum: disk\/facts\.db: the database could not be written; check .+\n$/u;
      expectOneLine(limited(), line);
      const stored = expectWhole();
      expect(stored).toBeGreaterThan(0);
      expect(stored).toBeLessThan(DOCUMENTS);
      expectOneLine(limited(), line);
      expect(faktum(folder, RUN)).toEqual({ status: 0, stdout: "", stderr: "" });
      expect(dumpDatabase(database())).toBe(undisturbed);
    },
    2 * MINUTES,
  );
});
