import { REFERENCE_TYPES, type ReferenceMention, type ReferenceType } from "../../pipeline/model/mention.js";
import type { Span } from "../../pipeline/model/span.js";
import { isCapital } from "../elements/is-capital.js";
import { fullYear } from "../numbers/full-year.js";
import { isVerbByShape } from "../phrases/ends-phrase.js";
import { standsBeforeNoun, standsBeforeUnit } from "../phrases/stands-before-noun.js";
import type { Match } from "../rules/match.js";
import { mentionBase } from "../rules/mention-base.js";
import { foldKey } from "../text/fold-key.js";

/** `II/2006`. */
const QUARTER_OF_YEAR = /^[IVX]+\/[0-9]{4}$/;
/** `LOV-2005-06-17-62`, `HR-2021-2247-A`, `Rt-2010-1170`: letters, a date or year, a number. */
const DATED_CODE =
  /^([A-ZÆØÅ]{2,6}|[A-Z][a-z])-(?:19|20)[0-9]{2}-(?:[0-9]{2}-[0-9]{2}(?:-[0-9]+)?|[0-9]{1,6}(?:-[A-Z])?)$/u;

/**
 * Reads a match with the slot `document_number`, or `code` for a number that is one by its shape, and `reference`, the
 * word that tells its type; or with `section`, the sign or word of a law's paragraph, whose number is written `§ 5`.
 */
export function readReference(match: Match): readonly ReferenceMention[] {
  const { bindings } = match;
  const section = bindings.get("section");
  // `§§ 271 og 272`: the sign belongs to the first of two numbers.
  const isSign =
    section !== undefined && section.code !== "-" && !bindings.has("first") && isSignAt(match, section.from);
  const base = mentionBase(match, [...(isSign ? ["section"] : []), "document_number", "code", "letter", "position"]);
  if (bindings.has("paper")) return readPaper(match);
  const document = bindings.get("document_number")?.documentNumber;
  const code = bindings.get("code");
  if (base === undefined) return [];
  if (document?.volume === true) return readVolume(match, document.number, document.year);
  if (document !== undefined && bindings.has("senate")) return readFileNumber(match, document.number);
  const position = bindings.get("position")?.number?.value;
  if (position !== undefined && section !== undefined) {
    return [{ kind: "reference", ...base, refType: "article", number: sectionNumber(match, position) }];
  }
  if (document !== undefined && section !== undefined) {
    if (bindings.has("first") && countsApart(match)) return [];
    return [{ kind: "reference", ...base, refType: "article", number: sectionNumber(match, document.number) }];
  }
  // `UU Nomor 22 dan 25 Tahun 1999`: without a year the second number may count anything.
  if (document !== undefined && bindings.has("sibling") && document.year === undefined) return [];
  if (document !== undefined && !bindings.has("mark") && countsWhatFollows(match, document.number)) return [];
  // `Jalan Mawar No. 15`: a mark alone makes a document's number only of one with a year.
  if (document !== undefined && bindings.get("mark")?.from === match.from && document.year === undefined) return [];
  if (document !== undefined && isNamedByYear(match, document.number)) return [];
  if (document !== undefined && isOtherInBrackets(match, document.number)) return [];
  if (document !== undefined && (issuedByAnother(match) || namesAnother(match) || isTelephone(match, document.number)))
    return [];
  const stated = bindings.get("reference")?.code ?? (bindings.has("day") ? typeOfCompound(match) : undefined);
  const refType = document?.court === true ? "judgment" : typeOf(resolutionOr(stated, document?.number));
  const byPrefix = refType === "other" && document !== undefined ? typeByPrefix(match, document.number) : refType;
  if (document !== undefined) {
    const { number, year } = document;
    return [{ kind: "reference", ...base, refType: byPrefix, number, ...(year === undefined ? {} : { year }) }];
  }
  if (code === undefined) return [];
  const number = match.view.text.slice(code.span.start, code.span.end);
  if (!isDocumentCode(number) || match.view.elements[code.from - 1]?.senses.label !== undefined) return [];
  const ofCode = stated ?? typeOfCompound(match) ?? typeByPrefix(match, number);
  return [{ kind: "reference", ...base, refType: typeOf(ofCode), number }];
}

/** `Rt. 1999 s. 845`: a page of a year's volume is cited with the name of the series. */
function readVolume(match: Match, number: string, year: number | undefined): readonly ReferenceMention[] {
  const base = mentionBase(match, ["reference", "document_number"]);
  const series = match.bindings.get("reference")?.span;
  if (base === undefined || series === undefined) return [];
  const name = match.view.text.slice(series.start, match.bindings.get("document_number")?.span.start).trim();
  const dated = year === undefined ? {} : { year };
  return [{ kind: "reference", ...base, refType: "judgment", number: `${name} ${number}`, ...dated }];
}

