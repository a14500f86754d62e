import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism, homedir, tmpdir } from "node:os";
import path from "node:path";
import { type Config, type ConfigSources, resolveConfig } from "../../pipeline/runtime/config.js";
import { CONFIG_KEYS, CONFIG_NAMES } from "../../pipeline/runtime/config-keys.js";

let root: string;
let folder: string;

beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), "faktum-config-"));
  folder = path.join(root, "study", "notes");
  mkdirSync(folder, { recursive: true });
});

afterEach(() => {
  rmSync(root, { recursive: true });
});

/** Resolved in `folder`, with the user's own configuration in `root`. */
function resolved(sources: Partial<ConfigSources> = {}): Promise<Config> {
  const environment = { XDG_CONFIG_HOME: path.join(root, "user"), ...sources.environment };
  return resolveConfig({ folder, flags: new Map(), ...sources, environment });
}

function write(file: string, text: string | Uint8Array): void {
  mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
  writeFileSync(path.join(root, file), text);
}

describe("without a file", () => {
  test("the usual values, each with its origin", async () => {
    const { values, origins, files } = await resolved();
    expect(values).toEqual({
      database: "facts.db",
      paths: ["corpus"],
      workers: availableParallelism(),
      "read.max_file_size": 8 * 2 ** 20,
      "read.max_documents": 1_000_000,
      "run.document_seconds": 60,
      "run.document_memory": 1024,
      "watch.settle_seconds": 2,
      "log.level": "info",
      "log.format": "text",
    });
    expect(Object.keys(origins)).toEqual([...CONFIG_NAMES]);
    expect(new Set(Object.values(origins))).toEqual(new Set(["default"]));
    expect(files).toEqual([]);
  });

  test("every key has a name of its own for each way to set it", () => {
    const single = CONFIG_NAMES.filter((name) => !name.startsWith("read.fields."));
    expect(new Set(single.map((name) => CONFIG_KEYS[name].flag)).size).toBe(single.length);
    expect(new Set(CONFIG_NAMES.map((name) => CONFIG_KEYS[name].variable)).size).toBe(CONFIG_NAMES.length);
  });
});

describe("which setting wins", () => {
  test("flag, environment, the folder's file, the user's file, usual", async () => {
    write("user/faktum/faktum.toml", 'database = "user.db"\nworkers = 1\n\n[log]\nlevel = "warn"\nformat = "json"\n');
    write("study/faktum.toml", '# ours\ndatabase = "study.db"\nworkers = 2\nlog.level = "debug"\n');
    const { values, origins, files } = await resolved({
      environment: { FAKTUM_DB: "env.db", FAKTUM_WORKERS: "3" },
      flags: new Map([["database", { value: "flag.db", from: "--db" }]]),
    });
    expect(values).toMatchObject({ database: "flag.db", workers: 3, "log.level": "debug", "log.format": "json" });
    expect(origins).toMatchObject({
      database: "--db",
      workers: "environment FAKTUM_WORKERS",
      "log.level": "../faktum.toml:4",
      "log.format": `${path.join(root, "user/faktum/faktum.toml")}:6`,
      "run.document_seconds": "default",
    });
    expect(files).toEqual(["../faktum.toml", path.join(root, "user/faktum/faktum.toml")]);
  });

  test("the nearest file above, and no other one above it", async () => {
    write("faktum.toml", "workers = 7\n");
    write("study/faktum.toml", 'database = "near.db"\n');
    const { values } = await resolved();
    expect([values.database, values.workers]).toEqual(["../near.db", availableParallelism()]);
  });

  test("a named file instead of the nearest; the option before the variable", async () => {
    write("study/faktum.toml", "workers = 7\n");
    write("other.toml", "workers = 8\n");
    write("option.toml", "workers = 9\n");
    const environment = { FAKTUM_CONFIG: "../../other.toml" };
    expect((await resolved({ environment })).origins.workers).toBe("../../other.toml:1");
    const { origins, values } = await resolved({ environment, file: "../../option.toml" });
    expect([values.workers, origins.workers]).toEqual([9, "../../option.toml:1"]);
  });

  test("the user's folder of files is its working folder: the file counts once", async () => {
    write("user/faktum/faktum.toml", "workers = 7\n");
    expect((await resolved({ folder: path.join(root, "user/faktum") })).files).toEqual(["faktum.toml"]);
  });

  test("fields are set one by one", async () => {
    write("study/faktum.toml", '[read.fields]\ntext = "maintext"\nid = "key"\n');
    const flags: ConfigSources["flags"] = new Map([["read.fields.id", { value: "uid", from: "--field" }]]);
    const { values } = await resolved({ flags, environment: { FAKTUM_FIELD_DATE: "day" } });
    expect([values["read.fields.text"], values["read.fields.id"], values["read.fields.date"]]).toEqual([
      "maintext",
      "uid",
      "day",
    ]);
  });

  test("a variable that is empty is not set", async () => {
    expect((await resolved({ environment: { FAKTUM_DB: "", FAKTUM_CONFIG: "" } })).values.database).toBe("facts.db");
  });
});

