import { html } from "hono/html";
import type { ReadFact } from "../../store/read-facts.js";
import { articlePath, factPath } from "../fact-paths.js";
import { markedSentence } from "../marked-text.js";
import type { Markup } from "../web-context.js";
import { shownValue } from "./stated-value.js";

/** Facts as a table; on a narrow screen each row is shown as a card. `q`: words to show in the sentences. */
export function factsTable(facts: readonly ReadFact[], q: string): Markup {
  return html`<div class="table-frame" role="region" aria-label="Facts" tabindex="0">
<table class="facts">
<caption class="visually-hidden">Facts, each with its sentence and article</caption>
<thead><tr>
<th scope="col">Kind</th>
<th scope="col" class="number">Value</th>
<th scope="col">Item</th>
<th scope="col">Subject</th>
<th scope="col">Concept</th>
<th scope="col">Holds for</th>
<th scope="col">Sentence</th>
<th scope="col">Article</th>
<th scope="col">Language</th>
</tr></thead>
<tbody>${facts.map((fact) => factRow(fact, q))}</tbody>
</table>
</div>`;
}

function factRow(fact: ReadFact, q: string): Markup {
  const { modifier, value, unit } = shownValue(fact);
  const place = { start: fact.place_start, end: fact.place_end };
  return html`<tr>
<td class="kind">${fact.kind}</td>
<th scope="row" class="number"><a href="${factPath(fact)}">${modifier === "" ? "" : html`<span class="modifier">${modifier}</span> `}<span class="value">${value}</span>${unit === "" ? "" : html` <span class="unit">${unit}</span>`}</a></th>
${cell("item", "Item", fact.item, fact.language)}
${cell("subject", "Subject", fact.subject, fact.language)}
${cell("concept", "Concept", fact.concept)}
${cell("holds-for", "Holds for", fact.holds_for)}
<td class="sentence" dir="auto" lang="${fact.language}">${markedSentence(fact.sentence, place, q)}</td>
<td class="article"><a href="${articlePath(fact.document_id, fact.fact_id)}" dir="auto">${fact.title ?? fact.path}</a> <span class="soft small">${[fact.publisher, fact.published_at?.slice(0, 10)].filter(Boolean).join(" · ")}</span></td>
<td class="language"><span class="label" aria-hidden="true">Language</span>${fact.language}</td>
</tr>`;
}

/** `label`: shown where the table's head is not. */
function cell(name: string, label: string, value: string | null, language?: string): Markup {
  if (value === null) return html`<td class="${name} none"></td>`;
  const text = language === undefined ? html`${value}` : html`<span dir="auto" lang="${language}">${value}</span>`;
  return html`<td class="${name}"><span class="label" aria-hidden="true">${label}</span>${text}</td>`;
}
