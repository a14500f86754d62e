import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import ts from "typescript";

/** A file of code; `path` is relative to the project, `/` as separator. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

const CODE = /\.(ts|mts|cts|js|mjs|cjs)$/;

/** Every file of code under the folders, in a fixed order; types of foreign packages are none. Throws when a folder is missing. */
export function sourceFiles(root: string, folders: readonly string[]): readonly SourceFile[] {
  return folders
    .flatMap((folder) => filesUnder(root, folder))
    .filter((file) => CODE.test(file) && !file.endsWith(".d.ts"))
    .map((file) => ({ path: file, text: readFileSync(path.join(root, file), "utf8") }));
}

/** Every file under a folder, as paths relative to the project. */
export function filesUnder(root: string, folder: string): readonly string[] {
  return readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)).split(path.sep).join("/"))
    .sort();
}

const TREES = new WeakMap<SourceFile, ts.SourceFile>();

/** The file's syntax tree, every node knowing its parent; made once a file. */
export function syntaxOf(file: SourceFile): ts.SourceFile {
  const tree = TREES.get(file) ?? ts.createSourceFile(file.path, file.text, ts.ScriptTarget.ES2022, true);
  TREES.set(file, tree);
  return tree;
}

/** Every node of the tree, punctuation too, in the order of the text. */
export function* nodesOf(node: ts.Node): Generator<ts.Node> {
  yield node;
  for (const child of node.getChildren()) yield* nodesOf(child);
}

/** `path:line`, by which an editor opens the place. */
export function placeOf(node: ts.Node): string {
  const file = node.getSourceFile();
  return `${file.fileName}:${file.getLineAndCharacterOfPosition(node.getStart()).line + 1}`;
}
