import { openStore } from "../pipeline/store/open-store.js";
import { searchForms, searchWords } from "../pipeline/store/search-words.js";
import type { Store } from "../pipeline/store/store.js";
import { SeededRandom } from "./seeded-random.js";

const SENTENCES_OF_ARTICLE = 30;
const FACTS_OF_ARTICLE = 40;
const ARTICLES_AT_A_TIME = 500;
const VERSION = "00112233445566aa";
const PUBLISHERS = 120;
const WORDS = 20_000;
const MEASURES = ["household", "school", "commune", "vehicle", "voter", "student", "death", "job"] as const;
const UNITS = ["km", "m2", "ha", "t", "GW.h"] as const;
const CURRENCIES = ["EUR", "NOK", "IDR", "USD"] as const;
/** Written as they come in texts: the search must fold them. */
const COMMON = ["Østlandet", "الأسر", "Haushalte", "masyarakat", "bredbånd"] as const;

/**
 * Makes a fact store of about so many facts, with sentences and search words, by plain inserts: what is extracted out of a
 * million facts' articles takes an hour. `languages` are spread over the articles.
 */
export function fillStore(file: string, facts: number, languages: readonly string[]): void {
  const store = openStore(file, { mode: "write" });
  try {
    const random = new SeededRandom(7);
    store.statement("INSERT INTO lexicon_versions VALUES (?, ?)").run(VERSION, languages[0]);
    store.statement("INSERT INTO rules VALUES (?, 'count.plain', 'count', '{number} {item}')").run(VERSION);
    store
      .statement(
        "INSERT INTO runs (started_at, finished_at, faktum_version, lexicon_version, paths) VALUES (?, ?, ?, ?, ?)",
      )
      .run("2026-01-01T00:00:00Z", "2026-01-01T01:00:00Z", "0.1.0", VERSION, "[]");
    const articles = Math.ceil(facts / FACTS_OF_ARTICLE);
    for (let from = 0; from < articles; from += ARTICLES_AT_A_TIME) {
      store.transaction(() => {
        for (let at = from; at < Math.min(from + ARTICLES_AT_A_TIME, articles); at++) {
          insertArticle(store, random, at, languages[at % languages.length] ?? "und");
        }
      });
    }
  } finally {
    store.close();
  }
}

function insertArticle(store: Store, random: SeededRandom, at: number, language: string): void {
  const id = (at + 1) * 1_000;
  const sentences = Array.from({ length: SENTENCES_OF_ARTICLE }, () => sentenceOf(random));
  const text = sentences.join("\n");
  const day = `20${random.between(10, 25)}-0${random.between(1, 9)}-1${random.between(0, 9)}`;
  const publisher = `Newspaper ${random.between(1, PUBLISHERS)}`;
  store
    .statement(INSERT_DOCUMENT)
    .run(id, `articles/${at}.txt`, hex(at, 64), text.length, `Article ${at}`, publisher, day, language, VERSION, text);
  const insertSentence = store.statement(INSERT_SENTENCE);
  const insertWords = store.statement("INSERT INTO sentence_words (rowid, words, forms) VALUES (?, ?, ?)");
  const insertFact = store.statement(INSERT_FACT);
  let start = 0;
  for (const [ordinal, sentence] of sentences.entries()) {
    const end = start + sentence.length;
    insertSentence.run(id + ordinal, id, ordinal, start, end, language, start + 1, sentence.length);
    insertWords.run(id + ordinal, searchWords(sentence), searchForms(sentence));
    for (let nth = ordinal; nth < FACTS_OF_ARTICLE; nth += SENTENCES_OF_ARTICLE) {
      const place = start + (nth === ordinal ? 0 : 5);
      insertFact.run(
        hex(at * FACTS_OF_ARTICLE + nth, 32),
        id,
        id + ordinal,
        ...statement(random),
        place,
        place + 4,
        VERSION,
      );
    }
    start = end + 1;
  }
}

function sentenceOf(random: SeededRandom): string {
  const words = Array.from({ length: 14 }, () => `word${Math.floor(random.next() ** 3 * WORDS)}`);
  if (random.chance(0.1)) words.push(random.pick(COMMON));
  return `${random.between(1000, 9999)} ${random.between(1000, 9999)} ${words.join(" ")}.`;
}

/** Kind, value and what it is of. */
function statement(random: SeededRandom): readonly (string | number | null)[] {
  const value = random.between(1, 99_999);
  const share = random.next();
  const measure = random.pick(MEASURES);
  if (share < 0.3) return ["percentage", value / 1000, String(value / 1000), "%", measure, measure, null];
  if (share < 0.7) return ["count", value, String(value), null, measure, measure, null];
  if (share < 0.85) return ["money", value, String(value), random.pick(CURRENCIES), null, null, null];
  if (share < 0.95) return ["measurement", value, String(value), random.pick(UNITS), null, null, null];
  return ["date", null, null, null, null, null, `20${random.between(10, 25)}`];
}

function hex(number: number, digits: number): string {
  return number.toString(16).padStart(digits, "0");
}

const INSERT_DOCUMENT = `
  INSERT INTO documents (
    id, path, sha256, bytes, media_type, encoding, title, publisher, published_at, language, language_score, status,
    run_id, lexicon_version, text
  ) VALUES (?, ?, ?, ?, 'text/plain', 'utf-8', ?, ?, ?, ?, 0.9, 'ok', 1, ?, ?)`;
const INSERT_SENTENCE = `
  INSERT INTO sentences (id, document_id, ordinal, span_start, span_end, language, text_start, text_length)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?)`;
const INSERT_FACT = `
  INSERT INTO facts (
    id, document_id, sentence_id, kind, value, value_text, unit, item, concept, iso, dual, surface, span_start,
    span_end, rule, lexicon_version, confidence
  ) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, '1234', ?, ?, 'count.plain', ?, 0.9)`;
