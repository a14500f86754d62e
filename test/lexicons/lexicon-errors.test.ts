import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { LexiconError } from "../../extractors/lexicon/lexicon-error.js";
import { lexiconRoot } from "../../pipeline/runtime/lexicon-root.js";
import { loadLexicons } from "../../pipeline/runtime/load-lexicons.js";
import { rulesOfProofs } from "../support/frame-proofs.js";

const LANGUAGE = `name: Toyish
direction: ltr
stemmer: none
noun_phrase:
  modifiers: before
  max_words: "3"
`;
const NUMBERS = `decimal: ","
group: "."
add: {"2": [bo], "3": [tir]}
`;
const WORDS = `percent:
  "%": [prosk]
unit:
  km: [kilomo]
`;
const OWN_RULE = `
rules:
  - id: count.own
    template: "{number} {item}"
    examples:
      - {text: Bo domoj., facts: [{kind: count, exact: Bo}]}
    counterexamples:
      - {text: Domoj.}
`;

let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "faktum-broken-"));
  cpSync(join(lexiconRoot(), "shared"), join(root, "shared"), { recursive: true });
  mkdirSync(join(root, "qto"));
  write({ "language.yaml": LANGUAGE, "numbers.yaml": NUMBERS, "words.yaml": WORDS, "rules.yaml": rulesOfProofs([]) });
});

afterEach(() => rmSync(root, { recursive: true, force: true }));

function write(files: Readonly<Record<string, string>>): void {
  for (const [name, content] of Object.entries(files)) writeFileSync(join(root, "qto", name), content);
}

/** What loading says, without the folder that only this run has. */
function complaint(): string {
  try {
    loadLexicons(root);
  } catch (error) {
    if (!(error instanceof LexiconError)) throw error;
    expect(error.code).toBe("lexicon.invalid");
    // Never the words of the schema checker alone: they say what it met, not what to do.
    expect(error.message).not.toMatch(/Invalid input|Invalid key in record|received undefined|Unrecognized key/u);
    expect(error.message).not.toContain("\n");
    return error.message.replaceAll(root, "…");
  }
  return "";
}

/** One frame of the shared ones, proven as a row needs it. */
const withFrame = (frame: string) => rulesOfProofs([]).replace(/ {2}count\.item:\n.*\n/u, `  count.item:\n${frame}`);

test("the language that the rows below break is a sound one", () => {
  expect(complaint()).toBe("");
  write({ "rules.yaml": rulesOfProofs([]) + OWN_RULE });
  expect(complaint()).toBe("");
});

