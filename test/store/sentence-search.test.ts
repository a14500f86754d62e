import { spawnSync } from "node:child_process";
import { sampleAnalysis } from "./sample-analysis.js";
import { errorOf, rowsOf, type TemporaryStore, temporaryStore } from "./temporary-store.js";
import { writeAnalyses } from "./write-analyses.js";

/** Sentence, what is typed, why it must be found. Typed as it stands here, without any function around it. */
const FOUND: readonly (readonly [text: string, typed: string, why: string])[] = [
  ["Bredbånd til alle på Østlandet.", "ostlandet", "from a keyboard without ø"],
  ["Bredbånd til alle på Østlandet.", "Østlandet", "as written"],
  ["Bredbånd til alle på Østlandet.", "bredband", "å as a"],
  ["Bredbånd til alle på Østlandet.", "bredbånd AND alle", "two words"],
  ["Bredbånd til alle på Østlandet.", "bredb*", "the beginning of a word"],
  ["Bredbånd til alle på Østlandet.", '"til alle"', "a phrase"],
  ["Ærlig talt, sa ordføraren.", "aerlig", "æ as ae"],
  ["Die Straße wird für Fußgänger gesperrt.", "strasse", "ß as ss"],
  ["Die Straße wird für Fußgänger gesperrt.", "Straße", "as written"],
  ["Die Straße wird für Fußgänger gesperrt.", "fussganger", "ß and umlaut"],
  ["Tingkat rumah tangga dengan Internet 72,595%.", "RUMAH tangga", "capitals"],
  ["Tingkat rumah tangga dengan Internet 72,595%.", '"72 595"', "a number"],
  ["انتشر الفيروس في المدينة.", "فيروس", "article in the text only"],
  ["انتشر الفيروس في المدينة.", "الفيروس", "article in both"],
  ["قضى على المرض والفيروس معا.", "فيروس", "conjunction and article"],
  ["قضى على المرض والفيروس معا.", "الفيروس", "conjunction"],
  ["أصيب بالفيروس ثلاثون.", "فيروس", "preposition and article"],
  ["التصدي للفيروس واجب.", "الفيروس", "melted article"],
  ["أصيب بفيروس جديد.", "فيروس", "preposition"],
  ["وصلت المحافظة إلى الهدف.", "محافظة", "ta marbuta as written, without the article"],
  ["وصلت المحافظة إلى الهدف.", "محافظه", "ta marbuta without its points"],
  ["قال أحمد ذلك.", "احمد", "alef without hamza"],
  ["قال أحمد ذلك.", "أحمد", "alef with hamza"],
  ["وَصَلَتِ النِّسْبَةُ إلى ٨٠٪ عام ٢٠٢٢", "نسبة", "vowel points in the text"],
  ["وَصَلَتِ النِّسْبَةُ إلى ٨٠٪ عام ٢٠٢٢", "2022", "digits of the other script"],
  ["وَصَلَتِ النِّسْبَةُ إلى ٨٠٪ عام ٢٠٢٢", "٢٠٢٢", "digits as written"],
];

/** Found by the words of `search_key()`, which takes away what the typed word has more than the text. */
const FOUND_BY_KEY: readonly (readonly [text: string, typed: string, why: string])[] = [
  ["انتشر فيروس جديد.", "الفيروس", "article in the question only"],
  ["انتشر فيروس جديد.", "والفيروس", "conjunction and article in the question only"],
  ["وصلت محافظة كوانغ تري.", "لِلْمُحافَظة", "melted article and vowel points"],
  ["Ny skule i Ålesund (5G-nett)", "5G-nett Ålesund", "what would be query syntax"],
];

const SEARCH = "SELECT sentence FROM sentence_search WHERE sentence_search MATCH";

describe("sentence_search", () => {
  let temporary: TemporaryStore;

  beforeAll(() => {
    temporary = temporaryStore();
    const texts = [...new Set([...FOUND, ...FOUND_BY_KEY].map(([text]) => text))];
    const analyses = texts.map((text, number) =>
      sampleAnalysis({ path: `${number}.txt`, text: `Vorweg 😀 etwas anderes.\n${text}`, title: `Titel ${number}` }),
    );
    expect(writeAnalyses(temporary.store, temporary.run, analyses).stored).toBe(texts.length);
  });

  afterAll(() => temporary.remove());

  test.each(FOUND)("%s | %s (%s)", (text, typed) => {
    expect(rowsOf(temporary.store, `${SEARCH} '${typed}'`)).toContainEqual([text]);
  });

  test.each(FOUND_BY_KEY)("%s | search_key: %s (%s)", (text, typed) => {
    expect(rowsOf(temporary.store, `${SEARCH} search_key('${typed}')`)).toContainEqual([text]);
  });

  test.each(FOUND)("%s | search_key finds too: %s", (text, typed) => {
    expect(rowsOf(temporary.store, `${SEARCH} search_key('${typed.replace(" AND ", " ")}')`)).toContainEqual([text]);
  });

  test.each([
    ["فيروسات", "another word with the same beginning"],
    ["ostland", "the beginning of a word without a star"],
    ["titel", "only sentences are searched"],
    ["''", "no word"],
  ])("not found: %s (%s)", (typed) => {
    expect(rowsOf(temporary.store, `${SEARCH} '"${typed}"'`)).toEqual([]);
  });

  test("gives the place of a sentence, and joins with what else is known", () => {
    const sql = `
      SELECT search.language, search.title, count(facts.id), min(rank) < 0
      FROM sentence_search AS search LEFT JOIN facts ON facts.sentence_id = search.sentence_id
      WHERE sentence_search MATCH 'ostlandet' GROUP BY search.path ORDER BY min(rank)`;
    expect(rowsOf(temporary.store, sql)).toEqual([["de", "Titel 0", 0, 1]]);
  });

  test("a wrong query is told as one", () => {
    expect(errorOf(() => rowsOf(temporary.store, `${SEARCH} '"ost'`)).code).toBe("store.bad-sql");
  });

  const testWithProgram = spawnSync("sqlite3", ["-version"]).status === 0 ? test : test.skip;
  testWithProgram(
    "the program sqlite3 searches, and cannot delete behind the index's back (skipped without it)",
    () => {
      const sqlite = (sql: string) => spawnSync("sqlite3", [temporary.file, sql], { encoding: "utf8" });
      expect(sqlite(`${SEARCH} 'ostlandet'`).stdout).toBe("Bredbånd til alle på Østlandet.\n");
      expect(sqlite("DELETE FROM documents").stderr).toContain("no such function: search_words");
    },
  );
});
