import { createHash } from "node:crypto";
import { gzipSync } from "node:zlib";
import { gunzip } from "../../../../pipeline/stages/read/containers/gunzip.js";
import { UnpackBudget } from "../../../../pipeline/stages/read/containers/unpack-budget.js";
import { ReadError } from "../../../../pipeline/stages/read/read-error.js";
import { inPieces } from "./make-archives.js";

const MEBIBYTE = 2 ** 20;

/** Looks random, so that it does not pack. */
const NOISE = Buffer.concat(Array.from({ length: 1000 }, (_, at) => createHash("sha512").update(String(at)).digest()));

async function unpacked(packed: Uint8Array, budget = new UnpackBudget("a.gz", packed.length)) {
  const chunks: Uint8Array[] = [];
  try {
    for await (const chunk of gunzip(inPieces(packed, 1000), "a.gz", budget)) chunks.push(chunk);
    return { bytes: Buffer.concat(chunks) };
  } catch (error) {
    if (!(error instanceof ReadError)) throw error;
    return { bytes: Buffer.concat(chunks), code: error.code };
  }
}

describe("gunzip", () => {
  test("one member, several, none", async () => {
    expect(await unpacked(gzipSync(NOISE))).toEqual({ bytes: NOISE });
    const two = Buffer.concat([gzipSync("eins "), gzipSync(NOISE)]);
    expect(await unpacked(two)).toEqual({ bytes: Buffer.concat([Buffer.from("eins "), NOISE]) });
    expect(await unpacked(gzipSync(""))).toEqual({ bytes: Buffer.alloc(0) });
  });

  test("what comes before the place where it breaks off is given", async () => {
    const packed = Buffer.concat([gzipSync("eins "), gzipSync(NOISE)]);
    const { bytes, code } = await unpacked(packed.subarray(0, packed.length - 100));
    expect(code).toBe("read.truncated");
    expect(bytes.length).toBeGreaterThan(NOISE.length / 2);
    expect(Buffer.concat([Buffer.from("eins "), NOISE]).subarray(0, bytes.length)).toEqual(bytes);
  });

  test("a damage is told: a wrong check sum, other bytes", async () => {
    const packed = gzipSync(NOISE);
    const changed = Buffer.from(packed);
    changed[packed.length - 6] = (changed[packed.length - 6] ?? 0) ^ 1;
    expect((await unpacked(changed)).code).toBe("read.damaged");
    expect((await unpacked(Buffer.from("\x1f\x8b no gzip"))).code).toBe("read.damaged");
  });

  test("a bomb is left when it has unpacked to far more than it is", async () => {
    const budget = new UnpackBudget("a.gz", 1000);
    budget.spend(256 * MEBIBYTE - NOISE.length + 1);
    expect((await unpacked(gzipSync(NOISE), budget)).code).toBe("read.bomb");
  });
});

describe("UnpackBudget", () => {
  test.each([
    [1000, 256 * MEBIBYTE, "a small file may grow as it likes, to a point"],
    [10 * MEBIBYTE, 2000 * MEBIBYTE, "a large one 200 times"],
  ])("%i bytes may become %i: %s", (packed, most, _why) => {
    const budget = new UnpackBudget("a.gz", packed);
    expect(() => budget.spend(most)).not.toThrow();
    expect(() => budget.spend(1)).toThrow(/^a\.gz: it unpacks to more than .+; /u);
  });
});
