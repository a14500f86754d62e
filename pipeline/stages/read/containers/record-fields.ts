import { FIELDS, type Field, type FieldChoice, foldKey, USUAL_KEYS } from "./fields.js";

export type JsonRecord = Readonly<Record<string, unknown>>;

/** The texts of an article's fields, as the record states them. */
export type FieldTexts = Readonly<Partial<Record<Field, string>>>;

export function isRecord(value: unknown): value is JsonRecord {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/**
 * What a record states for each field: under the key that the user chose, else under the first usual key that holds
 * something. A value may be wrapped as content systems do: `{"rendered": …}`, `{"name": …}`, a list of paragraphs.
 */
export function recordFields(given: JsonRecord, choice: FieldChoice): FieldTexts {
  const inner = given["_source"];
  const record = isRecord(inner) ? inner : given;
  const byKey = new Map<string, unknown>();
  for (const [key, value] of Object.entries(record)) {
    const folded = foldKey(key);
    if (!byKey.has(folded)) byKey.set(folded, value);
  }
  const texts: Partial<Record<Field, string>> = {};
  for (const field of FIELDS) {
    const chosen = choice.get(field);
    const values = chosen === undefined ? USUAL_KEYS[field].map((key) => byKey.get(key)) : [valueAt(record, chosen)];
    const text = values.map((value) => textOf(value, field)).find((each) => each !== undefined);
    if (text !== undefined) texts[field] = text;
  }
  // The index's own id, where its document states none.
  if (texts.id === undefined && record !== given) return withIndexId(texts, given["_id"]);
  return texts;
}

/** Whether the record has a key for the article's text at all, be it empty. */
export function hasTextKey(given: JsonRecord, choice: FieldChoice): boolean {
  const record = isRecord(given["_source"]) ? given["_source"] : given;
  return (["text", "html"] as const).some((field) => {
    const chosen = choice.get(field);
    if (chosen !== undefined) return valueAt(record, chosen) !== undefined;
    return Object.keys(record).some((key) => USUAL_KEYS[field].includes(foldKey(key)));
  });
}

/** A key as written goes first: keys may hold dots. */
function valueAt(record: JsonRecord, key: string): unknown {
  if (Object.hasOwn(record, key)) return record[key];
  let value: unknown = record;
  for (const step of key.split(".")) {
    if (!isRecord(value) || !Object.hasOwn(value, step)) return undefined;
    value = value[step];
  }
  return value;
}

function textOf(value: unknown, field: Field): string | undefined {
  if (typeof value === "string") return value.trim() === "" ? undefined : value;
  if (typeof value === "number") return String(value);
  if (Array.isArray(value)) {
    const texts = value.map((each) => textOf(each, field)).filter((text) => text !== undefined);
    return texts.length === 0 ? undefined : texts.join(LIST_JOINTS[field] ?? ", ");
  }
  if (!isRecord(value)) return undefined;
  return WRAPPERS.map((key) => value[key]).find((each) => typeof each === "string" && each.trim() !== "") as
    | string
    | undefined;
}

function withIndexId(texts: FieldTexts, id: unknown): FieldTexts {
  const text = textOf(id, "id");
  return text === undefined ? texts : { ...texts, id: text };
}

const WRAPPERS = ["rendered", "text", "name", "value", "#text", "$t", "html"] as const;
const LIST_JOINTS: Readonly<Partial<Record<Field, string>>> = { text: "\n", html: "\n", title: " " };
