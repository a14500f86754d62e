import { markedDocuments } from "../store/marked-documents.js";
import { openStore } from "../store/open-store.js";
import { evaluateMarks, type JudgedMark, type MarkEvaluation } from "./mark-evaluation.js";

/** Scores the facts of a database against its marks. Throws StoreError when it cannot be opened. */
export function evaluateDatabaseMarks(database: string): MarkEvaluation {
  const store = openStore(database, { mode: "read" });
  try {
    return evaluateMarks(judgedMarks(markedDocuments(store)));
  } finally {
    store.close();
  }
}

function* judgedMarks(documents: ReturnType<typeof markedDocuments>): Generator<JudgedMark> {
  for (const { marks, facts } of documents) for (const mark of marks) yield { mark, facts };
}
