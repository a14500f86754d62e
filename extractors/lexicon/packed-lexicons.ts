import type { BoilerplateLexicon } from "../boilerplate-lexicon.js";
import type { Concept, ConceptWords } from "../concepts/concept-words.js";
import { detectorOf } from "../language-detector.js";
import type { LanguageVoteTable } from "../language-vote-table.js";
import type { Lexicon } from "./lexicon.js";
import type { LexiconSet } from "./lexicon-set.js";
import { type PackedTree, packTree, unpackTree } from "./packed-tree.js";

/** Compiled lexicons as plain data: objects, lists, text, numbers and typed arrays, and nothing that is met twice. */
export interface PackedLexicons {
  readonly versions: Pick<LexiconSet, "version" | "detectorVersion" | "boilerplateVersion">;
  readonly languages: readonly PackedLexicon[];
  readonly concepts: readonly (readonly [string, Concept])[];
  readonly boilerplate: Readonly<Record<keyof BoilerplateLexicon, readonly string[]>>;
  readonly votes: LanguageVoteTable;
}

interface PackedLexicon {
  /** What is plain in a lexicon as it is. */
  readonly plain: Omit<Lexicon, "entries" | "phraseOpenings" | "degreePairs" | "abbreviations" | "concepts">;
  readonly tree: PackedTree;
  readonly phraseOpenings: readonly (readonly [string, number])[];
  readonly degreePairs: readonly string[];
  readonly abbreviations: readonly string[];
  readonly concepts: PackedConcepts;
}

type Pairs = readonly (readonly [string, string])[];

interface PackedConcepts extends Pick<ConceptWords, "endings" | "longest"> {
  readonly exact: Pairs;
  readonly stems: Pairs;
  readonly tails: Pairs;
  readonly passed: readonly string[];
}

export function packLexicons({
  version,
  detectorVersion,
  boilerplateVersion,
  languages,
  concepts,
  boilerplate,
  detector,
}: LexiconSet): PackedLexicons {
  return {
    versions: { version, detectorVersion, boilerplateVersion },
    languages: [...languages.values()].map(packLexicon),
    concepts: [...concepts],
    boilerplate: eachLabel(boilerplate, (labels) => [...labels]),
    votes: detector.votes,
  };
}

/** Lexicons that extract the same as those that were packed. */
export function unpackLexicons({ versions, languages, concepts, boilerplate, votes }: PackedLexicons): LexiconSet {
  return {
    ...versions,
    languages: new Map(languages.map((packed) => [packed.plain.tag, unpackLexicon(packed)])),
    concepts: new Map(concepts),
    boilerplate: eachLabel(boilerplate, (labels) => new Set(labels)),
    detector: detectorOf(votes),
  };
}

function packLexicon({
  entries,
  phraseOpenings,
  degreePairs,
  abbreviations,
  concepts,
  ...plain
}: Lexicon): PackedLexicon {
  return {
    plain,
    tree: packTree(entries),
    phraseOpenings: [...phraseOpenings],
    degreePairs: [...degreePairs],
    abbreviations: [...abbreviations],
    concepts: {
      ...concepts,
      exact: [...concepts.exact],
      stems: [...concepts.stems],
      tails: [...concepts.tails],
      passed: [...concepts.passed],
    },
  };
}

function unpackLexicon({ plain, tree, phraseOpenings, degreePairs, abbreviations, concepts }: PackedLexicon): Lexicon {
  return {
    ...plain,
    entries: unpackTree(tree),
    phraseOpenings: new Map(phraseOpenings),
    degreePairs: new Set(degreePairs),
    abbreviations: new Set(abbreviations),
    concepts: {
      ...concepts,
      exact: new Map(concepts.exact),
      stems: new Map(concepts.stems),
      tails: new Map(concepts.tails),
      passed: new Set(concepts.passed),
    },
  };
}

type ByLabel<Labels> = Readonly<Record<keyof BoilerplateLexicon, Labels>>;

function eachLabel<From, To>(labels: ByLabel<From>, turn: (labels: From) => To): ByLabel<To> {
  return Object.fromEntries(Object.entries(labels).map(([name, words]) => [name, turn(words)])) as ByLabel<To>;
}
