import { type Kind, MODIFIERS, type Modifier } from "../../pipeline/model/mention.js";
import type { Span } from "../../pipeline/model/span.js";
import type { FoundMention } from "../rules/found-mention.js";
import { passZone } from "./pass-zone.js";
import { isVerbal, type SubjectContext } from "./subject-context.js";
import { subjectExtent, subjectStart } from "./subject-extent.js";

/** How far behind a value the verb may stand that ties it to its subject: `sollen um 7 Prozent steigen`. */
const VERB_BEHIND = 4;
/** The same where an auxiliary in front leaves the verb to the end of the clause. */
const CLAUSE_END = 40;

/** UCUM codes of times. */
const TIMES: readonly string[] = ["a", "mo", "wk", "d", "h", "min", "s"];

/** Kinds whose value may be that of a measure. */
const HAVE_SUBJECTS: readonly Kind[] = ["percentage", "count", "rank", "money", "measurement"];

/** How far in front of its value, in elements, a measure's own noun phrase may begin. */
const MEASURE_REACH = 6;

/**
 * `babi dengan berat 550 pon`, `auf einer Fläche von 12 km²`: where no verb ties the value, the phrase of a measure noun
 * behind a preposition is the subject. Index where it begins.
 */
function ownMeasure({ view }: SubjectContext, end: number): number | undefined {
  for (let at = end - 1; at >= 0 && end - at <= MEASURE_REACH; at--) {
    const element = view.elements[at];
    if (element === undefined || element.type !== "word") return undefined;
    if (element.senses.measure === undefined) continue;
    const isOpened = element.clitic !== undefined || view.elements[at - 1]?.senses.stop !== undefined;
    return isOpened ? at : undefined;
  }
  return undefined;
}

/** The words of a measure whose value a mention is. */
export interface Subject {
  readonly span: Span;
  /** Said by the verb in front of the subject: `تفوق ميزانيتها 1,4 مليار` is more than so much. */
  readonly modifier?: Modifier;
}

/**
 * The measure whose value a mention is, when something ties it to one: a link verb or a verb of change (`mencapai`,
 * `betrug`, `بلغ`) before, behind or around the value, a colon, or a noun of measure right in front (`berat 380 kg`).
 * Seen from the value, other values and what joins them are passed over, so that every value of a chain has its subject.
 */
export function findSubject(context: SubjectContext, found: FoundMention): Subject | undefined {
  if (!HAVE_SUBJECTS.includes(found.mention.kind)) return undefined;
  const { elements } = context.view;
  const zone = passZone(context, found);
  if (zone === undefined) return undefined;
  const from = (zone.tied ? undefined : ownMeasure(context, zone.end)) ?? subjectStart(context, zone.end);
  const before = elements[from - 1]?.senses;
  const tied =
    zone.tied ||
    before?.link_verb !== undefined ||
    before?.change !== undefined ||
    (zone.direct && standsByItself(context, found)) ||
    verbBehind(context, found, zone.auxiliary ? CLAUSE_END : VERB_BEHIND) ||
    elements.slice(from, zone.end).some(({ senses }) => senses.measure !== undefined);
  const span = tied ? subjectExtent(context, from, zone.end) : undefined;
  if (span === undefined) return undefined;
  const code = before?.link_verb === undefined ? undefined : before.modifier;
  const modifier = MODIFIERS.find((known) => known === code);
  return modifier === undefined ? { span } : { span, modifier };
}

/** A language with the attributes behind the noun may do without a verb: `nilai tukar rupiah Rp9.125`. */
function standsByItself({ view }: SubjectContext, { mention }: FoundMention): boolean {
  // A time is seldom a measure's value: `di gereja itu 18 tahun yang lalu`.
  const isTime = mention.kind === "measurement" && TIMES.includes(mention.unit);
  const isMeasured = mention.kind === "percentage" || mention.kind === "money" || mention.kind === "measurement";
  return isMeasured && !isTime && view.lexicon.nounPhrase.modifiers === "after";
}

function verbBehind(context: SubjectContext, { match }: FoundMention, reach: number): boolean {
  const { view } = context;
  for (let at = match.to; at < match.to + reach; at++) {
    const element = view.elements[at];
    if (element === undefined || element.senses.clause !== undefined) return false;
    if (element.type === "symbol" && reach === VERB_BEHIND) return false;
    if (isVerbal(context, at)) return true;
  }
  return false;
}
