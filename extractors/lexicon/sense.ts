import { MODIFIERS, REFERENCE_TYPES } from "../../pipeline/model/mention.js";

const ANY = "any";

/**
 * The closed list of what a word can mean to a rule, each with the codes that a lexicon may give it.
 * `any` stands for a code that is checked where it is used (UCUM, ISO 4217) or for no code at all (`-`).
 */
export const SENSE_CODES = {
  /** `%`, persen, Prozent. */
  percent: ["%", "pp", "per_mille"],
  /** A word of degree in front of the number or its unit: `sekitar`, `über`. */
  modifier: MODIFIERS,
  /** The same behind it: `ke atas`, `oder mehr`. */
  modifier_after: MODIFIERS,
  /** UCUM code; also as a compound's tail (`-jährige`: `a`). */
  unit: ANY,
  /** A unit, a currency or `pp` in the dual, which carries the number two: `عامين`, `دولارين`. */
  unit_dual: ANY,
  /** A letter for the decimal point, written to digits from right to left: `5ر9` is 9.5. */
  turned_point: ["-"],
  /** A word for degrees that leaves open of what: `درجة`; of Celsius where a word of `heat` or below zero stands in its sentence. */
  degree: ["-"],
  heat: ["-"],
  /** Number words that are a fraction in front of a noun with the article, by its denominator: `خمس السكان`. */
  share: ANY,
  /** Scale words that are the dual where they begin a number in front of a noun: `ألفا شخص`. */
  scale_dual: ["-"],
  /** ISO 4217 code. */
  currency: ANY,
  /** What stands for no hundredths in a price: `20,-`, `14.--`. */
  price_ending: ["-"],
  /** One letter behind an amount of money, with the power of ten that it stands for: `Rp 2,5 M`, `10K$`. */
  money_scale: ["3", "6", "9", "12"],
  /** A hundredth of a currency, behind its whole part: `23 cent`. */
  minor_currency: ["-"],
  /** `n of m`: dari, von, av, من أصل. */
  of: ["-"],
  /** Between both ends of a range: bis, hingga, til, and dashes; `level` where behind a change it leads to the new level. */
  to: ["-", "level"],
  /** In front of a range whose ends are joined by `and`: zwischen, antara, بين. */
  between: ["-"],
  and: ["-"],
  /** In front of a range: von, dari, fra. */
  from: ["-"],
  /** `per`, `je`, `pro`: rates. */
  per: ["-"],
  /** `jeder`, `hver`, `setiap` in front of an ordinal: one in so many. */
  every: ["-"],
  /** Cue in front of a rank: Platz, peringkat, nummer. */
  rank: ["-"],
  /** A measure whose value is a rank: `peringkatnya`, `Rangplatz`. */
  rank_measure: ["-"],
  /** A measure whose value is a count: jumlah, Zahl, antall, عدد; `counted` where it names what it counts: korban tewas. */
  count_measure: ["-", "counted"],
  /** `di antaranya`, davon, av dem, منهم. */
  of_them: ["-"],
  /** Cue behind an ordinal: 2. Platz, 5. plass. */
  rank_after: ["-"],
  /** `top`, `topp`: rank at most. */
  rank_limit: ["-"],
  /** A superlative that an ordinal turns into a rank: terbesar, größte. */
  superlative: ["-"],
  /** Type of an official document: Keputusan, Verordnung. */
  reference: REFERENCE_TYPES,
  /** Number mark: No., Nr., رقم, Az. */
  mark: ["-"],
  /** Register of a court, inside a file number: AZR, BvR, StR. */
  register: ["-"],
  /** Sign or word of a paragraph of a law; its code stands in front of the canonical number: `§`, or `-` for none. */
  section: ["§", "-"],
  /** In front of the day of a document or event: tanggal, vom, datert. */
  dated: ["-"],
  /** `01` to `12`. */
  month: ["01", "02", "03", "04", "05", "06", "07", "08", "09", "10", "11", "12"],
  weekday: ["-"],
  /** Words behind which a bare year stands: tahun, im Jahr, عام. */
  year_cue: ["-"],
  /** Prepositions of time behind which a bare year may stand: seit, sejak, fra. */
  time_preposition: ["-"],
  /** `bc`, `ad`; `other` for calendars that are left alone: هـ. */
  era: ["bc", "ad", "other"],
  comma: ["-"],
  century: ["-"],
  /** Ending or word of a decade: `er Jahre`, `-an`; with `century` a round hundred is one: `1900-tallet`. */
  decade: ["-", "century"],
  /** A spelled decade of the twentieth century, its first year: الثمانينيات `1980`. */
  decade_name: ANY,
  quarter: ["-"],
  /** `Halbjahr`; `first` and `last` where the word says which: `zweite Hälfte`. */
  half_year: ["-", "first", "last"],
  /** `first` or `last` months of a year. */
  part_of_year: ["first", "last"],
  /** Words that stand between parts of a date and say nothing: `des Jahres`, `من عام`. */
  date_filler: ["-"],
  /** Names of numerals before a noun that are dropped: orang, unit, buah. */
  classifier: ["-"],
  /** `kali`, `mal`, `ganger`, مرة. */
  times: ["-"],
  /** A noun in the dual, which carries the number two: شخصان. */
  noun_dual: ["-"],
  /** Function words that end a noun phrase; a `pronoun` may stand where the subject would. */
  stop: ["-", "pronoun"],
  /** Verbs and adverbs that end a noun phrase. */
  verb: ["-"],
  /** Verbs between a measure and its value: mencapai, betrug, utgjør. An `amount` or a time is all that some say: dauert. */
  link_verb: ["-", "amount"],
  /**
   * Verbs and nouns of change: between them and `from` and `to` there is no range but two values. Some say, with a
   * preposition in front of the value, that it is more or less (`يزيد العدد على 80`).
   */
  change: ["-", "noun", "more_than", "less_than"],
  /** Words in front of what is compared with: dibanding, gegenüber, enn, مقارنة. A date behind is not the value's. */
  compare: ["-"],
  /**
   * Auxiliaries: they part a subject from its value but tie nothing: `wurde`, `akan`, `har`; `one` where what became
   * something is but one, so that a number behind it is a year: `wurde 1467 geweiht`.
   */
  auxiliary: ["-", "one"],
  /** Words that begin a relative clause inside a subject: `yang`, `som`, `التي`. */
  relative: ["-"],
  /**
   * Nouns of measure, whose value may follow at once: `berat`, `Höhe`, `Zahl`, `عدد`; `owned` with the pronoun of whom they
   * measure (`beratnya`, `سرعتها`), and what ranks are places in (`ranking`: Index, مؤشر).
   */
  measure: ["-", "owned", "ranking"],
  /** Words between link verb and value that say nothing: `landesweit`, `nur`. */
  filler: ["-"],
  /** `and`, `or`, commas of a coordination inside a noun phrase. */
  join: ["-"],
  /** Words at which a clause begins: sedangkan, während, men. */
  clause: ["-"],
  /** Determiners that a noun phrase may begin with and that are not part of an item; some say that it is in the genitive. */
  determiner: ["-", "genitive"],
  /** `minus`, `negatif` in front of a number. */
  negative: ["-"],
  /** Words that make a bare number an age: `من عمره`, `berusia`, `im Alter von`. */
  age: ["-"],
  /** Nouns whose number is a label: Formel, Windows, Boeing, Zimmer, etasje. */
  label: ["-"],
  /** Words behind a clock time or in front of it: Uhr, pukul, kl. */
  clock: ["-"],
  /** Known nouns and adjectives that shape alone would misjudge. */
  noun: ["-"],
  adjective: ["-"],
  /** A phrase that holds a number word but is no number: `salah satu`, `ein paar`. */
  plain: ["-"],
} as const satisfies Record<string, readonly string[] | typeof ANY>;

export type SenseClass = keyof typeof SENSE_CODES;

/** Senses of one word or phrase: class to code (`-` where the class needs none). */
export interface Senses extends Readonly<Record<SenseClass, string | undefined>> {
  /** Number of this combination of senses: small, dense, and the same for the life of the process. */
  readonly id: number;
  /** The codes again, in the order of `SENSE_CLASSES`: for classes that are known by number. */
  readonly codes: readonly (string | undefined)[];
  /** The classes that are present, a bit each in the order of `SENSE_CLASSES`. */
  readonly bits0: number;
  readonly bits1: number;
  readonly bits2: number;
}

export const SENSE_CLASSES = Object.keys(SENSE_CODES) as readonly SenseClass[];

/** Whether a class admits a code. */
export function admitsCode(senseClass: SenseClass, code: string): boolean {
  const codes: readonly string[] | typeof ANY = SENSE_CODES[senseClass];
  return codes === ANY ? code !== "" : codes.includes(code);
}
