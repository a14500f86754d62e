import { expectPlainMarkup } from "../expect-plain-markup.js";
import { HOSTILE_PUBLISHER, richSample } from "../rich-sample.js";
import { type SampleApp, sampleApp } from "../sample-app.js";

let sample: SampleApp;

beforeAll(() => {
  sample = richSample();
});

afterAll(() => {
  expect(sample.failures).toEqual([]);
  sample.remove();
});

describe("the plot", () => {
  test("without a choice offers what has data", async () => {
    const page = await sample.page("/plot");
    const links = [...page.matchAll(/<li><a href="(\/plot\?[^"]+)"/gu)].map(
      ([, href]) => href?.replaceAll("&amp;", "&") ?? "",
    );
    expect(links[0]).toBe("/plot?kind=percentage&concept=household&unit=%25");
    for (const href of links) expect(await sample.page(href)).toContain("The same as a table");
  });

  test("sets values against the time they hold for", async () => {
    const page = await sample.page("/plot?kind=percentage&concept=household");
    expect(page).toContain("<figcaption>Percentages of household in % by time</figcaption>");
    expect(page).toContain("3 facts");
    expect(page).toContain("approx 80.47 %");
    expect(page).toMatch(/<td>2022<\/td><td class="number"><a href="\/facts\/[0-9]+\/[0-9a-f]{32}">/u);
    expect(page).toMatch(/<a aria-hidden="true" tabindex="-1" href="\/facts\/[0-9]+\/[0-9a-f]{32}"/u);
    expect(page).toContain("median of the facts of one time");
  });

  test("or against the day of publication, which two of three have", async () => {
    const page = await sample.page("/plot?kind=percentage&concept=household&by=published");
    expect(page).toContain("2 facts");
    expect(page).toContain("<td>2024-03-05</td>");
  });

  test.each(["publisher", "language", "subject"])("or by %s", async (by) => {
    expect(await sample.page(`/plot?kind=money&unit=EUR&by=${by}`)).toMatch(/figcaption>|No fact fits this/u);
  });

  test("gives the same rows as files, and its SQL", async () => {
    const page = await sample.page("/plot?kind=percentage&concept=household");
    const [, csv = ""] = /href="(\/sql\.csv\?[^"]+)"/u.exec(page) ?? [];
    const lines = (await (await sample.get(csv)).text()).trim().split("\n");
    expect(lines).toHaveLength(4);
    expect(lines[0]).toBe(
      "value,value_text,unit,modifier,item,subject,holds_for,published_at,language,publisher,path,document_id,fact_id",
    );
    const [, sql = ""] = /href="(\/sql\?[^"]+)">its SQL/u.exec(page) ?? [];
    expect(await sample.page(sql)).toContain("3 rows in");
  });

  test.each([
    `publisher=${encodeURIComponent(HOSTILE_PUBLISHER)}`,
    "item=%27%20OR%201%3D1%20--",
    "concept=%3Cscript%3Ealert(1)%3C%2Fscript%3E",
    "unit=%27%3BDROP%20TABLE%20facts%3B--",
    "language=%00%27",
  ])("takes %s for a value and nothing else", async (parameter) => {
    const page = await sample.page(`/plot?kind=percentage&unit=%25&${parameter}`);
    expect(page).not.toContain('role="alert"');
    expectPlainMarkup(page);
  });

  test.each(["kind=colour", "kind=constructor", "kind=percentage&by=moon"])("%s is told", async (parameters) => {
    const answer = await sample.get(`/plot?${parameters}`);
    expect(answer.status).toBe(400);
    expect(await answer.text()).toContain("choose one of");
  });

  test("has no style and no script of its own", async () => {
    expectPlainMarkup(await sample.page("/plot?kind=percentage&concept=household"));
  });
});

test("of an empty database it says how to fill it", async () => {
  const empty = sampleApp([]);
  expect(await empty.page("/plot")).toContain("There are no facts with a value yet");
  empty.remove();
});
