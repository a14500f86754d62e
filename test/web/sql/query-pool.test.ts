import { setMaxListeners } from "node:events";
import { rmSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import type { QueryFailure } from "../../../pipeline/web/sql/query-message.js";
import { type QueryLimits, QueryPool, type WholeAnswer } from "../../../pipeline/web/sql/query-pool.js";
import { dumpStore } from "../../store/dump-store.js";
import { sampleAnalysis } from "../../store/sample-analysis.js";
import { SAMPLE_FACTS } from "../../store/sample-facts.js";
import { type TemporaryStore, temporaryStore } from "../../store/temporary-store.js";
import { writeAnalyses } from "../../store/write-analyses.js";

const LIMITS: QueryLimits = { rows: 100, bytes: 1_000_000, cell: 1000, pieceMs: 20_000, wholeMs: 25_000 };
const HURRIED: QueryLimits = { ...LIMITS, pieceMs: 1500 };
const ENDLESS = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n)";
const MEGABYTES = 200;

let temporary: TemporaryStore;
let pool: QueryPool;

beforeAll(() => {
  temporary = temporaryStore();
  const text = SAMPLE_FACTS.map((sample) => sample.text).join("\n");
  writeAnalyses(temporary.store, temporary.run, [
    sampleAnalysis({ text, facts: SAMPLE_FACTS.map(({ fact }) => fact) }),
  ]);
  pool = new QueryPool({ database: temporary.file, processes: 1, megabytes: MEGABYTES });
});

afterAll(() => {
  pool.close();
  temporary.remove();
});

async function answerOf(sql: string, limits: QueryLimits = LIMITS): Promise<WholeAnswer> {
  const answer = await pool.ask(sql, limits);
  if (answer.sort === "failure") throw new Error(answer.message);
  return answer;
}

async function failureOf(sql: string, limits: QueryLimits = LIMITS, signal?: AbortSignal): Promise<QueryFailure> {
  const answer = await pool.ask(sql, limits, signal);
  if (answer.sort === "answer") throw new Error(`answered: ${sql}`);
  return answer;
}

/** Whatever happened before: the next question is answered, by a connection that only reads. */
async function expectStillAnswering(): Promise<void> {
  expect((await answerOf("SELECT (SELECT count(*) FROM facts), query_only FROM pragma_query_only")).rows).toEqual([
    [SAMPLE_FACTS.length, 1],
  ]);
}

describe("answers", () => {
  test("with columns and rows in their order, every digit, bytes", async () => {
    const sql = "SELECT 1 AS a, 9223372036854775807 AS a, 0.1, x'00ff', NULL, 'ف'";
    expect(await answerOf(sql)).toMatchObject({
      columns: ["a", "a", "0.1", "x'00ff'", "NULL", "'ف'"],
      rows: [[1, 9223372036854775807n, 0.1, new Uint8Array([0, 255]), null, "ف"]],
    });
  });

  test("from every view, the full-text index too, though the schema is not trusted", async () => {
    const { rows } = await answerOf("SELECT name FROM sqlite_schema WHERE type = 'view' ORDER BY name");
    expect(rows.length).toBeGreaterThan(10);
    for (const [view] of rows) await answerOf(`SELECT * FROM ${view}`);
    const search = "SELECT count(*) > 0 FROM sentence_search WHERE sentence_search MATCH search_key('prozent*')";
    expect((await answerOf(search)).rows).toEqual([[1]]);
    expect((await answerOf("SELECT trusted_schema FROM pragma_trusted_schema")).rows).toEqual([[0]]);
  });

  test("with the words' stems, by the lexicons", async () => {
    expect((await answerOf("SELECT stem('Häusern', 'de') = stem('Haus', 'de'), normalise('ÄRZTE')")).rows).toEqual([
      [1, "ärzte"],
    ]);
  });

  test("of an empty table with its columns", async () => {
    expect(await answerOf("SELECT id, kind FROM facts WHERE 0")).toMatchObject({ columns: ["id", "kind"], rows: [] });
  });

  test.each([
    ["no more rows than are wanted", `${ENDLESS} SELECT i FROM n`, { rows: 7 }, 7, "rows"],
    ["no more bytes than are wanted", `${ENDLESS} SELECT printf('%0900d', i) FROM n`, { bytes: 10_000 }, 11, "bytes"],
    ["all when they fit", "SELECT id FROM facts", {}, SAMPLE_FACTS.length, undefined],
  ] as const)("%s", async (_, sql, limits, count, cut) => {
    const answer = await answerOf(sql, { ...LIMITS, ...limits });
    expect(answer.rows).toHaveLength(count);
    expect(answer.cut).toBe(cut);
  });

  test("long values cut, between characters", async () => {
    const { rows } = await answerOf("SELECT printf('%.*c', 2000, 'x'), 'ab😀cd', zeroblob(2000)", {
      ...LIMITS,
      cell: 3,
    });
    expect(rows).toEqual([["xxx…", "ab…", new Uint8Array(3)]]);
  });

  test("several questions one after the other when there are more than processes", async () => {
    const answers = await Promise.all([1, 2, 3, 4].map((number) => answerOf(`SELECT ${number}`)));
    expect(answers.map(({ rows }) => rows)).toEqual([[[1]], [[2]], [[3]], [[4]]]);
  });
});

