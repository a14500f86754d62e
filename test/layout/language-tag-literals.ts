import ts from "typescript";
import { nodesOf, placeOf, type SourceFile, syntaxOf } from "./source-file.js";

/** Tags that are also the name of a field of our own: `row["id"]` names a column, `language === "id"` a language. */
const FIELD_NAMES: ReadonlySet<string> = new Set(["id"]);
const LANGUAGE_WORDS: ReadonlySet<string> = new Set([
  "lang",
  "langs",
  "language",
  "languages",
  "lexicon",
  "lexicons",
  "locale",
  "locales",
  "tag",
  "tags",
]);
const FIELD_WORDS: ReadonlySet<string> = new Set(["column", "columns", "field", "key", "name", "property", "prop"]);

/**
 * Places where code names a language: a string that is a tag or a tag with region (`de-DE`), a tag in quotes inside a
 * longer string (SQL), a property called like a tag. A tag that is also a field name counts where it can only mean the
 * language: compared with something that is no field, kept in a Map or Set, or given to something called language,
 * tag, locale or lexicon.
 */
export function languageTagLiterals(file: SourceFile, tags: readonly string[]): readonly string[] {
  const found: string[] = [];
  for (const node of nodesOf(syntaxOf(file))) {
    if (namesLanguage(node, tags)) found.push(`${placeOf(node)} language tag ${node.getText()}`);
  }
  return found;
}

function namesLanguage(node: ts.Node, tags: readonly string[]): boolean {
  if (isTemplatePiece(node)) return quotesTag(node.text, tags);
  if (ts.isStringLiteralLike(node)) {
    if (isModulePath(node)) return false;
    if (tags.includes(node.text)) return FIELD_NAMES.has(node.text) ? meansLanguage(node) : true;
    return isRegional(node.text, tags) || quotesTag(node.text, tags);
  }
  return ts.isIdentifier(node) && isPropertyName(node) && tags.includes(node.text) && !FIELD_NAMES.has(node.text);
}

function isTemplatePiece(node: ts.Node): node is ts.TemplateHead | ts.TemplateMiddle | ts.TemplateTail {
  return ts.isTemplateHead(node) || ts.isTemplateMiddle(node) || ts.isTemplateTail(node);
}

function isModulePath(node: ts.Node): boolean {
  return ts.isImportDeclaration(node.parent) || ts.isExportDeclaration(node.parent);
}

function isPropertyName(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent)) return parent.name === node;
  return (ts.isObjectLiteralElement(parent) || ts.isTypeElement(parent)) && parent.name === node;
}

function isRegional(text: string, tags: readonly string[]): boolean {
  return tags.some((tag) => new RegExp(`^${tag}[-_]([A-Z]{2}|[A-Z][a-z]{3})$`, "u").test(text));
}

/** Tags in quotes inside a longer text; a field name counts only right after a language column. */
function quotesTag(text: string, tags: readonly string[]): boolean {
  return tags.some((tag) => {
    const before = FIELD_NAMES.has(tag) ? "(?:language|lang|tag)\\s*(?:=|==|<>|!=|in\\s*\\()\\s*" : "";
    return new RegExp(`${before}(["'])${tag}\\1`, "iu").test(text);
  });
}

/** Climbs from the literal to what it is given to, compared with or kept in. */
function meansLanguage(literal: ts.Node): boolean {
  let node = literal;
  for (;;) {
    const { parent } = node;
    if (ts.isBinaryExpression(parent) && isEquality(parent.operatorToken.kind)) {
      return !hasWord(node === parent.left ? parent.right : parent.left, FIELD_WORDS);
    }
    if (ts.isBinaryExpression(parent) && parent.operatorToken.kind === ts.SyntaxKind.EqualsToken) {
      return hasWord(parent.left, LANGUAGE_WORDS);
    }
    if (ts.isCaseClause(parent)) return !hasWord(parent.parent.parent.expression, FIELD_WORDS);
    if (ts.isNewExpression(parent) && ["Map", "Set"].includes(parent.expression.getText())) return true;
    if (ts.isCallExpression(parent) || ts.isNewExpression(parent)) return hasWord(parent.expression, LANGUAGE_WORDS);
    if (isNamed(parent)) return hasWord(parent.name, LANGUAGE_WORDS);
    if (!isTransparent(parent)) return false;
    node = parent;
  }
}

function isEquality(kind: ts.SyntaxKind): boolean {
  return (
    kind === ts.SyntaxKind.EqualsEqualsEqualsToken ||
    kind === ts.SyntaxKind.ExclamationEqualsEqualsToken ||
    kind === ts.SyntaxKind.EqualsEqualsToken ||
    kind === ts.SyntaxKind.ExclamationEqualsToken
  );
}

function isNamed(node: ts.Node): node is ts.Node & { readonly name: ts.Node } {
  return (
    ts.isPropertyAssignment(node) ||
    ts.isPropertySignature(node) ||
    ts.isPropertyDeclaration(node) ||
    ts.isVariableDeclaration(node) ||
    ts.isParameter(node) ||
    ts.isBindingElement(node) ||
    ts.isTypeAliasDeclaration(node) ||
    ts.isFunctionDeclaration(node)
  );
}

/** Nodes that hand on what they hold. */
function isTransparent(node: ts.Node): boolean {
  return (
    ts.isArrayLiteralExpression(node) ||
    ts.isParenthesizedExpression(node) ||
    ts.isAsExpression(node) ||
    ts.isSatisfiesExpression(node) ||
    ts.isConditionalExpression(node) ||
    ts.isBinaryExpression(node) ||
    ts.isLiteralTypeNode(node) ||
    ts.isUnionTypeNode(node) ||
    ts.isReturnStatement(node) ||
    ts.isBlock(node) ||
    ts.isArrowFunction(node)
  );
}

/** `languageOf(document.tag)` has the words language, of, document, tag. */
function hasWord(node: ts.Node, words: ReadonlySet<string>): boolean {
  const split = node.getText().replace(/([a-z0-9])([A-Z])/gu, "$1 $2");
  return split.split(/[^A-Za-z]+/u).some((word) => words.has(word.toLowerCase()));
}
