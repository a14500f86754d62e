import type { LanguageProfile } from "./language-profile.js";
import { buildLetterClasses, type LetterClasses, SCRIPT_BITS } from "./letter-classes.js";
import { buildWordIndex, type WordIndex } from "./word-index.js";

/** What is known of a profile's language besides its votes. */
export type VotedLanguage = Pick<LanguageProfile, "tag" | "extract">;

/**
 * How much each word and letter speaks for each language. Rows are stored one after the other, a column a profile;
 * a row's number times `stride` (words) or `columns` (letters) is its offset. Votes are in nats, 0 for the language that
 * uses the word most and below 0 for the others, so that votes add up over a text.
 */
export interface LanguageVoteTable {
  /** The language of each column. */
  readonly profiles: readonly VotedLanguage[];
  readonly columns: number;
  readonly letterClasses: LetterClasses;
  /** Script number of each profile's words. */
  readonly scripts: readonly number[];
  readonly wordIndex: WordIndex;
  /** Numbers from one word's votes to the next one's: the votes of a word lie in as few lines of the cache as they can. */
  readonly stride: number;
  /** The commonest words first, so that the rows that are read over and over lie together. */
  readonly wordVotes: Float32Array;
  /** Columns of the languages that the word is among the commonest of: those from `commonFrom[row]` to `commonFrom[row + 1]`. */
  readonly commonColumns: Uint8Array;
  readonly commonFrom: Uint32Array;
  /** Share of a language's running text that its commonest words make up, by its own counts. */
  readonly commonShares: readonly number[];
  /** Code unit of a lower-case letter to its row of `letterVotes`; row 0 votes for nobody. */
  readonly letterRows: Uint16Array;
  readonly letterVotes: Float64Array;
}

/** How many of a language's words count as its commonest. */
const COMMONEST = 200;
/** 64 bytes are read into the cache at a time. */
const FLOATS_OF_LINE = 16;
/** Added to every count, so that a word never seen in a language is rare there and not impossible. */
const UNSEEN = 0.5;
/** A single word or letter never speaks against a language by more nats than this: any may stand in a name. */
const WORD_FLOOR = 8;
const LETTER_FLOOR = 3;

/** Compiles profiles into votes; with a profile more or less, all votes change. */
export function buildLanguageVoteTable(profiles: readonly LanguageProfile[]): LanguageVoteTable {
  const columns = profiles.length;
  const stride = Math.ceil(columns / FLOATS_OF_LINE) * FLOATS_OF_LINE;
  const letterClasses = buildLetterClasses();
  const words = wordsByShare(profiles);
  const rows = new Map(words.map((word, row) => [word, row]));
  const counts = new Float64Array(words.length * columns);
  const common: number[][] = words.map(() => []);
  const commonShares = profiles.map((profile, column) => {
    const byCount = [...profile.counts].sort((a, b) => b[1] - a[1]);
    let commonest = 0;
    for (const [rank, [word, count]] of byCount.entries()) {
      const row = rows.get(word) ?? 0;
      counts[row * columns + column] = count;
      if (rank >= COMMONEST) continue;
      common[row]?.push(column);
      commonest += count;
    }
    return commonest / profile.total;
  });
  return {
    profiles: profiles.map(({ tag, extract }) => ({ tag, extract })),
    columns,
    letterClasses,
    scripts: profiles.map((profile) => scriptOf(profile, letterClasses)),
    wordIndex: buildWordIndex(words),
    stride,
    wordVotes: spread(
      votesOf(
        counts,
        profiles.map((profile) => profile.total),
        WORD_FLOOR,
      ),
      columns,
      stride,
    ),
    commonColumns: Uint8Array.from(common.flat()),
    commonFrom: startsOf(common),
    commonShares,
    ...buildLetterVotes(profiles),
  };
}

/** Every word of the profiles, those with the largest share of some language's text first. */
function wordsByShare(profiles: readonly LanguageProfile[]): readonly string[] {
  const shares = new Map<string, number>();
  for (const { counts, total } of profiles) {
    for (const [word, count] of counts) shares.set(word, Math.max(shares.get(word) ?? 0, count / total));
  }
  return [...shares].sort((one, other) => other[1] - one[1]).map(([word]) => word);
}

/** Rows of `columns` numbers with room behind each, so that each begins `stride` numbers behind the one before. */
function spread(rows: Float64Array, columns: number, stride: number): Float32Array {
  const apart = new Float32Array((rows.length / columns) * stride);
  for (let from = 0, to = 0; from < rows.length; from += columns, to += stride) {
    apart.set(rows.subarray(from, from + columns), to);
  }
  return apart;
}

/** Where each list begins when all are written one after the other, and where the last ends. */
function startsOf(lists: readonly (readonly unknown[])[]): Uint32Array {
  const starts = new Uint32Array(lists.length + 1);
  for (const [index, list] of lists.entries()) starts[index + 1] = (starts[index] ?? 0) + list.length;
  return starts;
}

/** Letters as often as they stand in the profiles' words; ASCII letters are everyone's and do not vote. */
function buildLetterVotes(profiles: readonly LanguageProfile[]): Pick<LanguageVoteTable, "letterRows" | "letterVotes"> {
  const columns = profiles.length;
  const counts = new Map<string, number[]>();
  const totals = new Array<number>(columns).fill(0);
  for (const [column, profile] of profiles.entries()) {
    for (const [word, count] of profile.counts) {
      totals[column] = (totals[column] ?? 0) + word.length * count;
      for (const letter of word) {
        if (letter <= "\u007f") continue;
        const row = counts.get(letter) ?? new Array<number>(columns).fill(0);
        row[column] = (row[column] ?? 0) + count;
        counts.set(letter, row);
      }
    }
  }
  const letterRows = new Uint16Array(0x10000);
  for (const [index, letter] of [...counts.keys()].entries()) letterRows[letter.charCodeAt(0)] = index + 1;
  const silent = new Array<number>(columns).fill(0);
  const votes = votesOf(Float64Array.from([silent, ...counts.values()].flat()), totals, LETTER_FLOOR);
  return { letterRows, letterVotes: votes.fill(0, 0, columns) };
}

/** Votes from counts, both in rows of a column a language; `totals` is what the counts of a column are out of. */
function votesOf(counts: Float64Array, totals: readonly number[], floor: number): Float64Array {
  const columns = totals.length;
  const votes = new Float64Array(counts.length);
  for (let row = 0; row < counts.length; row += columns) {
    let best = Number.NEGATIVE_INFINITY;
    for (const [column, total] of totals.entries()) {
      const likelihood = Math.log(((counts[row + column] ?? 0) + UNSEEN) / total);
      votes[row + column] = likelihood;
      if (likelihood > best) best = likelihood;
    }
    for (let at = row; at < row + columns; at++) votes[at] = Math.max((votes[at] ?? 0) - best, -floor);
  }
  return votes;
}

/** The script that most of the profile's words begin in. */
function scriptOf(profile: LanguageProfile, { kinds }: LetterClasses): number {
  const tally = new Map<number, number>();
  for (const [word, count] of profile.counts) {
    const script = (kinds[word.charCodeAt(0)] ?? 0) & SCRIPT_BITS;
    tally.set(script, (tally.get(script) ?? 0) + count);
  }
  return [...tally].reduce((most, entry) => (entry[1] > most[1] ? entry : most), [0, 0])[0];
}
