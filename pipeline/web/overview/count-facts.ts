import type { Facet } from "../facts/facets.js";
import type { FactColumns } from "../facts/fact-columns.js";

export interface NamedCount {
  readonly name: string;
  readonly facts: number;
}

/** What all facts are, counted. */
export interface FactCounts {
  readonly facts: number;
  readonly articles: number;
  readonly kinds: readonly NamedCount[];
  readonly languages: readonly NamedCount[];
  /** By language, then by kind. */
  readonly byLanguage: ReadonlyMap<string, ReadonlyMap<string, number>>;
  readonly concepts: readonly NamedCount[];
  readonly units: readonly NamedCount[];
  readonly publishers: readonly NamedCount[];
  /** By month of publication (`2024-05`), ascending; without those whose month is unknown. */
  readonly months: readonly NamedCount[];
  /** Facts of articles whose month of publication is unknown. */
  readonly undated: number;
  /** Ids of the newest articles, as published. */
  readonly newest: readonly number[];
}

const MOST_NEWEST = 8;

export function countFacts(columns: FactColumns): FactCounts {
  return {
    facts: columns.size,
    articles: columns.documents.length,
    kinds: countFacet(columns, "kind"),
    languages: countFacet(columns, "language"),
    byLanguage: countByLanguage(columns),
    concepts: countFacet(columns, "concept"),
    units: countFacet(columns, "unit"),
    publishers: countFacet(columns, "publisher"),
    ...countMonths(columns),
    newest: newestDocuments(columns),
  };
}

/** The most frequent first; those without are left out. */
function countFacet({ facets }: FactColumns, facet: Facet): readonly NamedCount[] {
  const { codes, names } = facets[facet];
  const counts = new Uint32Array(names.length);
  for (const code of codes) counts[code] = (counts[code] ?? 0) + 1;
  return names
    .map((name, code) => ({ name, facts: counts[code] ?? 0 }))
    .slice(1)
    .sort((one, other) => other.facts - one.facts || (one.name < other.name ? -1 : 1));
}

function countByLanguage({ size, facets: { language, kind } }: FactColumns): FactCounts["byLanguage"] {
  const kinds = kind.names.length;
  const counts = new Uint32Array(language.names.length * kinds);
  for (let at = 0; at < size; at++) {
    const place = (language.codes[at] ?? 0) * kinds + (kind.codes[at] ?? 0);
    counts[place] = (counts[place] ?? 0) + 1;
  }
  return new Map(
    language.names.map((name, code) => [
      name,
      new Map(kind.names.map((kindName, kindCode) => [kindName, counts[code * kinds + kindCode] ?? 0])),
    ]),
  );
}

function countMonths({ documents, firstFacts }: FactColumns): Pick<FactCounts, "months" | "undated"> {
  const counts = new Map<string, number>();
  let undated = 0;
  for (const [at, { publishedAt }] of documents.entries()) {
    const facts = (firstFacts[at + 1] ?? 0) - (firstFacts[at] ?? 0);
    const month = MONTH.exec(publishedAt ?? "")?.[0];
    if (month === undefined) undated += facts;
    else if (facts > 0) counts.set(month, (counts.get(month) ?? 0) + facts);
  }
  const months = [...counts].map(([name, facts]) => ({ name, facts }));
  return { months: months.sort((one, other) => (one.name < other.name ? -1 : 1)), undated };
}

function newestDocuments({ documents }: FactColumns): readonly number[] {
  return documents
    .filter(({ publishedAt }) => publishedAt !== null)
    .sort((one, other) => ((one.publishedAt ?? "") < (other.publishedAt ?? "") ? 1 : -1))
    .slice(0, MOST_NEWEST)
    .map(({ id }) => id);
}

const MONTH = /^[0-9]{4}-(?:0[1-9]|1[0-2])/u;
