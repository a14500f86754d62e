import type { PreparedDocument } from "../store/prepared-document.js";
import type { RunSums } from "../store/runs.js";

/** The sums with documents that were stored. */
export function addStored(sums: RunSums, documents: readonly PreparedDocument[], more: RunSums["changes"]): RunSums {
  const languages = structuredClone(sums.languages);
  const refused = { ...sums.refused };
  const of = (tag: string) => {
    languages[tag] ??= { documents: 0, facts: {} };
    return languages[tag];
  };
  for (const { status, language, named, counts } of documents) {
    if (status === "refused") {
      const seems = named ?? language;
      refused[seems] = (refused[seems] ?? 0) + 1;
      continue;
    }
    of(language).documents += 1;
    for (const [tag, kinds] of Object.entries(counts)) {
      const { facts } = of(tag);
      for (const [kind, count] of Object.entries(kinds) as [keyof typeof kinds, number][]) {
        facts[kind] = (facts[kind] ?? 0) + count;
      }
    }
  }
  const { added, changed, gone } = sums.changes;
  const changes = { added: added + more.added, changed: changed + more.changed, gone: gone + more.gone };
  return { ...sums, languages, refused, changes };
}
