import { html } from "hono/html";
import type { Markup } from "../web-context.js";
import { FACET_NAMES, FACETS, type Facet } from "./facets.js";
import type { FactColumns } from "./fact-columns.js";
import { type FactFilter, filterQuery, withValue } from "./fact-filter.js";
import type { FactSelection } from "./select-facts.js";

interface FacetValue {
  readonly name: string;
  readonly count: number;
  readonly isChosen: boolean;
}

const SHOWN_AT_ONCE = 7;
const MOST_SHOWN = 100;

/** The facets with what each of their values would give; each a link that chooses it or takes it back. */
export function facetList(columns: FactColumns, selection: FactSelection, filter: FactFilter): Markup {
  return html`${FACETS.map((facet) => facetMarkup(facet, valuesOf(facet, columns, selection, filter), filter))}`;
}

function facetMarkup(facet: Facet, values: readonly FacetValue[], filter: FactFilter): Markup | string {
  if (values.length === 0) return "";
  const id = `facet-${facet}`;
  const first = values.filter(({ isChosen }, at) => isChosen || at < SHOWN_AT_ONCE);
  const others = values.filter((value) => !first.includes(value)).slice(0, MOST_SHOWN);
  const left = values.length - first.length - others.length;
  return html`<section class="facet" aria-labelledby="${id}">
<h3 id="${id}">${FACET_NAMES[facet]}</h3>
<ul>${first.map((value) => valueMarkup(facet, value, filter))}</ul>
${
  others.length === 0
    ? ""
    : html`<details><summary>${others.length + left} more</summary>
<ul>${others.map((value) => valueMarkup(facet, value, filter))}</ul>
${left === 0 ? "" : html`<p class="soft small">${left} rarer ones; name one in the address: ${facet}=…</p>`}</details>`
}
</section>`;
}

function valueMarkup(facet: Facet, { name, count, isChosen }: FacetValue, filter: FactFilter): Markup {
  const query = filterQuery(withValue(filter, facet, name, !isChosen));
  const mark = isChosen ? html` aria-current="true"` : "";
  return html`<li><a href="/facts${query === "" ? "" : "?"}${query}"${mark}><bdi>${name}</bdi>${isChosen ? html`<span class="visually-hidden"> (chosen; take back)</span>` : ""}</a> <span class="count">${count.toLocaleString("en")}</span></li>`;
}

/** Those that would give something, the most frequent first; years from the last one. */
function valuesOf(
  facet: Facet,
  { facets }: FactColumns,
  { counts }: FactSelection,
  { chosen }: FactFilter,
): readonly FacetValue[] {
  const { names } = facets[facet];
  const values: FacetValue[] = [];
  for (const [code, name] of names.entries()) {
    const count = counts[facet][code] ?? 0;
    const isChosen = chosen[facet].includes(name);
    if (code > 0 && (count > 0 || isChosen)) values.push({ name, count, isChosen });
  }
  for (const name of chosen[facet]) if (!names.includes(name)) values.push({ name, count: 0, isChosen: true });
  const byName = (one: FacetValue, other: FacetValue): number => (one.name < other.name ? -1 : 1);
  return facet === "year"
    ? values.sort((one, other) => byName(other, one))
    : values.sort((one, other) => other.count - one.count || byName(one, other));
}
