import type { Kind } from "../../pipeline/model/mention.js";
import type { SenseClass } from "../lexicon/sense.js";
import type { Template } from "./template.js";

/** A rule of a lexicon or a shared frame, ready to match. */
export interface Rule {
  /** `<kind>.<what>`, stable: it is evidence. */
  readonly id: string;
  readonly kind: Kind;
  readonly template: Template;
  /** A class of which some word of the sentence must be. */
  readonly needs?: SenseClass;
  /** 0 to 1: how often a reading by this rule is right. */
  readonly confidence: number;
}
