import { compileConcepts } from "../concepts/compile-concepts.js";
import type { ConceptsData, ConceptWordsData } from "../concepts/concept-schema.js";
import type { NumberWord } from "../numbers/number-word.js";
import type { Rule } from "../rules/rule.js";
import { parseTemplate } from "../rules/template.js";
import { foldKey } from "../text/fold-key.js";
import type { DataFile } from "./data-file.js";
import { EntryTree, phraseKeys } from "./entry-tree.js";
import { expandWord } from "./expand-word.js";
import type { FramesData, LanguageData, NumbersData, RulesData, SensesData } from "./language-schema.js";
import type { Lexicon } from "./lexicon.js";
import { LexiconError } from "./lexicon-error.js";
import { degreePairs, phraseOpenings } from "./opening.js";
import type { SenseClass } from "./sense.js";

/** The parsed files of one language, and what it builds on. */
export interface LexiconSource {
  readonly tag: string;
  readonly version: string;
  readonly language: DataFile<LanguageData>;
  readonly numbers: DataFile<NumbersData>;
  readonly senses: readonly DataFile<SensesData>[];
  readonly rules: DataFile<RulesData>;
  /** Absent in a language that has no words for concepts. */
  readonly conceptWords?: DataFile<ConceptWordsData>;
  /** Files of the language that this one extends, nearest first. */
  readonly inherited: readonly Pick<LexiconSource, "language" | "numbers" | "senses" | "rules" | "conceptWords">[];
  readonly sharedSenses: readonly DataFile<SensesData>[];
  readonly frames: DataFile<FramesData>;
  readonly vocabulary: DataFile<ConceptsData>;
}

/** Builds the lexicon that extraction runs on. Throws LexiconError naming file, key and remedy. */
export function compileLexicon(source: LexiconSource): Lexicon {
  const tree = new EntryTree();
  addNumbers(source.numbers, (word, number) => tree.addNumber(word, number));
  for (const file of source.senses) addSenses(file, (word, sense, code) => tree.addSense(word, sense, code));
  for (const base of source.inherited) {
    addNumbers(base.numbers, (word, number) => tree.inheritNumber(word, number));
    for (const file of base.senses) addSenses(file, (word, sense, code) => tree.inheritSense(word, sense, code));
  }
  for (const file of source.sharedSenses) addSenses(file, (word, sense, code) => tree.inheritSense(word, sense, code));
  const { data } = source.language;
  const numbers = source.numbers.data;
  const phrase = data.noun_phrase;
  const entries = tree.finish();
  const stemming = {
    stemmer: data.stemmer,
    stemEndings: byLength(data.stem_endings),
    clitics: {
      outside: byLength(data.clitics.outside.map(foldKey)),
      inside: byLength(data.clitics.inside.map(foldKey)),
    },
  };
  return {
    tag: source.tag,
    name: data.name,
    direction: data.direction,
    version: source.version,
    ...stemming,
    entries,
    phraseOpenings: phraseOpenings(entries),
    degreePairs: degreePairs(entries),
    abbreviations: abbreviationsOf(source, entries),
    numbers: {
      decimal: numbers.decimal,
      group: numbers.group,
      spaceGroups: numbers.space_groups,
      ordinalDot: numbers.ordinal_dot,
      unitBeforeTen: numbers.unit_before_ten,
      linkRequired: numbers.link_required,
      compounds: numbers.compounds,
      ordinalPrefixes: numbers.ordinal_prefixes.map(foldKey),
      ordinalSuffixes: numbers.ordinal_suffixes.flatMap(expandWord).map(foldKey),
    },
    nounPhrase: {
      modifiers: phrase.modifiers,
      capitalNouns: phrase.capital_nouns,
      maxWords: phrase.max_words,
      adjectiveEndings: phrase.adjective_endings,
      participleEndings: phrase.participle_endings,
      pastEndings: phrase.past_endings,
      verbPrefixes: byLength(phrase.verb_prefixes.map(foldKey)),
      complementPrefixes: phrase.complement_prefixes.map(foldKey),
      ownerEndings: phrase.owner_endings.map(foldKey),
    },
    rules: compileRules(source),
    concepts: compileConcepts(
      {
        vocabulary: source.vocabulary,
        files: [source, ...source.inherited].flatMap(({ conceptWords }) => conceptWords ?? []),
      },
      stemming,
    ),
  };
}

function addSenses(file: DataFile<SensesData>, add: (word: string, sense: SenseClass, code: string) => void): void {
  for (const [senseClass, byCode] of Object.entries(file.data)) {
    for (const [code, words] of Object.entries(byCode)) {
      eachWord(file, [senseClass, code], words, (word) => add(word, senseClass as SenseClass, code));
    }
  }
}

