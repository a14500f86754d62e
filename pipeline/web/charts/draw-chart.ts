import type { PlotOptions } from "@observablehq/plot";
import { raw } from "hono/html";
import type { Markup } from "../web-context.js";

/** Hands over what draws, so that it is loaded when a chart is drawn and never before. */
export type PlotModule = typeof import("@observablehq/plot");

export interface ChartSpec {
  readonly title: string;
  /** What a person who cannot see the chart should know: in one or two sentences, with figures. */
  readonly description: string;
  readonly plot: (module: PlotModule) => PlotOptions;
  /** Whether marks are links; the same links must stand in a table beside the chart. */
  readonly hasLinks?: boolean;
  /** Scrolls on a narrow screen, where it would be too small to read. */
  readonly isWide?: boolean;
}

interface SvgElement {
  readonly outerHTML: string;
  textContent: string | null;
  querySelectorAll(selector: string): Iterable<SvgElement>;
  setAttribute(name: string, value: string): void;
  removeAttribute(name: string): void;
  prepend(element: SvgElement): void;
  remove(): void;
}

interface SvgDocument {
  createElementNS(namespace: string, name: string): SvgElement;
}

/**
 * A chart as SVG that needs no script and no style of its own: colours are `currentColor` and the sheet's variables. Its
 * links are for the mouse; the keyboard finds them in the table.
 */
export async function drawChart(spec: ChartSpec): Promise<Markup> {
  const { parseHTML } = await import("linkedom");
  const module = await import("@observablehq/plot");
  const { document } = parseHTML("<!doctype html><html><body></body></html>");
  // The project's types know no browser; linkedom has the few parts of one that are needed here.
  const element = module.plot({ ...spec.plot(module), document, figure: false }) as unknown as SvgElement;
  for (const style of element.querySelectorAll("style")) style.remove();
  for (const each of [element, ...element.querySelectorAll("[style], [class]")]) {
    each.removeAttribute("style");
    each.removeAttribute("class");
  }
  element.setAttribute("class", "chart");
  element.setAttribute("font-size", FONT_SIZE);
  nameForReaders(element, document as unknown as SvgDocument, spec);
  return raw(element.outerHTML);
}

/** Of a chart in its own size. */
const FONT_SIZE = "13";

/** What has links may not be an image to a screen reader: it would hide them. */
function nameForReaders(
  svg: SvgElement,
  document: SvgDocument,
  { title, description, hasLinks = false }: ChartSpec,
): void {
  svg.setAttribute("role", hasLinks ? "group" : "img");
  svg.removeAttribute("aria-label");
  for (const [name, text] of [
    ["desc", description],
    ["title", title],
  ] as const) {
    const element = document.createElementNS("http://www.w3.org/2000/svg", name);
    element.textContent = text;
    svg.prepend(element);
  }
  // Plot names its groups for readers (`dot`, `x-axis tick label`): a name is for what has a role, and says little.
  for (const group of svg.querySelectorAll("g[aria-label]")) group.removeAttribute("aria-label");
  for (const link of svg.querySelectorAll("a")) {
    link.setAttribute("tabindex", "-1");
    link.setAttribute("aria-hidden", "true");
  }
}
