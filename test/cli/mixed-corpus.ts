import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { zipOf } from "../stages/read/containers/make-archives.js";
import { writeArticles } from "./generated-articles.js";

/** How many documents of each sort a corpus has. */
export interface CorpusSizes {
  readonly texts: number;
  readonly pages: number;
  /** In one archive. */
  readonly archived: number;
  /** In one JSON Lines file. */
  readonly listed: number;
  /** Files that fail. */
  readonly broken: number;
}

/**
 * Writes a corpus of files, pages, an archive and a list into `folder`; the same every time. An article of each sort is a
 * copy of one of another, so that documents have originals elsewhere.
 */
export function writeMixedCorpus(folder: string, sizes: CorpusSizes): void {
  const { texts, pages, archived, listed, broken } = sizes;
  const made = path.join(folder, "made");
  writeArticles(made, texts + pages + archived + listed);
  const articles = readdirSync(made)
    .sort()
    .map((name) => readFileSync(path.join(made, name), "utf8"));
  rmSync(made, { recursive: true });
  const take = (from: number, count: number): readonly string[] =>
    articles.slice(from, from + count).map((text, n) => (n === 0 && from > 0 ? (articles[0] ?? text) : text));
  mkdirSync(path.join(folder, "texts"), { recursive: true });
  mkdirSync(path.join(folder, "pages"), { recursive: true });
  for (const [n, text] of take(0, texts).entries()) writeFileSync(path.join(folder, "texts", name(n, "txt")), text);
  for (const [n, text] of take(texts, pages).entries()) {
    writeFileSync(path.join(folder, "pages", name(n, "html")), pageOf(text, n));
  }
  const members = take(texts + pages, archived).map((text, n) => ({ name: name(n, "txt"), content: text }));
  writeFileSync(path.join(folder, "archive.zip"), zipOf(members));
  const lines = take(texts + pages + archived, listed).map((text, n) => JSON.stringify({ id: `n${n}`, text }));
  writeFileSync(path.join(folder, "list.jsonl"), [...lines, ...(broken > 0 ? ["{"] : [])].join("\n"));
  for (let n = 0; n < broken; n++)
    writeFileSync(path.join(folder, "texts", name(n, "bad.txt")), "\u0000".repeat(n * 9));
}

function name(n: number, extension: string): string {
  return `${String(n).padStart(4, "0")}.${extension}`;
}

function pageOf(text: string, n: number): string {
  const paragraphs = text.trim().split("\n\n");
  const body = paragraphs.map((paragraph) => `<p>${paragraph}</p>`).join("\n");
  return `<!doctype html><html><head><title>Nr. ${n}</title></head><body><h1>Nr. ${n}</h1><article>${body}</article></body></html>`;
}
