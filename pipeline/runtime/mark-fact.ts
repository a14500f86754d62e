import { userInfo } from "node:os";
import { findFactId } from "../store/find-fact-id.js";
import { markOfFact, removeMark, setMark, type Verdict } from "../store/marks.js";
import { writeBesideRun } from "../store/write-beside-run.js";
import { FaktumError } from "./faktum-error.js";

export interface FactMark {
  readonly factId: string;
  readonly verdict: Verdict;
  /** JSON of the fields that should say something else. */
  readonly fields?: string;
  readonly note?: string;
  /** The user when absent. */
  readonly reviewer?: string;
}

/** Marks a fact of a database, see `setMark`; also throws FaktumError when the fields are no JSON or not asked for. */
export function markFact(database: string, { fields, verdict, reviewer, ...mark }: FactMark): void {
  if ((fields !== undefined) !== (verdict === "corrected")) {
    throw wrongFields("say what a corrected fact should state with --fields, and only of one that is corrected");
  }
  const corrected = fields === undefined ? undefined : parsed(fields);
  const who = reviewer ?? userInfo().username;
  writeBesideRun(database, (store) =>
    setMark(store, { ...mark, verdict, corrected, reviewer: who, markedAt: new Date().toISOString() }),
  );
}

/** Takes the mark of a fact away. Throws FaktumError when it has none. */
export function unmarkFact(database: string, fact: string): void {
  writeBesideRun(database, (store) => {
    const id = findFactId(store, fact);
    const mark = id === undefined ? undefined : markOfFact(store, id);
    if (mark === undefined || !removeMark(store, mark.id)) {
      const remedy = 'faktum query "SELECT * FROM marked_facts" shows those that have';
      throw new FaktumError("mark.none", `${database}: no fact with the id ${fact} has a mark; ${remedy}`, {
        exitCode: 2,
      });
    }
  });
}

function parsed(fields: string): unknown {
  try {
    return JSON.parse(fields);
  } catch (error) {
    throw wrongFields(`--fields is no JSON; write an object such as '{"value": 80.4}'`, error);
  }
}

function wrongFields(remedy: string, cause?: unknown): FaktumError {
  return new FaktumError("mark.bad-fields", remedy, { exitCode: 2, cause });
}
