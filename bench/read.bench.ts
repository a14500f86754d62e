import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { Readability } from "@mozilla/readability";
import { parseHTML } from "linkedom";
import { cachedLexicons } from "../pipeline/runtime/cached-lexicons.js";
import { readDocument } from "../pipeline/stages/1-read.js";
import { readCoded } from "../pipeline/stages/read/coded-answer.js";
import type { ReadableFinder } from "../pipeline/stages/read/readable-finder.js";
import { findReadable } from "../pipeline/stages/read/readable-texts.js";

/**
 * MB a second of CPU time, that of all threads, from bytes to an article, for plain text, Markdown and pages; and pages a
 * second beside linkedom and Readability alone. Pages are read as a worker of a run reads them, all in one thread, and as
 * single commands do, with Readability in a thread of its own. All take turns, and of each the best round counts: the
 * others were disturbed by the rest of the machine. The pages are those of the tests, with paragraphs, scripts and menus
 * of their own kind up to the size of pages on the web; once with the paragraphs side by side, so that the build of most
 * leaves nothing open, and once with each in a box of its own, so that Readability is asked about most without a mark.
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

const { boilerplate } = await cachedLexicons();
const direct = (input: Input) => readDocument(input, boilerplate, { readers: { findReadable, readCoded } });
const inThreads = (input: Input) => readDocument(input, boilerplate);
const alone = ({ bytes }: Input) =>
  new Readability(parseHTML(new TextDecoder().decode(bytes)).document).parse()?.textContent;
const pages = pagesWith((paragraph) => paragraph);
const boxed = pagesWith((paragraph) => `<div>${paragraph}</div>`);
const texts: string[] = [];
for (const page of pages) texts.push((await direct(page)).text);
const contenders: readonly Contender[] = [
  { name: "text", inputs: texts.map((text, at) => inputOf(`${at}.txt`, text)), read: direct },
  {
    name: "Markdown",
    inputs: texts.map((text, at) => inputOf(`${at}.md`, text.replaceAll("\n", "\n\n"))),
    read: direct,
  },
  { name: "pages", inputs: pages, read: direct },
  { name: "pages, in threads", inputs: pages, read: inThreads },
  { name: "pages, Readability alone", inputs: pages, read: alone },
  { name: "boxed pages", inputs: boxed, read: direct },
  { name: "boxed, in threads", inputs: boxed, read: inThreads },
  { name: "boxed, Readability alone", inputs: boxed, read: alone },
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
const [pageSeconds, boxedSeconds] = [best.slice(2, 5), best.slice(5, 8)];
for (const [name, inputs, [own = 0, threaded = 0, other = 1]] of [
  ["pages", pages, pageSeconds],
  ["boxed pages", boxed, boxedSeconds],
] as const) {
  const times = `${(own / other).toFixed(2)} times the time of linkedom and Readability alone`;
  const asked = `Readability is asked about ${await askedAbout(inputs)} of ${inputs.length}`;
  console.log(`${name}: ${times} (in threads ${(threaded / other).toFixed(2)}); ${asked}`);
}

async function askedAbout(inputs: readonly Input[]): Promise<number> {
  let asked = 0;
  const counted: ReadableFinder = (source) => {
    asked++;
    return findReadable(source);
  };
  for (const input of inputs) await readDocument(input, boilerplate, { readers: { findReadable: counted } });
  return asked;
}

async function secondsOf({ inputs, read }: Contender): Promise<number> {
  const begun = process.cpuUsage();
  for (const input of inputs) await read(input);
  const { user, system } = process.cpuUsage(begun);
  return (user + system) / 1e6;
}

function inputOf(name: string, text: string): Input {
  return { path: name, bytes: new TextEncoder().encode(text) };
}

function pagesWith(around: (paragraph: string) => string): readonly Input[] {
  const names = readdirSync(PAGES).filter((name) => name.endsWith(".html"));
  return names.map((name) => inputOf(name, padded(readFileSync(path.join(PAGES, name), "utf8"), around)));
}

function padded(page: string, around: (paragraph: string) => string): string {
  const paragraphs = [...page.matchAll(/<p>[^<]{60,1000}<\/p>/gu)].map(([paragraph]) => paragraph);
  const first = paragraphs[0] ?? "";
  const boxes = paragraphs.map(around).join("\n");
  const more = first === "" ? "" : boxes.repeat(Math.ceil(ARTICLE / boxes.length));
  const script = `<script>${filled("window.layer=window.layer||[];layer.push({page:1,part:'x'});", SCRIPTS)}</script>`;
  const menu = `<div class="x-menu"><ul>${filled("<li><a href='/teil/eins'>Ein Teil der Seite</a></li>", MENU)}</ul></div>`;
  const withText = first === "" ? page : page.replace(first, () => more);
  return withText.replace("</head>", () => `${script}</head>`).replace("</body>", () => `${menu}</body>`);
}

function filled(piece: string, length: number): string {
  return piece.repeat(Math.ceil(length / piece.length));
}
