import { readFileSync } from "node:fs";
import path from "node:path";
import Recognizers from "@microsoft/recognizers-text-suite";
import compromise from "compromise";
import { analyse } from "../pipeline/runtime/analyse.js";
import { findFiles } from "../pipeline/runtime/find-files.js";
import { loadLexicons } from "../pipeline/runtime/load-lexicons.js";
import { documentFromText, readDocument } from "../pipeline/stages/1-read.js";

/**
 * MB of UTF-8 text to facts a second of CPU time, one thread, for each language of the texts, beside compromise and
 * Recognizers-Text on the same text in the same run; then the cost of one document 1, 2, 4 and 8 times as long.
 *
 *     node dist/bench/extract.bench.js [folder of articles, or a .jsonl file with "lang" and "text" a line; default: seeds]
 */

interface Sample {
  readonly language: string;
  readonly text: string;
}

const SECONDS = 2;
const ROUNDS = 5;
/** Recognizers-Text costs more than linearly: it gets so many characters of each language. */
const SHORT = 1500;

const lexicons = loadLexicons();
const samples = await readSamples(process.argv[2] ?? "seeds");
const languages = [...new Set(samples.map(({ language }) => language))]
  .filter((tag) => lexicons.languages.has(tag))
  .sort();
if (languages.length === 0) throw new Error("no text to measure on: name a folder of articles or a .jsonl file");

console.log("MB/s of CPU time     faktum  compromise  Recognizers-Text   faktum / compromise");
for (const language of languages) {
  const texts = samples.filter((sample) => sample.language === language).map(({ text }) => text);
  const own = speed(texts, extract, SECONDS);
  const other = speed(texts, (text) => compromise(text).numbers().json(), SECONDS);
  const short = [texts.join("\n").slice(0, SHORT)];
  const third = speed(short, (text) => Recognizers.recognizeCurrency(text, Recognizers.Culture.German), SECONDS / 2);
  const row = [own.toFixed(1).padStart(8), other.toFixed(2).padStart(11), third.toFixed(4).padStart(17)].join(" ");
  console.log(`${language.padEnd(18)} ${row} ${(own / other).toFixed(0).padStart(19)} x`);
}

console.log("\none document, times as long: cost relative to its length (1.00 is linear)");
for (const language of languages) {
  const text = samples
    .filter((sample) => sample.language === language)
    .map((sample) => sample.text)
    .join("\n");
  const base = Math.max(1, Math.ceil(40_000 / text.length));
  const lengths = [1, 2, 4, 8].map((times) => `${text}\n`.repeat(base * times));
  const costs = lengths.map((long) => long.length / speed([long], extract, SECONDS));
  const first = costs[0] ?? 1;
  console.log(`${language.padEnd(6)} ${costs.map((cost, index) => (cost / first / 2 ** index).toFixed(2)).join("  ")}`);
}

function extract(text: string): unknown {
  return analyse(documentFromText({ path: "bench", text }, lexicons.boilerplate), lexicons).facts.length;
}

/** Median over the rounds of megabytes a second of CPU time of this process. */
function speed(texts: readonly string[], work: (text: string) => unknown, seconds: number): number {
  const bytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
  const speeds: number[] = [];
  // A batch runs for hours: the compiler's warm-up is not what it costs.
  for (const warm = process.cpuUsage(); spent(warm) < seconds * 1e6; ) for (const text of texts) work(text);
  for (let round = 0; round < ROUNDS; round++) {
    const begun = process.cpuUsage();
    let read = 0;
    do {
      for (const text of texts) work(text);
      read += bytes;
    } while (spent(begun) < (seconds * 1e6) / ROUNDS);
    speeds.push(read / spent(begun));
  }
  return speeds.sort((a, b) => a - b)[ROUNDS >> 1] ?? 0;
}

/** CPU time since a reading, in microseconds. */
function spent(begun: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(begun);
  return user + system;
}

async function readSamples(place: string): Promise<readonly Sample[]> {
  if (place.endsWith(".jsonl")) {
    return readFileSync(place, "utf8")
      .trim()
      .split("\n")
      .map((line) => {
        const { lang, text } = JSON.parse(line) as { lang: string; text: string };
        return { language: lang, text };
      });
  }
  const { files } = await findFiles([place]);
  return files.map((file) => {
    const { text } = readDocument({ path: file, bytes: readFileSync(path.resolve(file)) }, lexicons.boilerplate);
    const document = documentFromText({ path: file, text }, lexicons.boilerplate);
    return { language: analyse(document, lexicons).language.tag, text };
  });
}
