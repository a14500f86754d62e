import type { Mention } from "../../pipeline/model/mention.js";
import type { Match } from "./match.js";

/** A mention with the match that it was read from, whose elements tell what stands around it. */
export interface FoundMention {
  readonly mention: Mention;
  readonly match: Match;
}
