import { hash } from "node:crypto";
import { confidenceOf } from "../../extractors/confidence.js";
import { itemKey } from "../../extractors/item-key.js";
import { elidedItem, findItem, sharedItem } from "../../extractors/phrases/find-item.js";
import { findSubjects, type Subject } from "../../extractors/phrases/find-subject.js";
import { findWhen } from "../../extractors/phrases/find-when.js";
import type { SentenceMentions } from "../../extractors/sentence-mentions.js";
import type { Document } from "../model/document.js";
import type { Attributes, Fact } from "../model/fact.js";
import type { Mention } from "../model/mention.js";

/** Says of every mention what it is of, and gives it an id and its evidence. */
export function makeFacts(document: Document, sentences: readonly SentenceMentions[]): readonly Fact[] {
  const facts: Fact[] = [];
  for (const sentence of sentences) {
    const subjects = findSubjects(sentence.view, sentence.mentions);
    for (const [index, found] of sentence.mentions.entries()) {
      const { text } = document;
      const subject = subjects[index];
      const mention = withModifier(found.mention, subject);
      facts.push({
        id: factId(document, mention),
        mention,
        attributes: attributesOf(sentence, index, subject),
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

function attributesOf(sentence: SentenceMentions, index: number, subject: Subject | undefined): Attributes {
  const { view, mentions } = sentence;
  const found = mentions[index];
  if (found === undefined || found.mention.kind === "date" || found.mention.kind === "reference") return {};
  const item =
    findItem(view, found) ??
    sharedItem(sentence, index) ??
    (subject === undefined ? elidedItem(sentence, index) : undefined);
  const head = item === undefined ? undefined : view.elements[item.head];
  const when = findWhen(view, mentions, index);
  return {
    ...(item === undefined ? {} : { item: view.text.slice(item.span.start, item.span.end) }),
    ...(head === undefined ? {} : { itemKey: itemKey(view.text.slice(head.start, head.end), view.lexicon) }),
    ...(subject === undefined ? {} : { subject: view.text.slice(subject.span.start, subject.span.end) }),
    ...(when === undefined ? {} : { when }),
  };
}

/** 32 hex digits over the document's id, which holds its content, and the mention's kind, place and value. */
function factId(document: Document, mention: Mention): string {
  const { start, end } = mention.span;
  const parts = [document.id, mention.kind, start, end, statedValue(mention)];
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
