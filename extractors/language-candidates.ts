import { type LanguageTally, mainScript } from "./language-tally.js";
import type { LanguageVoteTable, VotedLanguage } from "./language-vote-table.js";

/** How one language does in a tallied text. */
export interface LanguageCandidate {
  readonly profile: VotedLanguage;
  /** Its column in the vote table. */
  readonly column: number;
  /** Nats; only the difference to another candidate of the same text means something. */
  readonly votes: number;
  /** Share, 0 to 1, of the text's words in the language's script that are among its commonest. */
  readonly share: number;
  /** The least share at which running text is believed to be in the language, whatever its votes. */
  readonly needed: number;
  /** Share of the same words that hold a letter of no profile at all. Each takes one of the commonest words back. */
  readonly strange: number;
  /** What `share` may lack by accident: much in a headline, next to nothing in an article. */
  readonly slack: number;
}

/**
 * Part of the share that a language's commonest words have in its own texts; a text with less is in some other one.
 * The same share for all would not do: where particles are written onto the next word, few words are common.
 */
const NEEDED_PART = 0.4;
/** So many of the commonest words may be missing by accident. */
const SLACK_WORDS = 2;
/**
 * Head start, in nats, of the languages that can be extracted from: they are what people bring here. It decides for
 * them in a single sentence that could as well be their neighbour's, and is nothing among the votes of an article.
 */
const HEAD_START = 3;

/** The languages written in the text's main script, best first; none when no word and no letter is known. */
export function rankLanguages(table: LanguageVoteTable, tally: LanguageTally): readonly LanguageCandidate[] {
  if (isSilent(tally)) return [];
  const script = mainScript(tally);
  return table.profiles
    .flatMap((profile, column) =>
      table.scripts[column] === script ? [candidateOf(table, tally, profile, column)] : [],
    )
    .sort((a, b) => b.votes - a.votes);
}

/** A known word may leave all votes at 0, as when there is one profile only; then it is among its commonest. */
function isSilent(tally: LanguageTally): boolean {
  return tally.votes.every((nats) => nats === 0) && tally.common.every((words) => words === 0);
}

export function candidateOf(
  table: LanguageVoteTable,
  tally: LanguageTally,
  profile: VotedLanguage,
  column: number,
): LanguageCandidate {
  const script = table.scripts[column] ?? 0;
  const words = tally.words[script] ?? 0;
  const perWord = words === 0 ? 0 : 1 / words;
  return {
    profile,
    column,
    votes: (tally.votes[column] ?? 0) + (profile.extract ? HEAD_START : 0),
    share: (tally.common[column] ?? 0) * perWord,
    needed: (table.commonShares[column] ?? 0) * NEEDED_PART,
    strange: (tally.strange[script] ?? 0) * perWord,
    slack: SLACK_WORDS * perWord,
  };
}

/** The text may be in the language: enough of its commonest words, allowing for the accidents of a short text. */
export function isPlausible({ share, needed, strange, slack }: LanguageCandidate): boolean {
  return share - strange + slack >= needed;
}

/** The text is running text in the language, however short it is. */
export function isEvident({ share, needed, strange }: LanguageCandidate): boolean {
  return share - strange >= needed;
}
