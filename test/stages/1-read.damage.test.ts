import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { readDocument } from "../../pipeline/stages/1-read.js";
import { ReadError } from "../../pipeline/stages/read/read-error.js";
import { boilerplateWords } from "./read/boilerplate-words.js";
import { codedSamples } from "./read/coded-samples.js";
import { damagedBytes, repeatableNumbers } from "./read/damaged-bytes.js";

const words = boilerplateWords();
const FOLDER = path.resolve(import.meta.dirname, "../fixtures/read");
const TIMES = 120;
const CODED_TIMES = 430;

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
    const next = repeatableNumbers(name.length);
    let read = 0;
    for (let time = 0; time < times; time++) {
      const bytes = damagedBytes(whole, 8, next);
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
