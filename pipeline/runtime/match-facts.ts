import type { FactJson } from "./fact-json.js";
import type { GoldFact, GoldLine } from "./gold.js";
import { sameValue } from "./same-value.js";

/** What the program answered for one gold line. */
export interface Answer {
  readonly lang: string;
  /** Text that the offsets of its facts, and of the gold facts, refer to. */
  readonly text: string;
  readonly facts: readonly FactJson[];
}

export interface MissedFact {
  readonly gold: GoldFact;
  /** An answer that overlaps it and was not yet matched when it was missed. */
  readonly instead?: FactJson;
}

/** How the answer for one line compares with its gold facts. */
export interface LineMatch {
  readonly gold: GoldLine;
  readonly answer: Answer;
  readonly right: readonly { readonly gold: GoldFact; readonly found: FactJson }[];
  readonly missed: readonly MissedFact[];
  readonly invented: readonly FactJson[];
}

interface Stretch {
  readonly start: number;
  readonly end: number;
}

/**
 * Pairs each required gold fact with an answer of its kind and value that overlaps it, the one that starts nearest; an
 * answer serves once. What is left over was invented, unless it overlaps an optional fact or a skipped stretch.
 */
export function matchFacts(gold: GoldLine, answer: Answer): LineMatch {
  const left = new Set(answer.facts);
  const right: { gold: GoldFact; found: FactJson }[] = [];
  const missed: MissedFact[] = [];
  for (const fact of gold.facts) {
    if (fact.optional) continue;
    const found = nearest(
      fact,
      [...left].filter((other) => other.kind === fact.kind && overlaps(fact, other) && sameValue(fact, other)),
    );
    if (found !== undefined) {
      left.delete(found);
      right.push({ gold: fact, found });
      continue;
    }
    const instead = [...left].find((other) => overlaps(fact, other));
    missed.push(instead === undefined ? { gold: fact } : { gold: fact, instead });
  }
  const ignored: readonly Stretch[] = [...gold.facts.filter((fact) => fact.optional), ...(gold.skip ?? [])];
  const invented = [...left].filter((fact) => !ignored.some((stretch) => overlaps(stretch, fact)));
  return { gold, answer, right, missed, invented };
}

function nearest(gold: Stretch, candidates: readonly FactJson[]): FactJson | undefined {
  return [...candidates].sort((a, b) => Math.abs(a.start - gold.start) - Math.abs(b.start - gold.start))[0];
}

function overlaps(a: Stretch, b: Stretch): boolean {
  return a.start < b.end && b.start < a.end;
}
