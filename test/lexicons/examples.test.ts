import { readdirSync } from "node:fs";
import { checkLexicons } from "../../pipeline/runtime/check-lexicons.js";
import { lexiconRoot } from "../../pipeline/runtime/lexicon-root.js";

const LANGUAGES = readdirSync(lexiconRoot(), { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && entry.name !== "shared")
  .map(({ name }) => name);

let check: ReturnType<typeof checkLexicons>;

beforeAll(() => {
  check = checkLexicons();
});

test.each(LANGUAGES)("every example and counterexample of %s holds", (tag) => {
  const failures = check.failures.filter(({ file }) => file.includes(`/${tag}/`));
  expect(failures.map(({ rule, text, message }) => `${rule}: "${text}": ${message}`)).toEqual([]);
});

test("no example fails outside a language's folder, and there are some", () => {
  expect(check.failures.filter(({ file }) => !LANGUAGES.some((tag) => file.includes(`/${tag}/`)))).toEqual([]);
  expect(check.passed).toBeGreaterThan(100 * LANGUAGES.length);
});
