import type { LexiconSet } from "../../extractors/lexicon/lexicon-set.js";
import type { Diagnostic } from "../model/diagnostic.js";
import type { LanguageDecision } from "../model/language.js";
import { METADATA_FIELDS, type MetadataField, type MetadataOrigin } from "../model/metadata.js";
import { readDocument } from "../stages/1-read.js";
import { decideLanguage } from "../stages/2-language.js";
import { analyse } from "./analyse.js";
import { failureDiagnostic, failureMessage } from "./failure-diagnostic.js";
import { type MarkedLine, markedLines } from "./marked-lines.js";
import { readBytes } from "./read-bytes.js";

/** What is read out of a file, and what is not. */
export interface Inspection {
  readonly path: string;
  readonly bytes: number;
  readonly mediaType: string;
  readonly encoding: string;
  readonly metadata: readonly InspectedField[];
  readonly language: LanguageDecision;
  readonly lines: readonly InspectedLine[];
  readonly facts: number;
  readonly diagnostics: readonly Diagnostic[];
}

export interface InspectedField {
  readonly field: MetadataField;
  readonly value: string;
  readonly from: MetadataOrigin | undefined;
}

export interface InspectedLine extends MarkedLine {
  /** BCP 47 tag of what the line is in; absent for lines that are no part of the article. */
  readonly language?: string;
}

/** What a file holds, or in one line why it cannot be read. */
export type InspectResult =
  | { readonly inspection: Inspection; readonly problem?: never }
  | { readonly problem: string; readonly inspection?: never };

/** Reads a file as `faktum run` would, and stores nothing. Never throws for what is wrong with the file. */
export async function inspectFile(path: string, lexicons: LexiconSet): Promise<InspectResult> {
  try {
    const document = await readDocument({ path, bytes: await readBytes(path) }, lexicons.boilerplate);
    const { blockTags } = decideLanguage(document, lexicons.detector);
    const analysis = analyse(document, lexicons);
    const { origins = {}, ...told } = analysis.document;
    const { mediaType, encoding, source } = document;
    return {
      inspection: {
        path,
        bytes: source.bytes,
        mediaType,
        encoding,
        metadata: METADATA_FIELDS.flatMap((field) => {
          const value = told[field];
          return value === undefined ? [] : [{ field, value, from: origins[field] }];
        }),
        language: analysis.language,
        lines: markedLines(document).map((line) => withLanguage(line, blockTags)),
        facts: analysis.facts.length,
        diagnostics: analysis.diagnostics,
      },
    };
  } catch (error) {
    return { problem: failureMessage(path, failureDiagnostic(path, error, "read")) };
  }
}

function withLanguage(line: MarkedLine, blockTags: readonly string[]): InspectedLine {
  const language = line.block === undefined || line.kind === "boilerplate" ? undefined : blockTags[line.block];
  return language === undefined ? line : { ...line, language };
}
