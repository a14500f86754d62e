import { conditionProblem } from "../../pipeline/store/condition-problem.js";

test.each([
  ["value > 90"],
  ["item IN (SELECT item FROM counts) AND (value > 1 OR NOT (low < 3))"],
  ["title = 'a) ; --' AND \"item\" = `b)` AND [kind] <> 'it''s)'"],
  ["value > 1 -- a remark ) ;"],
  ["value /* ) ; */ > 1"],
  ["surface = 'فيروس'"],
])("%s stays between its parentheses", (condition) => {
  expect(conditionProblem(condition)).toBeUndefined();
});

test.each([
  ["1) UNION SELECT (1", "closes a parenthesis that it did not open"],
  ["1); DROP TABLE facts; --", "closes a parenthesis that it did not open"],
  ["1; DROP TABLE facts", "leave the semicolon out"],
  ["(value > 1", "a parenthesis is not closed"],
  ["title = 'a", "has no end"],
  ['"title', "has no end"],
  ["[title", "has no end"],
  ["1 /* ", "has no end"],
  ["1 --)\n) OR (1", "closes a parenthesis that it did not open"],
  ["/* ' */ 1) OR (1", "closes a parenthesis that it did not open"],
  ["'--' ) OR (1", "closes a parenthesis that it did not open"],
  [" \n", "it is empty"],
  ["1\0", "a character that is none"],
])("%j is refused", (condition, problem) => {
  expect(conditionProblem(condition)).toContain(problem);
});

test("a long condition is looked at once", () => {
  const begun = performance.now();
  expect(conditionProblem("(".repeat(500_000))).toBe("a parenthesis is not closed");
  expect(conditionProblem("'".repeat(500_001))).toContain("has no end");
  expect(performance.now() - begun).toBeLessThan(2_000);
});
