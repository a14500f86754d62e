import { SENSE_CLASSES, type SenseClass } from "../lexicon/sense.js";
import { type SenseBits, senseSet } from "../lexicon/sense-set.js";
import type { Rule } from "./rule.js";
import { LONG_TYPES, type LongType, type SlotType, type TemplatePart } from "./template.js";

/** A part of a template as the matcher meets it: what is asked of every element is told by a number. */
export interface PartPattern {
  /** Place in the template. */
  readonly index: number;
  readonly optional: boolean;
  /** The word that must stand here; undefined for a slot. */
  readonly literal: string | undefined;
  readonly type: SlotType | undefined;
  /** Index of the class among `SENSE_CLASSES`; -1 where the type is none. */
  readonly sense: number;
  /** A word written together with the next one may fill the slot. */
  readonly mayBeClitic: boolean;
  /** The type, where the slot may take several elements. */
  readonly long: LongType | undefined;
}

/** A rule as the matcher runs it: outwards from its anchor. */
export interface RulePattern {
  readonly rule: Rule;
  /** Classes of each of which some word of the sentence must be: what the rule names, and what its template cannot do without. */
  readonly needs: SenseBits;
  /** Role of each part, empty for a word. */
  readonly roles: readonly string[];
  /** The part that a match is tried from. */
  readonly anchor: number;
  /** The parts behind the anchor, nearest first. */
  readonly right: readonly PartPattern[];
  /** The parts in front of the anchor, nearest first. */
  readonly left: readonly PartPattern[];
}

export function compilePattern(rule: Rule): RulePattern {
  const { parts, anchor } = rule.template;
  const patterns = parts.map(compilePart);
  return {
    rule,
    needs: senseSet([...(rule.needs === undefined ? [] : [rule.needs]), ...parts.flatMap(requiredSense)]),
    roles: parts.map((part) => ("role" in part ? asKey(part.role) : "")),
    anchor,
    right: patterns.slice(anchor + 1),
    left: patterns.slice(0, anchor).reverse(),
  };
}

/** The engine keeps one copy of a string that is a property's name, and compares such strings by their place alone. */
function asKey(role: string): string {
  return Object.keys({ [role]: role })[0] ?? role;
}

/** Classes that a clitic may have, whose senses are not its word's. */
const CLITIC_CLASSES: readonly (SlotType | undefined)[] = ["and", "join", "to", "of"];

function requiredSense(part: TemplatePart): readonly SenseClass[] {
  if (part.optional || "literal" in part || CLITIC_CLASSES.includes(part.type)) return [];
  return SENSE_CLASSES.filter((sense) => sense === part.type);
}

export function compilePart(part: TemplatePart, index: number): PartPattern {
  const type = "type" in part ? part.type : undefined;
  return {
    index,
    optional: part.optional,
    literal: "literal" in part ? part.literal : undefined,
    type,
    sense: SENSE_CLASSES.indexOf(type as SenseClass),
    mayBeClitic: CLITIC_CLASSES.includes(type),
    long: isLong(type) ? type : undefined,
  };
}

function isLong(type: SlotType | undefined): type is LongType {
  return (LONG_TYPES as readonly (SlotType | undefined)[]).includes(type);
}
