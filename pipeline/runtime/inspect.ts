import type { LexiconSet } from "../../extractors/lexicon/lexicon-set.js";
import type { Diagnostic } from "../model/diagnostic.js";
import type { Document } from "../model/document.js";
import type { LanguageDecision } from "../model/language.js";
import { METADATA_FIELDS, type MetadataField, type MetadataOrigin } from "../model/metadata.js";
import { readDocument } from "../stages/1-read.js";
import { decideLanguage } from "../stages/2-language.js";
import { DEFAULT_LIMITS } from "../stages/read/containers/container-limits.js";
import { readContainer } from "../stages/read/containers/read-container.js";
import type { Part } from "../stages/read/part.js";
import { analyse } from "./analyse.js";
import { failureDiagnostic, failureMessage } from "./failure-diagnostic.js";
import { type MarkedLine, markedLines } from "./marked-lines.js";
import { type ContainerFile, containerInput, openFile } from "./open-file.js";
import { readingChoices } from "./reading-choices.js";

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

/**
 * Reads a file as `faktum run` would, of a container each article, and stores nothing. Never throws for what is wrong with
 * the file.
 */
export async function* inspectFile(path: string, lexicons: LexiconSet): AsyncGenerator<InspectResult> {
  try {
    const { bytes, container } = openFile(path, DEFAULT_LIMITS.maxFileBytes);
    if (container === undefined) yield await inspectPart({ path, bytes }, lexicons);
    else yield* inspectMembers(container, lexicons);
  } catch (error) {
    yield problemOf(path, error);
  }
}

async function* inspectMembers(container: ContainerFile, lexicons: LexiconSet): AsyncGenerator<InspectResult> {
  const options = { ...readingChoices({}), bytes: container.size };
  for await (const member of readContainer(containerInput(container), options)) {
    if (member.kind === "part") yield await inspectPart(member.part, lexicons);
    else if (member.kind === "broken") yield problemOf(member.path, member.error);
  }
}

async function inspectPart(part: Part, lexicons: LexiconSet): Promise<InspectResult> {
  try {
    const document = await readDocument(part, lexicons.boilerplate);
    return { inspection: inspectionOf(document, lexicons) };
  } catch (error) {
    return problemOf(part.path, error);
  }
}

function inspectionOf(document: Document, lexicons: LexiconSet): Inspection {
  const { blockTags } = decideLanguage(document, lexicons.detector);
  const analysis = analyse(document, lexicons);
  const { origins = {}, ...told } = analysis.document;
  const { mediaType, encoding, source } = document;
  return {
    path: source.path,
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
  };
}

function problemOf(path: string, error: unknown): InspectResult {
  return { problem: failureMessage(path, failureDiagnostic(path, error, "read")) };
}

function withLanguage(line: MarkedLine, blockTags: readonly string[]): InspectedLine {
  const language = line.block === undefined || line.kind === "boilerplate" ? undefined : blockTags[line.block];
  return language === undefined ? line : { ...line, language };
}
