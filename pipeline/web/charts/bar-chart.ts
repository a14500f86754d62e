import type { ChartSpec } from "./draw-chart.js";

export interface Bar {
  readonly name: string;
  readonly value: number;
  readonly href: string;
}

const BAR_HEIGHT = 25;
const LONGEST_NAME = 17;

/** Bars from left to right in the order given, each with its number behind it. */
export function barChart(title: string, bars: readonly Bar[]): ChartSpec {
  const most = bars.reduce((one, other) => (other.value > one.value ? other : one));
  return {
    title,
    description: `${bars.length} bars; the longest is ${most.name} with ${most.value.toLocaleString("en")}.`,
    hasLinks: true,
    plot: (plot) => ({
      width: 420,
      height: BAR_HEIGHT * bars.length + 12,
      marginLeft: 148,
      marginRight: 64,
      marginTop: 4,
      marginBottom: 8,
      x: { axis: null, domain: [0, most.value] },
      y: { domain: bars.map(({ name }) => name), label: null, tickSize: 0, tickFormat: shortened },
      marks: [
        plot.barX(bars, {
          x: "value",
          y: "name",
          href: "href",
          title: ({ name, value }: Bar) => `${name}: ${value.toLocaleString("en")}`,
          fill: "var(--series-1)",
          insetTop: 4,
          insetBottom: 4,
        }),
        plot.text(bars, {
          x: "value",
          y: "name",
          text: ({ value }: Bar) => value.toLocaleString("en"),
          textAnchor: "start",
          dx: 6,
        }),
      ],
    }),
  };
}

function shortened(name: string): string {
  return name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME - 1)}…` : name;
}
