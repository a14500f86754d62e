/**
 * Text as the sentence index holds it. Folding is by character and by script, never by language: accents and points go,
 * letters that are written in two ways become one (`Østlandet`: `ostlandet`), and Arabic words are also indexed without
 * the article and the one-letter words that are written on to them (`والفيروس`: also `الفيروس`, `فيروس`).
 */

/** All words of a text, folded, in their order: what a phrase is looked for in. */
export function searchWords(text: string): string {
  if (IS_PLAIN.test(text)) return text.toLowerCase();
  if (folded.length < text.length * MOST_UNITS_OF_ONE) folded = new Uint16Array(text.length * MOST_UNITS_OF_ONE);
  let length = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit >= FIRST_SURROGATE && unit <= LAST_SURROGATE) return foldText(text);
    const one = FOLDED[unit] || learnFold(unit);
    if (one < FIRST_SURROGATE || one > LAST_SURROGATE) folded[length++] = one;
    else if (one === SEVERAL)
      for (const each of FOLDED_TO_SEVERAL.get(unit) ?? "") folded[length++] = each.charCodeAt(0);
  }
  return Buffer.from(folded.buffer, 0, length * 2).toString("utf16le");
}

/**
 * Further spellings under which the words of a text are found, space-separated: as written where folding changed more
 * than accents, which the index itself ignores, and Arabic words without what is written on to them. Empty for most
 * Latin text.
 */
export function searchForms(text: string): string {
  if (!HAS_FORMS.test(text)) return "";
  const forms = new Set<string>();
  for (const word of wordsWithForms(text)) {
    const ofWord = formsOf(word);
    if (ofWord !== "") forms.add(ofWord);
  }
  return [...forms].join(" ");
}

/**
 * What to write after MATCH for the words of `text`: all of them, in any order, each folded and without the Arabic
 * article; `bredb*` keeps its star and finds what begins so. Whatever the text holds, the result is a valid query.
 */
export function searchKey(text: string): string {
  const keys = [...searchWords(text).matchAll(QUERY_WORDS)].map(([word]) => {
    const isPrefix = word.endsWith("*");
    const plain = isPrefix ? word.slice(0, -1) : word;
    return `"${ARTICLE.exec(plain)?.[1] ?? plain}"${isPrefix ? "*" : ""}`;
  });
  return keys.length > 0 ? keys.join(" ") : '""';
}

/** The words of a text that have letters with several spellings, as they are written. */
function wordsWithForms(text: string): readonly string[] {
  const words: string[] = [];
  let start = 0;
  let isMarked = false;
  for (let at = 0; at <= text.length; at++) {
    const unit = at < text.length ? text.charCodeAt(at) : SPACE;
    const sort = LETTER_SORTS[unit] || learnSort(unit);
    if (sort === SORT.other) {
      if (isMarked) words.push(text.slice(start, at));
      start = at + 1;
      isMarked = false;
    } else if (sort === SORT.withForms) isMarked = true;
  }
  return words;
}

function formsOf(word: string): string {
  const known = FORMS_OF_WORD.get(word);
  if (known !== undefined) return known;
  const forms = makeForms(word.normalize("NFC").toLowerCase().replace(UNWRITTEN, "")).join(" ");
  if (FORMS_OF_WORD.size >= MOST_KNOWN_WORDS) FORMS_OF_WORD.clear();
  if (word.length <= LONGEST_KNOWN_WORD) FORMS_OF_WORD.set(word, forms);
  return forms;
}

function makeForms(word: string): readonly string[] {
  const folded = searchWords(word);
  const spellings = word === folded ? [word] : [word, folded];
  const forms = ARABIC.test(word) ? spellings.flatMap((one) => [one, ...bareForms(one)]) : spellings;
  return [...new Set(forms)].filter((form) => form !== folded);
}

/**
 * `والمحافظة`: `محافظة`, `المحافظة`. A word that merely begins with such a letter loses it too (`فيروس`: `يروس`): that costs
 * a little room and finds the word under a name that nobody looks for.
 */
function bareForms(word: string): readonly string[] {
  const noun = ARTICLE.exec(word)?.[1];
  if (noun !== undefined) return [noun, `${ARTICLE_LETTERS}${noun}`];
  const joined = CONJUNCTION.exec(word)?.[1];
  const governed = PREPOSITION.exec(joined ?? word)?.[1];
  return [joined, governed].filter((form) => form !== undefined);
}

/** What each character of a text becomes, one by one: slower than by units, and right for those beyond U+FFFF too. */
function foldText(text: string): string {
  return foldLetters(text.normalize("NFKD").toLowerCase().replace(UNWRITTEN, ""));
}

