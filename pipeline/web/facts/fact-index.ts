import { dataVersion, factSlices, factsState } from "../../store/read-fact-columns.js";
import { searchSentences } from "../../store/search-sentences.js";
import type { Store } from "../../store/store.js";
import { buildFactColumns, type FactColumns } from "./fact-columns.js";
import { buildFactOrders, type FactOrders, lowerBound } from "./fact-orders.js";

/** The facts as they were at one moment, and what was looked for among them. */
export class FactSnapshot {
  readonly columns: FactColumns;
  readonly orders: FactOrders;
  readonly #store: Store;
  readonly #found = new Map<string, Uint8Array>();

  constructor(store: Store, columns: FactColumns, orders: FactOrders) {
    this.#store = store;
    this.columns = columns;
    this.orders = orders;
  }

  /** By position: 1 for the facts whose sentences hold all words of `text`. The last few answers are kept. */
  factsWith(text: string): Uint8Array {
    const known = this.#found.get(text);
    if (known !== undefined) return known;
    const found = positionsIn(this.columns, searchSentences(this.#store, text));
    const [oldest] = this.#found.keys();
    if (oldest !== undefined && this.#found.size >= MOST_SEARCHES) this.#found.delete(oldest);
    this.#found.set(text, found);
    return found;
  }
}

/** Below it a page waits for the facts as they are now. */
const QUICK_MS = 250;
/** Otherwise they are gathered anew in the background, for at most a tenth of the time. */
const REST_FACTOR = 10;
const MOST_SEARCHES = 16;

/**
 * Keeps a snapshot of the facts up to date while a run writes to the database. Of a large database the one from before
 * is used until the next is made.
 */
export class FactIndex {
  readonly #store: Store;
  #snapshot: FactSnapshot | undefined;
  #building: Promise<FactSnapshot> | undefined;
  #version = -1;
  #state = "";
  #lastedMs = 0;
  #endedAt = 0;

  constructor(store: Store) {
    this.#store = store;
  }

  async snapshot(): Promise<FactSnapshot> {
    const snapshot = this.#snapshot;
    if (snapshot === undefined) return this.#build();
    if (!this.#hasChanged()) return snapshot;
    if (this.#lastedMs < QUICK_MS) return this.#build();
    if (Date.now() - this.#endedAt > REST_FACTOR * this.#lastedMs) {
      // What fails here fails for the next page that must wait, and is told there.
      this.#build().catch(() => undefined);
    }
    return snapshot;
  }

  #hasChanged(): boolean {
    const version = dataVersion(this.#store);
    if (version === this.#version) return false;
    const hasChanged = factsState(this.#store) !== this.#state;
    if (!hasChanged) this.#version = version;
    return hasChanged;
  }

  #build(): Promise<FactSnapshot> {
    this.#building ??= this.#gather().finally(() => {
      this.#building = undefined;
    });
    return this.#building;
  }

  async #gather(): Promise<FactSnapshot> {
    const began = Date.now();
    const version = dataVersion(this.#store);
    const state = factsState(this.#store);
    const columns = await buildFactColumns(factSlices(this.#store));
    const snapshot = new FactSnapshot(this.#store, columns, await buildFactOrders(columns));
    this.#snapshot = snapshot;
    this.#version = version;
    this.#state = state;
    this.#endedAt = Date.now();
    this.#lastedMs = this.#endedAt - began;
    return snapshot;
  }
}

/** Both lists ascend. Few sentences are looked up; of many both are gone through side by side. */
function positionsIn({ sentenceIds, size }: FactColumns, sentences: readonly number[]): Uint8Array {
  const found = new Uint8Array(size);
  const areFew = sentences.length * 20 < size;
  let at = 0;
  for (const sentence of sentences) {
    if (areFew) at = lowerBound(sentenceIds, sentence);
    else while (at < size && (sentenceIds[at] ?? 0) < sentence) at++;
    for (; sentenceIds[at] === sentence; at++) found[at] = 1;
  }
  return found;
}
