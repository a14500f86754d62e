import type { Sentence } from "../pipeline/model/sentence.js";
import type { FoundMention } from "./rules/found-mention.js";
import type { SentenceView } from "./rules/match.js";

/** A sentence with its mentions, and the elements that tell what stands around them. */
export interface SentenceMentions {
  readonly sentence: Sentence;
  readonly view: SentenceView;
  readonly mentions: readonly FoundMention[];
}
