import type { Analysis } from "../model/analysis.js";
import { UNDETERMINED } from "../model/language.js";
import type { Kind } from "../model/mention.js";

/** What a run did. */
export interface RunReport {
  readonly documents: {
    readonly found: number;
    /** Stored with their facts. */
    readonly extracted: number;
    /** Stored without facts: in a language that no lexicon covers. */
    readonly refused: number;
    /** Could not be read or stored in this run. */
    readonly failed: number;
    /** Failed in an earlier run and unchanged since; not tried again. */
    readonly failedBefore: number;
    /** Stored or refused in an earlier run and unchanged since. */
    readonly unchanged: number;
  };
  /** What this run stored, by language tag: a document counts for its own language, a fact for its sentence's. */
  readonly languages: Readonly<Record<string, LanguageReport>>;
  /** Refused documents by what their language seems to be. */
  readonly refusedLanguages: Readonly<Record<string, number>>;
  readonly facts: number;
  /** Files that were passed over, by their extension: what is no article by its name. */
  readonly skippedFiles: Readonly<Record<string, number>>;
  /** Files that hold several articles: archives, web archives, lists. Their articles are among the documents. */
  readonly containers: {
    readonly read: number;
    /** Stored whole in an earlier run and unchanged since. */
    readonly unchanged: number;
  };
  /** What was passed over in the containers that were read, by media type or extension. */
  readonly skippedMembers: Readonly<Record<string, number>>;
  readonly seconds: number;
  /** Whether the run was stopped before its end. */
  readonly interrupted: boolean;
}

export interface LanguageReport {
  readonly documents: number;
  readonly facts: Readonly<Partial<Record<Kind, number>>>;
}

/** Who wants to know how a run goes. */
export interface RunObserver {
  /** `done` of `found` documents are dealt with, in whatever way. */
  advanced(done: number, found: number): void;
  /** A document or folder failed; the run goes on. `message` is one line: the path, what is wrong, the remedy. */
  failed(message: string): void;
}

/** Counts of a run, kept up to date as it goes. */
export interface RunTally {
  found: number;
  /** Dealt with, in whatever way. */
  done: number;
  extracted: number;
  refused: number;
  failed: number;
  failedBefore: number;
  unchanged: number;
  facts: number;
  readonly languages: Map<string, { documents: number; readonly facts: Partial<Record<Kind, number>> }>;
  readonly refusedLanguages: Map<string, number>;
  readonly containers: { read: number; unchanged: number };
  readonly skippedMembers: Map<string, number>;
}

export function emptyTally(): RunTally {
  return {
    found: 0,
    done: 0,
    extracted: 0,
    refused: 0,
    failed: 0,
    failedBefore: 0,
    unchanged: 0,
    facts: 0,
    languages: new Map(),
    refusedLanguages: new Map(),
    containers: { read: 0, unchanged: 0 },
    skippedMembers: new Map(),
  };
}

/** Counts a document that was stored. */
export function countStored(tally: RunTally, { language, sentences, facts }: Analysis): void {
  if (language.tag === UNDETERMINED) {
    const named = language.named ?? language.tag;
    tally.refused += 1;
    tally.refusedLanguages.set(named, (tally.refusedLanguages.get(named) ?? 0) + 1);
    return;
  }
  tally.extracted += 1;
  tally.facts += facts.length;
  languageOf(tally, language.tag).documents += 1;
  for (const { mention, evidence } of facts) {
    const counts = languageOf(tally, sentences[evidence.sentence]?.language ?? language.tag).facts;
    counts[mention.kind] = (counts[mention.kind] ?? 0) + 1;
  }
}

/** Counts a container's member that is no article. There may be no end of sorts, so the rare ones count together. */
export function countPassedOver({ skippedMembers }: RunTally, what: string): void {
  const sort = skippedMembers.has(what) || skippedMembers.size < MOST_SORTS ? what : "other";
  skippedMembers.set(sort, (skippedMembers.get(sort) ?? 0) + 1);
}

const MOST_SORTS = 50;

interface RunEnd {
  readonly skipped: ReadonlyMap<string, number>;
  readonly seconds: number;
  readonly interrupted: boolean;
}

export function reportOf(tally: RunTally, { skipped, seconds, interrupted }: RunEnd): RunReport {
  const { found, extracted, refused, failed, failedBefore, unchanged, facts } = tally;
  return {
    documents: { found, extracted, refused, failed, failedBefore, unchanged },
    languages: sortedRecord(tally.languages),
    refusedLanguages: sortedRecord(tally.refusedLanguages),
    facts,
    skippedFiles: sortedRecord(skipped),
    containers: { ...tally.containers },
    skippedMembers: sortedRecord(tally.skippedMembers),
    seconds,
    interrupted,
  };
}

function languageOf({ languages }: RunTally, tag: string): { documents: number; facts: Partial<Record<Kind, number>> } {
  const known = languages.get(tag);
  if (known !== undefined) return known;
  const made = { documents: 0, facts: {} };
  languages.set(tag, made);
  return made;
}

function sortedRecord<Value>(map: ReadonlyMap<string, Value>): Readonly<Record<string, Value>> {
  return Object.fromEntries([...map].sort(([a], [b]) => (a < b ? -1 : 1)));
}
