import ts from "typescript";
import { nodesOf, placeOf, type SourceFile, syntaxOf } from "./source-file.js";

/**
 * Regular expressions that go wrong on human text: `\b`, `\w`, `\d` and their opposites know ASCII only, and a repeat
 * inside a repeat can take exponential time.
 */
export function humanTextRegexes(file: SourceFile): readonly string[] {
  const found: string[] = [];
  for (const node of nodesOf(syntaxOf(file))) {
    const pattern = patternOf(node);
    if (pattern === undefined) continue;
    const ascii = asciiEscape(pattern);
    if (ascii) found.push(`${placeOf(node)} ${ascii} in a regular expression`);
    if (hasNestedRepeat(pattern)) found.push(`${placeOf(node)} nested repeats in a regular expression`);
  }
  return found;
}

/** The pattern of a regex literal, or the text handed to `RegExp`. */
function patternOf(node: ts.Node): string | undefined {
  if (ts.isRegularExpressionLiteral(node)) return node.text.slice(1, node.text.lastIndexOf("/"));
  if (!ts.isCallExpression(node) && !ts.isNewExpression(node)) return undefined;
  if (node.expression.getText() !== "RegExp") return undefined;
  const pieces = [...(node.arguments ?? [])].flatMap((argument) => [...nodesOf(argument)]);
  return pieces.map(textOf).join("");
}

/** The characters that a string, or a piece of a template, hands on; `String.raw` hands on its source. */
function textOf(node: ts.Node): string {
  if (ts.isTaggedTemplateExpression(node)) return node.template.getText();
  return ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node)
    ? node.text
    : "";
}

function asciiEscape(pattern: string): string | undefined {
  for (let at = pattern.indexOf("\\"); at >= 0; at = pattern.indexOf("\\", at + 2)) {
    if ("bBwWdD".includes(pattern.charAt(at + 1)) && at + 1 < pattern.length) return pattern.slice(at, at + 2);
  }
  return undefined;
}

/** Does an unbounded repeat hold another? `(a+b)*` does, `(?:ab)*c+` and `[+*]+` do not. */
function hasNestedRepeat(pattern: string): boolean {
  const groups = [false];
  for (let at = 0; at < pattern.length; at++) {
    const char = pattern.charAt(at);
    if (char === "\\") at++;
    else if (char === "[") at = classEnd(pattern, at);
    else if (char === "(") {
      groups.push(false);
      if (pattern.charAt(at + 1) === "?") at++;
      continue;
    }
    const inner = char === ")" && groups.length > 1 ? groups.pop() : false;
    const repeated = isUnbounded(pattern, at + 1);
    if (inner && repeated) return true;
    if (inner || repeated) groups[groups.length - 1] = true;
  }
  return false;
}

function classEnd(pattern: string, open: number): number {
  let at = open + 1;
  while (at < pattern.length && pattern.charAt(at) !== "]") at += pattern.charAt(at) === "\\" ? 2 : 1;
  return at;
}

function isUnbounded(pattern: string, at: number): boolean {
  return /^(?:[*+]|\{[0-9]+,\})/u.test(pattern.slice(at, at + 8));
}
