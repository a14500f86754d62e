import { hash } from "node:crypto";
import { findConcept } from "../../extractors/concepts/find-concept.js";
import { confidenceOf } from "../../extractors/confidence.js";
import { itemKey } from "../../extractors/item-key.js";
import { elidedItem, findItem, sharedItem } from "../../extractors/phrases/find-item.js";
import { findSubjects, type Subject } from "../../extractors/phrases/find-subject.js";
import { findWhen } from "../../extractors/phrases/find-when.js";
import type { SentenceMentions } from "../../extractors/sentence-mentions.js";
import type { Document, TableCell } from "../model/document.js";
import type { Attributes, Fact } from "../model/fact.js";
import type { Mention } from "../model/mention.js";
import type { Span } from "../model/span.js";
import { CellFinder, cellHeaders, isInside } from "./facts/cell-headers.js";

/** Says of every mention what it is of, and gives it an id and its evidence. */
export function makeFacts(document: Document, sentences: Iterable<SentenceMentions>): readonly Fact[] {
  const facts: Fact[] = [];
  const cells = new CellFinder(document.blocks);
  for (const sentence of sentences) {
    const subjects = findSubjects(sentence.view, sentence.mentions);
    for (const [index, found] of sentence.mentions.entries()) {
      const { text } = document;
      const subject = subjects[index];
      const mention = withModifier(found.mention, subject);
      const cell = cells.cellOf(mention.span);
      facts.push({
        id: factId(document, mention),
        mention,
        attributes: attributesOf(sentence, index, { subject, cell }),
        evidence: {
          documentId: document.id,
          sentence: sentence.sentence.ordinal,
          exact: text.slice(mention.span.start, mention.span.end),
          lexiconVersion: sentence.view.lexicon.version,
        },
        confidence: confidenceOf(found),
      });
    }
  }
  return facts;
}

/** A word of degree may stand in the verb in front of the subject. */
function withModifier(mention: Mention, subject: Subject | undefined): Mention {
  if (subject?.modifier === undefined || mention.modifier !== undefined) return mention;
  return { ...mention, modifier: subject.modifier };
}

/** What is known of a mention besides its own words. */
interface Surroundings {
  readonly subject: Subject | undefined;
  /** The cell of a table that it stands in. */
  readonly cell: TableCell | undefined;
}

function attributesOf(sentence: SentenceMentions, index: number, { subject: stated, cell }: Surroundings): Attributes {
  const { view, mentions } = sentence;
  const found = mentions[index];
  if (found === undefined || found.mention.kind === "date" || found.mention.kind === "reference") return {};
  // In a table words of another cell are only beside a figure: what ties it to them are the headers.
  const isOwn = (span: Span) => cell === undefined || isInside(span, cell.span);
  const subject = stated !== undefined && isOwn(stated.span) ? stated : undefined;
  const phrase =
    findItem(view, found) ??
    sharedItem(sentence, index) ??
    (subject === undefined ? elidedItem(sentence, index) : undefined);
  const item = phrase !== undefined && isOwn(phrase.span) ? phrase : undefined;
  const head = item === undefined ? undefined : view.elements[item.head];
  const headers = cell === undefined ? {} : cellHeaders(cell);
  const measure = subject === undefined ? headers.subject : view.text.slice(subject.span.start, subject.span.end);
  const named = item === undefined ? undefined : view.text.slice(item.span.start, item.span.end);
  const isMeasured = measure !== undefined && found.mention.kind !== "ratio";
  const concept =
    (named === undefined ? undefined : findConcept(named, view.lexicon)) ??
    (isMeasured ? findConcept(measure, view.lexicon) : undefined);
  const when = headers.when ?? findWhen(view, mentions, index);
  return {
    ...(named === undefined ? {} : { item: named }),
    ...(head === undefined ? {} : { itemKey: itemKey(view.text.slice(head.start, head.end), view.lexicon) }),
    ...(concept === undefined ? {} : { concept }),
    ...(isMeasured ? { subject: measure } : {}),
    ...(when === undefined ? {} : { when }),
  };
}

/** 32 hex digits over the hash of the document's bytes and the mention's kind, place and value. */
function factId(document: Document, mention: Mention): string {
  const { start, end } = mention.span;
  const parts = [document.source.sha256, mention.kind, start, end, statedValue(mention)];
  return hash("sha256", parts.join("\u0000"), "hex").slice(0, 32);
}

function statedValue(mention: Mention): string {
  switch (mention.kind) {
    case "date":
      return mention.iso;
    case "reference":
      return mention.number;
    case "ratio":
      return `${mention.numerator}/${mention.denominator}`;
    default:
      return mention.amount.value ?? `${mention.amount.low}..${mention.amount.high}`;
  }
}
