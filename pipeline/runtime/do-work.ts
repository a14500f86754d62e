import type { LexiconSet } from "../../extractors/lexicon/lexicon-set.js";
import type { Document } from "../model/document.js";
import type { StageName } from "../model/stages.js";
import { readDocument } from "../stages/1-read.js";
import { documentId, partHash } from "../stages/read/document-id.js";
import type { Part } from "../stages/read/part.js";
import type { Readers } from "../stages/read/readers.js";
import { prepareDocument } from "../store/prepare-document.js";
import { analyse } from "./analyse.js";
import { failureDiagnostic } from "./failure-diagnostic.js";
import { openFile } from "./open-file.js";
import type { StageClock } from "./stage-clock.js";
import type { ArticleOutcome, KnownArticle, WorkItem, WorkOutcome } from "./work-item.js";

export interface WorkMeans {
  readonly lexicons: LexiconSet;
  /** Bytes of the longest article. */
  readonly maxBytes: number;
  readonly clock: StageClock;
  /** How Readability and the readers of PDF and Word are run. */
  readonly readers: Readers;
}

/** From bytes, or from a stored text, to rows ready to be stored. Never rejects. */
export async function doWork(item: WorkItem, means: WorkMeans): Promise<WorkOutcome> {
  means.clock.start();
  switch (item.kind) {
    case "file":
      return await readFile(item.path, item.known, means);
    case "part":
      return await readPart(item.part, item.known, means);
    case "broken":
      return { status: "failed", diagnostic: item.diagnostic };
    case "stored":
      return analyseStored(item.document, means);
  }
}

async function readFile(path: string, known: KnownArticle | undefined, means: WorkMeans): Promise<WorkOutcome> {
  try {
    const { bytes, container, modified } = openFile(path, means.maxBytes);
    if (container !== undefined) return { status: "container" };
    const outcome = await readPart({ path, bytes }, known, means);
    return { ...outcome, file: { bytes: bytes.length, modified } };
  } catch (error) {
    return { status: "failed", diagnostic: failureDiagnostic(path, error, "read") };
  }
}

async function readPart(part: Part, known: KnownArticle | undefined, means: WorkMeans): Promise<ArticleOutcome> {
  const sha256 = partHash(part);
  if (known?.isCurrent === true && known.sha256 === sha256) {
    return { status: known.status === "failed" ? "failed-before" : "unchanged" };
  }
  let stage: StageName = "read";
  try {
    const { lexicons, maxBytes, clock, readers } = means;
    const document = await readDocument(part, lexicons.boilerplate, { maxBytes, readers });
    clock.lap("read");
    stage = "facts";
    return prepared(document, means);
  } catch (error) {
    return { status: "failed", diagnostic: failureDiagnostic(part.path, error, stage), sha256 };
  }
}

function analyseStored(stored: Omit<Document, "id">, means: WorkMeans): ArticleOutcome {
  const { path, sha256 } = stored.source;
  try {
    return prepared({ ...stored, id: documentId(path, sha256) }, means);
  } catch (error) {
    return { status: "failed", diagnostic: failureDiagnostic(path, error, "facts"), sha256 };
  }
}

function prepared(document: Document, { lexicons, clock }: WorkMeans): ArticleOutcome {
  const analysis = analyse(document, lexicons, { fingerprint: true, clock });
  const rows = prepareDocument(analysis);
  clock.lap("store");
  return { status: "prepared", prepared: rows };
}
