import path from "node:path";
import ts from "typescript";
import { type SourceFile, syntaxOf } from "./source-file.js";

export const LINE_LIMIT = 300;
const VAGUE_NAMES = /^(?:helpers?|utils?|utilities|common|misc|index)$/u;
const NUMBERED_STAGE = /^[0-9]+-[a-z-]+\.ts$/u;

export function tooLong(file: SourceFile): readonly string[] {
  const lines = file.text.trimEnd().split("\n").length;
  return lines > LINE_LIMIT ? [`${file.path} has ${lines} lines, more than ${LINE_LIMIT}`] : [];
}

/** File or folder names that say nothing of what is inside. */
export function vagueNames(files: readonly string[]): readonly string[] {
  return files.filter((file) =>
    file.split("/").some((part) => VAGUE_NAMES.test(part.split(".")[0] ?? "") || /-(?:helpers?|utils?)\./u.test(part)),
  );
}

/**
 * A file must be named for one of its exports: the name's words stand together in the export's, `find-files.ts` for
 * `findFiles`, `language.ts` for `LanguageDecision`. A leading number is an order, not a name.
 */
export function misnamed(file: SourceFile): readonly string[] {
  const name = path
    .basename(file.path)
    .replace(/(?:\.d)?\.ts$/u, "")
    .replace(/^[0-9]+-/u, "");
  const exported = exportsOf(file);
  if (exported.some((symbol) => holdsWords(kebab(symbol), name))) return [];
  return [`${file.path} exports ${exported.join(", ") || "nothing"}: none is called ${name}`];
}

/** The numbered files of the stages' folder must be the list of stages, in its order. */
export function stageMismatches(files: readonly string[], stages: readonly string[]): readonly string[] {
  const actual = files.filter((file) => NUMBERED_STAGE.test(file)).sort();
  const expected = stages.map((stage, index) => `${index + 1}-${stage}.ts`);
  return [
    ...expected.filter((file) => !actual.includes(file)).map((file) => `stage without a file: ${file}`),
    ...actual.filter((file) => !expected.includes(file)).map((file) => `file of no stage: ${file}`),
  ];
}

function exportsOf(file: SourceFile): readonly string[] {
  return syntaxOf(file).statements.flatMap((statement) => {
    if (ts.isExportDeclaration(statement) && statement.exportClause && ts.isNamedExports(statement.exportClause)) {
      return statement.exportClause.elements.map((element) => element.name.text);
    }
    const exported = ts.canHaveModifiers(statement) && ts.getModifiers(statement)?.some(isExport);
    if (!exported) return [];
    if (ts.isVariableStatement(statement)) {
      return statement.declarationList.declarations.map((declaration) => declaration.name.getText());
    }
    return isNamedDeclaration(statement) ? [statement.name.text] : [];
  });
}

function isExport(modifier: ts.ModifierLike): boolean {
  return modifier.kind === ts.SyntaxKind.ExportKeyword;
}

function isNamedDeclaration(statement: ts.Statement): statement is ts.Statement & { readonly name: ts.Identifier } {
  return "name" in statement && statement.name !== undefined;
}

/** `findFiles`, `FindFiles` and `FIND_FILES` are all `find-files`. */
function kebab(symbol: string): string {
  return symbol
    .replace(/([a-z0-9])([A-Z])/gu, "$1-$2")
    .replace(/([A-Z])([A-Z][a-z])/gu, "$1-$2")
    .replaceAll("_", "-")
    .toLowerCase();
}

/** Words match whole, but for a plural `s`. */
function holdsWords(symbol: string, name: string): boolean {
  const singular = (words: string) =>
    `-${words
      .split("-")
      .map((word) => word.replace(/s$/u, ""))
      .join("-")}-`;
  return singular(symbol).includes(singular(name));
}
