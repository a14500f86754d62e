import { SAMPLE_FACTS } from "../../store/sample-facts.js";
import { expectPlainMarkup } from "../expect-plain-markup.js";
import { richSample } from "../rich-sample.js";
import { type SampleApp, sampleApp } from "../sample-app.js";

describe("the overview", () => {
  let sample: SampleApp;
  let page: string;

  beforeAll(async () => {
    sample = richSample();
    page = await sample.page("/");
  });

  afterAll(() => {
    expect(sample.failures).toEqual([]);
    sample.remove();
  });

  test("counts facts, articles and languages, each number with its facts behind it", async () => {
    const all = 3 * SAMPLE_FACTS.length;
    expect(page).toContain(`<a href="/facts"><strong>${all}</strong> facts</a>`);
    expect(page).toContain("in <strong>3</strong> articles");
    const links = [...page.matchAll(/href="(\/facts\?[^"]+)"/gu)].map(
      ([, href]) => href?.replaceAll("&amp;", "&") ?? "",
    );
    expect(links.length).toBeGreaterThan(20);
    for (const href of new Set(links)) expect([href, (await sample.get(href)).status]).toEqual([href, 200]);
  });

  test("a number is that of the page it leads to", async () => {
    const [, href = "", number] = /href="(\/facts\?language=de&amp;kind=money)">([0-9]+)</u.exec(page) ?? [];
    expect(await sample.page(href.replaceAll("&amp;", "&"))).toContain(`<strong>${number}</strong> facts`);
  });

  test("shows months, concepts, units and publishers as charts with tables", () => {
    for (const title of [
      "Facts by month of publication",
      "Most frequent concepts",
      "Most frequent units",
      "Publishers with most facts",
    ]) {
      expect(page).toContain(`<figcaption>${title}</figcaption>`);
      expect(page).toContain(`<caption class="visually-hidden">${title}, in figures</caption>`);
    }
    expect(page).toContain(">2024-03</a>");
    expect(page).toContain(`${SAMPLE_FACTS.length} more stand in articles whose month is not known`);
  });

  test("tells the newest articles, the last run, what it changed and what is wrong", async () => {
    expect(page.indexOf("2024-05-01")).toBeGreaterThan(0);
    expect(page.indexOf("2024-05-01")).toBeLessThan(page.indexOf("2024-03-05"));
    expect(page).toContain('<th scope="row">2025-01-02 03:04, not finished</th>');
    expect(page).toContain("12 → <strong>13</strong>");
    expect(page).toContain("<code>read.damaged</code>");
    const links = [...page.matchAll(/href="(\/sql\?[^"]+)"/gu)].map(([, href]) => href ?? "");
    expect(links).toHaveLength(2);
    for (const href of links) expect(await sample.page(href)).toContain("1 row in");
  });

  test("escapes what articles say of themselves", () => {
    for (const raw of ["<script>alert", "<img", "<i>haushalt", "<b>broken"]) expect(page).not.toContain(raw);
    expect(page).toContain("&lt;script&gt;");
  });

  test("has no style and no script of its own", () => {
    expectPlainMarkup(page);
  });

  test("asks the database for no scan of the facts", async () => {
    const plans: string[] = [];
    const { store } = sample.context;
    const statement = store.statement.bind(store);
    const watched = Object.create(store, {
      statement: {
        value: (sql: string) => {
          plans.push(...planOf(sql));
          return statement(sql);
        },
      },
    });
    function planOf(sql: string): string[] {
      const open = (sql.match(/\?/gu) ?? []).map(() => 1);
      return sql.startsWith("PRAGMA")
        ? []
        : store
            .prepare(`EXPLAIN QUERY PLAN ${sql}`)
            .all(...open)
            .map((row) => (row as { readonly detail: string }).detail);
    }
    const { addOverviewPage } = await import("../../../pipeline/web/overview/overview-page.js");
    const { Hono } = await import("hono");
    const app = new Hono<import("../../../pipeline/web/web-context.js").WebEnv>();
    app.use(async (request, next) => {
      request.set("sections", []);
      await next();
    });
    addOverviewPage(app, { ...sample.context, store: watched });
    expect((await app.request("/")).status).toBe(200);
    expect(plans.length).toBeGreaterThan(3);
    expect(plans.filter((step) => /SCAN (?:facts|sentences|documents)(?:$| (?!USING COVERING))/u.test(step))).toEqual(
      [],
    );
  });
});

test("of an empty database it says how to fill it", async () => {
  const empty = sampleApp([]);
  expect(await empty.page("/")).toContain("The database holds no facts yet");
  empty.remove();
});
