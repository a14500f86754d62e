import { runQuery } from "../../pipeline/store/run-query.js";
import { textDirection } from "../../pipeline/web/text-direction.js";
import { webLink } from "../../pipeline/web/web-link.js";
import { SAMPLE_HOST, type SampleApp, sampleApp } from "./sample-app.js";
import { SAMPLE_ARTICLES } from "./sample-articles.js";

let sample: SampleApp;

beforeAll(() => {
  sample = sampleApp(SAMPLE_ARTICLES);
});

afterAll(() => {
  expect(sample.failures).toEqual([]);
  sample.remove();
});

/** Address of the fact with these words in a sample article. */
function factOf(path: string, surface: string): string {
  const sql = `SELECT document_id, fact_id FROM evidence WHERE path = '${path}' AND surface = '${surface}'`;
  const [row] = [...runQuery(sample.temporary.store, sql).rows];
  return `/facts/${row?.join("/")}`;
}

const articleOf = (path: string): string => {
  const [row] = [...runQuery(sample.temporary.store, `SELECT id FROM documents WHERE path = '${path}'`).rows];
  return `/articles/${row?.[0]}`;
};

const mark = (fact: string, form: Readonly<Record<string, string>>, headers: Readonly<Record<string, string>> = {}) =>
  sample.app.request(`${fact}/mark`, {
    method: "POST",
    headers: { host: SAMPLE_HOST, origin: `http://${SAMPLE_HOST}`, ...headers },
    body: new URLSearchParams(form),
  });

describe("an article", () => {
  test("has every fact marked, each with the id and address of its own", async () => {
    const page = await sample.page(articleOf("articles/de.txt"));
    const marked = [...page.matchAll(/<a class="fact ([a-z]+)" id="f-([0-9a-f]{32})" href="([^"]+)"><mark>([^<]*)</gu)];
    expect(marked.map(([, kind, , , words]) => [kind, words])).toEqual([
      ["percentage", "80,47 %"],
      ["reference", "1982/QD-UBND"],
    ]);
    for (const [, , id, href] of marked) expect(href).toMatch(new RegExp(`^/facts/[0-9]+/${id}$`, "u"));
    expect(page).toContain('<article lang="de" dir="ltr">');
    expect(page).not.toContain("<script>alert");
  });

  test("an Arabic one runs from right to left", async () => {
    expect(await sample.page(articleOf("articles/ar.txt"))).toContain('<article lang="ar" dir="rtl">');
  });

  test("an address that is no web page is shown and not linked", async () => {
    const page = await sample.page(articleOf("articles/de.txt"));
    expect(page).toContain("javascript:alert(1)");
    expect(page).not.toContain('href="javascript:');
  });

  test.each([
    "/articles/1",
    "/articles/x",
    "/articles/-1",
    "/articles/1e3",
    "/articles/999999999999999999999",
    "/articles/%00",
  ])("%s is not there", async (path) => {
    expect((await sample.get(path)).status).toBe(404);
  });
});

describe("the page of a fact", () => {
  test("tells sentence, values, rule, slots and place", async () => {
    const page = await sample.page(factOf("articles/de.txt", "80,47 %"));
    for (const part of [
      "<mark>80,47 %</mark>",
      "percentage.plain",
      "{number} {percent}",
      "80.47",
      "haushalt",
      "articles/de.txt, sentence 0, offsets 26 to 33",
    ]) {
      expect(page).toContain(part);
    }
  });

  test.each([
    ["articles/de.txt", "80,47 %", "articles/nb.txt"],
    ["articles/de.txt", "1982/QD-UBND", "articles/nb.txt"],
  ])("%s: %s is stated by %s too", async (path, surface, other) => {
    const page = await sample.page(factOf(path, surface));
    expect(page.slice(page.indexOf('id="same"'))).toContain(`href="${factOf(other, surface)}"`);
  });

  test("a value of something else is not the same", async () => {
    expect(await sample.page(factOf("articles/ar.txt", "72,5 في المئة"))).toContain("No other article");
  });

  test.each(["0/0", `1/${"0".repeat(32)}`, "1/constructor", "x/y", `1/${"A".repeat(32)}`])(
    "%s is not there",
    async (path) => {
      expect((await sample.get(`/facts/${path}`)).status).toBe(404);
    },
  );
});

