import { buildElements } from "../../extractors/elements/build-elements.js";
import { findMentions } from "../../extractors/find-mentions.js";
import type { Lexicon } from "../../extractors/lexicon/lexicon.js";
import type { LexiconSet } from "../../extractors/lexicon/lexicon-set.js";
import type { NumberHabit } from "../../extractors/numbers/digit-number.js";
import { documentHabit } from "../../extractors/numbers/document-habit.js";
import { sentenceView } from "../../extractors/rules/sentence-view.js";
import type { SentenceMentions } from "../../extractors/sentence-mentions.js";
import { mayHoldNumber } from "../../extractors/text/may-hold-number.js";
import type { TokenisedDocument } from "../../extractors/tokenised-document.js";

/**
 * Finds the mentions of every sentence that holds a digit or a number word; other sentences are left at once. One sentence
 * after the other, as they are asked for: what rules match over takes a hundred times the memory of the facts.
 */
export function* findDocumentMentions(
  { document, tokens, lookups, openings, sentences }: TokenisedDocument,
  lexicons: Pick<LexiconSet, "languages">,
): Generator<SentenceMentions> {
  const { text } = document;
  const habits = new Map<Lexicon, NumberHabit>();
  for (const { sentence, from, to } of sentences) {
    const lexicon = lexicons.languages.get(sentence.language);
    if (lexicon === undefined || !mayHoldNumber({ tokens, lookups, openings, lexicon }, from, to)) continue;
    let habit = habits.get(lexicon);
    if (habit === undefined) {
      habit = documentHabit(text, tokens, lexicon.numbers);
      habits.set(lexicon, habit);
    }
    const elements = buildElements({ text, tokens, lookups, from, to, lexicon, habit });
    const view = sentenceView(text, elements, lexicon);
    yield { sentence, view, mentions: findMentions(view) };
  }
}
