import { inflateRawSync } from "node:zlib";
import { blocksOf } from "../stored-blocks.js";
import type { ProblemCode } from "./problem.js";

/** A document's row, as far as it is checked. */
export interface CheckedDocument {
  readonly id: number;
  readonly path: string;
  readonly text: string | null;
  readonly blocks: string | null;
  readonly shown: Uint8Array | null;
}

/** Offsets in UTF-16 units, but `text_start` and `text_length` in characters, from 1. */
export interface CheckedSentence {
  readonly id: number;
  readonly ordinal: number;
  readonly span_start: number;
  readonly span_end: number;
  readonly text_start: number;
  readonly text_length: number;
}

export interface CheckedFact {
  readonly id: string;
  readonly sentence_id: number;
  readonly surface: string;
  readonly span_start: number;
  readonly span_end: number;
  readonly slots: string | null;
}

/** Told what is wrong, and of which fact or sentence. */
export type Tell = (code: Extract<ProblemCode, "fact" | "sentence" | "text">, what: string) => void;

/** Whether a document can be analysed again from what is stored of it. */
export function checkText({ text, blocks, shown }: CheckedDocument, tell: Tell): void {
  if (blocks !== null && !areBlocksOf(blocks, text ?? "")) tell("text", "its lines are not those of its text");
  if (shown === null) return;
  try {
    inflateRawSync(shown);
  } catch {
    tell("text", "what its page shows cannot be unpacked");
  }
}

/** Whether sentences follow each other inside the text, as SQL counts it too. */
export function checkSentences(
  { id, text: stored }: CheckedDocument,
  sentences: readonly CheckedSentence[],
  tell: Tell,
): void {
  const text = stored ?? "";
  let end = 0;
  const characters = characterCounter(text);
  for (const [index, sentence] of sentences.entries()) {
    const { span_start: start, span_end, ordinal } = sentence;
    const isInPlace = ordinal === index && sentence.id === id + index;
    const isInText = start >= end && span_end > start && span_end <= text.length;
    if (!isInPlace || !isInText) {
      tell("sentence", `sentence ${ordinal} at ${start}-${span_end}`);
      return;
    }
    end = span_end;
    const before = characters(start);
    if (sentence.text_start === before + 1 && sentence.text_length === characters(span_end) - before) continue;
    tell("sentence", `sentence ${ordinal}, text_start ${sentence.text_start}, text_length ${sentence.text_length}`);
  }
}

/** Whether every fact's surface is what stands at its place, inside its sentence, and its slots too. */
export function checkFacts(
  document: CheckedDocument,
  sentences: readonly CheckedSentence[],
  facts: readonly CheckedFact[],
  tell: Tell,
): void {
  const text = document.text ?? "";
  for (const { id, sentence_id, surface, span_start: start, span_end: end, slots } of facts) {
    const sentence = sentences[sentence_id - document.id];
    if (sentence === undefined || start < sentence.span_start || end > sentence.span_end) {
      tell("fact", `fact ${id} outside its sentence`);
    } else if (text.slice(start, end) !== surface) {
      tell("fact", `fact ${id}, "${surface}"`);
    } else if (slots !== null && !areSlotsIn(slots, sentence)) {
      tell("fact", `fact ${id}, slots outside its sentence`);
    }
  }
}

function areBlocksOf(blocks: string, text: string): boolean {
  try {
    return blocksOf(blocks).every(({ span }) => isWhole(span.start) && isWhole(span.end) && isIn(span, text.length));
  } catch {
    return false;
  }
}

function isIn({ start, end }: { readonly start: number; readonly end: number }, length: number): boolean {
  return start >= 0 && start <= end && end <= length;
}

function isWhole(value: unknown): boolean {
  return Number.isInteger(value);
}

function areSlotsIn(slots: string, { span_start, span_end }: CheckedSentence): boolean {
  try {
    const spans = Object.values(JSON.parse(slots) as Readonly<Record<string, readonly number[]>>);
    return spans.every(([start = -1, end = -1]) => start >= span_start && start <= end && end <= span_end);
  } catch {
    return false;
  }
}

/** How many characters stand before an offset, to be asked for in ascending order. */
function characterCounter(text: string): (offset: number) => number {
  if (!HAS_PAIR.test(text)) return (offset) => offset;
  let [at, pairs] = [0, 0];
  return (offset) => {
    for (; at < offset; at++) if ((text.codePointAt(at) ?? 0) > 0xffff) pairs += 1;
    return offset - pairs;
  };
}

const HAS_PAIR = /[\u{10000}-\u{10ffff}]/u;