describe("marks", () => {
  const marks = () => [
    ...runQuery(sample.temporary.store, "SELECT verdict, corrected ->> '$.value', note, reviewer FROM marks").rows,
  ];

  test("a form is kept and the browser sent back, the mark is shown everywhere", async () => {
    const fact = factOf("articles/nb.txt", "1.250");
    const answer = await mark(fact, { verdict: "wrong", note: "<b>a year</b>", reviewer: "Åse" });
    expect([answer.status, answer.headers.get("location")]).toEqual([303, `${fact}#mark`]);
    expect(marks()).toEqual([["wrong", null, "<b>a year</b>", "Åse"]]);
    const page = await sample.page(fact);
    expect(page).toContain('<span class="verdict wrong">wrong</span>');
    expect(page).toContain("&lt;b&gt;a year&lt;/b&gt;");
    expect(await sample.page("/facts")).toContain('<span class="verdict wrong">');
    expect(await sample.page(articleOf("articles/nb.txt"))).toContain('class="fact count wrong"');
  });

  test("the reviewer's name is known the next time", async () => {
    const fact = factOf("articles/nb.txt", "1.250");
    const answer = await mark(fact, { verdict: "right", reviewer: "Åse" });
    const [cookie = ""] = (answer.headers.get("set-cookie") ?? "").split(";");
    const page = await (await sample.get(fact, { cookie })).text();
    expect(page).toContain('name="reviewer" value="Åse"');
  });

  test("a correction holds what was changed", async () => {
    const fact = factOf("articles/nb.txt", "1.250");
    const answer = await mark(fact, { verdict: "corrected", "field-value": "1251", reviewer: "Åse" });
    expect(answer.status).toBe(303);
    expect(marks()).toEqual([["corrected", 1251, null, "Åse"]]);
    expect(await sample.page(fact)).toContain('name="field-value" value="1251"');
  });

  test("a mark is taken away", async () => {
    const fact = factOf("articles/nb.txt", "1.250");
    expect((await mark(fact, { verdict: "none" })).status).toBe(303);
    expect(marks()).toEqual([]);
  });

  test.each([
    [{ verdict: "perhaps" }, 400, "verdict: give one of right, wrong, corrected, none"],
    [{}, 400, "verdict: give one of"],
    [{ verdict: "corrected" }, 400, "nothing is changed by it"],
    [{ verdict: "corrected", "field-value": "many" }, 400, "value: write a number"],
    [{ verdict: "right", note: "x".repeat(2000) }, 400, "note: give at most 1000 letters"],
    [{ verdict: "right", note: "a\u0007" }, 400, "note: give at most"],
  ])("%j is refused", async (form, status, expected) => {
    const answer = await mark(factOf("articles/nb.txt", "1.250"), form as Readonly<Record<string, string>>);
    expect(answer.status).toBe(status);
    expect(await answer.text()).toContain(expected);
    expect(marks()).toEqual([]);
  });

  test("a form of another site, or an address alone, marks nothing", async () => {
    const fact = factOf("articles/nb.txt", "1.250");
    expect((await mark(fact, { verdict: "right" }, { origin: "http://evil.example" })).status).toBe(403);
    expect((await sample.get(`${fact}/mark?verdict=right`)).status).toBe(404);
    expect(marks()).toEqual([]);
  });
});

test.each([
  ["ar", "rtl"],
  ["fa", "rtl"],
  ["nb", "ltr"],
  ["und", "auto"],
  [null, "auto"],
  ["no such tag", "auto"],
])("%s is written %s", (language, expected) => {
  expect(textDirection(language)).toBe(expected);
});

test.each([
  ["https://example.org/a", true],
  ["http://example.org/a", true],
  ["javascript:alert(1)", false],
  ["data:text/html,x", false],
  ["file:///etc/passwd", false],
  ["//example.org", false],
  ["", false],
  [null, false],
])("%s is linked: %s", (address, expected) => {
  expect(webLink(address)).toBe(expected ? address : undefined);
});
