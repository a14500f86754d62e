import type { Span } from "../pipeline/model/span.js";
import type { LanguageVoteTable } from "./language-vote-table.js";
import { BEYOND_ASCII, SCRIPT_BITS, SCRIPT_LIMIT } from "./letter-classes.js";
import { findRow, HASH_SEED, hashUnit } from "./word-index.js";

/**
 * What a stretch of text says about its language. `letters`, `words` and `strange` count by script number; `votes` and
 * `common` have a column a profile, as the vote table. A word is of the script that it begins in.
 */
export interface LanguageTally {
  /** The scripts of its words, a bit each by number: the counts of all others are 0. */
  scripts: number;
  readonly letters: Float64Array;
  readonly words: Float64Array;
  /** Words with a letter that stands in no profile. */
  readonly strange: Float64Array;
  /** Nats for each language. */
  readonly votes: Float64Array;
  /** How many of the words are among each language's commonest, repeats included. */
  readonly common: Float64Array;
}

const FIRST_BEYOND_ASCII = 0x80;
const SPACE = 0x20;
const COLON = 0x3a;
const SLASH = 0x2f;

/** Blocks are numbered in 32 bits. */
const MOST_BLOCKS = 2 ** 32 - 1;

export function emptyTally(table: LanguageVoteTable): LanguageTally {
  return {
    scripts: 0,
    letters: new Float64Array(SCRIPT_LIMIT),
    words: new Float64Array(SCRIPT_LIMIT),
    strange: new Float64Array(SCRIPT_LIMIT),
    votes: new Float64Array(table.columns),
    common: new Float64Array(table.columns),
  };
}

/**
 * Makes the function that counts one block after the other, each into `tally`, which it empties first. A word votes
 * once a block however often it is repeated: a name or a topic says no more about the language the tenth time.
 * Linear in the text; nothing is allocated per character or per block.
 */
export function createBlockCounter(
  table: LanguageVoteTable,
  tally: LanguageTally,
): (units: Uint16Array, span: Span) => void {
  const { columns, stride, wordIndex, wordVotes, commonColumns, commonFrom, letterRows, letterVotes } = table;
  const { letters, words, strange: strangers, votes, common } = tally;
  const { kinds, folded } = table.letterClasses;
  const votedIn = new Uint32Array(wordIndex.hashes.length);
  let block = 0;
  return (units, span) => {
    clearTally(tally);
    if (++block === MOST_BLOCKS) {
      votedIn.fill(0);
      block = 1;
    }
    let at = span.start;
    while (at < span.end) {
      const start = at;
      let unit = units[at++] ?? 0;
      let kind = kinds[unit] ?? 0;
      const script = kind & SCRIPT_BITS;
      if (script === 0) continue;
      let hash = hashUnit(HASH_SEED, folded[unit] ?? 0);
      let seen = kind;
      for (; at < span.end; at++) {
        unit = units[at] ?? 0;
        kind = kinds[unit] ?? 0;
        if (kind === 0) break;
        seen |= kind;
        const letter = folded[unit] ?? 0;
        if (letter !== 0) hash = hashUnit(hash, letter);
      }
      if (startsUrl(units, at)) {
        at = skipToSpace(units, at, span.end);
        continue;
      }
      tally.scripts |= 1 << script;
      addAt(letters, script, at - start);
      addAt(words, script, 1);
      const row = findRow(wordIndex, hash);
      if (row >= 0) {
        const last = commonFrom[row + 1] ?? 0;
        for (let each = commonFrom[row] ?? 0; each < last; each++) addAt(common, commonColumns[each] ?? 0, 1);
        if (votedIn[row] === block) continue;
        votedIn[row] = block;
        addVotes(votes, wordVotes, row * stride);
      } else if ((seen & BEYOND_ASCII) !== 0) {
        let strange = 0;
        for (let place = start; place < at; place++) {
          const letter = folded[units[place] ?? 0] ?? 0;
          if (letter < FIRST_BEYOND_ASCII) continue;
          const letterRow = letterRows[letter] ?? 0;
          if (letterRow === 0) strange = 1;
          else addRow(votes, letterVotes, letterRow * columns);
        }
        addAt(strangers, script, strange);
      }
    }
  };
}

export function addTally(sum: LanguageTally, part: LanguageTally): void {
  sum.scripts |= part.scripts;
  for (let rest = part.scripts; rest !== 0; rest &= rest - 1) {
    const script = lowestBit(rest);
    addAt(sum.letters, script, part.letters[script] ?? 0);
    addAt(sum.words, script, part.words[script] ?? 0);
    addAt(sum.strange, script, part.strange[script] ?? 0);
  }
  addRow(sum.votes, part.votes, 0);
  addRow(sum.common, part.common, 0);
}

export function clearTally(tally: LanguageTally): void {
  for (let rest = tally.scripts; rest !== 0; rest &= rest - 1) {
    const script = lowestBit(rest);
    tally.letters[script] = 0;
    tally.words[script] = 0;
    tally.strange[script] = 0;
  }
  tally.scripts = 0;
  tally.votes.fill(0);
  tally.common.fill(0);
}

/** Number of the script of most letters, 0 when there are none. */
export function mainScript({ scripts, letters }: LanguageTally): number {
  let most = 0;
  for (let rest = scripts; rest !== 0; rest &= rest - 1) {
    const script = lowestBit(rest);
    if ((letters[script] ?? 0) > (letters[most] ?? 0)) most = script;
  }
  return most;
}

/** Number of the lowest bit that is set. */
function lowestBit(bits: number): number {
  return 31 - Math.clz32(bits & -bits);
}

function addAt(sums: Float64Array, at: number, amount: number): void {
  sums[at] = (sums[at] ?? 0) + amount;
}

function addRow(sums: Float64Array, rows: Float64Array, offset: number): void {
  for (let column = 0; column < sums.length; column++)
    sums[column] = (sums[column] ?? 0) + (rows[offset + column] ?? 0);
}

/** As `addRow`: on its own, since a function that reads arrays of two kinds is slower for both. */
function addVotes(sums: Float64Array, rows: Float32Array, offset: number): void {
  for (let column = 0; column < sums.length; column++)
    sums[column] = (sums[column] ?? 0) + (rows[offset + column] ?? 0);
}

/** Whether `://` stands here: the words of an address are in no language. */
function startsUrl(units: Uint16Array, at: number): boolean {
  return units[at] === COLON && units[at + 1] === SLASH && units[at + 2] === SLASH;
}

function skipToSpace(units: Uint16Array, from: number, end: number): number {
  let at = from;
  while (at < end && (units[at] ?? 0) > SPACE) at++;
  return at;
}
