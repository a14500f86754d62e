import type { FactExplanation } from "../store/explain-fact.js";
import { oneLine } from "./exit.js";

/** A fact's origin as text: what it states, its sentence with the fact's words marked, its rule, its file. */
export function formatExplanation(explanation: FactExplanation): string {
  const { kind, values, surface, confidence, span, sentence, slots, rule, lexicon, document, run, mark } = explanation;
  const place = `${document.path}, sentence ${sentence.ordinal}, offsets ${span.start} to ${span.end}`;
  return [
    markedSentence(sentence),
    "",
    ...rows([
      ["fact", explanation.id],
      ["kind", kind],
      ["words", surface],
      ...Object.entries(values),
      ["confidence", confidence],
      ["marked", mark === null ? null : markText(mark)],
      ["note", mark?.note ?? null],
    ]),
    "",
    ...rows([
      ["rule", rule.id],
      ["template", rule.template],
      ...slots.map(({ name, text }) => [`{${name}}`, text] as const),
      ["lexicon", `${lexicon.language} ${lexicon.version}`],
    ]),
    "",
    ...rows([
      ["file", place],
      ...explanation.alsoIn.map((path) => ["also in", path] as const),
      ["copy of", document.duplicateOf],
      ["title", document.title],
      ["publisher", document.publisher],
      ["published", document.publishedAt],
      ["url", document.url],
      ["link", explanation.sourceLink === document.url ? null : explanation.sourceLink],
      ["sha256", document.sha256],
      ["run", `${run.id}, ${run.startedAt}, faktum ${run.faktumVersion}`],
    ]),
    "",
  ].join("\n");
}

function markedSentence({ text, factSpan: { start, end } }: FactExplanation["sentence"]): string {
  return oneLine(`${text.slice(0, start)}⟦${text.slice(start, end)}⟧${text.slice(end)}`);
}

function markText({
  verdict,
  corrected,
  state,
  stated,
  reviewer,
  markedAt,
}: NonNullable<FactExplanation["mark"]>): string {
  const should = corrected === undefined ? "" : `, should be ${JSON.stringify(corrected)}`;
  const then = state === "changed" ? `; it was ${JSON.stringify(stated)} then` : "";
  return `${verdict} by ${reviewer}, ${markedAt}${should}${then}`;
}

/** Name and value a line, the values in one column; what is not known is left out. */
function rows(pairs: readonly (readonly [string, string | number | null])[]): readonly string[] {
  const known = pairs.filter(([, value]) => value !== null);
  const width = Math.max(...known.map(([name]) => name.length));
  return known.map(([name, value]) => `${name.padEnd(width)}  ${oneLine(String(value))}`);
}
