import type { ChartSpec } from "../charts/draw-chart.js";
import { groupedNumber } from "../data-table.js";
import { factPath } from "../fact-paths.js";
import { periodOf } from "./period-of.js";
import type { PlotChoice } from "./plot-choice.js";
import type { PlotRow } from "./plot-sql.js";

/** A fact as a point. */
export interface PlotPoint {
  readonly row: PlotRow;
  readonly value: number;
  /** The middle of the time that it holds for; nothing when it is set against something else. */
  readonly at?: Date;
  readonly time: string;
  readonly group: string;
  readonly href: string;
}

/** As many as have a colour and a shape of their own; the others share the last. */
export const MOST_SERIES = 6;
const MOST_GROUPS = 30;
const WIDTH = 760;
const HALF_A_YEAR = 183 * 24 * 3600 * 1000;

/** The facts that can be plotted: against time those whose time has a year. */
export function plotPoints(rows: readonly PlotRow[], by: PlotChoice["by"]): readonly PlotPoint[] {
  return rows.flatMap((row) => {
    const time = (by === "published" ? row.published_at : (row.holds_for ?? row.published_at)) ?? "";
    const base = { row, value: row.value, time: time.replace(CLOCK, ""), href: factPath(row) };
    if (by === "time" || by === "published") {
      const period = periodOf(time);
      const at = period && new Date((period.start + period.end) / 2);
      return at === undefined ? [] : [{ ...base, at, group: row.language }];
    }
    return [{ ...base, group: (by === "language" ? row.language : row[by]) ?? "" }];
  });
}

/** Groups in the order of their frequency. */
export function groupsOf(points: readonly PlotPoint[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const { group } of points) counts.set(group, (counts.get(group) ?? 0) + 1);
  return [...counts.keys()].sort((one, other) => (counts.get(other) ?? 0) - (counts.get(one) ?? 0));
}

export function plotChart(title: string, points: readonly PlotPoint[], choice: PlotChoice): ChartSpec {
  const common = { title, description: described(points), hasLinks: true, isWide: true };
  return { ...common, ...(isOverTime(choice) ? overTime(points, hasMedians(choice)) : byGroup(points)) };
}

export function isOverTime({ by }: PlotChoice): boolean {
  return by === "time" || by === "published";
}

/** Values of the same thing have a middle; those of whatever there is in a unit have none that says something. */
export function hasMedians(choice: PlotChoice): boolean {
  return isOverTime(choice) && (choice.concept ?? choice.item) !== undefined;
}

function overTime(points: readonly PlotPoint[], withMedians: boolean): Pick<ChartSpec, "plot"> {
  const groups = groupsOf(points);
  const times = points.flatMap(({ at }) => at?.getTime() ?? []);
  const values = points.map(({ value }) => value);
  return {
    plot: (plot) => ({
      width: WIDTH,
      height: 380,
      marginLeft: 64,
      marginBottom: 40,
      x: { type: "utc", label: null, ...roomAroundOne(times, HALF_A_YEAR) },
      y: {
        grid: true,
        label: null,
        nice: true,
        tickFormat: compact,
        ...roomAroundOne(values, Math.abs(values[0] ?? 0)),
      },
      marks: [
        plot.line(withMedians ? medians(points) : [], {
          x: "at",
          y: "value",
          stroke: "currentColor",
          strokeOpacity: 0.45,
          strokeDasharray: "4,3",
        }),
        ...seriesOf(groups).map(({ series, holds }) =>
          plot.dot(points.filter(holds), {
            x: "at",
            y: "value",
            href: "href",
            title: pointTitle,
            symbol: SYMBOLS[series] ?? "circle",
            r: 4.5,
            fill: `var(--series-${series + 1})`,
            stroke: "var(--surface)",
            strokeWidth: 0.75,
          }),
        ),
      ],
    }),
  };
}

/** Where all stands at one place an axis has no length: it gets some on both sides. */
function roomAroundOne(places: readonly number[], room: number): { readonly domain?: readonly number[] } {
  const [first] = places;
  if (first === undefined || places.some((place) => place !== first)) return {};
  return { domain: [first - (room || 1), first + (room || 1)] };
}