/** `2254 (2015)`, `194 (د-3)`: a number with its year or session. */
const WITH_SESSION = /^[0-9]+ \((?:(?:19|20)[0-9]{2}|[^()0-9]*[0-9]{0,2})\)$/;

/** A decision that is numbered by year or session is a resolution of the United Nations: `القرار 2254 (2015)`. */
function resolutionOr(stated: string | undefined, number: string | undefined): string | undefined {
  return stated === "decision" && number !== undefined && WITH_SESSION.test(number) ? "resolution" : stated;
}

/** `النظام الصادر بالمرسوم رقم 5`: the number is the second document's, by which the first was issued. */
function issuedByAnother({ bindings, view }: Match): boolean {
  const name = bindings.get("name");
  if (name === undefined) return false;
  for (let at = name.from; at < name.to; at++) {
    const element = view.elements[at];
    if (element?.senses.reference === undefined || element.clitic === undefined) continue;
    // A conjunction only goes on with the name.
    if (view.lexicon.entries.get(element.clitic)?.entry?.senses?.join === undefined) return true;
  }
  return false;
}

/** `RUU itu mencabut Ketetapan MPR Nomor 5`: behind a verb stands another document, whose number it is. */
function namesAnother({ bindings, view }: Match): boolean {
  const name = bindings.get("name");
  if (name === undefined) return false;
  let hasVerb = false;
  for (let at = name.from; at < name.to; at++) {
    const element = view.elements[at];
    if (element === undefined) continue;
    if (hasVerb && element.senses.reference !== undefined) return true;
    hasVerb ||= element.senses.verb !== undefined || isVerbByShape(view, element);
  }
  return false;
}

/** What is named by its year where no mark says that it is numbered. */
const NAMED_BY_YEAR: readonly (string | undefined)[] = ["plan", "program", "project", "law", "other"];

/** `خطة 2030`, `اتفاقية 1951`: the year in the name of a plan, a law or an agreement is a date. */
function isNamedByYear({ bindings }: Match, number: string): boolean {
  const isNamed = NAMED_BY_YEAR.includes(bindings.get("reference")?.code);
  return isNamed && !bindings.has("mark") && /^(19|20)[0-9]{2}$/.test(number);
}

/** `(20/5111)` alone, where its sentence names a document: a paper's number is the longer one. */
function readPaper(match: Match): readonly ReferenceMention[] {
  const base = mentionBase(match, ["term", "paper"]);
  const [term, paper] = ["term", "paper"].map((role) => match.bindings.get(role)?.number?.digits ?? "");
  if (base === undefined || !/^[1-9][0-9]?$/.test(term ?? "") || !/^[1-9][0-9]{2,4}$/.test(paper ?? "")) return [];
  return [{ kind: "reference", ...base, refType: "other", number: `${term}/${paper}` }];
}

/** `Antrag der Fraktion (20/4312)`: in brackets of its own, no paper's number is shaped otherwise. */
function isOtherInBrackets({ bindings, view }: Match, number: string): boolean {
  const at = bindings.get("document_number")?.from ?? 0;
  return bindings.has("paper_name") && view.elements[at - 1]?.key === "(" && !PAPER_OF_TERM.test(number);
}

/** A parliament's term and the number of a paper in it. */
const PAPER_OF_TERM = /^[0-9]{1,2}\/[0-9]{1,5}$/;

/** `الرقم 111 555 0800`: bare digits with further digits behind a space. */
function isTelephone({ view, to }: Match, number: string): boolean {
  const behind = view.elements[to];
  return /^[0-9]+$/.test(number) && behind?.number?.digits !== undefined && behind.clitic === undefined;
}

/** `1 BvR 123/20`: senate, register and a number that ends in the year. */
function readFileNumber(match: Match, number: string): readonly ReferenceMention[] {
  const base = mentionBase(match, ["chamber", "senate", "register", "second", "document_number", "suffix"]);
  const digits = /[/.]([0-9]{2}|[0-9]{4})[a-z]?$/.exec(number)?.[1];
  if (base === undefined || digits === undefined) return [];
  const textOf = (role: string) => {
    const span = match.bindings.get(role)?.span;
    return span === undefined ? [] : [match.view.text.slice(span.start, span.end)];
  };
  const words = ["chamber", "senate", "register", "second"].flatMap(textOf);
  const written = Number(digits);
  const year = digits.length === 4 ? written : fullYear(written);
  return [
    {
      kind: "reference",
      ...base,
      refType: "judgment",
      number: [...words, number, ...textOf("suffix")].join(" "),
      year,
    },
  ];
}

