import { searchKey } from "./search-words.js";
import type { Store } from "./store.js";

/** Ids of the sentences that hold all words of `text`, in any order, ascending; `bredb*` stands for what begins so. */
export function searchSentences(store: Store, text: string): readonly number[] {
  return store.guard(() => store.statement<number>(MATCHING).pluck(true).all(searchKey(text)) as unknown as number[]);
}

const MATCHING = "SELECT rowid FROM sentence_words WHERE sentence_words MATCH ? ORDER BY rowid";
