/** What facts are chosen by, each by the values that there are. The order in which they are shown. */
export const FACETS = ["kind", "language", "concept", "unit", "publisher", "year"] as const;

export type Facet = (typeof FACETS)[number];

export const FACET_NAMES: Readonly<Record<Facet, string>> = {
  kind: "Kind",
  language: "Language",
  concept: "Concept",
  unit: "Unit",
  publisher: "Publisher",
  year: "Published in",
};
