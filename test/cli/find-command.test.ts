import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { packageRoot } from "../../pipeline/runtime/package-root.js";
import { readQuestion } from "../../pipeline/runtime/question.js";
import { loadQuestionNames } from "../../pipeline/runtime/question-names.js";
import { questionSql } from "../../pipeline/runtime/question-sql.js";
import { openStore } from "../../pipeline/store/open-store.js";
import { runQuery } from "../../pipeline/store/run-query.js";
import { faktum } from "./faktum-process.js";

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), "faktum-find-"));
  expect(faktum(folder, ["run", path.join(packageRoot(), "seeds"), "--quiet"]).status).toBe(0);
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** The facts that answer a question over the sample articles, by one column, sorted. */
function found(question: string, column: string): readonly unknown[] {
  const store = openStore(path.join(folder, "facts.db"), { mode: "read" });
  try {
    const { columns, rows } = runQuery(
      store,
      questionSql(readQuestion(question, { names: loadQuestionNames(), today: "2026-03-31" })),
    );
    return Array.from(rows, (row) => row[columns.indexOf(column)]).sort();
  } finally {
    store.close();
  }
}

describe("faktum find over seeds/", () => {
  test.each<readonly [question: string, column: string, rows: readonly unknown[]]>([
    ["percentages between 79 and eighty-one percent in German", "value_text", ["79.8", "80.47"]],
    ["ranks above 10", "value_text", ["20"]],
    ["counts over 1,000 of “layanan publik”", "value_text", ["1081", "1600", "1672"]],
    ["counts of Haushalt*", "item", ["Haushalte"]],
    ["amounts of at least 30 billion IDR", "value_text", ["1200000000000", "30000000000..35000000000"]],
    ["ratios of exactly 20% in Nynorsk", "value_text", ["1/5"]],
    ["measurements in MW", "unit", ["MW", "MW", "MW"]],
    ["decision 1982/QD-UBND in Indonesian articles", "ref_number", ["1982/QD-UBND", "1982/QD-UBND"]],
    ["dates after 2025 in German", "iso", ["2026-04", "2030"]],
    ["counts of siswa in 2022", "item", ["kelas keterampilan digital", "siswa"]],
    ["counts of siswa before 2020", "item", []],
    ["counts of ansatte since 2024", "holds_for", ["2024"]],
  ])("%s", (question, column, rows) => {
    expect(found(question, column)).toEqual(rows);
  });

  test("prints the SQL on stderr, and it gives the same rows in faktum query", () => {
    const question = ["percentages", "over", "99", "in", "Norwegian"];
    const { status, stdout, stderr } = faktum(folder, ["find", "--format", "csv", ...question]);
    expect(status).toBe(0);
    expect(stderr).toMatch(/^SELECT .+\nFROM percentages\n[^;]+\n$/u);
    expect(stdout.split("\n").length).toBeGreaterThan(2);
    expect(faktum(folder, ["query", "--format", "csv", "-"], stderr).stdout).toBe(stdout);
  });

  test("first 3: as many rows, in a table unless told otherwise", () => {
    expect(faktum(folder, ["find", "first 3 facts"]).stdout).toMatch(/\n3 rows\n$/u);
  });

  test("--sql prints the SQL on stdout and needs no database", () => {
    const { status, stdout, stderr } = faktum(folder, ["find", "--sql", "--db", "nosuch.db", "first 3 laws"]);
    expect([status, stderr]).toEqual([0, ""]);
    expect(stdout).toMatch(/^SELECT .+\nFROM decisions\nWHERE ref_type = 'law'\n.+\nLIMIT 3\n$/u);
  });

  test("what was not understood is told, and the rest answered", () => {
    const { status, stdout, stderr } = faktum(folder, ["find", "--sql", "average ranks in Norwegian"]);
    expect([status, stderr]).toEqual([0, 'faktum: not understood: "average"\n']);
    expect(stdout).toContain("\nFROM ranks\nWHERE language IN (");
  });

  test("words that no article has are told, since articles are not translated", () => {
    const { status, stderr } = faktum(folder, ["find", "counts of seedlings"]);
    expect(status).toBe(0);
    expect(stderr).toMatch(/\nfaktum: nothing found; articles are searched as they are written, .+: "seedlings"\n$/u);
  });

  test.each([
    ["nothing to look for", ["find", "average"], /^faktum: nothing to look for in "average"; .+\n$/u],
    ["no database", ["find", "--db", "nosuch.db", "ranks"], /\nfaktum: nosuch\.db: there is no such database; .+\n$/u],
    ["no question", ["find"], /^faktum: missing required argument 'question' \(faktum find --help\)\n$/u],
  ])("%s: one line, exit code 2", (_, args, message) => {
    const { status, stdout, stderr } = faktum(folder, args);
    expect([status, stdout]).toEqual([2, ""]);
    expect(stderr).toMatch(message);
  });

  test.each(["'; DROP TABLE facts; --", "“'; DELETE FROM facts; --”", "laws' OR '1'='1", "x') UNION SELECT sql --"])(
    "%j is looked for, and changes nothing",
    (question) => {
      const before = readFileSync(path.join(folder, "facts.db"));
      const { status, stdout } = faktum(folder, ["find", "--format", "jsonl", "--", question]);
      expect([status, stdout]).toEqual([0, ""]);
      expect(readFileSync(path.join(folder, "facts.db")).equals(before)).toBe(true);
    },
  );
});