describe("paths in a file start from its folder and are told from the working folder", () => {
  test.each([
    ["articles", "../articles"],
    ["notes", "."],
    ["notes/here.txt", "here.txt"],
    ["../elsewhere", "../../elsewhere"],
    ["/srv/articles", "/srv/articles"],
    ["~/articles", path.join(homedir(), "articles")],
    ["~", homedir()],
    ["~other", "../~other"],
  ])("%s", async (written, expected) => {
    write("study/faktum.toml", `paths = [${JSON.stringify(written)}]\ndatabase = ${JSON.stringify(written)}\n`);
    const { values } = await resolved();
    expect([values.paths, values.database]).toEqual([[expected], expected]);
  });

  test("those of variables are as they are", async () => {
    const environment = { FAKTUM_PATHS: `one${path.delimiter}../two`, FAKTUM_DB: "x/../y.db" };
    const { values } = await resolved({ environment });
    expect([values.paths, values.database]).toEqual([["one", "../two"], "x/../y.db"]);
  });
});

describe("a file that is wrong is refused with its line, key and remedy", () => {
  const list = '"faktum config show" lists all keys';
  const toml = 'correct the line (TOML, as "faktum config show" prints it)';
  test.each<readonly [string, string | Uint8Array, string]>([
    ["a misspelt key", '\ndatabse = "x"', `2: databse: there is no such key; did you mean database? ${list}`],
    [
      "a key outside its table",
      "max_file_size = 3",
      `1: max_file_size: there is no such key; did you mean read.max_file_size? ${list}`,
    ],
    ["a misspelt table", "[reed]\nx = 1", `1: reed: there is no such key; did you mean read? ${list}`],
    ["a key like no other", "zzzzzzz = 1", `1: zzzzzzz: there is no such key; ${list}`],
    [
      "a misspelt key before a wrong value",
      "workers = 0\n[run]\nmax_error = 1",
      `3: run.max_error: there is no such key; did you mean run.max_errors? ${list}`,
    ],
    [
      "a value of the wrong sort",
      '[read]\n\nmax_file_size = "huge"',
      '3: read.max_file_size: not "huge"; give bytes or 500K, 8M, 64M; up to 512M',
    ],
    ["a broken number", "workers = 1.5", "1: workers: not 1.5; give a whole number from 1 on"],
    ["a number below", "run.max_errors = -1", "1: run.max_errors: not -1; give a whole number from 0 on"],
    [
      "no time at all",
      "[watch]\nsettle_seconds = 0",
      "2: watch.settle_seconds: not 0; give seconds, more than 0 and up to 86400",
    ],
    ["a date", "workers = 2025-01-02", "1: workers: not a date; give a whole number from 1 on"],
    ["a level that is none", "[log]\nlevel = 'loud'", '2: log.level: not "loud"; give one of error, warn, info, debug'],
    [
      "one path instead of a list",
      'paths = "x"',
      '1: paths: not "x"; give a list of paths, ["one", "two"] in a file, one:two in a variable',
    ],
    [
      "no paths",
      "paths = []",
      '1: paths: not an empty list; give a list of paths, ["one", "two"] in a file, one:two in a variable',
    ],
    ["a NUL in a path", 'database = "a\\u0000b"', '1: database: not "a\\u0000b"; give the path of a file'],
    ["a value for a table", "read = 3", "1: read: not 3; this is a table: write [read] and its keys below"],
    ["a list of tables", "[[read]]", "1: read: not this list; this is a table: write [read] and its keys below"],
    ["a table for a value", "[workers]\nx = 1", "1: workers: not a table; give a whole number from 1 on"],
    [
      "a long value",
      `log.level = "${"x".repeat(1000)}"`,
      `1: log.level: not "${"x".repeat(39)}…; give one of error, warn, info, debug`,
    ],
    ["a key twice", "workers = 1\nworkers = 2", `2: trying to redefine an already defined table or value; ${toml}`],
    ["no value", "workers =", `1: invalid value; ${toml}`],
    ["a table that is not closed", "\n[read\nx = 1", `2: illegal character in key; ${toml}`],
    ["a key of JavaScript's own", "__proto__ = 1", `1: document contains an unsafe property; ${toml}`],
    [
      "lists without end",
      `paths = ${"[".repeat(200_000)}`,
      `1: document contains excessively nested structures. aborting.; ${toml}`,
    ],
    ["bytes", Uint8Array.of(0, 1, 2, 3), `1: illegal character in key; ${toml}`],
  ])("%s", async (_, text, message) => {
    write("study/notes/faktum.toml", text);
    await expect(resolved()).rejects.toMatchObject({
      code: "config.wrong",
      exitCode: 2,
      message: `faktum.toml:${message}`,
    });
  });

  test.each<readonly [string, Uint8Array, string]>([
    ["text in UTF-16", Buffer.from("\uFEFFworkers = 1", "utf16le"), "this is no text in UTF-8; save it as UTF-8"],
    ["a huge file", Buffer.alloc(256 * 1024 + 1, "#"), "larger than 256 KB, so no configuration; rename it"],
  ])("%s", async (_, bytes, message) => {
    write("study/notes/faktum.toml", bytes);
    await expect(resolved()).rejects.toMatchObject({
      exitCode: 2,
      message: expect.stringMatching(`^faktum\\.toml: ${message}`),
    });
  });

  test("a folder called faktum.toml", async () => {
    mkdirSync(path.join(root, "study", "faktum.toml"));
    await expect(resolved()).rejects.toMatchObject({
      exitCode: 2,
      message: "../faktum.toml: this is a folder; rename it, or name a file with --config",
    });
  });

  test("a named file that is not there", async () => {
    await expect(resolved({ file: "nope.toml" })).rejects.toMatchObject({
      exitCode: 2,
      message: "nope.toml: there is no such configuration file; check the path",
    });
  });

  test("the user's own file", async () => {
    write("user/faktum/faktum.toml", "worker = 1\n");
    await expect(resolved()).rejects.toMatchObject({
      message: `${path.join(root, "user/faktum/faktum.toml")}:1: worker: there is no such key; did you mean workers? ${list}`,
    });
  });

  test.each([
    ["FAKTUM_WORKERS", "many", 'not "many"; give a whole number from 1 on'],
    ["FAKTUM_LOG_LEVEL", "loud", 'not "loud"; give one of error, warn, info, debug'],
    ["FAKTUM_MAX_FILE_SIZE", "9G", 'not "9G"; give bytes or 500K, 8M, 64M; up to 512M'],
    ["FAKTUM_PATHS", "a::b", 'not "a::b"; give a list of paths, ["one", "two"] in a file, one:two in a variable'],
  ])("a variable: %s=%s", async (variable, text, message) => {
    await expect(resolved({ environment: { [variable]: text } })).rejects.toMatchObject({
      exitCode: 2,
      message: `${variable}: ${message}`,
    });
  });
});

describe("what is right in unusual clothes", () => {
  test.each([
    ["a byte order mark", "\uFEFFworkers = 3\n", "faktum.toml:1"],
    ["Windows line ends", "# a\r\n\r\nworkers = 3\r\n", "faktum.toml:3"],
    ["no end of line", "workers = 3", "faktum.toml:1"],
    ["a quoted key", '\n"workers" = 3 # "', "faktum.toml:2"],
  ])("%s", async (_, text, origin) => {
    write("study/notes/faktum.toml", text);
    const { values, origins } = await resolved();
    expect([values.workers, origins.workers]).toEqual([3, origin]);
  });

  test("an empty file sets nothing", async () => {
    write("study/notes/faktum.toml", "");
    expect((await resolved()).values.database).toBe("facts.db");
  });
});
