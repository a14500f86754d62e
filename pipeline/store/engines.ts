import type { Store } from "./store.js";

/** Versions of all that decides what facts a text gives; each is a content hash, `program` with the release before it. */
export interface EngineVersions {
  readonly program: string;
  readonly detector: string;
  readonly boilerplate: string;
  /** By language tag. */
  readonly lexicons: ReadonlyMap<string, string>;
}

/** What one document was made by: as above, with the lexicons of its languages alone. */
interface EngineDescription extends Omit<EngineVersions, "lexicons"> {
  readonly lexicons: Readonly<Record<string, string>>;
}

interface EngineRow {
  readonly id: number;
  readonly description: string;
}

/** The engines that the documents of a store were made by, and whether they are today's. */
export class Engines {
  readonly #store: Store;
  readonly #versions: EngineVersions;
  readonly #ids = new Map<string, number>();
  readonly #current = new Set<number>();

  constructor(store: Store, versions: EngineVersions) {
    this.#store = store;
    this.#versions = versions;
    for (const { id, description } of store.guard(() => store.statement<EngineRow>(ALL).all())) {
      this.#ids.set(description, id);
      if (isCurrent(JSON.parse(description) as EngineDescription, versions)) this.#current.add(id);
    }
  }

  /** Whether a document that was made by this engine would be made just so today. */
  isCurrent(engineId: number | null): boolean {
    return engineId !== null && this.#current.has(engineId);
  }

  /** Whether nothing that is stored was made by an engine of another day. */
  areAllCurrent(): boolean {
    const used = this.#store.guard(() => this.#store.statement<{ readonly id: number | null }>(IN_USE).all());
    return used.every(({ id }) => this.isCurrent(id));
  }

  /** The id of today's engine for documents with sentences in these languages; to be called inside a transaction. */
  idFor(languages: readonly string[]): number {
    return this.#idOf(descriptionOf(this.#versions, languages));
  }

  /** Likewise for a document that failed: whatever changes, it may go well. */
  idForFailure(): number {
    return this.#idOf(descriptionOf(this.#versions, [...this.#versions.lexicons.keys()].sort()));
  }

  #idOf(description: string): number {
    const known = this.#ids.get(description);
    if (known !== undefined) return known;
    const id = Number(this.#store.statement(INSERT).run(description).lastInsertRowid);
    this.#ids.set(description, id);
    this.#current.add(id);
    return id;
  }
}

function descriptionOf(
  { program, detector, boilerplate, lexicons }: EngineVersions,
  languages: readonly string[],
): string {
  const own = languages.flatMap((tag) => {
    const version = lexicons.get(tag);
    return version === undefined ? [] : [[tag, version] as const];
  });
  return JSON.stringify({ program, detector, boilerplate, lexicons: Object.fromEntries(own) });
}

function isCurrent({ program, detector, boilerplate, lexicons }: EngineDescription, today: EngineVersions): boolean {
  return (
    program === today.program &&
    detector === today.detector &&
    boilerplate === today.boilerplate &&
    Object.entries(lexicons).every(([tag, version]) => today.lexicons.get(tag) === version)
  );
}

const ALL = "SELECT id, description FROM engines ORDER BY id";
const IN_USE = "SELECT DISTINCT engine_id AS id FROM documents WHERE status <> 'failed'";
const INSERT = "INSERT INTO engines (description) VALUES (?)";
