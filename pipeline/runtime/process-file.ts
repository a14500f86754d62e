import { createHash } from "node:crypto";
import type { LexiconSet } from "../../extractors/lexicon/lexicon-set.js";
import type { Analysis } from "../model/analysis.js";
import type { StageName } from "../model/stages.js";
import { readDocument } from "../stages/1-read.js";
import type { KnownDocument } from "../store/known-documents.js";
import type { FailedDocument } from "../store/record-failure.js";
import { analyse } from "./analyse.js";
import { failureDiagnostic } from "./failure-diagnostic.js";
import { readBytes } from "./read-bytes.js";

/** What became of one file. */
export type Outcome =
  | { readonly status: "unchanged" }
  /** Failed in an earlier run, with these bytes and lexicons. */
  | { readonly status: "failed-before" }
  | { readonly status: "analysed"; readonly analysis: Analysis }
  /** `stored`: an earlier run could not open it either, and has said so in the database. */
  | { readonly status: "failed"; readonly failure: FailedDocument; readonly stored: boolean };

/** Reads and analyses a file, unless it is `known` with the same bytes and lexicons. Never throws. */
export async function processFile(
  path: string,
  known: KnownDocument | undefined,
  lexicons: LexiconSet,
): Promise<Outcome> {
  const before = known?.lexiconVersion === lexicons.version ? known : undefined;
  let stage: StageName = "read";
  let sha256: string | undefined;
  try {
    const bytes = await readBytes(path);
    sha256 = createHash("sha256").update(bytes).digest("hex");
    if (before?.sha256 === sha256) return { status: before.status === "failed" ? "failed-before" : "unchanged" };
    const document = await readDocument({ path, bytes }, lexicons.boilerplate);
    stage = "facts";
    return { status: "analysed", analysis: analyse(document, lexicons) };
  } catch (error) {
    const stored = sha256 === undefined && before?.status === "failed" && before.sha256 === undefined;
    const diagnostic = failureDiagnostic(path, error, stage);
    return { status: "failed", failure: { path, ...(sha256 === undefined ? {} : { sha256 }), diagnostic }, stored };
  }
}
