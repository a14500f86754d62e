import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

/** What articles in one language are made of. */
export interface ArticleMaterial {
  readonly language: string;
  /** Sentences with figures, of the sample articles and the gold. */
  readonly stated: readonly string[];
  /** Sentences of ordinary prose. */
  readonly prose: readonly string[];
  /** Lower-case words of some length that may stand in the place of another. */
  readonly words: readonly string[];
  /** Syllables that names are made of. */
  readonly syllables: readonly string[];
}

const SHORTEST_WORD = 5;
const SHORTEST_SENTENCE = 40;
const SENTENCE_END = /(?<=\p{Ll}[.!?»”"]|[\p{Lo}\p{Nd}][.؟!»])\s+(?=[\p{Lu}\p{Lo}«„“–])/u;
const HAS_DIGIT = /\p{Nd}/u;
const LONG_WORDS = new RegExp(`(?<![\\p{L}\\p{M}])[\\p{Ll}\\p{Lo}\\p{M}]{${SHORTEST_WORD},12}(?![\\p{L}\\p{M}])`, "gu");
const LATIN_SYLLABLES =
  "ka lo mar ber sen tin dal vik ru han gro fel nes ost hol wan di su ram ta po lin er und heim rak";
const ARABIC_SYLLABLES = "را سا مي نو دا لي كا فا هر بو تا زي وا شا عم قا";

/** The material of each language that there is prose of in `bench/prose`. Run it in the project's folder. */
export function readMaterials(): readonly ArticleMaterial[] {
  const gold = readGold("test/gold");
  return readdirSync("bench/prose").map((file) => {
    const language = path.basename(file, ".txt");
    const prose = sentencesOf(readFileSync(path.join("bench/prose", file), "utf8"));
    const stated = [...readSeeds(language), ...(gold.get(language) ?? [])].filter((one) => HAS_DIGIT.test(one));
    const profile = readFileSync(path.join("lexicons", language, "profile.tsv"), "utf8");
    const words = [...new Set(`${prose.join(" ")} ${profile}`.match(LONG_WORDS) ?? [])];
    const syllables = (/\p{Lo}/u.test(prose[0] ?? "") ? ARABIC_SYLLABLES : LATIN_SYLLABLES).split(" ");
    return { language, stated, prose: prose.filter((one) => !HAS_DIGIT.test(one)), words, syllables };
  });
}

function readSeeds(language: string): readonly string[] {
  return readdirSync("seeds")
    .filter((file) => file.startsWith(`${language}-`) && file.endsWith(".txt"))
    .flatMap((file) => sentencesOf(readFileSync(path.join("seeds", file), "utf8")));
}

function readGold(folder: string): ReadonlyMap<string, readonly string[]> {
  const texts = new Map<string, string[]>();
  for (const file of readdirSync(folder).filter((name) => name.endsWith(".jsonl"))) {
    for (const line of readFileSync(path.join(folder, file), "utf8").trim().split("\n")) {
      const { lang, text } = JSON.parse(line) as { readonly lang: string; readonly text?: string };
      if (text === undefined || text.includes("\n")) continue;
      texts.set(lang, [...(texts.get(lang) ?? []), text]);
    }
  }
  return texts;
}

function sentencesOf(text: string): readonly string[] {
  return text
    .split("\n")
    .flatMap((line) => line.split(SENTENCE_END))
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence.length >= SHORTEST_SENTENCE);
}
