import { html } from "hono/html";
import { KINDS } from "../../model/mention.js";
import { fieldsOfKind } from "../../store/corrected-fields.js";
import type { FactExplanation } from "../../store/explain-fact.js";
import { type Mark, VERDICTS, type Verdict } from "../../store/marks.js";
import type { Markup } from "../web-context.js";

/** Names of the annotation guide that are not those of the database. */
const COLUMNS: Readonly<Record<string, string>> = {
  of: "rank_of",
  when: "holds_for",
  number: "ref_number",
  year: "ref_year",
};

const MEANINGS: Readonly<Record<Verdict, string>> = {
  right: "the sentence states this",
  wrong: "the sentence states no such fact",
  corrected: "it states something else, see below",
};

/** What stands in a field of the form, by the guide's name of the field. */
export function statedTexts({ kind, values }: FactExplanation): ReadonlyMap<string, string> {
  const known = KINDS.find((one) => one === kind);
  const fields = known === undefined ? [] : fieldsOfKind(known).filter((field) => field !== "dual");
  return new Map(fields.map((field) => [field, String(values[COLUMNS[field] ?? field] ?? "")]));
}

/** A form by which a reviewer says what is thought of the fact. It is sent to `action`. */
export function markForm(explanation: FactExplanation, action: string, reviewer: string): Markup {
  const { mark } = explanation;
  const stated = statedTexts(explanation);
  return html`<section id="mark" aria-labelledby="mark-title" class="mark-form">
<h2 id="mark-title">Is it right?</h2>
${mark === null ? "" : html`<p>${markNote(mark)}</p>`}
<form action="${action}" method="post">
<fieldset class="verdicts"><legend class="visually-hidden">Verdict</legend>
${VERDICTS.map(
  (verdict) =>
    html`<label><input type="radio" name="verdict" value="${verdict}" required${mark?.verdict === verdict ? html` checked` : ""}> <span><strong>${verdict}</strong> <span class="soft">${MEANINGS[verdict]}</span></span></label>`,
)}
</fieldset>
<details${mark?.verdict === "corrected" ? html` open` : ""}><summary>What it should state</summary>
<div class="fields">${[...stated].map(
    ([field, text]) =>
      html`<label for="field-${field}">${field}</label><input id="field-${field}" name="field-${field}" value="${correctedText(mark, field) ?? text}" maxlength="500" dir="auto" autocomplete="off">`,
  )}</div>
</details>
<div class="fields">
<label for="note">Note</label><input id="note" name="note" value="${mark?.note ?? ""}" maxlength="1000" dir="auto" autocomplete="off">
<label for="reviewer">Your name</label><input id="reviewer" name="reviewer" value="${reviewer}" maxlength="80" autocomplete="name">
</div>
<p><button class="main">Save the mark</button></p>
</form>
${mark === null ? "" : html`<form action="${action}" method="post"><input type="hidden" name="verdict" value="none"><button>Take the mark away</button></form>`}
</section>`;
}

/** A mark in a few words. */
export function markNote(mark: Mark): Markup {
  return html`<span class="verdict ${mark.verdict}">${mark.verdict}</span> <span class="soft">said <bdi>${mark.reviewer}</bdi> on ${mark.markedAt.slice(0, 10)}</span>${mark.note === undefined ? "" : html`: <bdi>${mark.note}</bdi>`}${mark.state === "changed" ? html` <span class="soft">(the fact has changed since)</span>` : ""}`;
}

function correctedText(mark: Mark | null, field: string): string | undefined {
  if (mark?.corrected === undefined) return undefined;
  const value = Object.entries(mark.corrected).find(([name]) => name === field)?.[1];
  return value === undefined ? "" : String(value);
}
