import { phraseAt } from "../question-quantity.js";
import { type Ordering, QUESTION_WORDS } from "../question-words.js";
import type { FoundPart, PartReader } from "./question-part.js";

/** `first 20`, `top 10`, `largest`, `the 5 latest`, `all`. `third` and `8th` are no number of rows. */
export const readOrder: PartReader = (terms, at) => {
  const rowsAt = (index: number) => {
    const number = terms[index]?.number;
    return number !== undefined && !number.isOrdinal && Number.isSafeInteger(number.value) && number.value > 0
      ? number.value
      : undefined;
  };
  const found = (end: number, limit: number | undefined, order?: Ordering): FoundPart => ({
    part: { ...(limit !== undefined && { limit }), ...(order !== undefined && { order }) },
    end: limit === undefined ? end : end + 1,
  });
  const word = terms[at]?.word ?? "";
  if (word === "all") return { part: { isAll: true }, end: at + 1 };
  if (["first", "limit"].includes(word)) {
    const limit = rowsAt(at + 1);
    return limit === undefined ? undefined : found(at + 1, limit);
  }
  if (word === "last") {
    const limit = rowsAt(at + 1);
    return limit === undefined ? undefined : found(at + 1, limit, "latest");
  }
  const order = phraseAt(terms, at, QUESTION_WORDS.orders);
  if (order !== undefined) return found(order.end, rowsAt(order.end), order.meaning);
  const limit = rowsAt(at);
  const behind = phraseAt(terms, at + 1, QUESTION_WORDS.orders);
  return limit === undefined || behind === undefined
    ? undefined
    : { part: { limit, order: behind.meaning }, end: behind.end };
};
