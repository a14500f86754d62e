import { z } from "zod";
import { KINDS, MODIFIERS, REFERENCE_TYPES } from "../../pipeline/model/mention.js";
import { admitsCode, SENSE_CLASSES, type SenseClass } from "./sense.js";

/** A word or phrase; `{,e,er}` stands for each ending in turn: `jährig{e,er,es}`. */
const word = z.string().trim().min(1);
const words = z.array(word);
const yes = z.enum(["true", "false"]).transform((text) => text === "true");
const whole = z
  .string()
  .regex(/^[0-9]+$/, "a whole number")
  .transform(Number);

/** `language.yaml`: what the language is and how its words behave. */
export const languageSchema = z.strictObject({
  name: word,
  direction: z.enum(["ltr", "rtl"]),
  /** Tag of a language whose words are taken over; this folder's words come on top. */
  extends: word.optional(),
  stemmer: z.enum(["indonesian", "german", "norwegian", "endings", "none"]),
  stem_endings: words.default([]),
  abbreviations: words.default([]),
  clitics: z.strictObject({ outside: words.default([]), inside: words.default([]) }).prefault({}),
  noun_phrase: z.strictObject({
    modifiers: z.enum(["before", "after"]),
    capital_nouns: yes.default(false),
    max_words: whole,
    adjective_endings: words.default([]),
    /** Endings of participles in front of a noun: a year behind an article is theirs. */
    participle_endings: words.default([]),
    /** Endings of the past tense: a year that begins a sentence may stand in front of it. */
    past_endings: words.default([]),
    verb_prefixes: words.default([]),
    complement_prefixes: words.default([]),
    /** Endings of a noun that say whose it is: `شاشته`, `أبنائه`. */
    owner_endings: words.default([]),
  }),
});

const byValue = z.record(z.string().regex(/^[0-9]+(\.[0-9]+)?$/, "a number such as 3 or 1.5"), words);

/** `numbers.yaml`: digits and number words. */
export const numbersSchema = z.strictObject({
  decimal: z.enum([".", ","]),
  group: z.enum([".", ","]),
  space_groups: yes.default(false),
  ordinal_dot: yes.default(false),
  unit_before_ten: yes.default(false),
  link_required: yes.default(false),
  compounds: yes.default(false),
  ordinal_prefixes: words.default([]),
  /** Endings that make an ordinal of the digits in front of them: `14te`. */
  ordinal_suffixes: words.default([]),
  /** Value to words that are added to what stands before. */
  add: byValue,
  /** Value to words that multiply what stands before. */
  times: byValue.default({}),
  /** Value alone to words that add ten to a unit before them. */
  teen: byValue.default({}),
  /** Words that add a half. */
  half: words.default([]),
  link: words.default([]),
  point: words.default([]),
  ordinal: byValue.default({}),
  /** Words among `add` that are articles as well. */
  weak: words.default([]),
  /** Words among `add` that count the noun in front of them when they stand alone: `شخص واحد`. */
  after_noun: words.default([]),
  /** `1/3` to the fraction's nouns. */
  fractions: z.record(z.string().regex(/^[0-9]+\/[0-9]+$/, "a fraction such as 1/3"), words).default({}),
});

/** `words.yaml`, `units.yaml`, `calendar.yaml`, `references.yaml`: sense class to code to words. */
export const sensesSchema = z
  .partialRecord(z.enum(SENSE_CLASSES as [SenseClass, ...SenseClass[]]), z.record(z.string(), words))
  .superRefine((classes, context) => {
    for (const [senseClass, byCode] of Object.entries(classes)) {
      for (const code of Object.keys(byCode)) {
        if (admitsCode(senseClass as SenseClass, code)) continue;
        context.addIssue({
          code: "custom",
          path: [senseClass, code],
          message: `"${code}" is no code of ${senseClass}`,
        });
      }
    }
  });

const decimal = z.string().regex(/^-?[0-9]+(\.[0-9]+)?$/, "an exact decimal such as 80.47");

/** A fact as an example expects it: `exact` must be its span, all other named fields must agree. */
const expectedFact = z.strictObject({
  kind: z.enum(KINDS),
  exact: word,
  value: decimal.optional(),
  low: decimal.optional(),
  high: decimal.optional(),
  numerator: decimal.optional(),
  denominator: decimal.optional(),
  of: decimal.optional(),
  unit: word.optional(),
  modifier: z.enum(MODIFIERS).optional(),
  item: word.optional(),
  subject: word.optional(),
  when: word.optional(),
  ref_type: z.enum(REFERENCE_TYPES).optional(),
  number: word.optional(),
  year: z
    .string()
    .regex(/^[0-9]{1,4}$/)
    .optional(),
  iso: word.optional(),
});

const example = z.strictObject({ text: word, facts: z.array(expectedFact).min(1), note: word.optional() });
const counterexample = z.strictObject({ text: word, note: word.optional() });

/** What a language says for a rule of its own or for a shared frame. */
const proof = {
  examples: z.array(example).min(1),
  /** Texts in which the rule must find nothing. */
  counterexamples: z.array(counterexample).min(1),
};

const ruleId = z
  .string()
  .regex(/^(percentage|count|ratio|rank|money|measurement|reference|date)\.[a-z][a-z0-9-]*$/, "<kind>.<what>");
const confidence = z
  .string()
  .regex(/^(0(\.[0-9]+)?|1(\.0+)?)$/, "a number from 0 to 1")
  .transform(Number);

/** A class of which some word of the sentence must be, wherever it stands: without it the rule is not tried. */
const neededSense = z.enum(SENSE_CLASSES as [SenseClass, ...SenseClass[]]).optional();

const proofSchema = z.strictObject(proof);
const absentSchema = z.strictObject({ absent: word });

/** Proof, or the reason for none; told apart by the key `absent`, so that what is wrong with a proof is told as such. */
const proofOrAbsent = z
  .unknown()
  .transform((value, context): z.output<typeof proofSchema> | z.output<typeof absentSchema> => {
    const schema = typeof value === "object" && value !== null && "absent" in value ? absentSchema : proofSchema;
    const checked = schema.safeParse(value);
    if (checked.success) return checked.data;
    for (const issue of checked.error.issues) context.issues.push({ ...issue, input: value } as z.core.$ZodRawIssue);
    return z.NEVER;
  });

/** What a rule of a language and a shared frame both state. */
const templateRule = {
  id: ruleId,
  template: word,
  needs: neededSense,
  confidence: confidence.default(0.9),
  note: word.optional(),
};

/** `rules.yaml` of a language. */
export const rulesSchema = z.strictObject({
  /** Shared frame to its proof in this language, or why the language has no such thing. */
  frames: z.record(ruleId, proofOrAbsent),
  rules: z.array(z.strictObject({ ...templateRule, ...proof })).default([]),
});

/** `shared/frames.yaml`: templates that hold in every language that does not declare them absent. */
export const framesSchema = z.strictObject({
  frames: z.array(z.strictObject(templateRule)),
});

export type LanguageData = z.output<typeof languageSchema>;
export type NumbersData = z.output<typeof numbersSchema>;
export type SensesData = z.output<typeof sensesSchema>;
export type RulesData = z.output<typeof rulesSchema>;
export type FramesData = z.output<typeof framesSchema>;
export type ExpectedFact = z.output<typeof expectedFact>;
