/** What can be wrong with a database, and whether it can be made good from what else is in there. */
export const PROBLEMS = {
  damaged: ["pages of the file are damaged", "restore a copy (faktum backup), or read all files into a new database"],
  constraint: ["rows break a rule of their table", "faktum check --repair finds them anew where it can"],
  index: ["an index does not match its table", "faktum check --repair builds it anew"],
  search: ["the full-text index does not match the sentences", "faktum check --repair builds it anew"],
  orphan: ["rows belong to nothing that is there", "faktum check --repair deletes them"],
  reference: ["rows name a run that is not there", "restore a copy (faktum backup); nothing else depends on it"],
  engine: ["documents name an engine that is not there", "faktum check --repair has the next run analyse them again"],
  rule: ["facts name a rule that is not there", "faktum check --repair finds them anew"],
  fact: ["facts are not what stands at their place in the text", "faktum check --repair finds them anew"],
  sentence: ["sentences do not lie where they should in the text", "faktum check --repair finds them anew"],
  duplicate: ["documents are linked to the wrong original", "faktum check --repair links them anew"],
  text: [
    "stored texts cannot be analysed again as they are",
    "faktum check --repair has the next faktum run read their files again",
  ],
  member: [
    "articles lie in a container that is not known",
    "faktum run --force with the container's file reads it again",
  ],
  mark: [
    "marks do not say what was marked",
    "restore a copy (faktum backup), or mark these facts again; nothing else depends on it",
  ],
} as const satisfies Readonly<Record<string, readonly [what: string, remedy: string]>>;

export type ProblemCode = keyof typeof PROBLEMS;

/** All of one kind that were found. */
export interface Problem {
  readonly code: ProblemCode;
  readonly count: number;
  /** The first few, as the user knows them. */
  readonly places: readonly string[];
}

const MOST_PLACES = 3;
const LONGEST_PLACE = 200;

/** Problems as they are found: counted, and of each kind the first few kept. */
export class FoundProblems {
  readonly #found = new Map<ProblemCode, { count: number; readonly places: string[] }>();
  /** Keys of documents that are to be analysed again. */
  readonly toAnalyse = new Set<number>();
  /** Keys of documents whose files are to be read again. */
  readonly toRead = new Set<number>();

  add(code: ProblemCode, place: string, count = 1): void {
    const known = this.#found.get(code) ?? { count: 0, places: [] };
    this.#found.set(code, known);
    known.count += count;
    if (known.places.length < MOST_PLACES)
      known.places.push(place.length > LONGEST_PLACE ? `${place.slice(0, LONGEST_PLACE)}...` : place);
  }

  has(code: ProblemCode): boolean {
    return this.#found.has(code);
  }

  /** In the order in which the kinds are listed above. */
  list(): readonly Problem[] {
    return Object.keys(PROBLEMS).flatMap((name) => {
      const code = name as ProblemCode;
      const found = this.#found.get(code);
      return found === undefined ? [] : [{ code, ...found }];
    });
  }
}
