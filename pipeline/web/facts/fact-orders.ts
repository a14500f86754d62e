import { setImmediate } from "node:timers/promises";
import type { FactColumns } from "./fact-columns.js";

/** How facts can be sorted. Equal ones follow the newest article first, then the order of its text. */
export const SORTS = ["newest", "value-up", "value-down"] as const;
export type Sort = (typeof SORTS)[number];

/** Positions of all facts, in each order. */
export type FactOrders = Readonly<Record<Sort, Uint32Array>>;

/** Where a fact stands in any order, though it may be gone meanwhile. */
export interface OrderKey {
  /** When the article was published, ISO 8601; empty when that is unknown: such ones come last. */
  readonly date: string;
  /** NaN of what has none: such ones come last. */
  readonly value: number;
  readonly documentId: number;
  readonly spanStart: number;
}

const FACTS_AT_A_TIME = 100_000;

export async function buildFactOrders(columns: FactColumns): Promise<FactOrders> {
  const newest = newestFirst(columns);
  await setImmediate();
  const values = Float64Array.from(new Set(columns.values.filter((value) => !Number.isNaN(value)))).sort();
  await setImmediate();
  const ranks = await ranksOf(columns.values, values);
  const ascending = byRank(newest, ranks, values.length + 1);
  await setImmediate();
  for (let at = 0; at < ranks.length; at++) {
    const rank = ranks[at] ?? 0;
    if (rank < values.length) ranks[at] = values.length - 1 - rank;
  }
  return { newest, "value-up": ascending, "value-down": byRank(newest, ranks, values.length + 1) };
}

export function keyOf(columns: FactColumns, position: number): OrderKey {
  const document = columns.documents[columns.documentOf[position] ?? 0];
  return {
    date: document?.publishedAt ?? "",
    value: columns.values[position] ?? Number.NaN,
    documentId: document?.id ?? 0,
    spanStart: columns.spanStarts[position] ?? 0,
  };
}

/** Index in the order of the first fact that comes after `key`, or of the first that does not come before it. */
export function indexAt(columns: FactColumns, orders: FactOrders, sort: Sort, key: OrderKey, after: boolean): number {
  const order = orders[sort];
  let low = 0;
  let high = order.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const compared = compareKeys(keyOf(columns, order[middle] ?? 0), key, sort);
    if (compared < 0 || (after && compared === 0)) low = middle + 1;
    else high = middle;
  }
  return low;
}

function compareKeys(one: OrderKey, other: OrderKey, sort: Sort): number {
  return (
    (sort === "newest" ? 0 : compareValues(one.value, other.value, sort === "value-up" ? 1 : -1)) ||
    compareDates(one.date, other.date) ||
    one.documentId - other.documentId ||
    one.spanStart - other.spanStart
  );
}

function compareValues(one: number, other: number, direction: 1 | -1): number {
  if (Number.isNaN(one) || Number.isNaN(other)) return Number(Number.isNaN(one)) - Number(Number.isNaN(other));
  return one === other ? 0 : one < other ? -direction : direction;
}

function compareDates(one: string, other: string): number {
  if (one === other) return 0;
  if (one === "" || other === "") return one === "" ? 1 : -1;
  return one < other ? 1 : -1;
}

/** Documents are sorted, far fewer than facts; a document's facts stand in a row already. */
function newestFirst({ documents, firstFacts, size }: FactColumns): Uint32Array {
  const sorted = documents
    .map(({ id, publishedAt }, at) => ({ id, date: publishedAt ?? "", at }))
    .sort((one, other) => compareDates(one.date, other.date) || one.id - other.id);
  const order = new Uint32Array(size);
  let filled = 0;
  for (const { at } of sorted) {
    const end = firstFacts[at + 1] ?? 0;
    for (let position = firstFacts[at] ?? 0; position < end; position++) order[filled++] = position;
  }
  return order;
}

/** By fact: how many different values are smaller than its own; of one without a value: all. */
async function ranksOf(values: Float64Array, sorted: Float64Array): Promise<Uint32Array> {
  const ranks = new Uint32Array(values.length);
  for (let at = 0; at < values.length; at++) {
    const value = values[at] ?? Number.NaN;
    ranks[at] = Number.isNaN(value) ? sorted.length : lowerBound(sorted, value);
    if (at % FACTS_AT_A_TIME === FACTS_AT_A_TIME - 1) await setImmediate();
  }
  return ranks;
}

/** Index of the first number that is not smaller than `value`, among ascending ones. */
export function lowerBound(sorted: Float64Array, value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Sorts by counting; equal ranks keep the order of `base`. */
function byRank(base: Uint32Array, ranks: Uint32Array, count: number): Uint32Array {
  const places = new Uint32Array(count + 1);
  for (const rank of ranks) places[rank + 1] = (places[rank + 1] ?? 0) + 1;
  for (let rank = 1; rank < places.length; rank++) places[rank] = (places[rank] ?? 0) + (places[rank - 1] ?? 0);
  const order = new Uint32Array(base.length);
  for (const position of base) {
    const rank = ranks[position] ?? 0;
    const place = places[rank] ?? 0;
    order[place] = position;
    places[rank] = place + 1;
  }
  return order;
}
