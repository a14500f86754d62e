import { readFileSync } from "node:fs";
import path from "node:path";
import Recognizers from "@microsoft/recognizers-text-suite";
import compromise from "compromise";
import { analyse } from "../pipeline/runtime/analyse.js";
import { cachedLexicons } from "../pipeline/runtime/cached-lexicons.js";
import { documentFromText, readDocument } from "../pipeline/stages/1-read.js";
import { filesUnder } from "./files-under.js";
import { newsMix, type Sample } from "./news-mix.js";

/**
 * MB of UTF-8 text to facts a second of CPU time, one thread, for each language of the texts, beside compromise and
 * Recognizers-Text on the same text in the same run; then the cost of one document 1, 2, 4 and 8 times as long.
 * The programs take turns, and of each the best round counts: the others were disturbed by the rest of the machine.
 *
 *     node dist/bench/extract.bench.js [folder of articles, or a .jsonl file with "lang" and "text" a line]
 *
 * Without a place: the sample articles, which are dense with facts, and the same among ordinary prose.
 */

const ROUNDS = 12;
/** Least CPU time of a round, in microseconds: the clock of a process may tick only every few milliseconds. */
const ROUND = 100_000;
const WARM_UP = 1_000_000;
/** Recognizers-Text costs more than linearly: it gets so many characters of each language. */
const SHORT = 1500;
/** Length of the shortest document of the second table, in UTF-16 units. */
const BASE = 40_000;

/** One thing to measure: what is done in a round, and the bytes that it reads. */
interface Contender {
  readonly work: () => void;
  readonly bytes: number;
}

const lexicons = await cachedLexicons();
const place = process.argv[2];
const given = await readSamples(place ?? "seeds");
if (place !== undefined) measure(place, given);
else {
  measure("sample articles", given);
  measure("sample articles among prose, as dense as news", newsMix(given, "bench/prose"));
}

function measure(name: string, samples: readonly Sample[]): void {
  const languages = [...new Set(samples.map(({ language }) => language))].filter((tag) => lexicons.languages.has(tag));
  if (languages.length === 0)
    throw new Error(`no text to measure on in ${name}: name a folder of articles or a .jsonl`);
  const textsOf = (tag: string) => samples.filter(({ language }) => language === tag).map(({ text }) => text);

  console.log(
    `\n${name}\nMB/s of CPU time     faktum  compromise  Recognizers-Text   faktum / compromise   bytes a fact`,
  );
  for (const language of languages.sort()) {
    const texts = textsOf(language);
    const short = texts.join("\n").slice(0, SHORT);
    const [own = 0, other = 0, third = 0] = speeds([
      each(texts, extract),
      each(texts, (text) => compromise(text).numbers().json()),
      each([short], (text) => Recognizers.recognizeCurrency(text, Recognizers.Culture.German)),
    ]);
    const facts = texts.reduce((sum, text) => sum + extract(text), 0);
    const density = Math.round(bytesOf(texts) / facts);
    const row = [own.toFixed(1).padStart(8), other.toFixed(2).padStart(11), third.toFixed(4).padStart(17)].join(" ");
    const ratio = `${(own / other).toFixed(0).padStart(19)} x`;
    console.log(`${language.padEnd(18)} ${row} ${ratio} ${String(density).padStart(14)}`);
  }

  console.log("one document 1, 2, 4 and 8 times as long: cost relative to its length (1.00 is linear)");
  for (const language of languages) {
    const text = textsOf(language).join("\n");
    const base = Math.max(1, Math.ceil(BASE / text.length));
    const measured = speeds([1, 2, 4, 8].map((times) => each([`${text}\n`.repeat(base * times)], extract)));
    console.log(`${language.padEnd(6)} ${measured.map((speed) => ((measured[0] ?? 0) / speed).toFixed(2)).join("  ")}`);
  }
}

/** How many facts a text states. */
function extract(text: string): number {
  return analyse(documentFromText({ path: "bench", text }, lexicons.boilerplate), lexicons).facts.length;
}

function each(texts: readonly string[], work: (text: string) => unknown): Contender {
  return {
    work: () => {
      for (const text of texts) work(text);
    },
    bytes: bytesOf(texts),
  };
}

function bytesOf(texts: readonly string[]): number {
  return texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
}

/** Megabytes a second of CPU time of each contender in its best round. */
function speeds(contenders: readonly Contender[]): readonly number[] {
  // A batch runs for hours: the compiler's warm-up is not what it costs.
  for (const contender of contenders) speed(contender, WARM_UP);
  const best = contenders.map(() => 0);
  for (let round = 0; round < ROUNDS; round++) {
    for (const [index, contender] of contenders.entries()) {
      best[index] = Math.max(best[index] ?? 0, speed(contender, ROUND));
    }
  }
  return best;
}

function speed({ work, bytes }: Contender, least: number): number {
  const begun = process.cpuUsage();
  let read = 0;
  let spent = 0;
  do {
    work();
    read += bytes;
    const { user, system } = process.cpuUsage(begun);
    spent = user + system;
  } while (spent < least);
  return read / spent;
}

async function readSamples(from: string): Promise<readonly Sample[]> {
  if (from.endsWith(".jsonl")) {
    return readFileSync(from, "utf8")
      .trim()
      .split("\n")
      .map((line) => {
        const { lang, text } = JSON.parse(line) as { lang: string; text: string };
        return { language: lang, text };
      });
  }
  const files = filesUnder([from]);
  return Promise.all(files.map(readSample));
}

async function readSample(file: string): Promise<Sample> {
  const { text } = await readDocument({ path: file, bytes: readFileSync(path.resolve(file)) }, lexicons.boilerplate);
  const document = documentFromText({ path: file, text }, lexicons.boilerplate);
  return { language: analyse(document, lexicons).language.tag, text };
}
