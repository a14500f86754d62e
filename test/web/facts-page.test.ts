import { parse } from "csv-parse/sync";
import { evidenceColumns } from "../../pipeline/store/read-facts.js";
import { runQuery } from "../../pipeline/store/run-query.js";
import { type SampleApp, sampleApp } from "./sample-app.js";
import { FORMULA_TITLE, manyArticles, SAMPLE_ARTICLES, SCRIPT_TITLE } from "./sample-articles.js";

let sample: SampleApp;
let many: SampleApp;

beforeAll(() => {
  sample = sampleApp(SAMPLE_ARTICLES);
  many = sampleApp(manyArticles(110));
});

afterAll(() => {
  expect([...sample.failures, ...many.failures]).toEqual([]);
  sample.remove();
  many.remove();
});

const FACT_LINK = /<th scope="row"[^>]*><a href="\/facts\/([0-9]+)\/([0-9a-f]{32})"/gu;
const idsIn = (page: string): readonly string[] => [...page.matchAll(FACT_LINK)].map(([, , id = ""]) => id);
const totalIn = (page: string): number =>
  Number(/<strong>([0-9,]+)<\/strong>/u.exec(page)?.[1]?.replaceAll(",", "") ?? Number.NaN);
const linkIn = (page: string, rel: string): string | undefined =>
  new RegExp(`rel="${rel}" href="([^"]+)"`, "u").exec(page)?.[1]?.replaceAll("&amp;", "&");
const query = (parameters: Readonly<Record<string, string>>): string => new URLSearchParams(parameters).toString();

describe("the table of facts", () => {
  test("has a frame, a row for each fact and its parts", async () => {
    const page = await sample.page("/facts");
    expect(page).toMatch(/^<!doctype html>\n<html lang="en">/u);
    for (const part of ['<a class="skip" href="#main">', "<header", "<nav", '<main id="main"', "<h1>Facts</h1>"]) {
      expect(page).toContain(part);
    }
    expect(totalIn(page)).toBe(6);
    expect(idsIn(page)).toHaveLength(6);
    expect(page).toContain('<span class="modifier">about</span> <span class="value">80.47</span>');
    expect(page).toContain("nutzten rund <mark>80,47 %</mark> der Haushalte");
    expect(page).toContain('aria-current="page">Facts</a>');
    expect(page).not.toMatch(/ style=| on[a-z]+=|<script>/u);
  });

  test("titles are shown and do nothing", async () => {
    const page = await sample.page("/facts");
    expect(page).not.toContain(SCRIPT_TITLE);
    expect(page).toContain("&lt;script&gt;alert(1)&lt;/script&gt;");
    expect(page).toContain("Blatt &amp; Söhne");
  });

  test.each([
    [{ kind: "percentage" }, 3],
    [{ kind: "reference", language: "nb" }, 1],
    [{ language: "ar" }, 1],
    [{ concept: "household" }, 4],
    [{ unit: "%" }, 3],
    [{ publisher: "+Avisa" }, 3],
    [{ year: "2024" }, 2],
    [{ year: "1999" }, 0],
    [{ min: "80" }, 3],
    [{ min: "72.5", max: "80.47" }, 3],
    [{ max: "-1" }, 0],
    [{ q: "Haushalte internet" }, 1],
    [{ q: "Haushalte nosuchword" }, 0],
    [{ q: "*** --" }, 0],
  ])("filter %j lets %i through", async (parameters, expected) => {
    const page = await sample.page(`/facts?${query(parameters as Readonly<Record<string, string>>)}`);
    expect([totalIn(page), idsIn(page).length]).toEqual([expected, expected]);
    if (expected === 0) expect(page).toContain("No fact matches all of this.");
    expect(page).toContain('<a href="/facts">Take all back</a>');
  });

  test("several values of a facet are one or the other", async () => {
    expect(totalIn(await sample.page("/facts?kind=count&kind=reference"))).toBe(3);
  });

  test.each([
    ["الأسر", ["الأسر"]],
    ["أسر", ["الأسر"]],
    ["اسر", ["الأسر"]],
    ["إنترنت", ["بالإنترنت"]],
    ["الإنترنت", ["بالإنترنت"]],
  ])("Arabic: %s finds and shows %j", async (q, expected) => {
    const page = await sample.page(`/facts?${query({ q })}`);
    expect(totalIn(page)).toBe(1);
    expect([...page.matchAll(/<b class="hit">([^<]*)</gu)].map(([, word]) => word)).toEqual(expected);
    expect(page).toContain('class="sentence" dir="auto" lang="ar"');
  });

  test.each(["Østlandet", "ostlandet", "ØSTLANDET", "østl*", "husstander bredband"])(
    "Norwegian: %s finds its sentence",
    async (q) => {
      const page = await sample.page(`/facts?${query({ q })}`);
      expect(totalIn(page)).toBe(1);
      expect(page).toContain('<b class="hit">');
    },
  );

  test("facets count what their other values would give", async () => {
    const page = await sample.page("/facts?kind=percentage&language=de");
    const counts = [...page.matchAll(/<bdi>([a-z%]+)<\/bdi>.{0,80}<\/a> <span class="count">([0-9]+)</gu)];
    expect(counts.map(([, name, count]) => `${name} ${count}`)).toEqual([
      "percentage 1",
      "reference 1",
      "ar 1",
      "de 1",
      "nb 1",
      "household 1",
      "% 1",
    ]);
  });

  test("an empty database says how to fill it", async () => {
    const empty = sampleApp([]);
    expect(await empty.page("/facts")).toContain("faktum run");
    empty.remove();
  });
});

