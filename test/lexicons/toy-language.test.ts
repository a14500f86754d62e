import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { LexiconSet } from "../../extractors/lexicon/lexicon-set.js";
import { analyse } from "../../pipeline/runtime/analyse.js";
import { cachedLexicons } from "../../pipeline/runtime/cached-lexicons.js";
import { checkLexicons } from "../../pipeline/runtime/check-lexicons.js";
import { lexiconRoot } from "../../pipeline/runtime/lexicon-root.js";
import { expectFacts, factsOf, plainDocument } from "../support/facts-of.js";
import { type FrameProof, rulesOfProofs } from "../support/frame-proofs.js";

/** An invented language, as a folder of lexicons: no code knows it. */
const TAG = "qto";
const FILES = {
  "language.yaml": `
name: Toyish
direction: ltr
stemmer: none
abbreviations: [vl.]
noun_phrase:
  modifiers: before
  max_words: "3"
  adjective_endings: [ix]
`,
  "numbers.yaml": `
decimal: ","
group: "."
compounds: "true"
add: {"1": [ka], "2": [bo], "3": [tir], "4": [fen], "7": [zup], "10": [dal], "20": [bodal]}
times: {"100": [hek], "1000": [milo], "1000000": [gromo, "gr."]}
ordinal: {"1": [kati], "2": [boti], "3": [tirti]}
fractions: {"1/2": [holba], "1/3": [tirba]}
weak: [ka]
`,
  "words.yaml": `
percent: {"%": [prosk]}
modifier: {approx: [umtor], more_than: [ubra sol]}
currency: {EUR: [evrik]}
unit: {km: [kilomo], a: [yaro]}
of: {"-": [fro]}
to: {"-": [tilu]}
rank: {"-": [plazo]}
reference: {decision: [dekreto]}
mark: {"-": [nomro]}
month: {"06": [yunik], "07": [yulik]}
year_cue: {"-": [yarosh]}
times: {"-": [fojo]}
stop: {"-": [den, ino, la, sol]}
link_verb: {"-": [estum]}
join: {"-": [ek]}
`,
  "boilerplate.yaml": `
ad_markers: [reklamo]
comment_counters: [komentik]
source_labels: [fonto]
photo_labels: [pikto]
link_labels: [legu]
examples:
  - {line: "[reklamo]", what: ad}
  - {line: "Komentik (0)", what: comments}
  - {line: "Fonto: Gazeto", what: source}
  - {line: "Pikto: Ana", what: photo}
  - {line: "Legu: Domix", what: link}
counterexamples:
  - {line: "La urbo fonto estum pura den tempo."}
`,
  "concepts.yaml": `
endings: [j]
transparent: [numbro, -parto]
words:
  house: [-domo]
  person: [homo]
  digital_signature: [nuvix signo]
  signature: [signo]
examples:
  house: [nuvix domoj, numbro fro domoj, granddomo, domoparto]
  digital_signature: [nuvix signoj]
  signature: [signo]
  "-": [urbo, numbro ino homoj]
`,
  "profile.tsv": `word\tcount
#total\t1000
la\t60
den\t50
ino\t40
estum\t30
ek\t30
urbo\t12
domoj\t10
sol\t9
nuvix\t6
plazo\t5
`,
};

