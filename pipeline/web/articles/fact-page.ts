import { html } from "hono/html";
import type { FactExplanation } from "../../store/explain-fact.js";
import type { FactPlace } from "../../store/read-facts.js";
import { type SameStatement, sameReferences, sameValues } from "../../store/same-statements.js";
import type { Store } from "../../store/store.js";
import { articlePath, factPath } from "../fact-paths.js";
import { factPlace } from "../facts/evidence-pieces.js";
import type { FactIndex, FactSnapshot } from "../facts/fact-index.js";
import { markedSentence } from "../marked-sentence.js";
import { markForm } from "../marks/mark-form.js";
import { knownReviewer } from "../marks/mark-pages.js";
import { showPage } from "../show-page.js";
import { textDirection } from "../text-direction.js";
import type { Markup, WebApp, WebContext } from "../web-context.js";
import { webLink } from "../web-link.js";
import { readFact } from "./read-fact.js";

/** Facts of one kind and number that are looked at for the same statement. */
const MOST_CANDIDATES = 2_000;

/** Where a fact comes from, and who states the same. */
export function addFactPages(app: WebApp, { store }: WebContext, index: FactIndex): void {
  app.get("/facts/:documentId/:factId", async (request) => {
    const { documentId, explanation } = readFact(store, request.req.param("documentId"), request.req.param("factId"));
    const same = await sameStatements(store, index, documentId, explanation);
    return showPage(request, {
      title: explanation.surface,
      section: "/facts",
      body: factMarkup({ documentId, explanation, same, reviewer: knownReviewer(request) }),
    });
  });
}

async function sameStatements(
  store: Store,
  index: FactIndex,
  documentId: number,
  { id, kind, values }: FactExplanation,
): Promise<readonly SameStatement[]> {
  const { ref_number: number, value, low } = values;
  if (typeof number === "string") return sameReferences(store, number, documentId);
  const sought = value ?? low;
  if (typeof sought !== "number") return [];
  return sameValues(store, id, documentId, withValue(await index.snapshot(), kind, sought));
}

function withValue({ columns }: FactSnapshot, kind: string, value: number): readonly FactPlace[] {
  const { values, facets, size } = columns;
  const code = facets.kind.codeOf.get(kind);
  const places: FactPlace[] = [];
  for (let at = 0; at < size && places.length < MOST_CANDIDATES; at++) {
    if (values[at] === value && facets.kind.codes[at] === code) places.push(factPlace(columns, at));
  }
  return places;
}

interface FactView {
  readonly documentId: number;
  readonly explanation: FactExplanation;
  readonly same: readonly SameStatement[];
  readonly reviewer: string;
}

function factMarkup({ documentId, explanation, same, reviewer }: FactView): Markup {
  const { sentence, document, kind, values, rule, slots, lexicon, run, confidence, surface } = explanation;
  const link = webLink(explanation.sourceLink);
  const place = articlePath(documentId, explanation.id);
  return html`<p class="soft"><a href="/facts?kind=${kind}">${kind}</a> in <a href="${place}" dir="auto">${document.title ?? document.path}</a></p>
<h1 dir="auto">${surface}</h1>
<blockquote class="evidence" lang="${sentence.language}" dir="${textDirection(sentence.language)}"><a href="${place}">${markedSentence(sentence.text, sentence.factSpan)}</a></blockquote>
<div class="columns">
<section aria-labelledby="values"><h2 id="values">What it states</h2>
${pairs([["kind", kind], ...Object.entries(values), ["confidence", confidence]])}
</section>
<section aria-labelledby="rule"><h2 id="rule">How it was read</h2>
${pairs([
  ["rule", rule.id],
  ["template", html`<code>${rule.template}</code>`],
  ...slots.map(({ name, text }) => [html`<code>{${name}}</code>`, text] as const),
  ["lexicon", `${lexicon.language} ${lexicon.version}`],
  ["run", `${run.id}, ${run.startedAt}, faktum ${run.faktumVersion}`],
])}
</section>
<section aria-labelledby="source"><h2 id="source">Where it stands</h2>
${pairs([
  ["article", html`<a href="${place}" dir="auto">${document.title ?? document.path}</a>`],
  ["publisher", document.publisher],
  ["published", document.publishedAt],
  [
    "source",
    link === undefined ? document.url : html`<a href="${link}" rel="noreferrer">open the source at the sentence</a>`,
  ],
  [
    "file",
    `${document.path}, sentence ${sentence.ordinal}, offsets ${explanation.span.start} to ${explanation.span.end}`,
  ],
  ["copy of", document.duplicateOf],
  ...explanation.alsoIn.map((path) => ["also in", path] as const),
])}
</section>
<section aria-labelledby="same"><h2 id="same">Who else states it</h2>
${sameList(same)}
</section>
</div>
${markForm(explanation, `${factPath({ document_id: documentId, fact_id: explanation.id })}/mark`, reviewer)}`;
}

function sameList(same: readonly SameStatement[]): Markup {
  if (same.length === 0) return html`<p class="soft">No other article in the database states the same.</p>`;
  return html`<ul class="same">${same.map(
    (one) =>
      html`<li><a href="${factPath(one)}" dir="auto" lang="${one.language}">${one.surface}</a> in <bdi>${one.title ?? one.path}</bdi> <span class="soft small">${[one.publisher, one.published_at?.slice(0, 10), one.language].filter(Boolean).join(" · ")}</span></li>`,
  )}</ul>`;
}

function pairs(rows: readonly (readonly [Markup | string, Markup | string | number | null])[]): Markup {
  return html`<dl class="pairs">${rows.map(([name, value]) => (value === null ? "" : html`<div><dt>${name}</dt><dd><bdi>${value}</bdi></dd></div>`))}</dl>`;
}
