const FOLDERS: readonly string[] = [
  "bench",
  "corpus",
  "docs",
  "extractors",
  "lexicons",
  "pipeline",
  "seeds",
  "test",
  ".ci",
];

const FILES: readonly RegExp[] = [
  /^package(?:-lock)?\.json$/u,
  /^tsconfig(?:\.[a-z]+)?\.json$/u,
  /^(?:README|CONTRIBUTING)\.md$/u,
  /^(?:LICENSE|NOTICE)$/u,
  /^(?:biome|knip)\.json$/u,
  /^jest\.config\.js$/u,
  /^\.dependency-cruiser\.cjs$/u,
  /^\.(?:editorconfig|gitignore|gitattributes|npmrc)$/u,
];

/** What git does not keep: installed, built, or made by a run. */
const UNTRACKED: readonly RegExp[] = [
  /^\.git$/u,
  /^(?:node_modules|dist|coverage)$/u,
  /\.db(?:-wal|-shm|-journal|-lock)?$/u,
];

/** Entries of the top folder that the layout does not know. */
export function strangeEntries(
  entries: readonly { readonly name: string; readonly folder: boolean }[],
): readonly string[] {
  return entries
    .filter(({ name }) => !UNTRACKED.some((pattern) => pattern.test(name)))
    .filter(({ name, folder }) => !(folder ? FOLDERS.includes(name) : FILES.some((pattern) => pattern.test(name))))
    .map(({ name }) => name);
}

/** Files under lexicons/ that are not data or its explanation. */
export function codeAmongLexicons(files: readonly string[]): readonly string[] {
  return files.filter((file) => !/\.(?:yaml|tsv|md)$/u.test(file));
}
