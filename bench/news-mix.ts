import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

/** Texts of one language to measure on. */
export interface Sample {
  readonly language: string;
  readonly text: string;
}

/** Length of an article in the mix, in UTF-16 units. */
const ARTICLE = 5000;
/**
 * Paragraphs of prose without a figure to one of a sample article. The samples state a fact in every 60 to 110 bytes;
 * real news states one in 400 to 650 (310 articles in five languages).
 */
const PROSE_PARAGRAPHS = 2;

/** The sample articles among ordinary prose, as dense with facts as news is: articles of about 5 KB in each language. */
export function newsMix(samples: readonly Sample[], proseFolder: string): readonly Sample[] {
  return readdirSync(proseFolder).flatMap((file) => {
    const language = path.basename(file, ".txt");
    const prose = paragraphsOf(readFileSync(path.join(proseFolder, file), "utf8"));
    const stated = samples.filter((sample) => sample.language === language).flatMap(({ text }) => paragraphsOf(text));
    return articles(mixed(stated, prose)).map((text) => ({ language, text }));
  });
}

function paragraphsOf(text: string): readonly string[] {
  return text.split("\n").filter((line) => line.trim() !== "");
}

function mixed(stated: readonly string[], prose: readonly string[]): readonly string[] {
  return stated.flatMap((paragraph, index) => [
    paragraph,
    ...Array.from(
      { length: PROSE_PARAGRAPHS },
      (_, offset) => prose[(index * PROSE_PARAGRAPHS + offset) % prose.length] ?? "",
    ),
  ]);
}

function articles(paragraphs: readonly string[]): readonly string[] {
  const texts: string[] = [];
  for (const paragraph of paragraphs) {
    const last = texts.at(-1);
    if (last === undefined || last.length > ARTICLE) texts.push(paragraph);
    else texts[texts.length - 1] = `${last}\n${paragraph}`;
  }
  return texts;
}
