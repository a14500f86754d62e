import type { InspectedLine, Inspection } from "../runtime/inspect.js";

const STYLE = `
body { font: 16px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 60rem; padding: 0 1rem; color: #222; background: #fff }
h1 { font-size: 1.1rem; border-top: 2px solid #222; padding-top: .5rem; overflow-wrap: anywhere }
table { border-collapse: collapse; margin-bottom: 1rem } th, td { text-align: start; vertical-align: top; padding: 0 1rem 0 0 }
.line { display: grid; grid-template-columns: 9rem 1fr; gap: 1rem; margin: .2rem 0 }
.label, .from { color: #666; font-size: .8rem } .text { overflow-wrap: anywhere; white-space: pre-wrap }
.heading .text { font-weight: bold } del { color: #a33 }
`;

/** Whatever the article holds, the page runs nothing and fetches nothing. */
export const INSPECTION_PAGE_START = `<!doctype html>
<html>
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width">
<title>faktum inspect</title>
<style>${STYLE}</style>
</head>
<body>
`;

export const INSPECTION_PAGE_END = "</body>\n</html>\n";

/** What is read out of a file as a section of the page; Arabic lines run from right to left. */
export function inspectionSection(inspection: Inspection): string {
  const { path, bytes, mediaType, encoding, metadata, language, lines, facts, diagnostics } = inspection;
  const rows = [
    row("format", `${mediaType}, ${encoding}, ${bytes} bytes`),
    ...metadata.map(({ field, value, from }) => row(field, value, from)),
    row("language", `${language.tag} ${language.score.toFixed(2)}`, language.named),
    row("facts", String(facts)),
    ...diagnostics.map(({ code, message }) => row(code, message)),
  ];
  return `<section>
<h1 dir="auto">${escaped(path)}</h1>
<table>
${rows.join("\n")}
</table>
${lines.map(lineOf).join("\n")}
</section>
`;
}

function row(name: string, value: string, from = ""): string {
  return `<tr><th scope="row">${escaped(name)}</th><td dir="auto">${escaped(value)}</td><td class="from">${escaped(from)}</td></tr>`;
}

function lineOf({ text, kind, language }: InspectedLine): string {
  const isCut = kind === "boilerplate" || kind === "left-out";
  const lang = language === undefined ? "" : ` lang="${escaped(language)}"`;
  const shown = isCut ? `<del>${escaped(text)}</del>` : escaped(text);
  const label = language === undefined ? kind : `${language} ${kind}`;
  return `<div class="line ${kind}"><span class="label">${escaped(label)}</span><span class="text" dir="auto"${lang}>${shown}</span></div>`;
}

function escaped(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&#39;");
}
