import { FACETS, type Facet } from "./facets.js";
import type { FactColumns } from "./fact-columns.js";
import type { FactFilter, PageKey } from "./fact-filter.js";
import type { FactSnapshot } from "./fact-index.js";
import { indexAt } from "./fact-orders.js";

export interface FactSelection {
  readonly total: number;
  /** By position: 1 for the facts that all filters let through. */
  readonly matches: Uint8Array;
  /** By code of the facet's values: how many facts there would be with each, all other facets' choices kept. */
  readonly counts: Readonly<Record<Facet, Uint32Array>>;
}

interface Gate {
  readonly codes: Uint32Array;
  readonly counts: Uint32Array;
  /** By code: whether it is let through; nothing when all are. */
  readonly allowed: Uint8Array | undefined;
}

/** Goes once over all facts: which are let through, and what each facet's values would give. */
export function selectFacts(snapshot: FactSnapshot, filter: FactFilter): FactSelection {
  const { columns } = snapshot;
  const { size, values } = columns;
  const found = filter.q === "" ? undefined : snapshot.factsWith(filter.q);
  const isBounded = filter.least !== undefined || filter.most !== undefined;
  const least = filter.least ?? Number.NEGATIVE_INFINITY;
  const most = filter.most ?? Number.POSITIVE_INFINITY;
  const gates = FACETS.map((facet) => gateOf(columns, facet, filter.chosen[facet]));
  const matches = new Uint8Array(size);
  let total = 0;
  for (let at = 0; at < size; at++) {
    if (found !== undefined && found[at] === 0) continue;
    if (isBounded) {
      const value = values[at] ?? Number.NaN;
      if (!(value >= least && value <= most)) continue;
    }
    let stopped = 0;
    let stoppedBy: Gate | undefined;
    for (const gate of gates) {
      if (gate.allowed !== undefined && gate.allowed[gate.codes[at] ?? 0] === 0) {
        stopped += 1;
        stoppedBy = gate;
      }
    }
    // What one facet alone stops would be there if another value of it were chosen.
    if (stopped === 1 && stoppedBy !== undefined) countIn(stoppedBy, at);
    if (stopped > 0) continue;
    matches[at] = 1;
    total += 1;
    for (const gate of gates) countIn(gate, at);
  }
  const counts = Object.fromEntries(FACETS.map((facet, at) => [facet, gates[at]?.counts ?? new Uint32Array()]));
  return { total, matches, counts: counts as FactSelection["counts"] };
}

export interface FactPage {
  /** Positions of its facts. */
  readonly positions: readonly number[];
  readonly hasBefore: boolean;
  readonly hasAfter: boolean;
}

/** A part of what was selected, in the order that the filter asks for. */
export function pageOf(
  snapshot: FactSnapshot,
  selection: FactSelection,
  filter: FactFilter,
  page: PageKey | undefined,
  size: number,
): FactPage {
  const order = snapshot.orders[filter.sort];
  const isBackwards = page?.direction === "before";
  const start =
    page === undefined ? 0 : indexAt(snapshot.columns, snapshot.orders, filter.sort, page.key, !isBackwards);
  const positions: number[] = [];
  const step = isBackwards ? -1 : 1;
  for (let at = isBackwards ? start - 1 : start; at >= 0 && at < order.length && positions.length <= size; at += step) {
    const position = order[at] ?? 0;
    if (selection.matches[position] === 1) positions.push(position);
  }
  const hasMore = positions.length > size;
  if (hasMore) positions.pop();
  if (isBackwards) positions.reverse();
  return {
    positions,
    hasBefore: isBackwards ? hasMore : page !== undefined,
    hasAfter: isBackwards || hasMore,
  };
}

/** All positions that were selected, in the order that the filter asks for. */
export function* allSelected(
  snapshot: FactSnapshot,
  selection: FactSelection,
  filter: FactFilter,
): Generator<number, void> {
  for (const position of snapshot.orders[filter.sort]) if (selection.matches[position] === 1) yield position;
}

function gateOf({ facets }: FactColumns, facet: Facet, chosen: readonly string[]): Gate {
  const { codes, names, codeOf } = facets[facet];
  const counts = new Uint32Array(names.length);
  if (chosen.length === 0) return { codes, counts, allowed: undefined };
  const allowed = new Uint8Array(names.length);
  for (const value of chosen) {
    const code = codeOf.get(value);
    if (code !== undefined) allowed[code] = 1;
  }
  return { codes, counts, allowed };
}

function countIn({ codes, counts }: Gate, at: number): void {
  const code = codes[at] ?? 0;
  counts[code] = (counts[code] ?? 0) + 1;
}
