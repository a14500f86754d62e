import fc from "fast-check";
import { analysisOf, shippedLexicons } from "../support/facts-of.js";

const TAGS = [...shippedLexicons().languages.keys()];

type Stretch = { readonly start: number; readonly end: number };

/** What is wrong with an analysis: offsets outside the text, out of order or outside their sentence, other exact text. */
function faultsIn(tag: string, text: string): readonly string[] {
  const { analysis, numbers } = analysisOf(tag, text);
  const { sentences, facts } = analysis;
  const faults: string[] = [];
  const check = (holds: boolean, what: string, { start, end }: Stretch) => {
    if (!holds) faults.push(`${what} ${start}-${end}`);
  };
  const isInside = ({ start, end }: Stretch) => start >= 0 && start < end && end <= text.length;
  for (const [at, { span }] of sentences.entries()) {
    check(isInside(span) && span.start >= (sentences[at - 1]?.span.end ?? 0), "sentence out of place", span);
  }
  for (const [at, { mention, evidence }] of facts.entries()) {
    const { span, slots } = mention;
    const before = facts[at - 1]?.mention.span.end ?? 0;
    const sentence = sentences[evidence.sentence]?.span ?? { start: 0, end: 0 };
    check(isInside(span) && span.start >= before, "fact out of place", span);
    check(text.slice(span.start, span.end) === evidence.exact, "other text than the fact's", span);
    check(span.start >= sentence.start && span.end <= sentence.end, "fact outside its sentence", span);
    for (const slot of slots) {
      const { start, end } = slot.span;
      check(start >= 0 && start <= end && end <= text.length, "slot outside the text", slot.span);
    }
  }
  for (const { span, value } of numbers) {
    check(isInside(span), "number outside the text", span);
    check(/^-?(?:0|[1-9][0-9]*)(?:\.[0-9]*[1-9])?$/u.test(value), `no canonical decimal: ${value}`, span);
  }
  return faults;
}

const many = (text: string, times: number) => text.repeat(times);

/** Texts that make careless readers slow or fall over. */
const HOSTILE: readonly (readonly [string, string])[] = [
  ["10,000 digits", many("7", 10_000)],
  ["10,000 digits, grouped", `1${many(".234", 3_333)}`],
  ["10,000 digits, each behind a comma", many("1,", 10_000)],
  ["a megabyte without a space", many("a", 1_000_000)],
  ["a megabyte of letters and digits in turn", many("a1", 500_000)],
  ["50,000 slashes", many("/", 50_000)],
  ["50,000 slashes between digits", many("1/", 50_000)],
  ["50,000 opening brackets", many("(", 50_000)],
  ["50,000 nested brackets around a number", `${many("(", 50_000)}5${many(")", 50_000)}`],
  ["50,000 paragraph signs", many("§", 50_000)],
  ["50,000 paragraph signs with numbers", many("§ 5 ", 50_000)],
  ["50,000 combining marks", `5${many("\u0301", 50_000)}`],
  ["50,000 hyphens between words", many("a-", 50_000)],
  ["50,000 hyphens between numbers", many("5-", 50_000)],
  ["50,000 dots", many(".", 50_000)],
  ["50,000 commas after words", many("a, ", 50_000)],
  ["50,000 percent signs", many("% ", 50_000)],
  ["50,000 spaces inside a number", `5${many(" ", 50_000)}5`],
  ["lone surrogates", many("\ud800 5 \udc00 ", 10_000)],
  ["signs of direction around everything", many("\u202e5\u202c \u2067%\u2069 \u200f1\u200e/\u200b2 ", 5_000)],
  ["number words without end", many("dua puluh zweihundert to hundre ثلاثة و", 5_000)],
  ["scale words without end", many("juta Millionen millioner مليون ", 5_000)],
  ["number words written together", many("zwei", 20_000)],
  ["compounds of every length", Array.from({ length: 400 }, (_, size) => many("ein", size)).join(" ")],
  ["20,000 numbers in one sentence", many("5 Desa, 12 rumah dan ", 10_000)],
  ["20,000 dates in one sentence", many("28.06.2024, 2020–2024 ", 10_000)],
  ["20,000 codes in one sentence", many("14/ABC-DEF ", 20_000)],
  ["amounts that share a unit without end", many("5, ", 20_000).concat("5 dan 6 km")],
  ["an address without end", `https://${many("a.b/5?c=%20&", 10_000)}`],
  ["NUL and other controls", many("\u0000\u0001\u001f5\u007f\u0085", 10_000)],
];

describe.each(TAGS)("texts that are no texts, read as %s", (tag) => {
  test.each(HOSTILE)("%s", (_, text) => expect(faultsIn(tag, text)).toEqual([]), 60_000);
});

/** Pieces of which facts, and things like facts, are made. */
const PIECES = [
  ..."0123456789٠٣٩५.,:;/-–()[]§%٪‰&'’\"€$ \n\t\u00a0\u2009\u200f\u0301\ud83d\ude00½²",
  "2024",
  "28.06.2024",
  "Rp",
  "EUR",
  "juta",
  "persen",
  "Prozent",
  "Millionen",
  "ein",
  "und",
  "zwanzig",
  "bis",
  "von",
  "peringkat",
  "Platz",
  "nummer",
  "ke-",
  "dua",
  "puluh",
  "tahun",
  "im Jahr",
  "Juni",
  "Januar",
  "prosent",
  "tusen",
  "hundre",
  "og",
  "en halv",
  "av",
  "dari",
  "kali",
  "mal",
  "ganger",
  "km",
  "Tage",
  "år",
  "§ 5",
  "UU",
  "Nr.",
  "No.",
  "1982/QD-UBND",
  "ثلاثة",
  "وعشرون",
  "في المئة",
  "مليون",
  "من",
  "عام",
  "ال",
  "و",
  "sekitar",
  "über",
  "mer enn",
];
const anyText = fc.oneof(
  fc.string({ unit: "binary", maxLength: 80 }),
  fc.array(fc.constantFrom(...PIECES), { maxLength: 30 }).map((pieces) => pieces.join("")),
  fc.array(fc.constantFrom(...PIECES), { maxLength: 30 }).map((pieces) => pieces.join(" ")),
);

const RUNS = 100_000;

test("any string in any language is read without an exception, all offsets inside the text", () => {
  fc.assert(
    fc.property(anyText, fc.constantFrom(...TAGS), (text, tag) => {
      expect(faultsIn(tag, text)).toEqual([]);
    }),
    { numRuns: RUNS },
  );
}, 600_000);