/** `§ 5`, `§§ 7-8`, `§ 129 a`; of several only a span keeps the double sign; a word for the paragraph counts as its sign where the lexicon says so. */
function sectionNumber({ bindings, view }: Match, number: string): string {
  const section = bindings.get("section");
  const letter = bindings.get("letter")?.span;
  const isRange = !bindings.has("first") && isRangeOfSections(number);
  const written = section && isRange ? signOf(view.text, section.span) : section?.code;
  const sign = section?.code === "-" || written === undefined ? "" : `${written} `;
  return sign + number + (letter === undefined ? "" : ` ${view.text.slice(letter.start, letter.end)}`);
}

/** `§§ 7-8`; `§§ 12-5` is the fifth of chapter 12, and the sign is doubled for what follows. */
function isRangeOfSections(number: string): boolean {
  const [first, last] = number.split("-");
  return last !== undefined && Number(first) < Number(last);
}

function signOf(text: string, { start, end }: Span): string {
  const written = text.slice(start, end);
  return written === "§§" ? written : "§";
}

function isSignAt({ view }: Match, at: number): boolean {
  return view.elements[at]?.type === "symbol";
}

/** `Program 100 hari`, `lov 21 juni 1963`: bare digits behind a document's word that count what stands behind them. */
function countsWhatFollows({ bindings, view, to }: Match, number: string): boolean {
  const senses = view.elements[to]?.senses;
  // `المشروع 06`: with a zero in front digits count nothing.
  if (!/^[1-9][0-9]*(?:[.,][0-9]{3})*$/.test(number)) return false;
  if (senses?.month !== undefined) return true;
  // `Resolusi 242 PBB`: where nouns are small, a capital is a name, and resolutions bear high numbers.
  if (bindings.get("reference")?.code === "resolution" && number.length > 1 && isName(view, to)) return false;
  return senses?.determiner === undefined && senses?.of === undefined && standsBeforeNoun(view, to);
}

/** `§ 311 og 12 dager`, `Pasal 5 dan 10 saksi`: a second number that counts something of its own; behind `§§` and in front of a name it does not. */
function countsApart({ bindings, view, to }: Match): boolean {
  const section = bindings.get("section");
  if (standsBeforeUnit(view, to)) return true;
  if (section === undefined || signOf(view.text, section.span) === "§§") return false;
  return standsBeforeNoun(view, to) && view.elements[to]?.senses.reference === undefined && !isName(view, to);
}

function isName(view: Match["view"], at: number): boolean {
  const element = view.elements[at];
  return element?.type === "word" && !view.lexicon.nounPhrase.capitalNouns && isCapital(view.text, element);
}

/** Shortest word of a document that names the type of a compound, and its shortest first part. */
const SHORTEST_PART = 3;
const COMPOUND_REACH = 2;

/** `bergverksloven (30 juni 1972 nr 70)`, `naturvernloven av 19. juni`: the type of a name that ends in a document's word. */
function typeOfCompound({ view, from }: Match): string | undefined {
  let at = from - 1;
  while (
    from - at <= COMPOUND_REACH &&
    (view.elements[at]?.key === "(" || view.elements[at]?.senses.dated !== undefined)
  )
    at--;
  const name = view.elements[at];
  if (name?.type !== "word") return undefined;
  for (let start = SHORTEST_PART; start <= name.key.length - SHORTEST_PART; start++) {
    const type = view.lexicon.entries.get(name.key.slice(start))?.entry?.senses?.reference;
    if (type !== undefined) return type;
  }
  return undefined;
}

/** `1982/QD-UBND`, `54-NQ/TW`: digits, a slash and capitals. `km/h-50`, `A4` and addresses are not. */
function isDocumentCode(code: string): boolean {
  if (DATED_CODE.test(code)) return true;
  if (QUARTER_OF_YEAR.test(code)) return false;
  return /^[0-9A-Z][0-9A-ZĐÐ./-]*$/u.test(code) && code.includes("/") && /[0-9]/.test(code) && /[A-ZĐÐ]{2}/u.test(code);
}

/** What the letters in front of a dated number say: a law where the lexicon knows `lov`, a judgment where a register. */
function typeByPrefix({ view }: Match, code: string): ReferenceType {
  const prefix = DATED_CODE.exec(code)?.[1];
  const senses = prefix === undefined ? undefined : view.lexicon.entries.get(foldKey(prefix))?.entry?.senses;
  return senses?.register === undefined ? typeOf(senses?.reference) : "judgment";
}

function typeOf(code: string | undefined): ReferenceType {
  return REFERENCE_TYPES.find((type) => type === code) ?? "other";
}