describe("refuses", () => {
  test.each([
    ["DELETE FROM facts", "store.not-a-question", "would change or attach something"],
    ["/**/ATTACH '/tmp/other.db' AS other", "store.not-a-question", "would change or attach something"],
    ["VACUUM INTO '/tmp/copy.db'", "store.not-a-question", "would change or attach something"],
    ["SELECT 1; ATTACH '/tmp/other.db' AS other", "store.not-a-question", "exactly one SQL statement"],
    ["EXPLAIN PRAGMA query_only = 0", "store.not-a-question", "a PRAGMA may set something"],
    ["PRAGMA temp_store_directory = '/'", "store.not-a-question", "a PRAGMA may set something"],
    ["SELECT load_extension('x')", "store.bad-sql", "not authorized"],
    ["SELECT fts3_tokenizer('x', x'0000000000000000')", "store.bad-sql", "mend the SQL"],
    ["SELECT writefile('/tmp/x', 'y')", "store.bad-sql", "no such function: writefile"],
    ["SELECT * FROM pragma_query_only(0)", "store.bad-sql", "mend the SQL"],
    ["SELECT * FROM pragma_optimize(-1)", "store.read-only", "cannot be written"],
    ["SELECT colour FROM facts", "store.bad-sql", "no such column: colour"],
    ["SELECT zeroblob(3000000000)", "store.bad-sql", "too big"],
  ])("%s", async (sql, code, words) => {
    const before = dumpStore(temporary.store);
    expect(await failureOf(sql)).toEqual({
      sort: "failure",
      code,
      message: expect.stringMatching(new RegExp(`^[^\\n]*facts\\.db: [^\\n]*${words}`, "u")),
    });
    expect(dumpStore(temporary.store)).toBe(before);
    await expectStillAnswering();
  });
});

describe("ends", () => {
  test.each([
    ["a count without end", `${ENDLESS} SELECT max(i) FROM n`],
    ["a search for what is not there", `${ENDLESS} SELECT i FROM n WHERE i < 0`],
    [
      "a join of everything with everything",
      `${ENDLESS}, m AS (SELECT i FROM n LIMIT 100000) SELECT count(*) FROM m a, m b, m c`,
    ],
  ])("%s, and answers again", async (_, sql) => {
    const began = performance.now();
    expect(await failureOf(sql, HURRIED)).toMatchObject({
      code: "query.too-slow",
      message: expect.stringContaining("not answered within 1.5 s; ask for less"),
    });
    expect(performance.now() - began).toBeLessThan(8000);
    await expectStillAnswering();
  });

  test.each([
    ["bytes at random", "SELECT randomblob(999000000)"],
    ["a long text", "SELECT printf('%.999000000d', 1)"],
    ["many values kept to be sorted", `${ENDLESS} SELECT zeroblob(100000) AS b FROM n ORDER BY i DESC, b`],
    [
      "many values kept apart",
      `WITH RECURSIVE n(i, b) AS (SELECT 1, zeroblob(9000) UNION SELECT i + 1, b FROM n) SELECT count(*) FROM n`,
    ],
    ["a list of everything", `${ENDLESS} SELECT json_group_array(printf('%.1000c', 'x')) FROM n`],
    ["a view of views of views", `WITH ${bomb(24)} SELECT count(*) FROM v24`],
    ["a text for the program", "SELECT search_key(printf('%.*c', 400000000, 'ا'))"],
  ])("what takes too much memory: %s", async (_, sql) => {
    const { code, message } = await failureOf(sql);
    expect(["query.too-much-memory", "query.failed", "store.bad-sql"]).toContain(code);
    if (code === "query.too-much-memory")
      expect(message).toContain(`needs more than ${MEGABYTES} MB of memory; ask for`);
    await expectStillAnswering();
  });

  test("a question that nobody waits for", async () => {
    const controller = new AbortController();
    const failure = failureOf(`${ENDLESS} SELECT max(i) FROM n`, LIMITS, controller.signal);
    await sleep(300);
    controller.abort();
    expect(await failure).toMatchObject({ code: "query.aborted" });
    await expectStillAnswering();
  });

  test("the wait for a process when nobody waits, and turns away when too many wait", async () => {
    const controller = new AbortController();
    setMaxListeners(100, controller.signal);
    const first = failureOf(`${ENDLESS} SELECT max(i) FROM n`, LIMITS, controller.signal);
    const others = Array.from({ length: 33 }, () => failureOf("SELECT 1", LIMITS, controller.signal));
    expect(await others.at(-1)).toMatchObject({ code: "query.busy", message: expect.stringContaining("ask again") });
    controller.abort();
    expect(await first).toMatchObject({ code: "query.aborted" });
    expect(await Promise.all(others.slice(0, -1))).toEqual(
      Array.from({ length: 32 }, () => expect.objectContaining({ code: "query.aborted" })),
    );
    await expectStillAnswering();
  });
});

