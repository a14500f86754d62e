import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import Database from "better-sqlite3";
import { packageRoot } from "../pipeline/runtime/package-root.js";
import { openStore } from "../pipeline/store/open-store.js";
import { runQuery } from "../pipeline/store/run-query.js";
import { faktum } from "./cli/faktum-process.js";

const PAGE = readFileSync(path.join(packageRoot(), "docs/cookbook.md"), "utf8");

interface Recipe {
  readonly title: string;
  readonly isPortable: boolean;
  readonly sql: string;
}

const RECIPES: readonly Recipe[] = PAGE.split(/^## /mu)
  .slice(1)
  .map((section) => ({
    title: section.split("\n", 1)[0] ?? "",
    isPortable: !section.includes("*Only in `faktum query`.*"),
    sql: /```sql\n([^`]*)```/u.exec(section)?.[1] ?? "",
  }));

let folder: string;

/** Two nights: in the second an article says something else, one comes as a copy, and a file cannot be read. */
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), "faktum-cookbook-"));
  const articles = path.join(folder, "articles");
  const seeds = path.join(packageRoot(), "seeds");
  mkdirSync(articles);
  for (const name of readdirSync(seeds).filter((one) => /\.(?:txt|html)$/u.test(one)))
    copyFileSync(path.join(seeds, name), path.join(articles, name));
  expect(faktum(folder, ["run", "articles", "--quiet"]).status).toBe(0);
  const bridge = path.join(articles, "nb-solvikfjorden-bru.txt");
  writeFileSync(bridge, readFileSync(bridge, "utf8").replace("312 500", "315 000"));
  copyFileSync(path.join(articles, "de-hue-verwaltung.txt"), path.join(articles, "z-copy.txt"));
  writeFileSync(path.join(articles, "broken.pdf"), "%PDF-1.7 and no more");
  expect(faktum(folder, ["run", "articles", "--quiet"]).status).toBe(1);
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** How many rows there are, where more words in the vocabulary make no difference, and how the first one begins. */
const ANSWERS: Readonly<Record<string, readonly [rows: number | undefined, first: readonly unknown[]]>> = {
  "A measure over time": [2, ["2024", "de", 1860000000, "EUR"]],
  "The largest counts of each place": [8, ["Cao Bang", 45425, "rekening"]],
  Contradictions: [undefined, ["money", "profit", "NOK", "2024-01/2024-06", 2, "48000000,61000000"]],
  "What several articles confirm": [undefined, ["100", "government_agency", 5, 4]],
  "What changed since last night": [
    1,
    ["articles/nb-solvikfjorden-bru.txt", "changed", "count", "kjøretøy", "312500", "315000"],
  ],
  "How well each language is covered": [5, ["de", 2, 80]],
  "Percentages above 90": [19, ["103.97"]],
  "Ranks and how many were ranked": [4, [3, 25, 12, "شركة عربية"]],
  "Less than half": [7, ["1/6", 16.7, "مهام", "ar"]],
  "Money by currency": [7, ["NOK", 12, 85, 1500000000]],
  "Measurements by unit": [13, ["a", 21, "15 tahun"]],
  "Dates to come": [7, ["2026-03"]],
  "Articles without a date": [8, ["articles/ar-wahat-al-shams-arbah.txt"]],
  "Copies that are left out": [1, ["articles/z-copy.txt", "articles/de-hue-verwaltung.txt"]],
  "The most productive rules": [10, ["count.item"]],
  "Facts to review": [7, [0.792, "percentage", "72,595%"]],
  "Search with facts": [2, ["percentage", "100 %", "staatlichen Behörden"]],
  "Facts per 1000 words": [9, ["articles/de-kuestenwerke-windpark.html", 393, 49, 124.7]],
  "One measure in two languages": [1, ["92.7", "%", "rumah tangga", "الأسر"]],
  "Articles that cite a document": [3, ["ar", "1982/QD-UBND"]],
  "Rows of tables": [12, ["articles/de-kuestenwerke-windpark.html", 2, 2, "Umsatz, Geschäftsjahr 2023"]],
  "Publishers by month": [2, ["Norderhavener Rundschau", "2025-03", 1, 49]],
  "What failed last night": [1, ["articles/broken.pdf", "read.damaged"]],
  "How long runs took": [2, [2]],
  "Words that the vocabulary lacks": [undefined, ["de", "interessent", 2, "Interessenten"]],
};

describe("docs/cookbook.md", () => {
  test("has 25 recipes, each with its answer here", () => {
    expect(RECIPES.map(({ title }) => title)).toEqual(Object.keys(ANSWERS));
    expect(RECIPES).toHaveLength(25);
  });

  test.each(RECIPES)("$title", ({ title, sql }) => {
    const store = openStore(path.join(folder, "facts.db"), { mode: "read" });
    try {
      const rows = [...runQuery(store, sql).rows];
      const [count, first] = ANSWERS[title] ?? [];
      expect(rows[0]?.slice(0, first?.length)).toEqual(first);
      expect(rows.length).toBe(count ?? rows.length);
    } finally {
      store.close();
    }
  });

  test.each(RECIPES.filter(({ isPortable }) => isPortable))("$title: in any program", ({ sql }) => {
    const plain = new Database(path.join(folder, "facts.db"), { readonly: true });
    try {
      expect(plain.prepare(sql).all().length).toBeGreaterThan(0);
    } finally {
      plain.close();
    }
  });

  test("what needs faktum's functions is marked so", () => {
    const needing = RECIPES.filter(({ sql }) => /(?:stem|normalise|search_[a-z]+)\(/u.test(sql));
    expect(needing.map(({ title }) => title)).toEqual(
      RECIPES.filter((one) => !one.isPortable).map(({ title }) => title),
    );
    expect(needing.length).toBeGreaterThan(0);
  });
});
