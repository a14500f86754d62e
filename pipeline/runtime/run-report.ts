import type { Kind } from "../model/mention.js";
import type { PreparedDocument } from "../store/prepared-document.js";
import type { RunSums } from "../store/runs.js";
import type { RunPlan } from "./plan-run.js";

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
    /** Failed in an earlier run; somebody decided that they need not be told of again. */
    readonly ignored: number;
    /** Of files that are at another place now, counted above as well; their facts are as they were. */
    readonly renamed: number;
    /** Of files that are gone. */
    readonly removed: number;
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
  readonly bytes: number;
  readonly seconds: number;
  /** Facts of documents that were stored before, by what became of them. */
  readonly changes: RunSums["changes"];
  /** What there was to do before the run began. */
  readonly planned: PlannedWork;
  /** Whether the run was stopped before its end. */
  readonly interrupted: boolean;
}

export interface LanguageReport {
  readonly documents: number;
  readonly facts: Readonly<Partial<Record<Kind, number>>>;
}

/** A document, file or folder that failed. */
export interface ToldFailure {
  readonly path: string;
  /** See `Diagnostic.code`. */
  readonly code: string;
  /** One line: the path, what is wrong, the remedy. */
  readonly message: string;
}

/** Who wants to know how a run goes. */
export interface RunObserver {
  /** What there is to do is known, after so many seconds. */
  planned(plan: PlannedWork, seconds: number): void;
  advanced(progress: RunProgress): void;
  /** The run goes on. */
  failed(failure: ToldFailure): void;
}

/** What a run finds to do before it begins. */
export type PlannedWork = Pick<RunPlan, "files" | "bytes" | "settling"> & {
  readonly renamed: number;
  readonly removed: number;
};

/** How far a run is. */
export interface RunProgress {
  /** Documents that there are to deal with, as far as is known: a container counts as one until it is opened. */
  readonly found: number;
  /** Dealt with, in whatever way. */
  readonly done: number;
  readonly failed: number;
  /** Of files and articles that were dealt with, and of all files there are to deal with. */
  readonly bytes: number;
  readonly totalBytes: number;
}

/** Counts of a run, kept up to date as it goes. */
export interface RunTally extends RunProgress {
  found: number;
  done: number;
  bytes: number;
  totalBytes: number;
  extracted: number;
  refused: number;
  failed: number;
  failedBefore: number;
  unchanged: number;
  ignored: number;
  renamed: number;
  removed: number;
  facts: number;
  readonly languages: Map<string, { documents: number; readonly facts: Partial<Record<Kind, number>> }>;
  readonly refusedLanguages: Map<string, number>;
  readonly containers: { read: number; unchanged: number };
  readonly skippedMembers: Map<string, number>;
  readonly changes: { -readonly [Key in keyof RunSums["changes"]]: number };
}

export function emptyTally(): RunTally {
  return {
    found: 0,
    done: 0,
    bytes: 0,
    totalBytes: 0,
    extracted: 0,
    refused: 0,
    failed: 0,
    failedBefore: 0,
    unchanged: 0,
    ignored: 0,
    renamed: 0,
    removed: 0,
    facts: 0,
    languages: new Map(),
    refusedLanguages: new Map(),
    containers: { read: 0, unchanged: 0 },
    skippedMembers: new Map(),
    changes: { added: 0, changed: 0, gone: 0 },
  };
}

/** Counts a document that was stored. */
export function countStored(tally: RunTally, { status, language, named = language, counts }: PreparedDocument): void {
  if (status === "refused") {
    tally.refused += 1;
    tally.refusedLanguages.set(named, (tally.refusedLanguages.get(named) ?? 0) + 1);
    return;
  }
  tally.extracted += 1;
  languageOf(tally, language).documents += 1;
  for (const [tag, kinds] of Object.entries(counts)) {
    const { facts } = languageOf(tally, tag);
    for (const [kind, count] of Object.entries(kinds) as [Kind, number][]) {
      facts[kind] = (facts[kind] ?? 0) + count;
      tally.facts += count;
    }
  }
}

/** Counts a container's member that is no article. There may be no end of sorts, so the rare ones count together. */
export function countPassedOver({ skippedMembers }: RunTally, what: string): void {
  const sort = skippedMembers.has(what) || skippedMembers.size < MOST_SORTS ? what : "other";
  skippedMembers.set(sort, (skippedMembers.get(sort) ?? 0) + 1);
}

const MOST_SORTS = 50;

interface RunEnd {
  readonly plan: RunPlan;
  readonly seconds: number;
  readonly interrupted: boolean;
}

export function reportOf(tally: RunTally, { plan, seconds, interrupted }: RunEnd): RunReport {
  const { extracted, refused, failed, failedBefore, unchanged, ignored, renamed, removed, facts, bytes } = tally;
  return {
    documents: {
      found: tally.found + plan.unchanged + plan.failedBefore + plan.ignored,
      extracted,
      refused,
      failed,
      failedBefore,
      unchanged,
      ignored,
      renamed,
      removed,
    },
    languages: sortedRecord(tally.languages),
    refusedLanguages: sortedRecord(tally.refusedLanguages),
    facts,
    skippedFiles: sortedRecord(plan.skipped),
    containers: { ...tally.containers },
    skippedMembers: sortedRecord(tally.skippedMembers),
    bytes,
    changes: { ...tally.changes },
    planned: plannedWork(plan),
    seconds,
    interrupted,
  };
}

export function plannedWork({ files, bytes, settling, renamed, removed }: RunPlan): PlannedWork {
  return { files, bytes, settling, renamed: renamed.length, removed: removed.length };
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
