import type { TransformOptions } from "node:stream";
import { createGunzip, type ZlibOptions } from "node:zlib";
import { ReadError } from "../read-error.js";
import type { UnpackBudget } from "./unpack-budget.js";

/** Little enough that what deflate makes of it at its worst, 16 MB, can be held. */
const INPUT_BYTES = 16_384;
const CHUNK_BYTES = 65_536;

/**
 * Unpacks gzip, of one member or many. All that comes before a damage is given before ReadError is thrown for it:
 * `read.truncated` where the file ends too early, `read.damaged` where it is not what was packed.
 */
export async function* gunzip(
  packed: AsyncIterable<Uint8Array>,
  path: string,
  budget: UnpackBudget,
): AsyncGenerator<Uint8Array> {
  // The stream holds all that one piece of input becomes: an error then loses nothing that came before it.
  const options: ZlibOptions & TransformOptions = { chunkSize: CHUNK_BYTES, highWaterMark: Number.MAX_SAFE_INTEGER };
  const inflate = createGunzip(options);
  let failure: Error | undefined;
  let goOn = (): void => undefined;
  inflate.on("error", (error) => {
    failure ??= error;
    goOn();
  });
  const step = (act: (done: () => void) => void): Promise<void> =>
    new Promise((resolve) => {
      goOn = resolve;
      act(resolve);
    });
  const unpacked = (): Uint8Array | undefined => {
    const bytes: Uint8Array | null = inflate.read();
    if (bytes === null) return undefined;
    budget.spend(bytes.length);
    return bytes;
  };
  try {
    for await (const chunk of packed) {
      for (let at = 0; at < chunk.length && failure === undefined; at += INPUT_BYTES) {
        await step((done) => inflate.write(chunk.subarray(at, at + INPUT_BYTES), done));
        for (let bytes = unpacked(); bytes !== undefined; bytes = unpacked()) yield bytes;
      }
      if (failure !== undefined) break;
    }
    if (failure === undefined) {
      inflate.end();
      // Only here is it told that the data ends too early, and only when the stream is asked for more.
      for await (const bytes of inflate as AsyncIterable<Uint8Array>) {
        budget.spend(bytes.length);
        yield bytes;
      }
    }
  } catch (error) {
    if (failure === undefined || error instanceof ReadError) throw error;
  } finally {
    inflate.destroy();
  }
  if (failure !== undefined) throw damage(path, failure);
}

function damage(path: string, failure: Error): ReadError {
  const isCut = "code" in failure && failure.code === "Z_BUF_ERROR";
  return isCut
    ? new ReadError("read.truncated", path, "the gzip data ends too early; what is whole is read: get the file anew")
    : new ReadError("read.damaged", path, "the gzip data is damaged; what comes before is read: get the file anew");
}
