import type { ChartSpec } from "./draw-chart.js";

export interface MonthBar {
  /** `2024-05`, or a year. */
  readonly name: string;
  readonly facts: number;
  readonly href: string;
}

/** More months than that are too narrow to point at: years then. */
const MOST_MONTHS = 72;

/** Months, or years where there are many months. Both ascend. */
export function monthBars(
  months: readonly { readonly name: string; readonly facts: number }[],
  hrefOf: (year: string) => string,
): readonly MonthBar[] {
  const [first] = months;
  const last = months.at(-1);
  if (first === undefined || last === undefined) return [];
  if (monthNumber(last.name) - monthNumber(first.name) < MOST_MONTHS) {
    return months.map((month) => ({ ...month, href: hrefOf(month.name.slice(0, 4)) }));
  }
  const years = new Map<string, number>();
  for (const { name, facts } of months) years.set(name.slice(0, 4), (years.get(name.slice(0, 4)) ?? 0) + facts);
  return [...years].map(([name, facts]) => ({ name, facts, href: hrefOf(name) }));
}

/** A bar for each stretch of time, as wide as it is long. */
export function monthChart(title: string, bars: readonly MonthBar[]): ChartSpec {
  const most = bars.reduce((one, other) => (other.facts > one.facts ? other : one));
  return {
    title,
    description: `From ${bars[0]?.name} to ${bars.at(-1)?.name}; most facts: ${most.name} with ${most.facts.toLocaleString("en")}.`,
    hasLinks: true,
    isWide: true,
    plot: (plot) => ({
      width: 900,
      height: 220,
      marginLeft: 56,
      marginBottom: 36,
      x: { type: "utc", label: null },
      y: { grid: true, label: null, tickFormat: (value: number) => COMPACT.format(value), ticks: 4 },
      marks: [
        plot.rectY(bars, {
          x1: ({ name }: MonthBar) => startOf(name),
          x2: ({ name }: MonthBar) => endOf(name),
          y: "facts",
          href: "href",
          title: ({ name, facts }: MonthBar) => `${name}: ${facts.toLocaleString("en")} facts`,
          fill: "var(--series-1)",
          insetLeft: 0.5,
          insetRight: 0.5,
        }),
        plot.ruleY([0], { stroke: "currentColor" }),
      ],
    }),
  };
}

function startOf(name: string): Date {
  return new Date(`${name.length > 4 ? name : `${name}-01`}-01T00:00:00Z`);
}

function endOf(name: string): Date {
  const end = startOf(name);
  end.setUTCMonth(end.getUTCMonth() + (name.length > 4 ? 1 : 12));
  return end;
}

function monthNumber(name: string): number {
  return 12 * Number(name.slice(0, 4)) + Number(name.slice(5, 7));
}

const COMPACT = new Intl.NumberFormat("en", { notation: "compact" });
