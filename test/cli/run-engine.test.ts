import Database from "better-sqlite3";
import { at, query, run, text, touch, useFolder, values, write, writeUnseen } from "./run-in-folder.js";

useFolder();

const INDONESIAN =
  "Sebanyak 42,5 persen rumah tangga di provinsi itu sudah memiliki akses internet, kata pemerintah daerah pada hari Senin.\n";

/** As if the lexicon of a language had been another one when its documents were stored. */
function ageLexicon(tag: string): void {
  change(`UPDATE engines SET description = json_set(description, '$.lexicons.${tag}', 'older')
    WHERE description ->> '$.lexicons.${tag}' IS NOT NULL`);
}

function change(sql: string): void {
  const database = new Database(at("facts.db"));
  database.exec(sql);
  database.close();
}

const facts = (): readonly string[] =>
  query(
    "SELECT id, kind, value_text, item, surface, span_start, rule, lexicon_version, confidence FROM facts ORDER BY id",
  );

beforeEach(async () => {
  write("de.txt", text(12));
  write("id.txt", INDONESIAN);
  write(
    "page.html",
    `<html><head><link rel="canonical" href="https://example.org/a"></head><body><article><p>${text(34)}</p></article></body></html>`,
  );
  for (const name of ["de.txt", "id.txt", "page.html"]) touch(name);
  expect(await run("articles")).toEqual({ extracted: 3 });
});

test("a changed lexicon analyses the stored texts of its language again, and opens no file", async () => {
  const [before, links] = [facts(), query("SELECT source_link FROM evidence ORDER BY path")];
  expect(links[2]).toMatch(/^https:\/\/example\.org\/a#:~:text=/u);
  ageLexicon("de");
  writeUnseen("de.txt", text(99));
  expect(await run("articles")).toEqual({ extracted: 2, unchanged: 1 });
  expect(facts()).toEqual(before);
  expect(query("SELECT source_link FROM evidence ORDER BY path")).toEqual(links);
  expect(query("SELECT count(*) FROM changes")).toEqual(["0"]);
  expect(await run("articles")).toEqual({ unchanged: 3 });
});

test("a lexicon of which nothing is stored changes nothing", async () => {
  ageLexicon("ar");
  expect(await run("articles")).toEqual({ unchanged: 3 });
});

test("what is found otherwise is told: another value, a new fact, one that is gone", async () => {
  change(`
    UPDATE facts SET value = 11.5, value_text = '11.5' WHERE value_text = '12.5';
    DELETE FROM facts WHERE value_text = '34.5';
    UPDATE facts SET item = 'Dörfer', item_key = 'dorf' WHERE value_text = '42.5'`);
  ageLexicon("de");
  ageLexicon("id");
  expect(await run("articles")).toEqual({ extracted: 3 });
  expect(query("SELECT path, change, before, after FROM changes ORDER BY path, change")).toEqual([
    "articles/de.txt,changed,11.5 %,12.5 %",
    "articles/id.txt,added,,42.5 %",
    "articles/id.txt,gone,42.5 %,",
    "articles/page.html,added,,34.5 %",
  ]);
  expect(values()).toEqual(["articles/de.txt 12.5", "articles/id.txt 42.5", "articles/page.html 34.5"]);
});