function addNumbers(file: DataFile<NumbersData>, add: (word: string, number: NumberWord) => void): void {
  const { data } = file;
  const weak = new Set(data.weak.flatMap(expandWord).map(foldKey));
  const afterNoun = new Set(data.after_noun.flatMap(expandWord).map(foldKey));
  const plain = { ordinal: false, weak: false };
  const byValue = (
    key: string,
    table: Readonly<Record<string, readonly string[]>>,
    make: (value: number) => NumberWord,
  ) => {
    for (const [value, words] of Object.entries(table)) {
      eachWord(file, [key, value], words, (word) => {
        const key = foldKey(word);
        add(word, { ...make(Number(value)), weak: weak.has(key), ...(afterNoun.has(key) ? { afterNoun: true } : {}) });
      });
    }
  };
  byValue("add", data.add, (value) => ({ ...plain, composition: "add", value }));
  byValue("times", data.times, (value) => ({ ...plain, composition: "times", value }));
  byValue("teen", data.teen, (value) => ({ ...plain, composition: "teen", value }));
  byValue("ordinal", data.ordinal, (value) => ({ ...plain, composition: "add", value, ordinal: true }));
  eachWord(file, ["half"], data.half, (word) => add(word, { ...plain, composition: "half", value: 0.5 }));
  eachWord(file, ["link"], data.link, (word) => add(word, { ...plain, composition: "link", value: 0 }));
  eachWord(file, ["point"], data.point, (word) => add(word, { ...plain, composition: "point", value: 0 }));
  for (const [fraction, words] of Object.entries(data.fractions)) {
    const [numerator = 1, denominator = 1] = fraction.split("/").map(Number);
    eachWord(file, ["fractions", fraction], words, (word) =>
      add(word, { ...plain, composition: "add", value: numerator / denominator, numerator, denominator }),
    );
  }
}

function eachWord(
  file: DataFile<unknown>,
  keys: readonly string[],
  words: readonly string[],
  add: (word: string) => void,
): void {
  for (const entry of words) {
    try {
      for (const word of expandWord(entry)) add(word);
    } catch (cause) {
      throw fault(file, keys, cause instanceof Error ? cause.message : String(cause));
    }
  }
}

function fault({ file, lineOf }: DataFile<unknown>, keys: readonly string[], remedy: string): LexiconError {
  return new LexiconError(`${file}:${lineOf(keys)}`, keys.join("."), remedy);
}

function abbreviationsOf(source: LexiconSource, entries: Lexicon["entries"]): ReadonlySet<string> {
  const found = new Set<string>();
  for (const { language, senses, numbers } of [source, ...source.inherited]) {
    const words = [
      ...language.data.abbreviations,
      ...senses.flatMap((file) => Object.values(file.data).flatMap((byCode) => Object.values(byCode).flat())),
      ...Object.values(numbers.data.times).flat(),
    ];
    for (const word of words.flatMap(expandWord)) {
      // Alone the `m` of `t.o.m.` is a metre, whose sentence may end behind it; the `v` of `v. Chr.` stands alone.
      const isTight = !word.includes(" ");
      for (const key of dottedKeys(word)) {
        if (isTight && key.length === 1 && entries.get(key)?.entry?.senses?.unit !== undefined) continue;
        found.add(key);
      }
    }
  }
  return found;
}

/** Tokens of an abbreviation that a dot follows: `z. B.` ends a sentence at neither. */
function dottedKeys(word: string): readonly string[] {
  return word
    .split(".")
    .slice(0, -1)
    .flatMap((part) => phraseKeys(part.trim() || "-").at(-1) ?? []);
}

function compileRules(source: LexiconSource): readonly Rule[] {
  const file = source.rules;
  const { data } = file;
  const known = new Set(source.frames.data.frames.map((frame) => frame.id));
  for (const id of Object.keys(data.frames)) {
    if (!known.has(id))
      throw fault(file, ["frames", id], `no such frame in ${source.frames.file}; correct the id or remove it`);
  }
  const missing = source.frames.data.frames.map(({ id }) => id).filter((id) => data.frames[id] === undefined);
  if (missing.length > 0) throw fault(file, ["frames"], remedyForMissing(missing));
  const rules: Rule[] = [];
  for (const frame of source.frames.data.frames) {
    const proof = data.frames[frame.id];
    if (proof !== undefined && !("absent" in proof))
      rules.push(compileRule(source.frames, "frames", source.frames.data.frames.indexOf(frame), frame));
  }
  for (const [index, rule] of data.rules.entries()) {
    if (rules.some(({ id }) => id === rule.id)) {
      throw fault(file, ["rules", String(index)], `the rule id ${rule.id} is taken; choose another`);
    }
    rules.push(compileRule(file, "rules", index, rule));
  }
  for (const base of source.inherited) {
    for (const [index, rule] of base.rules.data.rules.entries()) {
      if (!rules.some(({ id }) => id === rule.id)) rules.push(compileRule(base.rules, "rules", index, rule));
    }
  }
  return rules;
}

/** All of them at once: who begins a language has the list to go through. */
function remedyForMissing(frames: readonly string[]): string {
  const [one, ...others] = frames;
  return others.length === 0
    ? `frame ${one} is missing: give it examples and counterexamples, or "absent: <reason>"`
    : `${frames.length} frames are missing: give each examples and counterexamples, or "absent: <reason>": ${frames.join(", ")}`;
}

type RuleData = {
  readonly id: string;
  readonly template: string;
  readonly needs?: SenseClass | undefined;
  readonly confidence: number;
};

function compileRule(file: DataFile<unknown>, list: string, index: number, rule: RuleData): Rule {
  try {
    const kind = rule.id.slice(0, rule.id.indexOf(".")) as Rule["kind"];
    const needs = rule.needs === undefined ? {} : { needs: rule.needs };
    return { id: rule.id, kind, template: parseTemplate(rule.template), ...needs, confidence: rule.confidence };
  } catch (cause) {
    throw fault(
      file,
      [list, String(index), "template"],
      `${rule.id}: ${cause instanceof Error ? cause.message : String(cause)}`,
    );
  }
}

function byLength(words: readonly string[]): readonly string[] {
  return words.flatMap(expandWord).sort((a, b) => b.length - a.length);
}
