import { cachedQuestionNames } from "../../runtime/cached-question-names.js";

/** What an English question became. */
export interface UnderstoodQuestion {
  readonly sql: string;
  /** Words of the question that had no effect. */
  readonly notUnderstood: readonly string[];
  /** Words that are looked for as they stand in articles. */
  readonly words: readonly string[];
}

/** Throws FaktumError when nothing in the question says what to look for. What reads it is loaded with the first one. */
export async function understandQuestion(text: string): Promise<UnderstoodQuestion> {
  const { readQuestion } = await import("../../runtime/question.js");
  const { questionSql } = await import("../../runtime/question-sql.js");
  const today = new Date().toISOString().slice(0, 10);
  const question = readQuestion(text, { names: await cachedQuestionNames(), today });
  return { sql: questionSql(question), notUnderstood: question.notUnderstood, words: question.words };
}