describe("an answer that is read as it comes", () => {
  const all: QueryLimits = {
    ...LIMITS,
    rows: Number.POSITIVE_INFINITY,
    cell: Number.POSITIVE_INFINITY,
    bytes: 50_000_000,
  };
  const numbers = (count: number) => `${ENDLESS} SELECT i, printf('%0100d', i) AS text FROM n LIMIT ${count}`;

  async function opened(sql: string, limits: QueryLimits = all, signal?: AbortSignal) {
    const answer = await pool.open(sql, limits, signal);
    if (answer.sort === "failure") throw new Error(answer.message);
    return answer;
  }

  test("has every row, in pieces", async () => {
    const { columns, pieces } = await opened(numbers(20_000));
    expect(columns).toEqual(["i", "text"]);
    const sizes: number[] = [];
    for await (const rows of pieces) sizes.push(rows.length);
    expect(sizes.length).toBeGreaterThan(5);
    expect(sizes.reduce((sum, size) => sum + size)).toBe(20_000);
    await expectStillAnswering();
  });

  test("is let go in its middle", async () => {
    const { pieces } = await opened(numbers(1_000_000));
    await pieces.next();
    await pieces.return(undefined);
    await expectStillAnswering();
  });

  test.each([
    ["query.too-large", numbers(1_000_000), { bytes: 2_000_000 }],
    ["query.too-slow", `${ENDLESS} SELECT i, printf('%0100d', i) FROM n WHERE i < 5000`, { pieceMs: 1500 }],
  ])("says that it is not whole: %s", async (code, sql, limits) => {
    const { pieces } = await opened(sql, { ...all, ...limits });
    const read = async () => {
      for await (const rows of pieces) expect(rows.length).toBeGreaterThan(0);
    };
    await expect(read()).rejects.toMatchObject({ code });
    await expectStillAnswering();
  });

  test("holds up nobody when it is never read", async () => {
    await opened(numbers(1_000_000), { ...all, wholeMs: 1000 });
    await expectStillAnswering();
    const controller = new AbortController();
    await opened(numbers(1_000_000), all, controller.signal);
    controller.abort();
    await expectStillAnswering();
  });
});

test("a database that is gone is told, a closed pool too", async () => {
  const other = temporaryStore();
  const asking = new QueryPool({ database: other.file, processes: 1 });
  expect(await asking.ask("SELECT 1", LIMITS)).toMatchObject({ rows: [[1]] });
  other.remove();
  rmSync(other.folder, { recursive: true, force: true });
  expect(await asking.ask("SELECT 1", LIMITS)).toMatchObject({ code: "store.missing" });
  asking.close();
  expect(await asking.ask("SELECT 1", LIMITS)).toMatchObject({ code: "query.closed" });
});

/** Each view reads the one before twice: 2^depth tables to compile. */
function bomb(depth: number): string {
  const views = Array.from({ length: depth }, (_, at) => `v${at + 1} AS (SELECT a.i FROM v${at} a, v${at} b)`);
  return ["v0 AS (SELECT 1 AS i)", ...views].join(", ");
}
