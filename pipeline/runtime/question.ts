import type { Kind, ReferenceType } from "../model/mention.js";
import { FaktumError } from "./faktum-error.js";
import type { QuestionNames, UnitName } from "./question-names.js";
import { type Comparison, type QuestionPart, questionParts, type YearRange } from "./question-parts.js";
import { questionTerms } from "./question-terms.js";

/** What a question asks for. A fact must fit every field that holds something; of a list one entry is enough. */
export interface Question {
  readonly kinds: readonly Kind[];
  /** Only where the kind is `reference` alone. */
  readonly refTypes: readonly ReferenceType[];
  /** All of them must hold, but numbers that the value may equal: of these one. */
  readonly comparisons: readonly Comparison[];
  /** Codes, as in `facts.unit`. */
  readonly units: readonly string[];
  readonly years: readonly YearRange[];
  /** BCP 47 tags. */
  readonly languages: readonly string[];
  /** To look for in the sentence, all of them. */
  readonly words: readonly string[];
  readonly limit?: number;
  /** Words of the question that had no effect, in its order. */
  readonly notUnderstood: readonly string[];
}

/** Kinds whose facts have no value to compare. */
const VALUELESS: ReadonlySet<Kind> = new Set(["reference", "date"]);

/**
 * Reads a question in English, the only language that compromise knows. Throws FaktumError when nothing in it says what
 * to look for.
 */
export function readQuestion(text: string, names: QuestionNames): Question {
  const parts = settleParts(questionParts(questionTerms(text), names));
  const limit = parts.findLast((part) => part.limit !== undefined)?.limit;
  const question = {
    kinds: kindsOf(parts),
    refTypes: distinct(parts.flatMap(({ refType }) => refType ?? [])),
    comparisons: parts.flatMap(({ comparisons }) => comparisons ?? []),
    units: distinct(parts.flatMap(({ units }) => units ?? []).map(({ code }) => code)),
    years: joinOpenRanges(parts.flatMap(({ years }) => years ?? [])),
    languages: distinct(parts.flatMap(({ languages }) => languages ?? [])),
    words: distinct(parts.flatMap(({ word }) => word ?? [])),
    ...(limit !== undefined && { limit }),
    notUnderstood: parts.flatMap(({ unknown }) => unknown ?? []),
  };
  if (!parts.some(saysWhatToLookFor) && (parts.length === 0 || question.notUnderstood.length > 0)) {
    throw new FaktumError(
      "find.nothing-understood",
      `nothing to look for in "${text}"; ask as in "percentages above 80 in German articles since 2023"`,
      { exitCode: 2 },
    );
  }
  return question;
}

function saysWhatToLookFor({ text: _, unknown: __, ...asked }: QuestionPart): boolean {
  return Object.keys(asked).length > 0;
}

/** What a part means where that hangs on the other parts. */
function settleParts(parts: readonly QuestionPart[]): readonly QuestionPart[] {
  const named = parts.flatMap(({ kind }) => kind ?? []);
  const citesOnly = parts.some(({ refType }) => refType !== undefined) && named.length === 0;
  const kinds: readonly Kind[] = citesOnly ? ["reference"] : named;
  return parts.map((part) => {
    // `counts of projects` asks for projects, not for their numbers.
    if (part.refType !== undefined && kinds.some((kind) => kind !== "reference")) return asWord(part);
    if (part.isOrdinal && !kinds.includes("rank")) return asUnknown(part);
    if (part.comparisons !== undefined && kinds.length > 0 && kinds.every((kind) => VALUELESS.has(kind))) {
      return part.units?.length === 0 && part.comparisons.every(({ relation }) => relation === "=")
        ? asWord(part)
        : asUnknown(part);
    }
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

/** `counts over 5 EUR`: the number is understood, the unit is told as it stands in the question. */
function withoutUnits({ units = [], ...part }: QuestionPart): QuestionPart {
  return { ...part, unknown: distinct(units.map(({ code }) => code)).join(" ") };
}

/** The kinds named, or those that the units and the documents' types belong to. */
function kindsOf(parts: readonly QuestionPart[]): readonly Kind[] {
  const named = parts.flatMap(({ kind, refType }) => kind ?? (refType === undefined ? [] : (["reference"] as const)));
  return distinct(named.length > 0 ? named : parts.flatMap(({ units }) => units ?? []).map(({ kind }) => kind));
}

/** `since 2020 ... before 2023` is one range; `in 2020 or 2023` are two. */
function joinOpenRanges(ranges: readonly YearRange[]): readonly YearRange[] {
  const isOpen = ({ from, to }: YearRange) => from === undefined || to === undefined;
  const open = ranges.filter(isOpen);
  const joined: YearRange = Object.assign({}, ...open);
  return [...(open.length > 0 ? [joined] : []), ...ranges.filter((range) => !isOpen(range))];
}

function distinct<Entry>(entries: readonly Entry[]): readonly Entry[] {
  return [...new Set(entries)];
}
