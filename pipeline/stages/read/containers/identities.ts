import type { Diagnostic } from "../../../model/diagnostic.js";
import { contentHash } from "../document-id.js";
import { PathSet } from "./path-set.js";

/** What a member is called in the store, and what is to be told of it. */
export interface Identity {
  readonly path: string;
  readonly diagnostics: readonly Diagnostic[];
}

/** UTF-16 units. */
const LONGEST_NAME = 300;
const CONTROLS = /[\p{Cc}\u2028\u2029]+/gu;

/** Gives the members of one container their identities: what the container calls them, each only once. */
export class Identities {
  readonly #container: string;
  readonly #taken = new PathSet();

  constructor(container: string) {
    this.#container = container;
  }

  /**
   * The identity of the member called `name`, or of the one at `place` (a line or ordinal, from 1) where it has no name.
   * A name that is taken already gets its place added, so that both are kept: `dump.jsonl#17@2041`.
   */
  next(name: string | undefined, place: number): Identity {
    const clean = shortened((name ?? "").replace(CONTROLS, " ").trim()) || String(place);
    const path = `${this.#container}#${clean}`;
    if (this.#taken.add(path)) return { path, diagnostics: [] };
    let distinct = `${path}@${place}`;
    while (!this.#taken.add(distinct)) distinct += "@";
    return { path: distinct, diagnostics: [repeated(clean, distinct)] };
  }
}

/** Names beyond any reason end in a hash of what was cut off. */
function shortened(name: string): string {
  return name.length <= LONGEST_NAME ? name : `${name.slice(0, LONGEST_NAME)}~${contentHash(name).slice(0, 12)}`;
}

function repeated(name: string, path: string): Diagnostic {
  const message = `"${name}" stands in its container more than once; this one is kept as ${path}`;
  return { code: "read.repeated-id", severity: "warning", stage: "read", message };
}
