import ts from "typescript";
import { nodesOf, placeOf, type SourceFile, syntaxOf } from "./source-file.js";

/** Files that are started, not imported: they work when loaded, and need no export. */
const ENTRY_POINT = /(?:^|\/)(?:main|[a-z-]*worker)\.ts$|^pipeline\/web\/static\/[a-z-]+\.js$/u;
const UNFINISHED = /(?:TODO|FIXME|XXX|HACK)/u;
const SILENCED = /@ts-(?:ignore|nocheck|expect-error)/u;

/** What the house rules leave out, wherever the code stands: `any`, `!`, enums, default exports, barrels, unfinished marks. */
export function codeHabits(file: SourceFile): readonly string[] {
  const tree = syntaxOf(file);
  const found: string[] = [];
  for (const node of nodesOf(tree)) {
    const habit = habitOf(node);
    if (habit) found.push(`${placeOf(node)} ${habit}`);
  }
  for (const comment of commentsOf(tree)) {
    if (UNFINISHED.test(comment)) found.push(`${file.path} unfinished: ${comment.trim()}`);
    if (SILENCED.test(comment)) found.push(`${file.path} silences the compiler: ${comment.trim()}`);
  }
  return found;
}

export function isEntryPoint(file: SourceFile): boolean {
  return ENTRY_POINT.test(file.path);
}

/** Statements that do something when a module is merely imported. */
export function workAtImport(file: SourceFile): readonly string[] {
  if (isEntryPoint(file)) return [];
  return syntaxOf(file)
    .statements.filter((statement) => !isDeclaration(statement))
    .map((statement) => `${placeOf(statement)} works at import: ${statement.getText().split("\n")[0]}`);
}

function habitOf(node: ts.Node): string | undefined {
  if (node.kind === ts.SyntaxKind.AnyKeyword) return "any";
  if (ts.isNonNullExpression(node)) return "non-null assertion";
  if (ts.isEnumDeclaration(node)) return "enum";
  if (isDefaultExport(node)) return "default export";
  if (ts.isExportDeclaration(node) && node.moduleSpecifier) return "re-export";
  if (ts.isCatchClause(node) && node.block.statements.length === 0) return "empty catch";
  return undefined;
}

/** `default:` in a switch is not an export. */
function isDefaultExport(node: ts.Node): boolean {
  if (ts.isExportAssignment(node)) return node.isExportEquals === true;
  return node.kind === ts.SyntaxKind.DefaultKeyword && !ts.isDefaultClause(node.parent);
}

function isDeclaration(statement: ts.Statement): boolean {
  return (
    ts.isImportDeclaration(statement) ||
    ts.isExportDeclaration(statement) ||
    ts.isVariableStatement(statement) ||
    ts.isFunctionDeclaration(statement) ||
    ts.isClassDeclaration(statement) ||
    ts.isInterfaceDeclaration(statement) ||
    ts.isTypeAliasDeclaration(statement) ||
    ts.isModuleDeclaration(statement)
  );
}

function commentsOf(tree: ts.SourceFile): ReadonlySet<string> {
  const comments = new Map<number, string>();
  for (const node of nodesOf(tree)) {
    if (node.getChildCount() > 0) continue;
    const ranges = [
      ...(ts.getLeadingCommentRanges(tree.text, node.pos) ?? []),
      ...(ts.getTrailingCommentRanges(tree.text, node.end) ?? []),
    ];
    for (const { pos, end } of ranges) comments.set(pos, tree.text.slice(pos, end));
  }
  return new Set(comments.values());
}
