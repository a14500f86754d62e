import type { FactColumns } from "../facts/fact-columns.js";
import { PLOTTED_KINDS, type PlottedKind } from "./plot-choice.js";

/** What facts measure, and how many do. */
export interface Measure {
  readonly kind: PlottedKind;
  readonly concept?: string;
  readonly unit?: string;
  readonly facts: number;
}

/** What can be chosen for a plot, each list with the most frequent first. */
export interface Measures {
  readonly all: readonly Measure[];
  readonly concepts: readonly string[];
  readonly units: readonly string[];
  readonly languages: readonly string[];
  readonly publishers: readonly string[];
}

const MOST_PUBLISHERS = 200;

/** Counted once for each state of the facts. */
export function measuresIn(columns: FactColumns): Measures {
  const known = MEASURES.get(columns);
  if (known !== undefined) return known;
  const all = countMeasures(columns);
  const measures = {
    all,
    concepts: frequent(columns, "concept"),
    units: distinct(all.flatMap(({ unit }) => unit ?? [])),
    languages: frequent(columns, "language"),
    publishers: frequent(columns, "publisher").slice(0, MOST_PUBLISHERS),
  };
  MEASURES.set(columns, measures);
  return measures;
}

function countMeasures({ size, facets: { kind, concept, unit } }: FactColumns): readonly Measure[] {
  const counts = new Map<number, number>();
  const units = unit.names.length;
  const each = concept.names.length * units;
  for (let at = 0; at < size; at++) {
    const key = (kind.codes[at] ?? 0) * each + (concept.codes[at] ?? 0) * units + (unit.codes[at] ?? 0);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return [...counts]
    .flatMap(([key, facts]) => {
      const kindName = kind.names[Math.floor(key / each)] ?? "";
      if (!isPlotted(kindName)) return [];
      const conceptName = concept.names[Math.floor((key % each) / units)] ?? "";
      const unitName = unit.names[key % units] ?? "";
      return [
        {
          kind: kindName,
          ...(conceptName !== "" && { concept: conceptName }),
          ...(unitName !== "" && { unit: unitName }),
          facts,
        },
      ];
    })
    .sort((one, other) => other.facts - one.facts);
}

function isPlotted(kind: string): kind is PlottedKind {
  return Object.hasOwn(PLOTTED_KINDS, kind);
}

function frequent({ facets }: FactColumns, facet: "concept" | "language" | "publisher"): readonly string[] {
  const { codes, names } = facets[facet];
  const counts = new Uint32Array(names.length);
  for (const code of codes) counts[code] = (counts[code] ?? 0) + 1;
  return names
    .map((name, code) => ({ name, facts: counts[code] ?? 0 }))
    .slice(1)
    .sort((one, other) => other.facts - one.facts)
    .map(({ name }) => name);
}

function distinct(names: readonly string[]): readonly string[] {
  return [...new Set(names)];
}

const MEASURES = new WeakMap<FactColumns, Measures>();