function byGroup(points: readonly PlotPoint[]): Pick<ChartSpec, "plot"> {
  const groups = groupsOf(points).slice(0, MOST_GROUPS);
  const shown = points.filter(({ group }) => groups.includes(group));
  return {
    plot: (plot) => ({
      width: WIDTH,
      height: 28 * groups.length + 56,
      marginLeft: 230,
      marginBottom: 40,
      x: { grid: true, label: null, nice: true, tickFormat: compact },
      y: {
        domain: groups,
        label: null,
        grid: true,
        tickFormat: (name: string) => (name.length > 26 ? `${name.slice(0, 25)}…` : name),
      },
      marks: [
        plot.dot(shown, {
          x: "value",
          y: "group",
          href: "href",
          title: pointTitle,
          r: 4.5,
          fill: "var(--series-1)",
          stroke: "var(--surface)",
          strokeWidth: 0.75,
        }),
      ],
    }),
  };
}

/** Which groups share a colour and a shape. */
export function seriesOf(
  groups: readonly string[],
): readonly { readonly series: number; readonly name: string; readonly holds: (point: PlotPoint) => boolean }[] {
  const own = groups.length > MOST_SERIES ? groups.slice(0, MOST_SERIES - 1) : groups;
  const rest = new Set(groups.slice(own.length));
  return [
    ...own.map((name, series) => ({ series, name, holds: ({ group }: PlotPoint) => group === name })),
    ...(rest.size === 0
      ? []
      : [{ series: own.length, name: "others", holds: ({ group }: PlotPoint) => rest.has(group) }]),
  ];
}

export function pointTitle({ row, time }: PlotPoint): string {
  const what = row.subject ?? row.item;
  return [`${valueText(row)}${what === null ? "" : `, ${what}`}`, time, row.publisher ?? row.path]
    .filter(Boolean)
    .join("\n");
}

/** As it is stored, with its unit. */
export function valueText({ value_text, unit, modifier }: PlotRow): string {
  return [modifier?.replaceAll("_", " "), value_text, unit].filter(Boolean).join(" ");
}

function described(points: readonly PlotPoint[]): string {
  const values = points.map(({ value }) => value);
  const ends = points.flatMap(({ at }) => (at === undefined ? [] : [at.getTime()]));
  const years = ends.length === 0 ? "" : `, from ${yearOf(smallest(ends))} to ${yearOf(largest(ends))}`;
  return `${points.length} facts${years}; the smallest value is ${groupedNumber(smallest(values))}, the largest ${groupedNumber(largest(values))}.`;
}

function yearOf(time: number): number {
  return new Date(time).getUTCFullYear();
}

function smallest(values: readonly number[]): number {
  return values.reduce((one, other) => Math.min(one, other), Number.POSITIVE_INFINITY);
}

function largest(values: readonly number[]): number {
  return values.reduce((one, other) => Math.max(one, other), Number.NEGATIVE_INFINITY);
}

/** The middle value at each time that has one, in the order of time. */
function medians(points: readonly PlotPoint[]): readonly { readonly at: Date; readonly value: number }[] {
  const byTime = new Map<number, number[]>();
  for (const { at, value } of points) {
    const time = at?.getTime() ?? Number.NaN;
    const values = byTime.get(time);
    if (values === undefined) byTime.set(time, [value]);
    else values.push(value);
  }
  return [...byTime]
    .sort(([one], [other]) => one - other)
    .map(([at, values]) => {
      const sorted = values.sort((one, other) => one - other);
      const half = (sorted.length - 1) / 2;
      return { at: new Date(at), value: ((sorted[Math.floor(half)] ?? 0) + (sorted[Math.ceil(half)] ?? 0)) / 2 };
    });
}

function compact(value: number): string {
  return COMPACT.format(value);
}

const CLOCK = /T.*$/u;
const COMPACT = new Intl.NumberFormat("en", { notation: "compact", maximumFractionDigits: 2 });
/** So that nobody has to tell series apart by colour alone. */
export const SYMBOLS = ["circle", "square", "triangle", "diamond", "star", "cross"] as const;
