import { writeFile } from "node:fs/promises";
import { z } from "zod";
import type { FactJson } from "./fact-json.js";
import { FaktumError } from "./faktum-error.js";
import type { GoldFact } from "./gold.js";
import type { LineMatch } from "./match-facts.js";
import { type Rate, rate, type Tally } from "./rate.js";
import { readBytes } from "./read-bytes.js";

const factKeys = z.array(z.string());
const lineSchema = z.object({ lang: z.string(), right: factKeys, missed: factKeys, invented: factKeys });
const baselineSchema = z.object({ lines: z.record(z.string(), lineSchema) });

/** Outcome of one gold line: which gold facts were found and which not, and what was found besides, as fact keys. */
export type BaselineLine = Readonly<z.infer<typeof lineSchema>>;

/** Outcome of an evaluation, gold line by gold line; the keys are the lines' ids. */
export interface Baseline {
  readonly lines: Readonly<Record<string, BaselineLine>>;
}

/** Scores by language tag; `all` is over all languages. */
export type Scores = Readonly<Record<string, Rate>>;

const ALL = "all";
const UNSTATED = "unstated";

/** Throws FaktumError when two gold lines have the same id. */
export function baselineOf(matches: readonly LineMatch[]): Baseline {
  const lines = new Map<string, BaselineLine>();
  for (const { gold, answer, right, missed, invented } of matches) {
    if (lines.has(gold.id)) {
      const message = `two gold lines have the id ${gold.id}; a baseline needs an id for each`;
      throw new FaktumError("eval.same-id", message, { exitCode: 2 });
    }
    lines.set(gold.id, {
      lang: gold.lang ?? UNSTATED,
      right: right.map((pair) => factKey(pair.gold, answer.text)),
      missed: missed.map((miss) => factKey(miss.gold, answer.text)),
      invented: invented.map((fact) => factKey(fact, answer.text)),
    });
  }
  return { lines: Object.fromEntries([...lines].sort(([a], [b]) => (a < b ? -1 : 1))) };
}

export function scoresOf({ lines }: Baseline): Scores {
  const tallies = new Map<string, Tally>();
  for (const line of Object.values(lines)) {
    for (const name of [ALL, line.lang]) {
      const { right, invented, missed } = tallies.get(name) ?? { right: 0, invented: 0, missed: 0 };
      tallies.set(name, {
        right: right + line.right.length,
        invented: invented + line.invented.length,
        missed: missed + line.missed.length,
      });
    }
  }
  const rows = [...tallies].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, tally]) => [name, rate(tally)] as const);
  return Object.fromEntries(rows);
}

/** Throws FaktumError, naming the remedy, when the file cannot be read or holds no baseline. */
export async function readBaseline(file: string): Promise<Baseline> {
  const text = new TextDecoder().decode(await readBytes(file));
  try {
    return baselineSchema.parse(JSON.parse(text));
  } catch (cause) {
    const message = `${file}: not a baseline; write it again with --write-baseline`;
    throw new FaktumError("eval.not-a-baseline", message, { exitCode: 2, cause });
  }
}

/**
 * One fact a line, so that a difference between two versions names facts. The scores stand in front for those who read
 * it; a comparison counts the facts again.
 */
export async function writeBaseline(file: string, baseline: Baseline): Promise<void> {
  const f1 = Object.entries(scoresOf(baseline)).map(([name, score]) => [name, Number(score.f1.toFixed(4))] as const);
  try {
    await writeFile(file, `${JSON.stringify({ f1: Object.fromEntries(f1), lines: baseline.lines }, null, 1)}\n`);
  } catch (cause) {
    const message = `${file}: cannot be written; check the folder and its rights`;
    throw new FaktumError("eval.cannot-write", message, { exitCode: 4, cause });
  }
}

/** `money 5..10 EUR ⟦5 bis 10 Euro⟧`: without a place, so that an edit in front of a fact leaves its key as it is. */
function factKey(fact: GoldFact | FactJson, text: string): string {
  const words = text.slice(fact.start, fact.end).replace(/\s+/gu, " ");
  return `${[fact.kind, ...statedValue(fact)].join(" ")} ⟦${words}⟧`;
}

function statedValue(fact: GoldFact | FactJson): readonly string[] {
  const code = fact.iso ?? fact.number;
  if (code !== undefined) return [code];
  if (fact.numerator !== undefined) return [`${fact.numerator}/${fact.denominator}`];
  const amount = fact.value === undefined ? `${fact.low}..${fact.high}` : String(fact.value);
  return fact.unit === undefined ? [amount] : [amount, fact.unit];
}
