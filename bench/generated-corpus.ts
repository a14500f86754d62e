import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { type ArticleMaterial, readMaterials } from "./article-material.js";
import { type GeneratedArticle, generatedArticle } from "./generated-article.js";
import { GeneratedPages } from "./generated-page.js";
import { SeededRandom } from "./seeded-random.js";

/** A folder of a corpus, a month's articles of one sort. */
export interface CorpusFolder {
  readonly path: string;
  readonly files: number;
  /** UTF-8. */
  readonly bytes: number;
}

/** What was written: half of the articles as text, half as saved pages. */
export interface GeneratedCorpus {
  readonly texts: readonly CorpusFolder[];
  readonly pages: readonly CorpusFolder[];
}

export interface CorpusOptions {
  readonly articles: number;
  readonly seed?: number;
}

const MOST_IN_FOLDER = 250;
/** Fewer cannot be cut into a quarter and a half. */
const LEAST_FOLDERS = 4;

/**
 * Writes articles in all languages into `folder`, the same for the same options: `text/2012/01/…` and `pages/2012/01/…`.
 * No article is the copy of another.
 */
export function writeCorpus(folder: string, { articles, seed = 1 }: CorpusOptions): GeneratedCorpus {
  const materials = readMaterials();
  const pages = new Map(materials.map((material, at) => [material, new GeneratedPages(material, seed + at)]));
  const half = Math.ceil(articles / 2);
  const text = writeFolders(path.join(folder, "text"), half, (index) => {
    const random = new SeededRandom(seed, 1, index);
    const article = generatedArticle(materialOf(materials, index), random);
    return index % 3 === 0
      ? { extension: "md", content: markdown(article) }
      : { extension: "txt", content: plain(article) };
  });
  const saved = writeFolders(path.join(folder, "pages"), articles - half, (index) => {
    const random = new SeededRandom(seed, 2, index);
    const material = materialOf(materials, index);
    const article = generatedArticle(material, random);
    return { extension: "html", content: pages.get(material)?.page(article, random) ?? "" };
  });
  return { texts: text, pages: saved };
}

/** Files and bytes of some folders together. */
export function sizeOf(folders: readonly CorpusFolder[]): Omit<CorpusFolder, "path"> {
  return folders.reduce((sum, { files, bytes }) => ({ files: sum.files + files, bytes: sum.bytes + bytes }), {
    files: 0,
    bytes: 0,
  });
}

interface GeneratedFile {
  readonly extension: string;
  readonly content: string;
}

function writeFolders(root: string, count: number, file: (index: number) => GeneratedFile): readonly CorpusFolder[] {
  const folders: CorpusFolder[] = [];
  const inFolder = Math.min(MOST_IN_FOLDER, Math.ceil(count / LEAST_FOLDERS));
  for (let index = 0; index < count; index += inFolder) {
    const month = index / inFolder;
    const folder = path.join(root, String(2012 + Math.floor(month / 12)), String((month % 12) + 1).padStart(2, "0"));
    mkdirSync(folder, { recursive: true });
    const files = Math.min(inFolder, count - index);
    let bytes = 0;
    for (let at = index; at < index + files; at++) {
      const { extension, content } = file(at);
      const encoded = Buffer.from(content);
      writeFileSync(path.join(folder, `${String(at).padStart(6, "0")}.${extension}`), encoded);
      bytes += encoded.length;
    }
    folders.push({ path: folder, files, bytes });
  }
  return folders;
}

function materialOf(materials: readonly ArticleMaterial[], index: number): ArticleMaterial {
  const material = materials[index % materials.length];
  if (material === undefined) throw new Error("bench/prose: there is no text; run this in the project's folder");
  return material;
}

function plain({ title, paragraphs }: GeneratedArticle): string {
  return `${title}\n\n${paragraphs.join("\n\n")}\n`;
}

function markdown({ title, author, published, paragraphs }: GeneratedArticle): string {
  return `---\ntitle: "${title.replaceAll('"', "")}"\nauthor: ${author}\ndate: ${published}\n---\n\n# ${title}\n\n${paragraphs.join("\n\n")}\n`;
}