/** What a UTF-16 unit becomes, which no surrogate is: another unit, or a sign that it becomes none or several. */
function learnFold(unit: number): number {
  const becomes = foldText(String.fromCharCode(unit));
  if (becomes.length > 1) FOLDED_TO_SEVERAL.set(unit, becomes);
  const one = becomes.length === 0 ? NONE : becomes.length > 1 ? SEVERAL : becomes.charCodeAt(0);
  FOLDED[unit] = one;
  return one;
}

function learnSort(unit: number): number {
  const letter = String.fromCharCode(unit);
  const sort = !OF_A_WORD.test(letter) ? SORT.other : HAS_FORMS.test(letter) ? SORT.withForms : SORT.letter;
  LETTER_SORTS[unit] = sort;
  return sort;
}

function foldLetters(text: string): string {
  return text.replace(FOLDED_LETTERS, (letter) => LETTERS.get(letter) ?? letter);
}

const FIRST_SURROGATE = 0xd800;
const LAST_SURROGATE = 0xdfff;
/** Signs in the place of a unit. */
const NONE = 0xd800;
const SEVERAL = 0xd801;
/** NFKD makes no more of one: U+FDFA. */
const MOST_UNITS_OF_ONE = 18;
const SPACE = 0x20;

/** By unit, learnt as they come; 0 is not learnt yet. */
const FOLDED = new Uint16Array(0x10000);
const FOLDED_TO_SEVERAL = new Map<number, string>();
const SORT = { other: 1, letter: 2, withForms: 3 } as const;
const LETTER_SORTS = new Uint8Array(0x10000);
/** Where a text is folded to; grows with the longest. */
let folded = new Uint16Array(1024);

/** Words come again and again, and taking one apart is dear: half the time is saved so. */
const FORMS_OF_WORD = new Map<string, string>();
const MOST_KNOWN_WORDS = 50_000;
const LONGEST_KNOWN_WORD = 40;

const IS_PLAIN = /^\p{ASCII}*$/u;
/** Combining marks (accents, Arabic vowel points), format characters (soft hyphen, joiners) and the Arabic stretcher. */
const UNWRITTEN = /[\p{M}\p{Cf}\u0640]+/gu;
const OF_A_WORD = /[\p{L}\p{N}\p{M}\p{Cf}\u0640]/u;
const QUERY_WORDS = /[\p{L}\p{N}]+\*?/gu;
const ARABIC = /\p{Script=Arabic}/u;

/** Letters that Unicode does not decompose, and those that Arabic script writes in two ways. */
const LETTERS: ReadonlyMap<string, string> = new Map([
  ["ø", "o"],
  ["æ", "ae"],
  ["œ", "oe"],
  ["ß", "ss"],
  ["ł", "l"],
  ["đ", "d"],
  ["ð", "d"],
  ["þ", "th"],
  ["ħ", "h"],
  ["ŧ", "t"],
  ["ı", "i"],
  ["ς", "σ"],
  ["\u0671", "\u0627"], // alef wasla
  ["\u0649", "\u064a"], // alef maqsura, written for ya at the end of a word
  ["\u06cc", "\u064a"], // Farsi ya
  ["\u0629", "\u0647"], // ta marbuta, often written without its points
  ["\u06c1", "\u0647"], // goal ha
  ["\u06a9", "\u0643"], // keheh
  ...digitFolds(0x0660),
  ...digitFolds(0x06f0),
]);
const FOLDED_LETTERS = /[øæœßłđðþħŧıς\u0671\u0649\u06cc\u0629\u06c1\u06a9\u0660-\u0669\u06f0-\u06f9]/gu;
/** What may have another spelling than its folded one; accents alone do not count. */
const HAS_FORMS = /[øæœßłđðþħŧıØÆŒẞŁĐÐÞĦŦ\p{Script=Arabic}\p{No}\u0660-\u0669]/u;

const ARTICLE_LETTERS = "\u0627\u0644";
/** Article, with what may stand before it: `و` `ف`, then `ب` `ك`; with `ل` the two melt into `لل`. Group: the noun. */
const ARTICLE = /^[\u0648\u0641]?(?:[\u0628\u0643]?\u0627\u0644|\u0644\u0644)(.{2,})$/u;
/** `و` and `ف` before a word of three letters or more. */
const CONJUNCTION = /^[\u0648\u0641](.{3,})$/u;
/** `ب`, `ل` and `ك` before a word of three letters or more. */
const PREPOSITION = /^[\u0628\u0644\u0643](.{3,})$/u;

function digitFolds(zero: number): readonly (readonly [string, string])[] {
  return Array.from({ length: 10 }, (_, digit) => [String.fromCharCode(zero + digit), String(digit)] as const);
}
