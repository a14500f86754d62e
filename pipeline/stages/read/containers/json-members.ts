import { ReadError } from "../read-error.js";
import { type ContainerContext, type ContainerInput, recordOptions } from "./container-input.js";
import { type JsonEnd, jsonElements } from "./json-elements.js";
import type { Member } from "./member.js";
import { hasTextKey, isRecord } from "./record-fields.js";
import { type ListRecord, recordMembers } from "./record-members.js";
import { utf8Chunks } from "./utf8-chunks.js";

/**
 * The articles of a JSON text: one object, a list of objects, or objects around such a list. Throws ReadError
 * `read.no-articles` when there is none, `read.truncated` at the end of a text that breaks off.
 */
export async function* jsonMembers(input: ContainerInput, context: ContainerContext): AsyncGenerator<Member> {
  const options = recordOptions(input, context);
  const chunks = utf8Chunks(input.chunks, input.head, input.path);
  const end: JsonEnd = { isCut: false };
  const longest = context.limits.maxFileBytes;
  const truncated = (): ReadError =>
    new ReadError("read.truncated", input.path, "it ends too early; the articles before are read: get it anew");
  try {
    yield* recordMembers(wholeOrElements(chunks, longest, end, options.fields), options);
  } catch (error) {
    throw end.isCut && error instanceof ReadError ? truncated() : error;
  }
  if (end.isCut) throw truncated();
}

/**
 * A text no longer than one article may be an article itself, though it hold lists: its comments, its pictures. A longer
 * one is never held as a whole.
 */
async function* wholeOrElements(
  chunks: AsyncGenerator<Uint8Array>,
  longest: number,
  end: JsonEnd,
  fields: Parameters<typeof hasTextKey>[1],
): AsyncGenerator<ListRecord> {
  const held: Uint8Array[] = [];
  let length = 0;
  let isWhole = true;
  for (let next = await chunks.next(); ; next = await chunks.next()) {
    if (next.done) break;
    held.push(next.value);
    length += next.value.length;
    if (length > longest) {
      isWhole = false;
      break;
    }
  }
  const value = isWhole ? parsed(held) : undefined;
  if (isRecord(value) && hasTextKey(value, fields)) {
    yield { place: 1, value };
    return;
  }
  let found = false;
  for await (const element of jsonElements(replayed(held, chunks), longest, end)) {
    found = true;
    yield element;
  }
  // So that the user is told which fields there are.
  if (!found && isRecord(value)) yield { place: 1, value };
}

function parsed(held: readonly Uint8Array[]): unknown {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(Buffer.concat(held)));
  } catch {
    // The elements that are whole are looked for all the same.
    return undefined;
  }
}

async function* replayed(held: Uint8Array[], rest: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield* held.splice(0);
  yield* rest;
}
