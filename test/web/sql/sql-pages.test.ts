import { EXAMPLE_QUERIES } from "../../../pipeline/web/sql/example-queries.js";
import { sampleAnalysis } from "../../store/sample-analysis.js";
import { SAMPLE_FACTS } from "../../store/sample-facts.js";
import { SAMPLE_HOST, type SampleApp, sampleApp } from "../sample-app.js";

const HOSTILE_TITLE = `<script>alert(1)</script>"'`;
const ENDLESS = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n)";

let sample: SampleApp;
const at = (sql: string, path = "/sql") => `${path}?${new URLSearchParams({ sql })}`;

beforeAll(() => {
  const text = SAMPLE_FACTS.map(({ text }) => text).join("\n");
  const facts = SAMPLE_FACTS.map(({ fact }) => fact);
  sample = sampleApp([sampleAnalysis({ text, facts, title: HOSTILE_TITLE, path: "a <b> & c.txt" })]);
});

afterAll(() => {
  expect(sample.failures).toEqual([]);
  sample.remove();
});

describe("the page", () => {
  test("without a question shows examples and what there is", async () => {
    const page = await sample.page("/sql");
    expect(page).toContain('<label for="sql">');
    expect(page).toContain("At most 5 seconds and 1,000 rows");
    expect(page).toContain("<summary><code>evidence</code></summary>");
    for (const { title } of EXAMPLE_QUERIES) expect(page).toContain(title);
    expect(page).not.toContain("sqlite_schema");
  });

  test.each(EXAMPLE_QUERIES.map(({ title, sql }) => [title, sql] as const))(
    "answers its example: %s",
    async (_, sql) => {
      expect(await sample.page(at(sql))).toMatch(/role="status">[0-9]+ rows? in/u);
    },
  );

  test("keeps the question, links to its files, aligns numbers", async () => {
    const sql = "SELECT kind, value, NULL AS missing, x'0aff' AS bytes FROM facts WHERE kind = 'rank'\r\nLIMIT 3";
    const page = await sample.page(at(sql));
    expect(page).toContain("FROM facts WHERE kind = &#39;rank&#39;\nLIMIT 3</textarea>");
    expect(page).toContain('href="/sql.csv?sql=SELECT+kind%2C+value');
    expect(page).toContain('href="/sql.json?sql=SELECT+kind%2C+value');
    expect(page).toContain('<th scope="col">kind</th><th scope="col" class="number">value</th>');
    expect(page).toContain('<td class="number">8</td>');
    expect(page).toContain("x'0aff'");
    expect(page).toContain("1 row in");
  });

  test("leads from ids and paths to the article, from addresses outside", async () => {
    const [document] = sample.temporary.store.prepare("SELECT id FROM documents").raw().all() as [[number]];
    const page = await sample.page(
      at(
        "SELECT document_id, fact_id, path, 'https://example.org/?a=<b>' AS url, 'javascript:alert(1)' AS bad FROM ranks",
      ),
    );
    expect(page).toContain(`<a href="/articles/${document[0]}">a &lt;b&gt; &amp; c.txt</a>`);
    expect(page).toMatch(new RegExp(`<a href="/facts/${document[0]}/[0-9a-f]{32}`, "u"));
    expect(page).not.toContain('href="javascript:');
    expect(page).not.toContain("<b>");
  });

  test("escapes whatever the database holds", async () => {
    const page = await sample.page(at(`SELECT title, '<img src=x>' AS "<i>" FROM documents -- </textarea><script>`));
    expect(page).toContain("&lt;script&gt;alert(1)&lt;/script&gt;");
    expect(page).toContain("&lt;/textarea&gt;&lt;script&gt;");
    for (const raw of ["<script>alert", "<img", "<i>", "</textarea><script>"]) expect(page).not.toContain(raw);
  });

  test("says that there is more than it shows", async () => {
    expect(await sample.page(at(`${ENDLESS} SELECT i FROM n`))).toContain(
      "there are more, this page shows the first 1,000",
    );
  });

  test.each([
    ["SELECT colour FROM facts", "no such column: colour"],
    ["DELETE FROM facts", "would change or attach something"],
    ["SELECT 1; SELECT 2", "give exactly one SQL statement"],
    ["EXPLAIN PRAGMA query_only = 0", "a PRAGMA may set something"],
  ])("tells beside the statement what is wrong: %s", async (sql, words) => {
    const answer = await sample.get(at(sql));
    const page = await answer.text();
    expect(answer.status).toBe(400);
    expect(page).toContain(`${sql}</textarea>`);
    expect(page).toMatch(/aria-describedby="sql-limits sql-problem" aria-invalid="true"/u);
    expect(page).toContain('role="alert"');
    expect(page).toContain(words);
  });

  test("ends a question that takes too long, and answers the next", async () => {
    const answer = await sample.get(at(`${ENDLESS} SELECT max(i) FROM n`));
    expect(answer.status).toBe(400);
    expect(await answer.text()).toContain("not answered within 5 s; ask for less");
    expect(await sample.page(at("SELECT 6 * 7"))).toContain('<td class="number">42</td>');
  });

  test("ends a question whose reader has gone", async () => {
    const controller = new AbortController();
    const answer = sample.app.request(at(`${ENDLESS} SELECT max(i) FROM n`), {
      headers: { host: SAMPLE_HOST },
      signal: controller.signal,
    });
    setTimeout(() => controller.abort(), 200);
    const began = performance.now();
    await answer;
    expect(performance.now() - began).toBeLessThan(4000);
  });
});

