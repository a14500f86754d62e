import { ReadError } from "./read-error.js";

/** Milliseconds. The longest reports are read in seconds; on a busy machine it may take ten times as long. */
const LONGEST = 120_000;

/**
 * What the work comes to. Rejects with a ReadError `read.too-slow` when a library never gets done with a broken file:
 * only where it waits for itself, since nothing can stop a thread that is busy.
 */
export async function withinTime<T>(work: Promise<T>, path: string, milliseconds = LONGEST): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      const reason = `not read after ${milliseconds / 1000} s; save its text as .txt and add that`;
      reject(new ReadError("read.too-slow", path, reason));
    }, milliseconds);
  });
  try {
    return await Promise.race([work, limit]);
  } finally {
    clearTimeout(timer);
  }
}
