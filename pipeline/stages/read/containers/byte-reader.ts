const LINE_FEED = 0x0a;
const NOTHING = new Uint8Array();

/** Reads a stream of bytes by lines and lengths. Holds one chunk and what it is asked for, never more. */
export class ByteReader {
  readonly #chunks: AsyncIterator<Uint8Array>;
  #chunk: Uint8Array = NOTHING;
  #at = 0;

  constructor(chunks: AsyncIterable<Uint8Array>) {
    this.#chunks = chunks[Symbol.asyncIterator]();
  }

  /** Bytes at hand without waiting, one at least; nothing at the end. They are not taken yet, see `take`. */
  async ahead(): Promise<Uint8Array | undefined> {
    while (this.#at >= this.#chunk.length) {
      const next = await this.#chunks.next();
      if (next.done) return undefined;
      this.#chunk = next.value;
      this.#at = 0;
    }
    return this.#chunk.subarray(this.#at);
  }

  /** Goes on by `count` of the bytes that `ahead` gave. */
  take(count: number): void {
    this.#at += count;
  }

  /** A line with its line feed, as Latin-1; the end of the stream ends a line too. Nothing at the end. */
  async line(longest: number): Promise<string | undefined> {
    let line: string | undefined;
    for (let piece = await this.ahead(); piece !== undefined; piece = await this.ahead()) {
      const end = piece.indexOf(LINE_FEED);
      const length = Math.min(end < 0 ? piece.length : end + 1, longest - (line?.length ?? 0));
      line = (line ?? "") + Buffer.from(piece.buffer, piece.byteOffset, length).toString("latin1");
      this.take(length);
      if (line.length >= longest || (end >= 0 && length === end + 1)) return line;
    }
    return line;
  }

  /** Up to `length` bytes; fewer only at the end of the stream. */
  async bytes(length: number): Promise<Uint8Array> {
    const pieces: Uint8Array[] = [];
    let missing = length;
    while (missing > 0) {
      const piece = (await this.ahead())?.subarray(0, missing);
      if (piece === undefined) break;
      pieces.push(piece);
      missing -= piece.length;
      this.take(piece.length);
    }
    return pieces.length === 1 && pieces[0] !== undefined ? pieces[0] : Buffer.concat(pieces);
  }

  /** Passes over bytes; returns how many of them were there. */
  async skip(length: number): Promise<number> {
    let missing = length;
    while (missing > 0) {
      const piece = await this.ahead();
      if (piece === undefined) break;
      const step = Math.min(piece.length, missing);
      this.take(step);
      missing -= step;
    }
    return length - missing;
  }

  async close(): Promise<void> {
    await this.#chunks.return?.();
  }
}
