import { conceptKey } from "../../pipeline/runtime/question/concept-key.js";
import type { Question } from "../../pipeline/runtime/question.js";
import { USUAL_LIMIT } from "../../pipeline/runtime/question.js";
import { loadQuestionNames } from "../../pipeline/runtime/question-names.js";

/** With the names of some concepts, as the vocabulary would give them. */
export const NAMES = {
  ...loadQuestionNames(),
  concepts: conceptNames(["household", "post office", "school", "person", "child", "plan"]),
};
export const CONTEXT = { names: NAMES, today: "2026-03-31" };

function conceptNames(names: readonly string[]): ReadonlyMap<string, string> {
  return new Map(names.map((name) => [conceptKey(name), name.replaceAll(" ", "_")]));
}

export const tagOf = (name: string): string => [...NAMES.languages].find(([, known]) => known === name)?.[0] ?? "";

/** A question, what is understood of it, and why. A field that a row leaves out must be empty. */
export type Row = readonly [question: string, understood: Partial<Question>, why: string];

export const NOTHING: Question["refused"] = { concepts: [], languages: [], words: [], holds: [], published: [] };

export function wholeQuestion(understood: Partial<Question>): Question {
  const lists = { kinds: [], refTypes: [], refNumbers: [], concepts: [], comparisons: [], units: [], holds: [] };
  const nothing = { ...lists, published: [], languages: [], words: [], refused: NOTHING, limit: USUAL_LIMIT };
  return { ...nothing, notUnderstood: [], ...understood };
}
