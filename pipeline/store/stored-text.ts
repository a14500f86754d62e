import type { ComparedText } from "../../extractors/covers-text.js";
import type { Fingerprint } from "../model/fingerprint.js";
import type { Store } from "./store.js";

/** A text as it is known to the store. */
export interface StoredText {
  readonly textHash: number;
  /** Keys of `text_keys`: the place of a key times 2^32 plus the key, so that only keys of one place meet. */
  readonly keys: readonly number[];
  readonly fingerprint: ComparedText;
}

interface TextRow {
  readonly sampling: number;
  readonly keys: Uint8Array;
  readonly shingles: Uint8Array;
  readonly figures: Uint8Array;
}

/** All keys behind those of the simhash are sentences, which may stand at any place of another text. */
const SIMHASH_KEYS = 4;
const UNIT_BYTES = 4;

/** The columns of `texts` that hold lists of numbers: four bytes each, the least first. */
export function fingerprintBlobs({ keys, shingles, figures }: Fingerprint): Omit<TextRow, "sampling"> {
  return { keys: bytesOf(keys), shingles: bytesOf(shingles), figures: bytesOf(figures) };
}

/** The keys by which texts are looked up in `text_keys`. */
export function lookupKeys(keys: Uint32Array): readonly number[] {
  return [...keys].map((key, place) => Math.min(place, SIMHASH_KEYS) * 2 ** 32 + key);
}

export function storedText(store: Store, textHash: number): StoredText | undefined {
  const row = store.statement<TextRow>(TEXT).get(textHash);
  if (row === undefined) return undefined;
  const { sampling, keys, shingles, figures } = row;
  return {
    textHash,
    keys: lookupKeys(numbersOf(keys)),
    fingerprint: { sampling, shingles: numbersOf(shingles), figures: numbersOf(figures) },
  };
}

function bytesOf(numbers: Uint32Array): Uint8Array {
  const bytes = new Uint8Array(numbers.length * UNIT_BYTES);
  const view = new DataView(bytes.buffer);
  for (const [index, value] of numbers.entries()) view.setUint32(index * UNIT_BYTES, value, true);
  return bytes;
}

function numbersOf(bytes: Uint8Array): Uint32Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Uint32Array.from({ length: bytes.byteLength / UNIT_BYTES }, (_, index) =>
    view.getUint32(index * UNIT_BYTES, true),
  );
}

const TEXT = "SELECT sampling, keys, shingles, figures FROM texts WHERE hash = ?";
