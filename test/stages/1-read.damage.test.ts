import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { readDocument } from "../../pipeline/stages/1-read.js";
import { ReadError } from "../../pipeline/stages/read/read-error.js";
import { boilerplateWords } from "./read/boilerplate-words.js";
import { codedSamples } from "./read/coded-samples.js";

const words = boilerplateWords();
const FOLDER = path.resolve(import.meta.dirname, "../fixtures/read");
const TIMES = 120;
const CODED_TIMES = 430;

/** Numbers from 0 to 1 that look random and are the same in every run. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
}

/** Changes up to eight bytes, and cuts every third file off somewhere. */
function damaged(bytes: Uint8Array, next: () => number): Uint8Array {
  const copy = Uint8Array.from(bytes);
  const changes = Math.ceil(next() * 8);
  for (let change = 0; change < changes; change++) copy[Math.floor(next() * copy.length)] = Math.floor(next() * 256);
  return next() < 1 / 3 ? copy.subarray(0, Math.floor(next() * copy.length)) : copy;
}

/** As the program reads a file. */
test.each([...codedSamples()])("%s in a Buffer is read", async (name, bytes) => {
  const document = await readDocument({ path: name, bytes: Buffer.from(bytes) }, words);
  expect(document.text).toContain("80,47 % der Haushalte");
});

/** Name, bytes, how often it is damaged, and the share that is still read. Packed data hardly bears a wrong byte. */
const samples: readonly (readonly [string, Uint8Array, number, number])[] = [
  ...readdirSync(FOLDER).map((name) => [name, readFileSync(path.join(FOLDER, name)), TIMES, 0.5] as const),
  ...[...codedSamples()].map(
    ([name, bytes]) => [name, bytes, CODED_TIMES, name === "bericht.docx" ? 0.02 : 0.4] as const,
  ),
];

describe.each(samples)("%s with damaged bytes", (name, whole, times, least) => {
  test(`is read, or refused with a reason, ${times} times`, async () => {
    const next = numbers(name.length);
    let read = 0;
    for (let time = 0; time < times; time++) {
      const bytes = damaged(whole, next);
      try {
        const { text, blocks } = await readDocument({ path: name, bytes }, words);
        read++;
        let end = -1;
        for (const { span } of blocks) {
          const line = text.slice(span.start, span.end);
          expect({ line, inOrder: span.start > end }).toEqual({ line: line.trim(), inOrder: true });
          expect(line).not.toMatch(/^$|[\n\r\f\u2028\u2029]/u);
          end = span.end;
        }
        expect(text).toBe(text.normalize("NFC"));
      } catch (error) {
        if (!(error instanceof ReadError)) throw error;
      }
    }
    expect(read).toBeGreaterThan(times * least);
  });
});
