import { html } from "hono/html";
import type { Markup } from "../web-context.js";
import type { Measures } from "./measures.js";
import { PLOTTED_BY, PLOTTED_KINDS, type PlotChoice } from "./plot-choice.js";

/** All that can be chosen, as it is chosen now. */
export function plotForm(choice: PlotChoice, measures: Measures): Markup {
  return html`<form action="/plot" method="get" class="plot-form">
${select("kind", "Kind", Object.entries(PLOTTED_KINDS), choice.kind)}
${select("concept", "Concept", plain(measures.concepts), choice.concept)}
<p><label for="item">or item, by its key</label>
<input id="item" name="item" value="${choice.item ?? ""}" maxlength="200" autocomplete="off" spellcheck="false" dir="auto"></p>
${select("unit", "Unit", plain(measures.units), choice.unit)}
${select("language", "Language", plain(measures.languages), choice.language)}
${select("publisher", "Publisher", plain(measures.publishers), choice.publisher)}
<p><label for="by">Against</label>
<select id="by" name="by">${options(Object.entries(PLOTTED_BY), choice.by)}</select></p>
<p><button class="main">Plot</button></p>
</form>`;
}

type Option = readonly [value: string, name: string];

/** What is chosen stays to be seen, though no fact has it. */
function select(name: string, label: string, all: readonly Option[], chosen: string | undefined): Markup {
  const known =
    chosen === undefined || all.some(([value]) => value === chosen) ? all : [[chosen, chosen] as const, ...all];
  return html`<p><label for="${name}">${label}</label>
<select id="${name}" name="${name}"><option value="">any</option>${options(known, chosen)}</select></p>`;
}

function options(all: readonly Option[], chosen: string | undefined): readonly Markup[] {
  return all.map(
    ([value, name]) =>
      html`<option value="${value}"${value === chosen ? html` selected` : ""}>${name.replaceAll("_", " ")}</option>`,
  );
}

function plain(names: readonly string[]): readonly Option[] {
  return names.map((name) => [name, name]);
}
