/** The beginning of a stream, and the whole of it to be read once. */
export interface PeekedBytes {
  readonly head: Uint8Array;
  readonly chunks: AsyncIterable<Uint8Array>;
  /** To be called when the whole is not wanted, or not to its end. */
  close(): Promise<void>;
}

/** Bytes by which a format is recognised. */
export const HEAD_BYTES = 65_536;

/** Reads as many chunks as `HEAD_BYTES` take. An error of the stream is thrown where the whole is read, not here. */
export async function peekBytes(stream: AsyncIterable<Uint8Array>): Promise<PeekedBytes> {
  const iterator = stream[Symbol.asyncIterator]();
  const held: Uint8Array[] = [];
  let failure: { readonly error: unknown } | undefined;
  let ended = false;
  for (let length = 0; length < HEAD_BYTES && !ended && failure === undefined; length += held.at(-1)?.length ?? 0) {
    try {
      const next = await iterator.next();
      if (next.done) ended = true;
      else held.push(next.value);
    } catch (error) {
      failure = { error };
    }
  }
  const head = held.length === 1 && held[0] !== undefined ? held[0] : Buffer.concat(held);
  async function* whole(): AsyncGenerator<Uint8Array> {
    yield* held.splice(0);
    if (failure !== undefined) throw failure.error;
    while (!ended) {
      const next = await iterator.next();
      if (next.done) ended = true;
      else yield next.value;
    }
  }
  const close = async (): Promise<void> => {
    if (!ended && failure === undefined) await iterator.return?.();
  };
  return { head: head.subarray(0, HEAD_BYTES), chunks: whole(), close };
}
