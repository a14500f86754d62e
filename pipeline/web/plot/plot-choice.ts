import { pathWith } from "../path-with.js";
import { RequestProblem } from "../request-problem.js";

/** Kinds whose facts have a value, by what they are called. */
export const PLOTTED_KINDS = {
  percentage: "Percentages",
  count: "Counts",
  ratio: "Ratios",
  rank: "Ranks",
  money: "Money",
  measurement: "Measurements",
} as const;
export type PlottedKind = keyof typeof PLOTTED_KINDS;

/** What the values are set against. */
export const PLOTTED_BY = {
  time: "the time they hold for, else the day of publication",
  published: "the day of publication",
  publisher: "publisher",
  language: "language",
  subject: "subject, as written",
} as const;
export type PlottedBy = keyof typeof PLOTTED_BY;

/** Which facts are plotted; all of it stands in the page's address. */
export interface PlotChoice {
  readonly kind?: PlottedKind;
  readonly concept?: string;
  /** As `facts.item_key`. */
  readonly item?: string;
  readonly unit?: string;
  readonly language?: string;
  readonly publisher?: string;
  readonly by: PlottedBy;
}

/** Reads the choice of an address. Throws RequestProblem for a kind or an axis that there is not. */
export function plotChoice(query: (name: string) => string | undefined): PlotChoice {
  const stated = (name: string) => query(name)?.trim() || undefined;
  const kind = oneOf(PLOTTED_KINDS, "kind", stated("kind"));
  const texts = TEXT_FIELDS.flatMap((name) => {
    const text = stated(name);
    return text === undefined ? [] : [[name, text] as const];
  });
  return {
    ...(kind !== undefined && { kind }),
    ...Object.fromEntries(texts),
    by: oneOf(PLOTTED_BY, "by", stated("by")) ?? "time",
  };
}

export function plotPath({ by, ...choice }: PlotChoice): string {
  return pathWith("/plot", { ...choice, by: by === "time" ? undefined : by });
}

const TEXT_FIELDS = ["concept", "item", "unit", "language", "publisher"] as const;

function oneOf<Names extends object>(names: Names, field: string, text: string | undefined): keyof Names | undefined {
  if (text === undefined) return undefined;
  if (Object.hasOwn(names, text)) return text as keyof Names;
  throw new RequestProblem(400, `${field}=${text}: choose one of ${Object.keys(names).join(", ")}`);
}
