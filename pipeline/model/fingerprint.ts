/** What tells copies of an article from other articles, small enough to be kept for each and compared at once. */
export interface Fingerprint {
  /** Over all words and figures in their order, below 2^48: the same text in whatever format has the same. */
  readonly textHash: number;
  /**
   * What copies are looked up by, 32 bits each: the four quarters of a 64-bit simhash, then the longest sentences. Two
   * texts that share one at the same place are compared.
   */
  readonly keys: Uint32Array;
  /** Of every 2^sampling runs of three words one is kept. */
  readonly sampling: number;
  /** The kept ones, hashed, in ascending order. */
  readonly shingles: Uint32Array;
  /** Numbers and then facts, hashed, in the order of the text. */
  readonly figures: Uint32Array;
}
