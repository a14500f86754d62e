import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { franc } from "franc";
import { buildDetector } from "../extractors/language-detector.js";
import { type LanguageProfile, parseLanguageProfile } from "../extractors/language-profile.js";
import type { Block } from "../pipeline/model/document.js";

/**
 * MB of UTF-8 a second on one thread: the detector beside franc, on the same texts in the same run.
 *
 *     node dist/bench/language.bench.js [file or folder of .txt or .jsonl with a "text" a line; default: seeds]
 */

interface Text {
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly bytes: number;
}

const SECONDS = 2;
const ROUNDS = 7;

const texts = readTexts(process.argv[2] ?? "seeds");
if (texts.length === 0) throw new Error("no text to measure on: name a folder with .txt files or a .jsonl file");
const detector = buildDetector(readProfiles("lexicons"));

const megabytes = texts.reduce((sum, { bytes }) => sum + bytes, 0) / 1e6;
console.log(`${texts.length} documents, ${megabytes.toFixed(2)} MB, median of ${ROUNDS} rounds`);
report("faktum, document and every paragraph", ({ text, blocks }) => detector.decide(text, blocks).decision.tag);
report("franc, first 2,048 characters", ({ text }) => franc(text));

/** Speed over all the bytes of the texts, also where only their beginning is read: that is what a document costs. */
function report(name: string, detect: (text: Text) => string): void {
  const speeds: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    let bytes = 0;
    const begun = performance.now();
    const until = begun + (SECONDS * 1000) / ROUNDS;
    while (performance.now() < until) {
      for (const text of texts) {
        detect(text);
        bytes += text.bytes;
      }
    }
    speeds.push(bytes / 1000 / (performance.now() - begun));
  }
  const median = speeds.sort((a, b) => a - b)[Math.floor(ROUNDS / 2)] ?? 0;
  console.log(`${name.padEnd(40)} ${median.toFixed(1).padStart(7)} MB/s`);
}

function readTexts(place: string): readonly Text[] {
  const files = /\.(?:txt|jsonl)$/u.test(place)
    ? [place]
    : readdirSync(place)
        .filter((file) => file.endsWith(".txt"))
        .map((file) => path.join(place, file));
  return files.flatMap((file) => {
    const content = readFileSync(file, "utf8");
    return (file.endsWith(".jsonl") ? content.trim().split("\n").map(textOfLine) : [content]).map(prepare);
  });
}

function textOfLine(line: string): string {
  const record: unknown = JSON.parse(line);
  if (typeof record === "object" && record !== null && "text" in record && typeof record.text === "string") {
    return record.text;
  }
  throw new Error(`each line must be an object with a "text": ${line.slice(0, 80)}`);
}

function prepare(text: string): Text {
  const blocks: Block[] = [];
  let start = 0;
  for (const line of text.split("\n")) {
    if (line !== "") blocks.push({ kind: "paragraph", span: { start, end: start + line.length } });
    start += line.length + 1;
  }
  return { text, blocks, bytes: Buffer.byteLength(text) };
}

function readProfiles(root: string): readonly LanguageProfile[] {
  const read = (file: string, tag: string, extract: boolean) =>
    parseLanguageProfile(readFileSync(path.join(root, file), "utf8"), tag, extract);
  const own = readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== "shared")
    .map(({ name }) => read(path.join(name, "profile.tsv"), name, true));
  const neighbours = readdirSync(path.join(root, "shared/neighbours"));
  return [
    ...own,
    ...neighbours.map((file) => read(path.join("shared/neighbours", file), path.basename(file, ".tsv"), false)),
  ];
}
