import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { readDocument } from "../../pipeline/stages/1-read.js";
import { ReadError } from "../../pipeline/stages/read/read-error.js";
import { boilerplateWords } from "./read/boilerplate-words.js";

const words = boilerplateWords();
const FOLDER = path.resolve(import.meta.dirname, "../fixtures/read");
const TIMES = 120;

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

describe.each(readdirSync(FOLDER))("%s with damaged bytes", (name) => {
  test(`is read, or refused with a reason, ${TIMES} times`, async () => {
    const whole = readFileSync(path.join(FOLDER, name));
    const next = numbers(name.length);
    let read = 0;
    for (let time = 0; time < TIMES; time++) {
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
    expect(read).toBeGreaterThan(TIMES / 2);
  });
});
