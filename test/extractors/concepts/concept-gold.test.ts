import { readFileSync } from "node:fs";
import path from "node:path";
import { factsOf, shippedLexicons } from "../../support/facts-of.js";

/** A number in its sentence, with the concept of what it is of; none where the vocabulary has none for it. */
interface GoldRow {
  readonly lang: string;
  readonly concept: string | undefined;
  readonly exact: string;
  readonly text: string;
}

const GOLD: readonly GoldRow[] = readFileSync(path.resolve(import.meta.dirname, "../../gold/concepts.tsv"), "utf8")
  .trimEnd()
  .split("\n")
  .map((line) => {
    const [lang = "", concept = "", exact = "", text = ""] = line.split("\t");
    return { lang, concept: concept === "-" ? undefined : concept, exact, text };
  });

test("the gold has enough of each language and of what is no concept, and only known ones", () => {
  const { concepts, languages } = shippedLexicons();
  expect(GOLD.length).toBeGreaterThanOrEqual(150);
  for (const lang of languages.keys())
    expect(GOLD.filter((row) => row.lang === lang).length).toBeGreaterThanOrEqual(30);
  expect(GOLD.filter(({ concept }) => concept === undefined).length).toBeGreaterThanOrEqual(25);
  expect(GOLD.filter(({ concept }) => concept !== undefined && !concepts.has(concept))).toEqual([]);
  expect(GOLD.filter(({ text, exact }) => !text.includes(exact))).toEqual([]);
});

const LEAST_PRECISION = 0.97;
const LEAST_RECALL = 0.85;

test("concepts of facts are right", () => {
  const wrong: string[] = [];
  const missed: string[] = [];
  let right = 0;
  for (const { lang, concept, exact, text } of GOLD) {
    const fact = factsOf(lang, text).find(({ evidence }) => evidence.exact === exact);
    const found = fact?.attributes.concept;
    const { item, subject } = fact?.attributes ?? {};
    const told = `${lang} ${text} [${item ?? "-"}] [${subject ?? "-"}]: ${concept ?? "-"}, found ${found ?? "-"}`;
    if (found === concept) right += concept === undefined ? 0 : 1;
    else {
      if (found !== undefined) wrong.push(told);
      if (concept !== undefined) missed.push(told);
    }
  }
  const precision = right / (right + wrong.length);
  const recall = right / (right + missed.length);
  // With the rows, so that a failure shows them.
  const scored = { isGood: precision >= LEAST_PRECISION && recall >= LEAST_RECALL, precision, recall, wrong, missed };
  expect(scored).toMatchObject({ isGood: true });
});
