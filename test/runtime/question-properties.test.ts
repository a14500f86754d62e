import fc from "fast-check";
import { type Question, readQuestion } from "../../pipeline/runtime/question.js";
import { questionParts } from "../../pipeline/runtime/question-parts.js";
import { questionSql } from "../../pipeline/runtime/question-sql.js";
import { questionTerms } from "../../pipeline/runtime/question-terms.js";
import { CONTEXT } from "./question-context.js";

const PIECES = fc.oneof(
  fc.constantFrom(
    ..."counts percentages of in not without the largest top 10 half 2024 since May households Oslo German €5 80% >= \" ' ; -- 5G 57-NQ/TW".split(
      " ",
    ),
  ),
  fc.string({ unit: "grapheme", maxLength: 12 }),
);

describe("any question", () => {
  test("is answered by one statement or refused in one line; each word is understood or told", () => {
    fc.assert(
      fc.property(fc.array(PIECES, { maxLength: 10 }), (pieces) => {
        const text = pieces.join(" ");
        const terms = questionTerms(text);
        const parts = questionParts(terms, CONTEXT);
        expect(parts.map((part) => part.text).join(" ")).toBe(terms.map((term) => term.text).join(" "));
        let question: Question;
        try {
          question = readQuestion(text, CONTEXT);
        } catch (error) {
          expect(error).toMatchObject({ code: "find.nothing-understood" });
          return;
        }
        expect(questionSql(question).replace(/'(?:[^']|'')*'/gu, "?")).toMatch(/^SELECT [^;'"]+$/u);
        for (const { unknown = "" } of parts) expect(question.notUnderstood.join(" ")).toContain(unknown);
      }),
      { numRuns: 300, seed: 20240628 },
    );
  });

  test("a word that means nothing is looked for", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[bdfgklmnprst]{2}[aeiou][bdfgklmnprtz]{3}q$/u), (word) => {
        const { words, notUnderstood } = readQuestion(`counts of ${word} in Oslo`, CONTEXT);
        expect([...words, ...notUnderstood]).toContain(word);
      }),
      { numRuns: 100, seed: 7 },
    );
  });
});
