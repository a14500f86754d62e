import type { Kind } from "../../model/mention.js";
import type { UnitName } from "../question-names.js";
import type { Relation } from "../question-words.js";
import type { QuestionPart, TimeRange } from "./question-part.js";

/** What a question does not want. */
export interface Refused {
  readonly concepts: readonly string[];
  readonly languages: readonly string[];
  readonly words: readonly string[];
  readonly holds: readonly TimeRange[];
  readonly published: readonly TimeRange[];
}

/** What the parts of a question mean together; what is not wanted stands apart. */
export function settleParts(parts: readonly QuestionPart[]): {
  readonly parts: readonly QuestionPart[];
  readonly refused: Refused;
} {
  const { wanted, refused } = withoutRefused(parts);
  return { parts: settleKinds(oneConcept(counted(wanted))), refused };
}

function withoutRefused(parts: readonly QuestionPart[]): {
  readonly wanted: readonly QuestionPart[];
  readonly refused: Refused;
} {
  const wanted: QuestionPart[] = [];
  const refused: QuestionPart[] = [];
  for (let at = 0; at < parts.length; at++) {
    const part = parts[at];
    if (part === undefined) continue;
    if (!part.negates) {
      wanted.push(part);
      continue;
    }
    let next = at + 1;
    while (next < parts.length && isSilent(parts[next])) next++;
    const denied = parts[next];
    const opposite = denied && oppositeOf(denied);
    if (denied !== undefined && isRefusable(denied)) refused.push(denied);
    else if (opposite !== undefined) wanted.push(opposite);
    else wanted.push(unknownPart(parts.slice(at, next + 1)));
    at = next;
  }
  return {
    wanted,
    refused: {
      concepts: refused.flatMap(({ concept }) => concept ?? []),
      languages: refused.flatMap(({ languages }) => languages ?? []),
      words: refused.flatMap(({ word }) => word ?? []),
      holds: refused.flatMap(({ holds }) => holds ?? []),
      published: refused.flatMap(({ published }) => published ?? []),
    },
  };
}

function isSilent(part: QuestionPart | undefined): boolean {
  return part !== undefined && Object.keys(part).length === 1;
}

function isRefusable({ concept, languages, word, holds, published }: QuestionPart): boolean {
  return [concept, languages, word, holds, published].some((asked) => asked !== undefined);
}

/** `not above 80` is at most 80. */
function oppositeOf(part: QuestionPart): QuestionPart | undefined {
  const [only, ...others] = part.comparisons ?? [];
  if (only === undefined || others.length > 0) return undefined;
  return { ...part, comparisons: [{ ...only, relation: OPPOSITES[only.relation] }] };
}

const OPPOSITES: Readonly<Record<Relation, Relation>> = {
  "=": "<>",
  "<>": "=",
  ">": "<=",
  ">=": "<",
  "<": ">=",
  "<=": ">",
};

/** `counts of projects` asks for projects, not for their numbers. */
function counted(parts: readonly QuestionPart[]): readonly QuestionPart[] {
  if (!parts.some(({ kinds }) => kinds?.some((kind) => kind !== "reference"))) return parts;
  return parts.map((part) => (part.countedAs === undefined ? part : { concept: part.countedAs, text: part.text }));
}

/**
 * A fact counts one thing: of `students in schools` the first. What is joined to it by `and` or `or` is another that it may
 * count, every other concept a word of the sentence.
 */
function oneConcept(parts: readonly QuestionPart[]): readonly QuestionPart[] {
  let last: number | undefined;
  return parts.map((part, at) => {
    if (part.concept === undefined) return part;
    const between = last === undefined ? [] : parts.slice(last + 1, at);
    const isFirst = last === undefined;
    const isJoined =
      between.length > 0 && between.every(({ text }) => ["and", "or", "the"].includes(text.toLowerCase()));
    if (!isFirst && !isJoined) return asWord(part);
    last = at;
    return part;
  });
}

/** Kinds whose facts have no value to compare. */
const VALUELESS: ReadonlySet<Kind> = new Set(["reference", "date"]);

function settleKinds(parts: readonly QuestionPart[]): readonly QuestionPart[] {
  const named = parts.flatMap(({ kinds }) => kinds ?? []);
  const cites = parts.some(({ refType, refNumber }) => refType !== undefined || refNumber !== undefined);
  const kinds: readonly Kind[] = cites && named.length === 0 ? ["reference"] : named;
  return parts.map((part) => {
    // What the vocabulary does not know is a word of the sentence.
    const isOther = kinds.some((kind) => kind !== "reference");
    if ((part.refType !== undefined || part.refNumber !== undefined) && isOther) return asWord(part);
    if (part.isOrdinal && !kinds.includes("rank")) return asUnknown(part);
    const isValueless = kinds.length > 0 && kinds.every((kind) => VALUELESS.has(kind));
    if (part.comparisons !== undefined && isValueless) {
      const isNumber = part.units?.length === 0 && part.comparisons.every(({ relation }) => relation === "=");
      return isNumber && cites ? { refNumber: part.text, text: part.text } : asUnknown(part);
    }
    // What a document or a date is about is not counted: its concept is not stored.
    if (isValueless && part.concept !== undefined) return asWord(part);
    if (isValueless && part.order !== undefined && !["latest", "earliest"].includes(part.order)) {
      const { order: _, ...rest } = part;
      return { ...rest, unknown: part.text };
    }
    const isShare = part.comparisons?.some((comparison) => comparison.isShare) === true;
    if (isShare && kinds.length > 0 && !kinds.some((kind) => kind === "percentage" || kind === "ratio"))
      return asUnknown(part);
    return part.units?.every((unit) => fits(unit, kinds)) === false ? withoutUnits(part) : part;
  });
}

/** `80% of` ratios is a share of one; every other unit belongs to one kind. */
function fits({ code, kind }: UnitName, kinds: readonly Kind[]): boolean {
  return kinds.length === 0 || kinds.includes(kind) || (code === "%" && kinds.includes("ratio"));
}

function asWord({ text }: QuestionPart): QuestionPart {
  return { word: text, text };
}

function asUnknown({ text }: QuestionPart): QuestionPart {
  return { unknown: text, text };
}

function unknownPart(parts: readonly QuestionPart[]): QuestionPart {
  return asUnknown({ text: parts.map(({ text }) => text).join(" ") });
}

/** `counts over 5 EUR`: the number is understood, the unit is told as it stands in the question. */
function withoutUnits({ units = [], ...part }: QuestionPart): QuestionPart {
  return { ...part, unknown: [...new Set(units.map(({ code }) => code))].join(" ") };
}
