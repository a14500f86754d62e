import type { InspectedLine, Inspection } from "../runtime/inspect.js";
import { oneLine } from "./exit.js";

interface InspectionFormat {
  /** For a terminal: strikes through by its own means. */
  readonly styled: boolean;
}

/** What is read out of a file as text; what is left out stands between `~~`, or struck through where that can be shown. */
export function formatInspection(inspection: Inspection, { styled }: InspectionFormat): string {
  const { path, bytes, mediaType, encoding, metadata, language, lines, facts, diagnostics } = inspection;
  const next = language.runnerUp === undefined ? "" : `, then ${language.runnerUp}`;
  const named = language.named === undefined ? "" : `, perhaps ${language.named}`;
  const rows: readonly (readonly [string, string])[] = [
    ["format", `${mediaType}, ${encoding}, ${bytes} bytes`],
    ...metadata.map(({ field, value, from }) => [field, `${value}  [${from ?? "unknown"}]`] as const),
    ["language", `${language.tag} ${language.score.toFixed(2)}${named}${next}`],
    ["facts", String(facts)],
    ...diagnostics.map(({ code, message }) => [code, message] as const),
  ];
  const width = Math.max(...rows.map(([name]) => name.length));
  return [
    oneLine(path),
    ...rows.map(([name, value]) => `  ${name.padEnd(width)}  ${oneLine(value)}`),
    "",
    ...lines.map((line) => `  ${labelOf(line)}  ${struck(line, styled)}`),
    "",
    "",
  ].join("\n");
}

/** As long as `paragraph` and `boilerplate`, so that the texts begin in one column. */
function labelOf({ kind, language = "" }: InspectedLine): string {
  return `${language.padEnd(3)} ${kind.padEnd("boilerplate".length)}`;
}

function struck({ text, kind }: InspectedLine, styled: boolean): string {
  const line = oneLine(text);
  if (kind !== "boilerplate" && kind !== "left-out") return line;
  return styled ? `\u001b[9m${line}\u001b[29m` : `~~${line}~~`;
}
