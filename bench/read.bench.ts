import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { Readability } from "@mozilla/readability";
import { parseHTML } from "linkedom";
import { loadLexicons } from "../pipeline/runtime/load-lexicons.js";
import { readDocument } from "../pipeline/stages/1-read.js";
import { findReadable } from "../pipeline/stages/read/readable-texts.js";

/**
 * MB a second of CPU time from bytes to an article, one thread, for plain text, Markdown and pages; and pages a second
 * beside linkedom and Readability alone. All take turns, and of each the best round counts: the others were disturbed by
 * the rest of the machine. The pages are those of the tests, with paragraphs, scripts and menus of their own kind up to the
 * size of pages on the web.
 *
 *     node dist/bench/read.bench.js
 */

const ROUNDS = 8;
const PAGES = "test/fixtures/pages";
/** UTF-16 units of article, and of what stands around it, in a page of the bench. */
const ARTICLE = 8_000;
const SCRIPTS = 20_000;
const MENU = 8_000;

interface Input {
  readonly path: string;
  readonly bytes: Uint8Array;
}

interface Contender {
  readonly name: string;
  readonly inputs: readonly Input[];
  readonly read: (input: Input) => unknown;
}

const { boilerplate } = loadLexicons();
const pages = readdirSync(PAGES)
  .filter((name) => name.endsWith(".html"))
  .map((name) => inputOf(name, padded(readFileSync(path.join(PAGES, name), "utf8"))));
const texts = await Promise.all(
  pages.map(async (page) => {
    const { text } = await readDocument(page, boilerplate, { findReadable });
    return text;
  }),
);
const faktum = (input: Input) => readDocument(input, boilerplate, { findReadable });
const contenders: readonly Contender[] = [
  { name: "text", inputs: texts.map((text, at) => inputOf(`${at}.txt`, text)), read: faktum },
  {
    name: "Markdown",
    inputs: texts.map((text, at) => inputOf(`${at}.md`, text.replaceAll("\n", "\n\n"))),
    read: faktum,
  },
  { name: "pages", inputs: pages, read: faktum },
  {
    name: "pages, Readability alone",
    inputs: pages,
    read: ({ bytes }) => new Readability(parseHTML(new TextDecoder().decode(bytes)).document).parse()?.textContent,
  },
];

const best = contenders.map(() => Number.POSITIVE_INFINITY);
for (let round = 0; round < ROUNDS; round++) {
  for (const [index, contender] of contenders.entries()) {
    best[index] = Math.min(best[index] ?? Number.POSITIVE_INFINITY, await secondsOf(contender));
  }
}

console.log("of CPU time                    MB/s    files/s");
for (const [index, { name, inputs }] of contenders.entries()) {
  const seconds = best[index] ?? 0;
  const megabytes = inputs.reduce((sum, { bytes }) => sum + bytes.length, 0) / 1e6;
  const row = [(megabytes / seconds).toFixed(1).padStart(8), (inputs.length / seconds).toFixed(0).padStart(10)];
  console.log(`${name.padEnd(26)} ${row.join(" ")}`);
}
const [, , own = 0, alone = 1] = best;
console.log(`pages: ${(own / alone).toFixed(2)} times the time of linkedom and Readability alone`);

async function secondsOf({ inputs, read }: Contender): Promise<number> {
  const begun = process.cpuUsage();
  for (const input of inputs) await read(input);
  const { user, system } = process.cpuUsage(begun);
  return (user + system) / 1e6;
}

function inputOf(name: string, text: string): Input {
  return { path: name, bytes: new TextEncoder().encode(text) };
}

function padded(page: string): string {
  const paragraphs = [...page.matchAll(/<p>[^<]{60,1000}<\/p>/gu)].map(([paragraph]) => paragraph).join("\n");
  const first = paragraphs.split("\n")[0] ?? "";
  const more = first === "" ? "" : paragraphs.repeat(Math.ceil(ARTICLE / paragraphs.length));
  const script = `<script>${filled("window.layer=window.layer||[];layer.push({page:1,part:'x'});", SCRIPTS)}</script>`;
  const menu = `<div class="x-menu"><ul>${filled("<li><a href='/teil/eins'>Ein Teil der Seite</a></li>", MENU)}</ul></div>`;
  const withText = first === "" ? page : page.replace(first, () => more);
  return withText.replace("</head>", () => `${script}</head>`).replace("</body>", () => `${menu}</body>`);
}

function filled(piece: string, length: number): string {
  return piece.repeat(Math.ceil(length / piece.length));
}