/** What the language gives by each frame that it has: the rows of this test, and its `rules.yaml`. */
const PROOFS: readonly (FrameProof & { readonly why: string })[] = [
  {
    frame: "percentage.number",
    text: "La urbo estum 80,5 prosk.",
    facts: [{ kind: "percentage", exact: "80,5 prosk", value: "80.5", unit: "%", subject: "urbo" }],
    counterexample: "La urbo estum prosk.",
    why: "a percentage, its subject tied by the verb",
  },
  {
    frame: "count.item",
    text: "Ino urbo umtor bohek nuvix domoj.",
    facts: [{ kind: "count", exact: "bohek", value: "200", modifier: "approx", item: "nuvix domoj" }],
    counterexample: "La urbo ka domo.",
    why: "a count in words written together, its item behind adjectives; the article is no number",
  },
  {
    frame: "count.times",
    text: "La urbo bo fojo.",
    facts: [{ kind: "count", exact: "bo", value: "2", item: "fojo" }],
    counterexample: "La urbo ka fojo.",
    why: "times",
  },
  {
    frame: "money.after",
    text: "La domo 1,5 gr. evrik.",
    facts: [{ kind: "money", exact: "1,5 gr. evrik", value: "1500000", unit: "EUR" }],
    counterexample: "La evrik estum nuvix.",
    why: "money with a scale word cut short",
  },
  {
    frame: "money.before",
    text: "La domo € 12.",
    facts: [{ kind: "money", exact: "€ 12", value: "12", unit: "EUR" }],
    counterexample: "La domo 12 evrik.",
    why: "shared signs hold",
  },
  {
    frame: "measurement.number",
    text: "La domo tir tilu zup kilomo.",
    facts: [{ kind: "measurement", exact: "tir tilu zup kilomo", low: "3", high: "7", unit: "km" }],
    counterexample: "La domo ka kilomo.",
    why: "a range of lengths",
  },
  {
    frame: "ratio.of",
    text: "La urbo bo fro tir domoj.",
    facts: [{ kind: "ratio", exact: "bo fro tir", numerator: "2", denominator: "3", item: "domoj" }],
    counterexample: "La urbo tir fro bo domoj.",
    why: "a ratio, whose part is not more than the whole",
  },
  {
    frame: "ratio.fraction",
    text: "La urbo tirba.",
    facts: [{ kind: "ratio", exact: "tirba", numerator: "1", denominator: "3" }],
    counterexample: "La urbo tir domoj.",
    why: "a fraction in a word",
  },
  {
    frame: "rank.cue-first",
    text: "Ino plazo 6.",
    facts: [{ kind: "rank", exact: "plazo 6", value: "6" }],
    counterexample: "Ino plazo estum 6 kilomo.",
    why: "a rank",
  },
  {
    frame: "reference.type-number",
    text: "Ino dekreto nomro 14/ABC.",
    facts: [{ kind: "reference", exact: "14/ABC", ref_type: "decision", number: "14/ABC" }],
    counterexample: "Ino dekreto estum nuvix.",
    why: "a reference, without its mark",
  },
  {
    frame: "date.day-month-year",
    text: "Ino 28 yunik 2024.",
    facts: [{ kind: "date", exact: "28 yunik 2024", iso: "2024-06-28" }],
    counterexample: "Ino 31 yunik 2024.",
    why: "a date, and no day that the month has not",
  },
  {
    frame: "date.year-cue",
    text: "Ino yarosh 1987.",
    facts: [{ kind: "date", exact: "1987", iso: "1987" }],
    counterexample: "Ino yarosh estum nuvix.",
    why: "a year behind its cue",
  },
];

let root: string;
let lexicons: LexiconSet;

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), "faktum-toy-"));
  cpSync(join(lexiconRoot(), "shared"), join(root, "shared"), { recursive: true });
  mkdirSync(join(root, TAG));
  for (const [name, content] of Object.entries(FILES)) writeFileSync(join(root, TAG, name), content);
  writeFileSync(join(root, TAG, "rules.yaml"), rulesOfProofs(PROOFS));
  lexicons = await cachedLexicons(root);
});

afterAll(() => rmSync(root, { recursive: true, force: true }));

describe("a language that is nothing but a folder", () => {
  test.each(PROOFS)("$frame: $text ($why)", ({ text, facts }) => {
    expectFacts(factsOf(TAG, text, lexicons), text, facts);
  });

  test("is detected, and its document gives facts without being told the language", () => {
    const text = "La urbo ino la plazo estum nuvix.\nLa urbo estum 12 nuvix domoj ek la domoj estum den plazo.";
    const { language, facts } = analyse(plainDocument(text), lexicons);
    expect(language.tag).toBe(TAG);
    expectFacts(facts, text, [{ kind: "count", exact: "12", value: "12", item: "nuvix domoj" }]);
  });

  test("names what its facts count as all languages do", () => {
    const facts = factsOf(TAG, "La urbo bohek nuvix domoj ek tir nuvix signoj ek fen urboj.", lexicons);
    expect(facts.map(({ attributes }) => attributes.concept)).toEqual(["house", "digital_signature", undefined]);
  });

  test("leaves other languages alone", () => {
    const text =
      "The council has approved the plan for the old station, and the work is to begin next year with 12 people.";
    expect(analyse(plainDocument(text), lexicons)).toMatchObject({ language: { tag: "und" }, facts: [] });
  });

  test("has its examples run like those of any other", () => {
    const { passed, failures } = checkLexicons(root);
    expect(failures).toEqual([]);
    expect(passed).toBeGreaterThanOrEqual(2 * PROOFS.length);
  });
});
