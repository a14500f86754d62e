#!/usr/bin/env node
// Makes the pictures of the tour anew, from the sample articles: npm run build && node docs/make-pictures.mjs [chromium]
import { execFileSync, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { chromium } from "playwright-core";

const ROOT = path.resolve(import.meta.dirname, "..");
const PROGRAM = path.join(ROOT, "dist/pipeline/cli/main.js");
const [executablePath = "/usr/bin/chromium"] = process.argv.slice(2);
const folder = mkdtempSync(path.join(tmpdir(), "faktum-pictures-"));
const database = path.join(folder, "facts.db");
execFileSync(process.execPath, [PROGRAM, "run", "seeds", "--db", database, "--quiet"], { cwd: ROOT });
const server = spawn(process.execPath, [PROGRAM, "serve", "--db", database, "--port", "0"], { cwd: ROOT });
try {
  const address = await new Promise((resolve) => server.stdout.once("data", (text) => resolve(String(text).trim())));
  const browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
  const page = await browser.newPage({ viewport: { width: 1200, height: 760 } });
  const take = async (name, place) => {
    await page.goto(new URL(place, address).href);
    await page.screenshot({ path: path.join(ROOT, "docs/pictures", `${name}.png`) });
  };
  await take("overview", "/");
  await take("facts", "/facts?kind=percentage");
  const article = await page.locator("td.article a").first().getAttribute("href");
  await take("article", article);
  await take("plot", "/plot?kind=percentage&unit=%25");
  await browser.close();
} finally {
  server.kill();
  rmSync(folder, { recursive: true });
}
