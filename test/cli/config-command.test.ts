import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import path from "node:path";
import { faktum } from "./faktum-process.js";
import { writeArticles } from "./generated-articles.js";

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "faktum-config-"));
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

const STUDY = '# our study\ndatabase = "study.db"\npaths = ["articles"]\n\n[read]\nmax_file_size = "500K"\n';

describe("faktum config show", () => {
  test("--origin: every setting with its meaning and where it comes from", () => {
    writeFileSync(path.join(folder, "faktum.toml"), STUDY);
    mkdirSync(path.join(folder, "notes"));
    const args = ["config", "show", "--origin", "--db", "x.db", "--field", "id=key"];
    const { status, stdout, stderr } = faktum(path.join(folder, "notes"), args, "", { FAKTUM_WORKERS: "3" });
    expect([status, stderr]).toEqual([0, ""]);
    expect(stdout.split("\n").slice(0, 21)).toEqual([
      "# from ../faktum.toml",
      "",
      "# the database",
      'database = "x.db"  # --db',
      "# files of articles, archives and lists of them, and folders",
      'paths = ["../articles"]  # ../faktum.toml:3',
      "# threads that read and extract",
      "workers = 3  # environment FAKTUM_WORKERS",
      "",
      "[read]",
      "# largest article, alone or in a container: bytes, or 500K, 8M",
      "max_file_size = 512000  # ../faktum.toml:6",
      "# most articles of one container",
      "max_documents = 1000000  # default",
      "",
      "[read.fields]",
      "# the key or column of lists of articles that holds the id",
      'id = "key"  # --field',
      "# the key or column of lists of articles that holds the title",
      "# title = ...  (found by its name)  # default",
      "# the key or column of lists of articles that holds the text",
    ]);
  });

  test("what it prints can be saved as faktum.toml and says the same again", () => {
    writeFileSync(path.join(folder, "faktum.toml"), STUDY);
    const args = ["articles", 'one "two"', "C:\\three", "\u007F"];
    const first = faktum(folder, ["config", "show", ...args]).stdout;
    writeFileSync(path.join(folder, "faktum.toml"), first);
    expect(faktum(folder, ["config", "show"]).stdout).toBe(first);
    expect(JSON.parse(faktum(folder, ["config", "show", "--json"]).stdout)).toMatchObject({
      database: "study.db",
      paths: args,
      "read.max_file_size": 512_000,
    });
  });

  test("--json: one object by full names; with --origin each with its origin", () => {
    const usual = {
      database: "facts.db",
      paths: ["corpus"],
      workers: availableParallelism(),
      "read.max_file_size": 8_388_608,
      "read.max_documents": 1_000_000,
      "read.fields.id": null,
      "read.fields.title": null,
      "read.fields.text": null,
      "read.fields.html": null,
      "read.fields.url": null,
      "read.fields.date": null,
      "read.fields.lang": null,
      "read.fields.author": null,
      "read.fields.source": null,
      "run.max_errors": null,
      "run.document_seconds": 60,
      "run.document_memory": 1024,
      "watch.settle_seconds": 2,
      "watch.poll_seconds": null,
      "log.level": "info",
      "log.format": "text",
    };
    expect(JSON.parse(faktum(folder, ["config", "show", "--json"]).stdout)).toEqual(usual);
    const withOrigins = JSON.parse(
      faktum(folder, ["config", "show", "--json", "--origin", "--max-errors", "0"]).stdout,
    );
    expect(withOrigins).toMatchObject({
      database: { value: "facts.db", origin: "default" },
      "run.max_errors": { value: 0, origin: "--max-errors" },
    });
    expect(Object.keys(withOrigins)).toEqual(Object.keys(usual));
  });

  test("a file that is wrong: one line, exit code 2", () => {
    writeFileSync(path.join(folder, "faktum.toml"), "\nworker = 2\n");
    expect(faktum(folder, ["config", "show"])).toEqual({
      status: 2,
      stdout: "",
      stderr:
        'faktum: faktum.toml:2: worker: there is no such key; did you mean workers? "faktum config show" lists all keys\n',
    });
  });
});

describe("commands go by the configuration", () => {
  beforeEach(() => {
    writeArticles(path.join(folder, "articles"), 2);
    writeFileSync(path.join(folder, "faktum.toml"), STUDY);
  });

  test("run reads its paths into its database, query, find and explain ask that one", () => {
    expect(faktum(folder, ["run"]).stderr).toContain("2 documents stored");
    const sql = "SELECT id FROM facts ORDER BY id LIMIT 1";
    const [, id = ""] = faktum(folder, ["query", "--format", "csv", sql]).stdout.split("\n");
    expect(id).toMatch(/^[0-9a-f]{32}$/u);
    expect(faktum(folder, ["explain", id]).status).toBe(0);
    expect(faktum(folder, ["find", "--format", "json", "percentages"]).stdout).toContain("article-0000.txt");
  });

  test("from a folder below, by a variable, and against an option", () => {
    expect(faktum(folder, ["run"]).status).toBe(0);
    const count = ["query", "--format", "csv", "SELECT count(*) AS n FROM documents"];
    expect(faktum(path.join(folder, "articles"), count).stdout).toBe("n\n2\n");
    const named = { FAKTUM_CONFIG: path.join(folder, "faktum.toml") };
    expect(faktum(tmpdir(), count, "", named).stdout).toBe("n\n2\n");
    expect(faktum(tmpdir(), [...count, "--config", path.join(folder, "faktum.toml")]).stdout).toBe("n\n2\n");
    expect(faktum(folder, [...count, "--db", "other.db"]).stderr).toMatch(/^faktum: other\.db: there is no such/u);
  });

  test("the limits of reading hold for run and extract", () => {
    const toml = readFileSync(path.join(folder, "faktum.toml"), "utf8").replace("500K", "10");
    writeFileSync(path.join(folder, "faktum.toml"), toml);
    expect(faktum(folder, ["run"]).stderr).toContain("2 failed");
    expect(faktum(folder, ["extract", "articles/article-0000.txt"])).toMatchObject({ status: 1, stdout: "" });
    const wider = ["extract", "articles/article-0000.txt", "--max-file-size", "1M"];
    expect(faktum(folder, wider)).toMatchObject({ status: 0, stderr: "" });
  });

  test("find --sql needs no configuration", () => {
    writeFileSync(path.join(folder, "faktum.toml"), "broken");
    expect(faktum(folder, ["find", "--sql", "percentages"]).status).toBe(0);
    expect(faktum(folder, ["find", "percentages"])).toMatchObject({
      status: 2,
      stderr: expect.stringContaining("faktum: faktum.toml:1: "),
    });
  });
});
