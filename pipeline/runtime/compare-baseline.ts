import { type Baseline, type BaselineLine, type Scores, scoresOf } from "./baseline.js";
import { FaktumError } from "./faktum-error.js";

/** `gained` and `lost`: right now and not before, or the other way round; `invented` and `dropped` the same for false facts. */
export type ChangeSort = "gained" | "lost" | "invented" | "dropped";

/** A fact whose outcome is another than in the baseline. */
export interface FactChange {
  readonly sort: ChangeSort;
  readonly lang: string;
  /** Kind, value and exact text, as the baseline states them. */
  readonly fact: string;
  /** Id of the gold line. */
  readonly id: string;
}

/** Two outcomes of the same gold lines; lines that only one side has are counted, not compared. */
export interface Comparison {
  readonly before: Scores;
  readonly after: Scores;
  /** In order of language, kind and line. */
  readonly changes: readonly FactChange[];
  /** Languages, and `all`, whose F1 is lower than before. */
  readonly fallen: readonly string[];
  /** Ids of lines that the baseline does not know. */
  readonly unknown: readonly string[];
  /** Ids of lines that only the baseline has. */
  readonly absent: readonly string[];
}

/** F1 comes from whole numbers: what differs by less differs in the last bits of a double. */
const TOLERANCE = 1e-9;

/** Throws FaktumError when the two have no line in common, for then nothing would be compared. */
export function compareBaseline(baseline: Baseline, now: Baseline): Comparison {
  const ids = Object.keys(now.lines);
  const shared = ids.filter((id) => baseline.lines[id] !== undefined);
  if (shared.length === 0) {
    const message = "the baseline knows no line of these gold files; write it again with --write-baseline";
    throw new FaktumError("eval.other-baseline", message, { exitCode: 2 });
  }
  const before = scoresOf(only(baseline, shared));
  const after = scoresOf(only(now, shared));
  const changes = shared.flatMap((id) => changesOf(id, baseline.lines[id], now.lines[id]));
  return {
    before,
    after,
    changes: changes.sort((a, b) => compareText(orderOf(a), orderOf(b))),
    fallen: Object.keys(before).filter((name) => (after[name]?.f1 ?? 0) < (before[name]?.f1 ?? 0) - TOLERANCE),
    unknown: ids.filter((id) => baseline.lines[id] === undefined),
    absent: Object.keys(baseline.lines).filter((id) => now.lines[id] === undefined),
  };
}

function only({ lines }: Baseline, ids: readonly string[]): Baseline {
  return {
    lines: Object.fromEntries(ids.flatMap((id) => (lines[id] === undefined ? [] : [[id, lines[id]]]))),
  };
}

function changesOf(id: string, before: BaselineLine | undefined, after: BaselineLine | undefined): FactChange[] {
  if (before === undefined || after === undefined) return [];
  const changes = (sort: ChangeSort, here: readonly string[], there: readonly string[]): FactChange[] =>
    without(here, there).map((fact) => ({ sort, lang: after.lang, fact, id }));
  return [
    ...changes("gained", after.right, before.right),
    ...changes("lost", before.right, after.right),
    ...changes("invented", after.invented, before.invented),
    ...changes("dropped", before.invented, after.invented),
  ];
}

/** What `list` has more of than `other`: the same fact may stand in a text twice. */
function without(list: readonly string[], other: readonly string[]): readonly string[] {
  const rest = [...other];
  return list.filter((fact) => {
    const at = rest.indexOf(fact);
    if (at >= 0) rest.splice(at, 1);
    return at < 0;
  });
}

function orderOf({ lang, fact, id, sort }: FactChange): string {
  return [lang, fact.split(" ")[0], id, sort, fact].join("\u0000");
}

function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
