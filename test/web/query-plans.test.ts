import { jest } from "@jest/globals";
import { Store } from "../../pipeline/store/store.js";
import { type SampleApp, sampleApp } from "./sample-app.js";
import { manyArticles, SAMPLE_ARTICLES } from "./sample-articles.js";

/** Names that statements give to the table of facts. */
const FACTS = /^SCAN (?:facts|other|one|fact)\b/u;
const MOST_PARAMETERS = 6;

let sample: SampleApp;

beforeAll(() => {
  sample = sampleApp([...SAMPLE_ARTICLES, ...manyArticles(60)]);
});

afterAll(() => sample.remove());

interface PlanRow {
  readonly detail: string;
}

/** How SQLite would answer a statement, whatever is asked with it. */
function planOf(sql: string): readonly string[] {
  const statement = sample.temporary.store.prepare(`EXPLAIN QUERY PLAN ${sql}`);
  for (let parameters = 0; parameters <= MOST_PARAMETERS; parameters++) {
    try {
      return (statement.all(...Array(parameters).fill(null)) as readonly PlanRow[]).map(({ detail }) => detail);
    } catch (error) {
      if (!(error as Error).message.startsWith("Too few parameter values")) throw error;
    }
  }
  throw new Error(`more than ${MOST_PARAMETERS} parameters: ${sql}`);
}

test("no page goes through all facts in SQLite", async () => {
  const asked = jest.spyOn(Store.prototype, "statement");
  const facts = await sample.page("/facts");
  const [fact = ""] = /\/facts\/[0-9]+\/[0-9a-f]{32}/u.exec(facts) ?? [];
  const [article = ""] = /\/articles\/[0-9]+/u.exec(facts) ?? [];
  const [next = ""] = /\/facts\?after=[^"]+/u.exec(facts) ?? [];
  const [percentage = ""] = /\/facts\/[0-9]+\/[0-9a-f]{32}/u.exec(await sample.page("/facts?kind=percentage")) ?? [];
  const [reference = ""] = /\/facts\/[0-9]+\/[0-9a-f]{32}/u.exec(await sample.page("/facts?kind=reference")) ?? [];
  const pages = [fact, article, next, percentage, reference, "/facts?q=leute&sort=value-up", "/facts?kind=count&min=3"];
  for (const page of [...pages, "/facts.csv?kind=ratio", "/facts.json?q=leute"]) await sample.page(page);
  const statements = [...new Set(asked.mock.calls.map(([sql]) => sql))];
  asked.mockRestore();
  expect(statements.length).toBeGreaterThan(8);
  expect(sample.failures).toEqual([]);
  const scans = statements.flatMap((sql) => {
    if (/^\s*PRAGMA/u.test(sql)) return [];
    return planOf(sql)
      .filter((detail) => FACTS.test(detail))
      .map((detail) => `${detail}: ${sql}`);
  });
  expect(scans).toEqual([]);
});

test("a statement that does is found", () => {
  expect(planOf("SELECT kind, count(*) FROM facts GROUP BY kind").filter((detail) => FACTS.test(detail))).toHaveLength(
    1,
  );
});
