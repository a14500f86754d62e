import type { Analysis } from "../../pipeline/model/analysis.js";
import { prepareDocument } from "../../pipeline/store/prepare-document.js";
import type { Run } from "../../pipeline/store/runs.js";
import type { Store } from "../../pipeline/store/store.js";
import { type WriteReport, writeDocuments } from "../../pipeline/store/write-documents.js";

/** Stores analyses as a run would. */
export function writeAnalyses(store: Store, run: Run, analyses: readonly Analysis[]): WriteReport {
  return writeDocuments(
    store,
    run,
    analyses.map((analysis) => ({ prepared: prepareDocument(analysis) })),
  );
}