describe.each(["newest", "value-up", "value-down"])("a walk over all pages, sorted by %s", (sort) => {
  test("meets every fact once, forwards and backwards, in the order that SQL gives", async () => {
    const pages: (readonly string[])[] = [];
    let last = "";
    for (let next: string | undefined = `/facts?sort=${sort}`; next !== undefined; ) {
      last = await many.page(next);
      pages.push(idsIn(last));
      next = linkIn(last, "next");
    }
    const walked = pages.flat();
    expect(pages.map((ids) => ids.length)).toEqual([50, 50, 50, 50, 20]);
    const value = { newest: "NULL", "value-up": "value", "value-down": "-value" }[sort];
    const sql = `SELECT f.id FROM facts f JOIN documents d ON d.id = f.document_id
      ORDER BY ${value}, d.published_at DESC, f.document_id, f.span_start`;
    expect(walked).toEqual([...runQuery(many.temporary.store, sql).rows].map(([id]) => id));

    const back: string[] = [...(pages.at(-1) ?? [])];
    for (let previous = linkIn(last, "prev"); previous !== undefined; ) {
      const page = await many.page(previous);
      back.unshift(...idsIn(page));
      previous = linkIn(page, "prev");
    }
    expect(back).toEqual(walked);
  });
});

describe("CSV and JSON", () => {
  const evidence = (app: SampleApp, where: string) =>
    [...runQuery(app.temporary.store, `SELECT * FROM evidence WHERE ${where} ORDER BY fact_id`).rows].map((row) => [
      ...row,
    ]);

  test("JSON holds what the view evidence holds, every row of the filter", async () => {
    const objects = JSON.parse(await many.page("/facts.json?kind=count&min=2")) as readonly Record<string, unknown>[];
    const names = evidenceColumns(many.temporary.store);
    const rows = objects.map((object) => names.map((name) => object[name]));
    expect(rows.sort(([one], [other]) => (String(one) < String(other) ? -1 : 1))).toEqual(
      evidence(many, "kind = 'count' AND value >= 2"),
    );
    expect(JSON.parse(await many.page("/facts.json?year=1999"))).toEqual([]);
  });

  test("CSV holds the same, and no spreadsheet takes a cell for a formula", async () => {
    const rows = parse(await sample.page("/facts.csv")) as readonly (readonly string[])[];
    expect(rows[0]).toEqual(evidenceColumns(sample.temporary.store));
    const cells = evidence(sample, "1").map((row) => row.map((cell) => (cell === null ? "" : String(cell))));
    const expected = cells.map((row) =>
      row.map((cell) => (cell === FORMULA_TITLE || cell === "+Avisa" ? `'${cell}` : cell)),
    );
    expect(
      rows
        .slice(1)
        .map((row) => [...row])
        .sort(([one = ""], [other = ""]) => (one < other ? -1 : 1)),
    ).toEqual(expected);
    expect(rows.flat().filter((cell) => /^[=+@\t]/u.test(cell))).toEqual([]);
  });

  test("are downloads that a browser does not show as a page", async () => {
    const { headers } = await sample.get("/facts.csv?kind=count");
    expect(headers.get("content-type")).toBe("text/csv; charset=utf-8");
    expect(headers.get("content-disposition")).toBe('attachment; filename="facts.csv"');
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(await sample.page("/facts.csv?year=1999")).toMatch(/^fact_id,kind,[^\n]+\n$/u);
  });
});

describe("parameters that cannot be read are told by their name", () => {
  const long = "x".repeat(600);
  test.each([
    ["colour=red", "colour: no such filter; there are q, kind"],
    ["kind=colour", "kind: give one of percentage, count"],
    ["year=24", "year: give a year of four digits"],
    ["min=a", "min: give a number"],
    ["min=1e400", "min: give a number"],
    ["max=1&max=2", "max: give it once"],
    ["sort=random", "sort: give one of newest, value-up, value-down"],
    ["after=1", "after: this is no place in the list"],
    ["before=__x_1", "before: this is no place in the list"],
    ["after=2024_1_99999999999999999999_1", "after: this is no place in the list"],
    [`q=${long}`, "q: give at most 300 letters"],
    ["q=a%00b", "q: give words without control characters"],
    [`publisher=${long}`, "publisher: give values of at most 500 letters"],
    [Array.from({ length: 60 }, (_, at) => `unit=${at}`).join("&"), "unit: give at most 50"],
    ["%3Cscript%3E=1", "&lt;script&gt;: no such filter"],
  ])("%s", async (parameters, expected) => {
    for (const path of ["/facts", "/facts.csv", "/facts.json"]) {
      const answer = await sample.get(`${path}?${parameters}`);
      expect(answer.status).toBe(400);
      expect(await answer.text()).toContain(expected);
    }
  });

  test.each([
    "q=%F0%9F%98%80",
    "q=%22%20OR%20%22",
    "q=a%27%3BDROP%20TABLE%20facts",
    "q=NEAR(a%20b)",
    "q=%E2%80%AEabc",
    "language=constructor",
    "publisher=__proto__",
    "q=%ED%A0%80",
    "concept=%27",
  ])("strange ones that can be read find nothing: %s", async (parameters) => {
    expect(totalIn(await sample.page(`/facts?${parameters}`))).toBe(0);
  });

  test("a place in the list whose fact is gone is still a place", async () => {
    expect((await sample.get("/facts?after=2024-06-01__1_0")).status).toBe(200);
    expect((await sample.get("/facts?before=__1_0")).status).toBe(200);
  });
});
