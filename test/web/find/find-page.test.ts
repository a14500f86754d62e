import { richSample } from "../rich-sample.js";
import type { SampleApp } from "../sample-app.js";

let sample: SampleApp;
const ask = (question: string) => `/find?${new URLSearchParams({ q: question })}`;

beforeAll(() => {
  sample = richSample();
});

afterAll(() => {
  expect(sample.failures).toEqual([]);
  sample.remove();
});

test("without a question shows examples, and each of them is understood", async () => {
  const page = await sample.page("/find");
  const links = [...page.matchAll(/<li><a href="(\/find\?[^"]+)"/gu)].map(([, href]) => href ?? "");
  expect(links.length).toBeGreaterThan(3);
  for (const href of links) {
    const answer = await sample.page(href);
    expect(answer).toContain("The SQL that the question became");
    expect(answer).not.toContain("Not understood");
  }
});

test("shows the facts, the SQL, and what is not understood", async () => {
  const page = await sample.page(ask("percentages above 80 in German articles, colourless"));
  expect(page).toContain("FROM percentages");
  expect(page).toMatch(/href="\/sql\?sql=SELECT/u);
  const plain = await sample.page(ask("percentages above 80"));
  expect(plain).toContain("3 facts");
  expect(plain).toMatch(/href="\/articles\/[0-9]+"/u);
});

test("tells when nothing says what to look for", async () => {
  const answer = await sample.get(ask("how are you"));
  expect(await answer.text()).toMatch(/role="alert">nothing to look for in &quot;how are you&quot;/u);
});

test("says what to do when no fact fits", async () => {
  expect(await sample.page(ask("counts of unicorns"))).toContain("translate, or leave out");
});

test.each([`"><script>alert(1)</script>`, "'; DROP TABLE facts; --", "percentages of ' OR 1=1"])(
  "escapes %s",
  async (text) => {
    const page = await (await sample.get(ask(text))).text();
    expect(page).not.toContain("<script>alert");
    expect(await sample.page(ask("percentages above 80"))).toContain("3 facts");
  },
);

test("refuses a question without end", async () => {
  expect((await sample.get(ask("a ".repeat(400)))).status).toBe(400);
});
