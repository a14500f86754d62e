import { ReadError } from "../read-error.js";
import type { FieldChoice } from "./fields.js";
import type { Identities } from "./identities.js";
import { brokenMember, type Member } from "./member.js";
import { hasTextKey, isRecord, type JsonRecord, recordFields } from "./record-fields.js";
import { recordPart } from "./record-part.js";

/** An element of a list, a line or a row; `problem`: why it cannot be read, and the remedy. `place` counts from 1. */
export type ListRecord =
  | { readonly place: number; readonly value: unknown; readonly list?: number; readonly problem?: never }
  | { readonly place: number; readonly problem: string; readonly list?: number; readonly isTooLarge?: boolean };

interface RecordOptions {
  /** Path of the container. */
  readonly path: string;
  readonly fields: FieldChoice;
  readonly identities: Identities;
}

/** As many records without a text may come before the first article; more, and the list holds something else. */
const MOST_STRANGERS = 100;
const MOST_KEYS = 12;

/**
 * The articles of a list of records. Records that are broken or have no text are told once an article has been found
 * beside them; a list without any is no list of articles. Throws ReadError `read.no-articles` when no list is one.
 */
export async function* recordMembers(
  records: AsyncIterable<ListRecord>,
  options: RecordOptions,
): AsyncGenerator<Member> {
  let held: Member[] = [];
  let list: number | undefined;
  let foundHere = false;
  let found = false;
  let strangers: JsonRecord | undefined;
  for await (const record of records) {
    if (record.list !== list) {
      list = record.list;
      foundHere = false;
      held = [];
    }
    const member = memberOf(record, options);
    if (record.problem === undefined && isRecord(record.value)) strangers ??= record.value;
    if (member.kind === "part" || (record.problem === undefined && hasKey(record.value, options.fields))) {
      foundHere = true;
      found = true;
      yield* held.splice(0);
    }
    if (foundHere) yield member;
    else if (held.length < MOST_STRANGERS) held.push(member);
    else if (record.list === undefined) throw noArticles(options, strangers);
  }
  if (!found) {
    if (strangers === undefined && held.length > 0) yield* held;
    else throw noArticles(options, strangers);
  }
}

function memberOf(record: ListRecord, { fields, identities }: RecordOptions): Member {
  if (record.problem !== undefined) {
    const { path } = identities.next(undefined, record.place);
    return brokenMember(new ReadError(record.isTooLarge ? "read.too-large" : "read.damaged", path, record.problem));
  }
  if (!isRecord(record.value)) {
    const { path } = identities.next(undefined, record.place);
    return brokenMember(new ReadError("read.damaged", path, "not an object of fields; give one object an article"));
  }
  const texts = recordFields(record.value, fields);
  const identity = identities.next(texts.id, record.place);
  const part = recordPart(texts, identity);
  if (part !== undefined) return { kind: "part", part };
  return hasTextKey(record.value, fields)
    ? brokenMember(new ReadError("read.empty", identity.path, "its text is empty; leave it out, or get it anew"))
    : brokenMember(new ReadError("read.no-text", identity.path, `no field holds a text; ${keysOf(record.value)}`));
}

function hasKey(value: unknown, fields: FieldChoice): boolean {
  return isRecord(value) && hasTextKey(value, fields);
}

function noArticles({ path }: RecordOptions, stranger: JsonRecord | undefined): ReadError {
  const reason =
    stranger === undefined ? "it holds no articles; leave it out" : `no article in it; ${keysOf(stranger)}`;
  return new ReadError("read.no-articles", path, reason);
}

function keysOf(record: JsonRecord): string {
  const keys = Object.keys(record);
  const shown = keys.slice(0, MOST_KEYS).map((key) => key.slice(0, 40));
  const more = keys.length > MOST_KEYS ? ", …" : "";
  return `its fields are ${shown.join(", ")}${more}: name the text by --field text=NAME, or leave it out`;
}
