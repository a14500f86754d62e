/** How often the telling words of one language occur in its running text. */
export interface LanguageProfile {
  /** BCP 47 tag. */
  readonly tag: string;
  /** All words counted, also those that are not in `counts`. */
  readonly total: number;
  /** Lower-case word of letters only to its count, both as counted in `total` words. */
  readonly counts: ReadonlyMap<string, number>;
  /** Whether a lexicon covers the language; `false` for a neighbour, known only so that it can be refused. */
  readonly extract: boolean;
}

const HEADER = "word\tcount";
const TOTAL = "#total";
const FOLDED_WORD = /^\p{L}+$/u;

/**
 * Reads a profile: the header `word<TAB>count`, the row `#total<TAB>N`, then a row a word.
 * Throws an error that names the line and what it should be.
 */
export function parseLanguageProfile(text: string, tag: string, extract: boolean): LanguageProfile {
  const rows = text.split(/\r?\n/);
  if (rows[0] !== HEADER) throw profileError(tag, 1, 'the header must be "word", a tab, "count"');
  const [name, totalField] = (rows[1] ?? "").split("\t");
  const total = parseCount(totalField);
  if (name !== TOTAL || total === undefined) {
    throw profileError(tag, 2, `must be "${TOTAL}", a tab, and how many words were counted in all`);
  }
  const counts = new Map<string, number>();
  for (const [index, row] of rows.entries()) {
    if (index < 2 || row === "") continue;
    const [word, countField, ...rest] = row.split("\t");
    const count = parseCount(countField);
    if (word === undefined || count === undefined || rest.length > 0) {
      throw profileError(tag, index + 1, "must be a word, a tab, and a whole number above 0");
    }
    if (!FOLDED_WORD.test(word) || word !== word.normalize("NFC").toLowerCase()) {
      throw profileError(tag, index + 1, `"${word}" must be one lower-case word of letters only, in NFC`);
    }
    if (counts.has(word)) throw profileError(tag, index + 1, `"${word}" stands here a second time: keep one row`);
    if (count > total) throw profileError(tag, index + 1, `counts more than the ${TOTAL} of ${total} words`);
    counts.set(word, count);
  }
  if (counts.size === 0) throw profileError(tag, 3, "the list of words is empty: add the commonest words");
  return { tag, total, counts, extract };
}

function parseCount(field: string | undefined): number | undefined {
  const count = field !== undefined && /^[0-9]+$/.test(field) ? Number(field) : 0;
  return count > 0 && Number.isSafeInteger(count) ? count : undefined;
}

function profileError(tag: string, line: number, remedy: string): Error {
  return new Error(`language profile "${tag}", line ${line}: ${remedy}`);
}
