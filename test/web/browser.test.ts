import { accessSync, constants, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import axe from "axe-core";
import { parse } from "csv-parse/sync";
import { type Browser, chromium, type Page } from "playwright-core";
import { type RunningServer, startServer } from "../../pipeline/web/start-server.js";
import { type TemporaryStore, temporaryStore } from "../store/temporary-store.js";
import { writeAnalyses } from "../store/write-analyses.js";
import { manyArticles, SAMPLE_ARTICLES } from "./sample-articles.js";

const CHROMIUM = onPath(["chromium", "chromium-browser", "google-chrome"]);
/** A busy machine needs seconds for what takes milliseconds. */
const PATIENCE = 20_000;
const WHOLE_TEST = 120_000;
const SIZES = { desktop: { width: 1360, height: 900 }, phone: { width: 360, height: 780 } } as const;

/** The first of these programs that is installed. */
function onPath(names: readonly string[]): string | undefined {
  const folders = (process.env["PATH"] ?? "").split(path.delimiter);
  return names
    .flatMap((name) => folders.map((folder) => path.join(folder, name)))
    .find((file) => {
      try {
        accessSync(file, constants.X_OK);
        return true;
      } catch {
        return false; // not there
      }
    });
}

// Skipped only where there is no browser; .ci/run installs one.
const withBrowser = CHROMIUM === undefined ? describe.skip : describe;

withBrowser(`in a real browser${CHROMIUM === undefined ? " (skipped: no chromium on PATH)" : ""}`, () => {
  let temporary: TemporaryStore;
  let server: RunningServer;
  let browser: Browser;
  let screenshots: string;
  const failures: unknown[] = [];

  beforeAll(async () => {
    temporary = temporaryStore();
    screenshots = mkdtempSync(path.join(tmpdir(), "faktum-pages-"));
    writeAnalyses(temporary.store, temporary.run, [...SAMPLE_ARTICLES, ...manyArticles(24)]);
    const failed = (error: unknown) => failures.push(error);
    server = await startServer({ database: temporary.file, host: "127.0.0.1", port: 0, failed });
    browser = await chromium.launch({ executablePath: CHROMIUM ?? "", args: ["--no-sandbox"] });
  }, 60_000);

  afterAll(async () => {
    await browser.close();
    await server.close();
    temporary.remove();
    if (process.env["FAKTUM_KEEP_SCREENSHOTS"] === undefined) rmSync(screenshots, { recursive: true });
    else process.stderr.write(`screenshots: ${screenshots}\n`);
    expect(failures).toEqual([]);
  });

  /** A new window at a page; what the browser refuses or reports is a failure of the test. */
  async function open(place: string, size: keyof typeof SIZES = "desktop", colorScheme: "light" | "dark" = "light") {
    const context = await browser.newContext({ viewport: SIZES[size], colorScheme, acceptDownloads: true });
    context.setDefaultTimeout(PATIENCE);
    const page = await context.newPage();
    page.on("console", (message) => {
      if (message.type() === "error") failures.push(message.text());
    });
    page.on("pageerror", (error) => failures.push(error));
    page.on("dialog", (dialog) => failures.push(dialog.message()));
    page.on("request", (request) => {
      if (!request.url().startsWith(server.address)) failures.push(`asked for ${request.url()}`);
    });
    await page.goto(new URL(place, server.address).href);
    return page;
  }

  const total = async (page: Page): Promise<string> => (await page.getByRole("status").textContent()) ?? "";

  async function search(page: Page, words: string): Promise<void> {
    await page.keyboard.press("/");
    await page.keyboard.type(words);
    await page.keyboard.press("Enter");
    await page.waitForURL(/\?.*q=/u);
  }

  test(
    "from the overview to the facts: filters, searches, follows a fact to its sentence, marks it, downloads the rows",
    async () => {
      const page = await open("/");
      expect(await page.getByRole("main").textContent()).toContain("54");
      await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Facts" }).click();
      await page.waitForURL(/\/facts$/u);
      expect(await total(page)).toContain("54 facts");

      await page.getByRole("navigation", { name: "Filters" }).getByRole("link", { name: "percentage" }).click();
      await page.waitForURL(/kind=percentage/u);
      expect(await total(page)).toContain("3 facts match");
      await page.getByRole("link", { name: /^Kind percentage/u }).click();
      await page.waitForURL(/\/facts\??$/u);
      expect(await total(page)).toContain("54 facts");

      await search(page, "østlandet");
      expect(await total(page)).toContain("1 fact match");
      expect(await page.locator(".hit").allTextContents()).toEqual(["Østlandet"]);

      await page.getByRole("link", { name: "Take all back" }).click();
      await page.waitForURL(/\/facts$/u);
      await search(page, "أسر");
      expect(await total(page)).toContain("1 fact match");
      expect(await page.locator(".hit").allTextContents()).toEqual(["الأسر"]);

      await page.locator("td.article a").first().click();
      await page.waitForURL(/\/articles\//u);
      const article = page.locator("article");
      expect(await page.evaluate("getComputedStyle(document.querySelector('article')).direction")).toBe("rtl");
      await article.locator("a.fact").first().click();
      await page.waitForURL(/\/facts\/[0-9]+\//u);
      expect(await page.locator(".evidence mark").textContent()).toBe("72,5 في المئة");

      await page.getByRole("radio", { name: /^right/u }).check();
      await page.getByLabel("Your name").fill("Åse");
      await page.getByRole("button", { name: "Save the mark" }).click();
      await page.waitForURL(/#mark$/u);
      expect(await page.locator("#mark .verdict").textContent()).toBe("right");

      await page.locator(".evidence a").click();
      await page.waitForURL(/\/articles\/.*#f-/u);
      expect(await page.locator("a.fact:target").getAttribute("class")).toBe("fact percentage right");

      await page.goto(new URL("/facts?kind=percentage", server.address).href);
      const [download] = await Promise.all([
        page.waitForEvent("download"),
        page.getByRole("link", { name: "CSV" }).click(),
      ]);
      expect(download.suggestedFilename()).toBe("facts.csv");
      expect(parse(readFileSync(await download.path()))).toHaveLength(4);
      await page.context().close();
    },
    WHOLE_TEST,
  );

  test(
    "runs SQL that stays in the address, and shows what is wrong with it",
    async () => {
      const page = await open("/sql");
      await page.getByRole("textbox").fill("SELECT kind, count(*) AS facts FROM facts GROUP BY kind ORDER BY kind");
      await page.keyboard.press("ControlOrMeta+Enter");
      await page.waitForURL(/\/sql\?sql=SELECT/u);
      expect(await page.locator("table th[scope=col]").allTextContents()).toEqual(["kind", "facts"]);
      await page.getByRole("textbox").fill("DELETE FROM facts");
      await page.getByRole("button", { name: "Run" }).click();
      await page.waitForURL(/DELETE/u);
      expect(await page.getByRole("alert").textContent()).toContain("only read");
      // The browser notes that the answer is a refusal, as it should be.
      expect(failures.splice(0)).toEqual([expect.stringContaining("400")]);
      await page.context().close();
    },
    WHOLE_TEST,
  );

  test("the keyboard alone reaches everything", async () => {
    const page = await open("/facts");
    await page.keyboard.press("Tab");
    expect(await page.evaluate("document.activeElement.textContent")).toBe("Skip to the content");
    await page.keyboard.press("Enter");
    expect(await page.evaluate("document.activeElement.id")).toBe("main");
    await page.context().close();
  });

  test("works without scripts", async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(new URL("/facts", server.address).href);
    await page.getByLabel("Words in the sentence").fill("husstander");
    await page.getByRole("button", { name: "Search" }).click();
    expect(await total(page)).toContain("1 fact match");
    await context.close();
  });

  describe.each(["light", "dark"] as const)("in %s colours", (colours) => {
    test.each(Object.keys(SIZES) as (keyof typeof SIZES)[])(
      "no page on a %s has a serious fault",
      async (size) => {
        const first = await open("/facts?language=ar", size, colours);
        const fact = (await first.locator('th[scope="row"] a').first().getAttribute("href")) ?? "";
        const article = (await first.locator("td.article a").first().getAttribute("href")) ?? "";
        await first.context().close();
        const places = {
          overview: "/",
          plot: "/plot",
          chart: "/plot?kind=percentage&concept=household&unit=%25",
          ask: "/find?q=percentages+above+50",
          sql: "/sql?sql=SELECT+1",
          facts: "/facts",
          found: "/facts?q=husstander",
          empty: "/facts?q=nosuchword",
          article,
          fact,
        };
        for (const [name, place] of Object.entries(places)) {
          const page = await open(place, size, colours);
          await page.evaluate(axe.source);
          const { violations } = (await page.evaluate("axe.run({ resultTypes: ['violations'] })")) as {
            readonly violations: readonly Violation[];
          };
          expect(
            violations
              .filter(({ impact }) => impact === "serious" || impact === "critical")
              .map(({ id, nodes }) => [name, id, nodes.slice(0, 3).map(({ html }) => html)]),
          ).toEqual([]);
          expect([name, await page.evaluate("document.documentElement.scrollWidth")]).toEqual([
            name,
            SIZES[size].width,
          ]);
          await page.screenshot({ path: path.join(screenshots, `${name}-${size}-${colours}.png`) });
          await page.context().close();
        }
      },
      WHOLE_TEST,
    );
  });
});

interface Violation {
  readonly id: string;
  readonly impact: string | null;
  readonly nodes: readonly { readonly html: string }[];
}
