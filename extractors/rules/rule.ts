import type { Kind } from "../../pipeline/model/mention.js";
import type { Template } from "./template.js";

/** A rule of a lexicon or a shared frame, ready to match. */
export interface Rule {
  /** `<kind>.<what>`, stable: it is evidence. */
  readonly id: string;
  readonly kind: Kind;
  readonly template: Template;
  /** 0 to 1: how often a reading by this rule is right. */
  readonly confidence: number;
}
