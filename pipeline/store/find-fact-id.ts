import type { Store } from "./store.js";
import { StoreError } from "./store-error.js";

/**
 * The id of the one fact whose id is `prefix` or begins with it; nothing when there is none. Throws StoreError when `prefix` is
 * not hex digits or several facts begin with it.
 */
export function findFactId(store: Store, prefix: string): string | undefined {
  if (!HEX_PREFIX.test(prefix)) {
    throw new StoreError("store.bad-fact-id", `${store.path}: a fact's id is up to 32 hex digits, not "${prefix}"`);
  }
  const begin = prefix.toLowerCase();
  // `g` sorts after every hex digit.
  const [found, another] = store.guard(() =>
    store
      .statement<{ readonly id: string }>(IDS)
      .all(begin, `${begin}g`)
      .map(({ id }) => id),
  );
  if (found !== undefined && another !== undefined) {
    const both = `${found} and ${another}`;
    throw new StoreError("store.ambiguous-fact", `${store.path}: ${prefix} begins ${both}; give more of its digits`);
  }
  return found;
}

const HEX_PREFIX = /^[0-9a-f]{1,32}$/iu;
const IDS = "SELECT DISTINCT id FROM facts WHERE id >= ? AND id < ? ORDER BY id LIMIT 2";