describe("a file", () => {
  const sql = `SELECT '=HYPERLINK("x")' AS a, -5 AS b, '-5.20' AS b, '@x' AS c, 'a;b,"c"' AS d, 9007199254740993 AS e, x'00' AS f`;

  test("as CSV, in which no text is a formula", async () => {
    const answer = await sample.get(at(sql, "/sql.csv"));
    expect(answer.headers.get("content-type")).toBe("text/csv; charset=utf-8");
    expect(answer.headers.get("content-disposition")).toBe('attachment; filename="faktum-query.csv"');
    expect(await answer.text()).toBe(
      `a,b,b,c,d,e,f\n"'=HYPERLINK(""x"")",-5,-5.20,'@x,"a;b,""c""",9007199254740993,00\n`,
    );
  });

  test("as JSON, with every value under a name of its own", async () => {
    const answer = await sample.get(at(sql, "/sql.json"));
    expect(await answer.json()).toEqual([
      { a: '=HYPERLINK("x")', b: -5, b_2: "-5.20", c: "@x", d: 'a;b,"c"', e: "9007199254740993", f: "00" },
    ]);
  });

  test("with all rows, however many", async () => {
    const answer = await sample.get(at(`${ENDLESS} SELECT i, printf('%0200d', i) FROM n LIMIT 30000`, "/sql.json"));
    expect(await answer.json()).toHaveLength(30_000);
  });

  test("of nothing", async () => {
    expect(await (await sample.get(at("SELECT id FROM facts WHERE 0", "/sql.csv"))).text()).toBe("id\n");
    expect(await (await sample.get(at("SELECT id FROM facts WHERE 0", "/sql.json"))).json()).toEqual([]);
  });

  test("that would be too large is broken off, not cut", async () => {
    const answer = await sample.get(at(`${ENDLESS} SELECT printf('%0100000d', i) FROM n`, "/sql.csv"));
    await expect(answer.text()).rejects.toMatchObject({ code: "query.too-large" });
    expect(await sample.page(at("SELECT 1"))).toContain("1 row in");
  });

  test.each(["/sql.csv", "/sql.json"])("%s of a wrong question is a message", async (path) => {
    const answer = await sample.get(at("SELECT colour FROM facts", path));
    expect([answer.status, answer.headers.get("content-type")]).toEqual([400, "text/plain; charset=UTF-8"]);
    expect(await answer.text()).toContain("no such column: colour");
  });
});
