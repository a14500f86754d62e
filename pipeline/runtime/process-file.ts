import type { LexiconSet } from "../../extractors/lexicon/lexicon-set.js";
import type { Analysis } from "../model/analysis.js";
import type { StageName } from "../model/stages.js";
import { readDocument } from "../stages/1-read.js";
import { partHash } from "../stages/read/document-id.js";
import type { Part } from "../stages/read/part.js";
import type { KnownDocument } from "../store/known-documents.js";
import type { FailedDocument } from "../store/record-failure.js";
import { analyse } from "./analyse.js";
import { failureDiagnostic } from "./failure-diagnostic.js";
import { type ContainerFile, openFile } from "./open-file.js";

/** What became of one article. */
export type Outcome =
  | { readonly status: "unchanged" }
  /** Failed in an earlier run, with these bytes and lexicons. */
  | { readonly status: "failed-before" }
  | { readonly status: "analysed"; readonly analysis: Analysis }
  /** `stored`: an earlier run could not open it either, and has said so in the database. */
  | { readonly status: "failed"; readonly failure: FailedDocument; readonly stored: boolean };

/** A file that holds several articles is only opened here: they are read when its turn comes. */
export type FileOutcome = Outcome | { readonly status: "container"; readonly container: ContainerFile };

interface ProcessOptions {
  readonly lexicons: LexiconSet;
  /** Bytes of the longest article. */
  readonly maxBytes: number;
}

/** Reads and analyses a file, unless it is `known` with the same bytes and lexicons. Never throws. */
export async function processFile(
  path: string,
  known: KnownDocument | undefined,
  options: ProcessOptions,
): Promise<FileOutcome> {
  try {
    const { bytes, container } = await openFile(path, options.maxBytes);
    if (container !== undefined) return { status: "container", container };
    return await processPart({ path, bytes }, known, options);
  } catch (error) {
    const before = known?.lexiconVersion === options.lexicons.version ? known : undefined;
    const stored = before?.status === "failed" && before.sha256 === undefined;
    return { status: "failed", failure: { path, diagnostic: failureDiagnostic(path, error, "read") }, stored };
  }
}

/** Like `processFile` for one article's bytes. */
export async function processPart(
  part: Part,
  known: KnownDocument | undefined,
  { lexicons, maxBytes }: ProcessOptions,
): Promise<Outcome> {
  const sha256 = partHash(part);
  if (known?.lexiconVersion === lexicons.version && known.sha256 === sha256) {
    return { status: known.status === "failed" ? "failed-before" : "unchanged" };
  }
  let stage: StageName = "read";
  try {
    const document = await readDocument(part, lexicons.boilerplate, { maxBytes });
    stage = "facts";
    return { status: "analysed", analysis: analyse(document, lexicons, { fingerprint: true }) };
  } catch (error) {
    const diagnostic = failureDiagnostic(part.path, error, stage);
    return { status: "failed", failure: { path: part.path, sha256, diagnostic }, stored: false };
  }
}
