import { ReadError } from "../read-error.js";

/** Text packs 3 to 20 times, lists of like records up to 100 times; deflate's most is 1,032. */
const MOST_RATIO = 200;
const MEBIBYTE = 2 ** 20;
/** A small file may unpack to so much whatever its ratio. */
const FREE_BYTES = 256 * MEBIBYTE;

/** How far one container may be unpacked, all layers and members together: a few kB may else grow to petabytes. */
export class UnpackBudget {
  readonly #path: string;
  readonly #most: number;
  #spent = 0;

  /** `packedBytes`: size of the container as it lies on the disk. */
  constructor(path: string, packedBytes: number) {
    this.#path = path;
    this.#most = Math.max(FREE_BYTES, packedBytes * MOST_RATIO);
  }

  /** Throws ReadError `read.bomb` when more has been unpacked than any honest container holds. */
  spend(bytes: number): void {
    this.#spent += bytes;
    if (this.#spent <= this.#most) return;
    const size = `it unpacks to more than ${Math.floor(this.#most / MEBIBYTE)} MB, ${MOST_RATIO} times its size or more`;
    throw new ReadError(
      "read.bomb",
      this.#path,
      `${size}; what comes after is not read: unpack it and look what it is`,
    );
  }
}
