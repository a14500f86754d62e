import { fingerprintOf } from "../../extractors/fingerprint.js";
import type { DocumentLanguages } from "../../extractors/language-detector.js";
import type { LexiconSet } from "../../extractors/lexicon/lexicon-set.js";
import { type NumberMention, numbersOf } from "../../extractors/number-mention.js";
import type { SentenceMentions } from "../../extractors/sentence-mentions.js";
import { codeUnits } from "../../extractors/text/code-units.js";
import type { Analysis } from "../model/analysis.js";
import type { Document } from "../model/document.js";
import type { Fact } from "../model/fact.js";
import type { Sentence } from "../model/sentence.js";
import { decideLanguage } from "../stages/2-language.js";
import { splitIntoSentences } from "../stages/3-sentences.js";
import { findDocumentMentions } from "../stages/4-mentions.js";
import { makeFacts } from "../stages/5-facts.js";
import { datedByText } from "../stages/facts/dated-by-text.js";
import { impliedDate } from "../stages/facts/implied-date.js";
import { withTablePlaces } from "../stages/facts/table-place.js";
import { TextFragments } from "../stages/facts/text-fragment.js";
import { CELL_SEPARATOR } from "../stages/read/cell-separator.js";
import type { StageClock } from "./stage-clock.js";

/** Options of `analyse`. */
export interface AnalyseOptions {
  /** Tag of a lexicon, claimed by the caller: no detection, all blocks are in it. Ignored when there is no such lexicon. */
  readonly claimedLanguage?: string;
  /** Also what copies of the article are known by, for the store. */
  readonly fingerprint?: boolean;
  /** Is told when each stage ends; mentions and facts are found by turns, sentence by sentence, and count as one. */
  readonly clock?: StageClock;
}

/** An analysis with every number that was read, also those that became no fact. */
export interface AnalysisWithNumbers {
  readonly analysis: Analysis;
  readonly numbers: readonly NumberMention[];
}

/** Runs the pure stages, language to facts, over one document. */
export function analyse(document: Document, lexicons: LexiconSet, options: AnalyseOptions = {}): Analysis {
  return runStages(document, lexicons, options);
}

/** Like `analyse`, and keeps the numbers. */
export function analyseWithNumbers(
  document: Document,
  lexicons: LexiconSet,
  options: AnalyseOptions = {},
): AnalysisWithNumbers {
  const numbers: NumberMention[] = [];
  const analysis = runStages(document, lexicons, options, ({ view }) => numbers.push(...numbersOf(view)));
  return { analysis, numbers };
}

/** `seen` is shown each sentence that may state something; what was found in it is gone when the next one is. */
function runStages(
  document: Document,
  lexicons: LexiconSet,
  options: AnalyseOptions,
  seen?: (sentence: SentenceMentions) => void,
): Analysis {
  const units = codeUnits(document.text);
  const { clock } = options;
  const { decision, blockTags } = languagesOf(document, units, lexicons, options);
  clock?.lap("language");
  const tokenised = splitIntoSentences(document, blockTags, lexicons, units);
  clock?.lap("sentences");
  const found = findDocumentMentions(tokenised, lexicons);
  const facts = makeFacts(document, seen === undefined ? found : shown(found, seen));
  const stated = withTablePlaces(document, facts, CELL_SEPARATOR);
  const dated = datedByText(document, stated, lexicons.boilerplate);
  const fingerprint = options.fingerprint ? fingerprintOf(tokenised, stated) : undefined;
  const analysis = {
    document: dated,
    language: decision,
    sentences: withFragments(
      dated,
      tokenised.sentences.map(({ sentence }) => sentence),
      stated,
    ),
    facts: withImpliedDates(stated, dated.publishedAt),
    diagnostics: document.diagnostics,
    ...(fingerprint === undefined ? {} : { fingerprint }),
  };
  clock?.lap("facts");
  return analysis;
}

function* shown(
  found: Iterable<SentenceMentions>,
  seen: (sentence: SentenceMentions) => void,
): Generator<SentenceMentions> {
  for (const sentence of found) {
    seen(sentence);
    yield sentence;
  }
}

function withImpliedDates(facts: readonly Fact[], publishedAt: string | undefined): readonly Fact[] {
  return facts.map((fact) => {
    const impliedIso = fact.mention.kind === "date" ? impliedDate(fact.mention.iso, publishedAt) : undefined;
    return impliedIso === undefined ? fact : { ...fact, impliedIso };
  });
}

/** Only sentences with facts, of a page with an address, are linked to; the others' links would fill the database. */
function withFragments(
  { text, url, shownText }: Document,
  sentences: readonly Sentence[],
  facts: readonly Fact[],
): readonly Sentence[] {
  if (shownText === undefined || url === undefined) return sentences;
  const stating = new Set(facts.map(({ evidence }) => evidence.sentence));
  const fragments = new TextFragments(shownText, CELL_SEPARATOR);
  return sentences.map((sentence) => {
    if (!stating.has(sentence.ordinal)) return sentence;
    const fragment = fragments.of(text.slice(sentence.span.start, sentence.span.end));
    return fragment === undefined ? sentence : { ...sentence, fragment };
  });
}

function languagesOf(
  document: Document,
  units: Uint16Array,
  lexicons: LexiconSet,
  { claimedLanguage }: AnalyseOptions,
): DocumentLanguages {
  if (claimedLanguage === undefined || !lexicons.languages.has(claimedLanguage)) {
    return decideLanguage(document, lexicons.detector, units);
  }
  return { decision: { tag: claimedLanguage, score: 1 }, blockTags: document.blocks.map(() => claimedLanguage) };
}