describe("a broken lexicon", () => {
  test.each<[string, Readonly<Record<string, string>>, string]>([
    ["YAML that does not parse", { "words.yaml": 'percent:\n  "%": [prosk\nunit: {}\n' }, "…/qto/words.yaml:3: YAML: "],
    ["wrong indentation", { "language.yaml": "name: Toyish\n direction: ltr\n" }, "…/qto/language.yaml:2: YAML: "],
    [
      "the same key twice",
      { "words.yaml": 'percent:\n  "%": [prosk]\npercent:\n  pp: [poin]\n' },
      "…/qto/words.yaml:3: YAML: duplicated mapping key",
    ],
    ["a key that nobody knows", { "language.yaml": `${LANGUAGE}colour: red\n` }, "…/qto/language.yaml:7: colour: "],
    [
      "a key that nobody knows, further in",
      { "language.yaml": LANGUAGE.replace("modifiers: before", "modifiers: before\n  most_words: '4'") },
      "…/qto/language.yaml:6: noun_phrase.most_words: ",
    ],
    [
      "a key that is missing",
      { "language.yaml": LANGUAGE.replace("stemmer: none\n", "") },
      "…/qto/language.yaml:1: stemmer: ",
    ],
    [
      "a value that is none of the choices",
      { "language.yaml": LANGUAGE.replace("ltr", "left") },
      "…/qto/language.yaml:2: direction: Invalid option: expected one of",
    ],
    [
      "a number that is none",
      { "numbers.yaml": `${NUMBERS}times: {hundred: [hek]}\n` },
      '…/qto/numbers.yaml:4: times.hundred: "hundred" is no such key; expected a number such as 3 or 1.5',
    ],
    [
      "a sense class that does not exist",
      { "words.yaml": `${WORDS}colour:\n  red: [ruja]\n` },
      "…/qto/words.yaml:5: colour",
    ],
    [
      "a code that its sense class has not",
      { "words.yaml": `${WORDS}month:\n  "13": [undecimber]\n` },
      '…/qto/words.yaml:6: month.13: "13" is no code of month',
    ],
    [
      "a word twice in a class",
      { "words.yaml": `${WORDS}  m: [metro, Kilomo]\n` },
      '…/qto/words.yaml:5: unit.m: "Kilomo" is already unit km',
    ],
    [
      "a word twice in two files",
      { "more.yaml": "unit:\n  m: [kilomo]\n" },
      '…/qto/words.yaml:4: unit.km: "kilomo" is already unit m',
    ],
    [
      "a number word twice",
      { "numbers.yaml": NUMBERS.replace("[tir]", "[tir, bo]") },
      '…/qto/numbers.yaml:3: add.3: "bo" is already',
    ],
    [
      "a brace that is not closed",
      { "words.yaml": "unit:\n  km: ['kilomo{j']\n" },
      '…/qto/words.yaml:2: unit.km: "kilomo{j": the brace is not closed',
    ],
    [
      "a concept that the vocabulary lacks",
      { "concepts.yaml": "words:\n  house: [domo]\n  huose: [dom]\n" },
      '…/qto/concepts.yaml:3: words.huose: "huose" is no concept of …/shared/concepts.yaml; correct the id or add',
    ],
    [
      "a word for two concepts",
      { "concepts.yaml": "words:\n  house: [domo]\n  village: [vilo, -Domo]\n" },
      '…/qto/concepts.yaml:3: words.village: "-Domo" stands under words.house too; a word names one thing, remove it',
    ],
    [
      "a word for a concept that holds no letter",
      { "concepts.yaml": 'words:\n  house: ["12"]\n' },
      '…/qto/concepts.yaml:2: words.house: "12" holds no word; write one or remove it',
    ],
    [
      "a concept whose id is no name",
      { "concepts.yaml": "words:\n  Post Office: [posto]\n" },
      '…/qto/concepts.yaml:2: words.Post Office: "Post Office" is no such key; expected an English name in snake_case',
    ],
    [
      "a key that nobody knows beside words for concepts",
      { "concepts.yaml": "word: {house: [domo]}\n" },
      '…/qto/concepts.yaml:1: word: "word" is no key here; correct or remove it',
    ],
    [
      "an extended language that does not exist",
      { "language.yaml": `${LANGUAGE}extends: qxx\n` },
      '…/qto/language.yaml:7: extends: "qxx" is no other language folder of …',
    ],
    [
      "a language that extends itself",
      { "language.yaml": `${LANGUAGE}extends: qto\n` },
      '…/qto/language.yaml:7: extends: "qto" is no other language folder',
    ],
    [
      "a profile without its header",
      { "profile.tsv": "la\t60\n" },
      '…/qto/profile.tsv: profile: language profile "qto", line 1: the header must be "word", a tab, "count"',
    ],
    [
      "a profile with a row that is none",
      { "profile.tsv": "word\tcount\n#total\t100\nla\t60\nden fifty\n" },
      '…/qto/profile.tsv: profile: language profile "qto", line 4: must be a word, a tab, and a whole number above 0',
    ],
  ])("%s", (_, files, message) => {
    write(files);
    expect(complaint()).toContain(message);
  });

  test.each<[string, string, string]>([
    [
      "a frame that does not exist",
      `${rulesOfProofs([])}  count.colour: {absent: never}\n`,
      "frames.count.colour: no such frame in …/shared/frames.yaml; correct the id or remove it",
    ],
    [
      "a frame id of no kind",
      `${rulesOfProofs([])}  colour.item: {absent: never}\n`,
      'frames.colour.item: "colour.item" is no such key; expected <kind>.<what>',
    ],
    [
      "a frame that is missing",
      rulesOfProofs([]).replace(/ {2}count\.item:\n.*\n/u, ""),
      'frames: frame count.item is missing: give it examples and counterexamples, or "absent: <reason>"',
    ],
    [
      "a frame without an example",
      withFrame("    counterexamples: [{text: Domoj.}]\n"),
      "frames.count.item.examples: ",
    ],
    [
      "a frame without a counterexample",
      withFrame("    examples: [{text: Bo domoj., facts: [{kind: count, exact: Bo}]}]\n"),
      "frames.count.item.counterexamples: ",
    ],
    ["a frame that is absent without reason", withFrame('    absent: ""\n'), "frames.count.item.absent: "],
    [
      "a rule without an example",
      `${rulesOfProofs([])}${OWN_RULE.replace(/ {4}examples:\n.*\n/u, "")}`,
      "rules.0.examples",
    ],
    [
      "a rule without a counterexample",
      `${rulesOfProofs([])}${OWN_RULE.replace(/ {4}counterexamples:\n.*\n/u, "")}`,
      "rules.0.counterexamples",
    ],
    [
      "an example that expects no fact",
      `${rulesOfProofs([])}${OWN_RULE.replace("[{kind: count, exact: Bo}]", "[]")}`,
      "rules.0.examples.0.facts",
    ],
    [
      "an example with a field that no fact has",
      `${rulesOfProofs([])}${OWN_RULE.replace("exact: Bo", "exact: Bo, colour: red")}`,
      "rules.0.examples.0.facts.0.colour",
    ],
    [
      "an example whose value is no decimal",
      `${rulesOfProofs([])}${OWN_RULE.replace("exact: Bo", 'exact: Bo, value: "1,5"')}`,
      "rules.0.examples.0.facts.0.value: an exact decimal such as 80.47",
    ],
    [
      "a rule id of no kind",
      `${rulesOfProofs([])}${OWN_RULE.replace("count.own", "colour.own")}`,
      "rules.0.id: <kind>.<what>",
    ],
    [
      "a rule id twice",
      `${rulesOfProofs([])}${OWN_RULE}${OWN_RULE.replace("\nrules:\n", "")}`,
      "rules.1: the rule id count.own is taken; choose another",
    ],
    [
      "a template with a slot that does not exist",
      `${rulesOfProofs([])}${OWN_RULE.replace("{number}", "{nubmer}")}`,
      'count.own: template "{nubmer} {item}": "{nubmer}" is no slot; types are',
    ],
    [
      "a template that nothing can start",
      `${rulesOfProofs([])}${OWN_RULE.replace("{number}", "bo")}`,
      'count.own: template "bo {item}": no part can start it',
    ],
    [
      "a confidence above 1",
      `${rulesOfProofs([])}${OWN_RULE.replace("    examples", '    confidence: "2"\n    examples')}`,
      "rules.0.confidence: a number from 0 to 1",
    ],
  ])("%s", (_, rules, message) => {
    write({ "rules.yaml": rules });
    const found = complaint();
    expect(found).toContain(message);
    expect(found).toMatch(/^…\/qto\/rules\.yaml:[0-9]+: /u);
  });

  test.each([
    ["numbers.yaml", "…/qto/numbers.yaml: the file: is missing; every language needs it"],
    ["rules.yaml", "…/qto/rules.yaml: the file: is missing; every language needs it"],
    ["language.yaml", "…: language.yaml: no language has one; name the folder that holds the language folders"],
  ])("that lacks %s", (name, message) => {
    rmSync(join(root, "qto", name));
    expect(complaint()).toBe(message);
  });

  test("in a folder that is not there", () => {
    expect(() => loadLexicons(join(root, "nowhere"))).toThrow("cannot be read; name a folder of lexicons");
  });
});

test("a language that says in a hidden way what it builds on is refused: its version is read off the line", () => {
  write({ "language.yaml": `${LANGUAGE}"extends": qtb\n` });
  expect(complaint()).toMatch(/^…\/qto\/language\.yaml:7: extends: is hard to find; write it as a line of its own/u);
});

test("scalars that YAML would turn into something else stay words", () => {
  write({ "words.yaml": "unit:\n  a: [no, null, on, ~, 010, 1e3]\n", "numbers.yaml": `${NUMBERS}link: [y]\n` });
  expect(complaint()).toBe("");
  const entries = loadLexicons(root).languages.get("qto")?.entries;
  expect(["no", "null", "on", "010", "y"].filter((word) => entries?.has(word))).toEqual([
    "no",
    "null",
    "on",
    "010",
    "y",
  ]);
});
