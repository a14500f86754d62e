import Database from "better-sqlite3";
import { sqlStemmer } from "../../pipeline/runtime/sql-stemmer.js";
import { openStore } from "../../pipeline/store/open-store.js";
import type { Store } from "../../pipeline/store/store.js";
import { errorOf, rowsOf, type TemporaryStore, temporaryStore } from "./temporary-store.js";

let temporary: TemporaryStore;
let store: Store;

beforeAll(async () => {
  temporary = temporaryStore();
  store = openStore(temporary.file, { mode: "read", stem: await sqlStemmer("SELECT stem('x', 'de')") });
});

afterAll(() => {
  store.close();
  temporary.remove();
});

const answer = (sql: string): unknown => rowsOf(store, `SELECT ${sql}`)[0]?.[0];

describe("functions of questions", () => {
  test.each<readonly [sql: string, result: string | null, why: string]>([
    ["normalise('Østlandet')", "østlandet", "case; accents stay, they tell words apart"],
    ["normalise('Å' || char(0x2126))", "åω", "compatibility characters"],
    ["normalise('e' || char(0x301))", "é", "one letter, however it is put together"],
    ["normalise('الأُسَر')", "الاسر", "vowel points and the forms of alef"],
    ["normalise('Ver' || char(0xad) || 'band')", "verband", "soft hyphens"],
    ["normalise('')", "", "nothing to fold"],
    ["normalise(NULL)", null, "nothing in, nothing out"],
    ["stem('Behörden', 'de')", "behord", "a word"],
    ["stem('staatlichen Behörden', 'de')", "behord", "the head of a phrase, behind its adjectives"],
    ["stem('layanan publik daring', 'id')", "layan", "the head of a phrase, in front of its attributes"],
    ["stem('الأسر', 'ar')", "اسر", "without the article"],
    ["stem('husstandar', 'nn')", "husstand", "an ending of its language"],
    ["stem('Ménages ', 'fr')", "ménages ", "a language without a lexicon: folded"],
    ["stem('', 'de')", "", "no word"],
    ["stem('und', 'de')", "und", "no noun"],
    ["stem(NULL, 'de')", null, "nothing in, nothing out"],
    ["stem('Behörden', NULL)", null, "nothing in, nothing out"],
  ])("%s: %j (%s)", (sql, result) => {
    expect(answer(sql)).toBe(result);
  });

  test.each([
    ["normalise(7)", "normalise(text) takes text, not the number 7"],
    ["normalise(x'00')", "normalise(text) takes text, not a blob"],
    ["stem(1.5, 'de')", "stem(text, language) takes text, not the number 1.5"],
    ["stem('Haus', 1)", "stem(text, language) takes text, not the number 1"],
    ["stem('Haus')", "wrong number of arguments to function stem()"],
  ])("%s is an error that names the remedy", (sql, problem) => {
    expect(errorOf(() => answer(sql))).toMatchObject({
      code: "store.bad-sql",
      message: expect.stringMatching(/facts\.db: [^\n]+; mend the SQL, [^\n]+$/u),
    });
    expect(errorOf(() => answer(sql)).message).toContain(problem);
  });
});

describe("sqlStemmer", () => {
  test("reads no lexicon for SQL that never names stem()", async () => {
    expect(await sqlStemmer("SELECT normalise(item) FROM counts", "no-such-folder")).toBeUndefined();
    await expect(sqlStemmer('SELECT "STEM"(item, language)', "no-such-folder")).rejects.toThrow("no-such-folder");
  });
});

test("no view or table needs a function of faktum to be read", () => {
  const plain = new Database(temporary.file, { readonly: true });
  try {
    const names = plain
      .prepare(
        "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type <> 'shadow' AND name NOT LIKE 'sqlite%'",
      )
      .pluck()
      .all();
    expect(names.length).toBeGreaterThan(20);
    for (const name of names) expect(() => plain.prepare(`SELECT * FROM ${name} LIMIT 1`).all()).not.toThrow();
  } finally {
    plain.close();
  }
});
