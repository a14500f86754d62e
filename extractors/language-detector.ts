import type { Block } from "../pipeline/model/document.js";
import { type LanguageDecision, UNDETERMINED } from "../pipeline/model/language.js";
import type { Span } from "../pipeline/model/span.js";
import { candidateOf, isEvident, isPlausible, type LanguageCandidate, rankLanguages } from "./language-candidates.js";
import type { LanguageProfile } from "./language-profile.js";
import {
  addTally,
  clearTally,
  createBlockCounter,
  emptyTally,
  type LanguageTally,
  mainScript,
} from "./language-tally.js";
import { buildLanguageVoteTable, type LanguageVoteTable } from "./language-vote-table.js";
import { codeUnits } from "./text/code-units.js";

/** The language of a document and of each of its blocks. */
export interface DocumentLanguages {
  readonly decision: LanguageDecision;
  /** A tag a block, in the order of the document's blocks: BCP 47 tag of a lexicon, or `und`. */
  readonly blockTags: readonly string[];
}

export interface LanguageDetector {
  /** All that it decides by. */
  readonly votes: LanguageVoteTable;
  /**
   * `blocks` are the text's lines, their offsets in UTF-16 code units. Boilerplate does not vote. `units` are those of the
   * text, where they are known already.
   */
  decide(text: string, blocks: readonly Block[], units?: Uint16Array): DocumentLanguages;
}

/** By so many nats another language must lead inside a block before the block can leave the document's language. */
const BLOCK_LEAD = 8;

/** Compiles profiles into a detector. Throws when two profiles bear the same tag. */
export function buildDetector(profiles: readonly LanguageProfile[]): LanguageDetector {
  const tags = new Set<string>();
  for (const { tag } of profiles) {
    if (tags.has(tag)) throw new Error(`two language profiles bear the tag "${tag}": keep one of them`);
    tags.add(tag);
  }
  return detectorOf(buildLanguageVoteTable(profiles));
}

/** The detector that decides by a table. */
export function detectorOf(votes: LanguageVoteTable): LanguageDetector {
  const tally = emptyTally(votes);
  const scratch = { tally, whole: emptyTally(votes), count: createBlockCounter(votes, tally) };
  return { votes, decide: (text, blocks, units = codeUnits(text)) => decide(votes, scratch, units, blocks) };
}

/** What every document is tallied in, one after the other. */
interface Scratch {
  /** Of the block that was counted last. */
  readonly tally: LanguageTally;
  readonly whole: LanguageTally;
  readonly count: (units: Uint16Array, span: Span) => void;
}

function decide(
  table: LanguageVoteTable,
  { tally, whole, count }: Scratch,
  units: Uint16Array,
  blocks: readonly Block[],
): DocumentLanguages {
  const { columns, scripts } = table;
  clearTally(whole);
  const blockVotes = new Float64Array(blocks.length * columns);
  const blockScripts = new Uint8Array(blocks.length);
  for (const [index, { kind, span }] of blocks.entries()) {
    if (kind === "boilerplate") continue;
    count(units, span);
    addTally(whole, tally);
    blockVotes.set(tally.votes, index * columns);
    blockScripts[index] = mainScript(tally);
  }
  const candidates = rankLanguages(table, whole);
  const decision = describe(candidates);
  const winner = candidates[0];
  if (winner === undefined || decision.tag === UNDETERMINED) {
    return { decision, blockTags: blocks.map(() => UNDETERMINED) };
  }
  const blockTags = blocks.map(({ span }, index) => {
    const script = blockScripts[index] ?? 0;
    const unread = script !== 0 && !scripts.includes(script);
    if (!unread && !isBeaten(winner.column, blockVotes, index * columns, columns)) return decision.tag;
    count(units, span);
    return tagOfDoubtful(table, tally, winner);
  });
  return { decision, blockTags };
}

function describe(candidates: readonly LanguageCandidate[]): LanguageDecision {
  const [best, second] = candidates.filter((candidate) => candidate.profile.extract);
  const score = best?.share ?? 0;
  const runnerUp = second === undefined ? {} : { runnerUp: second.profile.tag };
  const winner = candidates[0];
  if (winner?.profile.extract && isPlausible(winner)) return { tag: winner.profile.tag, score, ...runnerUp };
  // A neighbour that merely comes first may stand in for a language that has no profile: then it names nothing.
  const named = winner && !winner.profile.extract && isEvident(winner) ? { named: winner.profile.tag } : {};
  return { tag: UNDETERMINED, score, ...runnerUp, ...named };
}

/** Whether any of the `columns` votes from `offset` on leads that of the column. */
function isBeaten(column: number, votes: Float64Array, offset: number, columns: number): boolean {
  const limit = (votes[offset + column] ?? 0) + BLOCK_LEAD;
  for (let at = offset; at < offset + columns; at++) if ((votes[at] ?? 0) > limit) return true;
  return false;
}

/**
 * The tag of a block in which the document's language is beaten. Foreign names alone beat it too, so another language
 * takes the block only with running text, and the document's own loses it only when its words are missing.
 */
function tagOfDoubtful(table: LanguageVoteTable, block: LanguageTally, own: LanguageCandidate): string {
  const best = rankLanguages(table, block)[0];
  if (best !== undefined && best.column !== own.column && isEvident(best)) {
    return best.profile.extract ? best.profile.tag : UNDETERMINED;
  }
  return isPlausible(candidateOf(table, block, own.profile, own.column)) ? own.profile.tag : UNDETERMINED;
}
