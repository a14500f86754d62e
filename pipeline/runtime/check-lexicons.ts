import { checkBoilerplate } from "../../extractors/check-boilerplate.js";
import { checkConcepts } from "../../extractors/concepts/check-concepts.js";
import type { ExpectedFact } from "../../extractors/lexicon/language-schema.js";
import type { LexiconSet } from "../../extractors/lexicon/lexicon-set.js";
import type { Document } from "../model/document.js";
import type { Fact } from "../model/fact.js";
import { analyse } from "./analyse.js";
import { factFields } from "./fact-fields.js";
import { lexiconRoot } from "./lexicon-root.js";
import { boilerplateFiles, lexiconSetOf, loadLexiconFolders } from "./load-lexicons.js";
import { missingProfiles } from "./missing-profiles.js";

/** An example or counterexample that does not hold, or what a language lacks. */
export interface LexiconFailure {
  /** File that holds it, or that is missing. */
  readonly file: string;
  readonly rule: string;
  readonly text: string;
  /** What was expected and what came. */
  readonly message: string;
}

export interface LexiconCheck {
  /** Examples and counterexamples that hold. */
  readonly passed: number;
  readonly failures: readonly LexiconFailure[];
}

/**
 * Runs every example and counterexample of every lexicon under a folder. An example must give exactly the facts that it
 * names, at least one of them by its own rule; a counterexample must give none by its rule. A language that no article
 * can be found to be in fails too. Throws LexiconError when a file is broken.
 */
export function checkLexicons(root: string = lexiconRoot()): LexiconCheck {
  const folders = loadLexiconFolders(root);
  const lexicons = lexiconSetOf(root, folders);
  let passed = 0;
  const failures: LexiconFailure[] = [...missingProfiles(root, folders)];
  for (const { file, data } of boilerplateFiles(root, folders)) {
    const faults = checkBoilerplate(data, lexicons.boilerplate);
    passed += data.examples.length + data.counterexamples.length + data.bylines.length - faults.length;
    failures.push(...faults.map(({ key, message }) => ({ file, rule: "boilerplate", text: key, message })));
  }
  for (const { conceptWords, lexicon } of folders) {
    if (conceptWords === undefined) continue;
    const { file, data } = conceptWords;
    const faults = checkConcepts(data, lexicon);
    passed += Object.values(data.examples).flat().length - faults.length;
    failures.push(...faults.map(({ phrase, message }) => ({ file, rule: "concepts", text: phrase, message })));
  }
  for (const { tag, rules } of folders) {
    const proofs = [
      ...Object.entries(rules.data.frames).flatMap(([id, proof]) => ("absent" in proof ? [] : [{ id, ...proof }])),
      ...rules.data.rules,
    ];
    for (const { id, examples, counterexamples } of proofs) {
      const judge = (text: string, message: string | undefined) => {
        if (message === undefined) passed++;
        else failures.push({ file: rules.file, rule: id, text, message });
      };
      for (const { text, facts } of examples) judge(text, exampleFault(factsIn(text, tag, lexicons), id, facts));
      for (const { text } of counterexamples) judge(text, counterexampleFault(factsIn(text, tag, lexicons), id));
    }
  }
  return { passed, failures };
}

function factsIn(text: string, tag: string, lexicons: LexiconSet): readonly Fact[] {
  const document: Document = {
    id: "example",
    source: { path: "example", sha256: "", bytes: 0 },
    mediaType: "text/plain",
    encoding: "utf-8",
    text,
    blocks: [{ kind: "paragraph", span: { start: 0, end: text.length } }],
    diagnostics: [],
  };
  return analyse(document, lexicons, { claimedLanguage: tag }).facts;
}

function exampleFault(found: readonly Fact[], rule: string, expected: readonly ExpectedFact[]): string | undefined {
  const shown = JSON.stringify(
    found.map((fact) => ({ exact: fact.evidence.exact, rule: fact.mention.rule, ...factFields(fact) })),
  );
  if (found.length !== expected.length) return `expected ${expected.length} facts, found ${found.length}: ${shown}`;
  for (const [index, wanted] of expected.entries()) {
    const fact = found[index];
    if (fact === undefined) continue;
    const fields: Readonly<Record<string, string>> = {
      exact: fact.evidence.exact,
      kind: fact.mention.kind,
      ...factFields(fact),
    };
    const wrong = Object.entries(wanted).find(([name, value]) => fields[name] !== value);
    if (wrong !== undefined)
      return `expected ${wrong[0]} "${wrong[1]}", found "${fields[wrong[0]] ?? "nothing"}": ${shown}`;
    // What a value holds beside what the example names must not go unsaid.
    const unsaid = ["modifier", "low", "numerator", "of"].find(
      (name) => fields[name] !== undefined && !(name in wanted),
    );
    if (unsaid !== undefined) return `found ${unsaid} "${fields[unsaid]}", which the example does not name: ${shown}`;
  }
  if (!found.some((fact) => fact.mention.rule === rule)) return `no fact is by ${rule}: ${shown}`;
  return undefined;
}

function counterexampleFault(found: readonly Fact[], rule: string): string | undefined {
  const wrong = found.find((fact) => fact.mention.rule === rule);
  return wrong === undefined ? undefined : `expected nothing by ${rule}, found "${wrong.evidence.exact}"`;
}
