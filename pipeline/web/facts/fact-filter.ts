import { KINDS } from "../../model/mention.js";
import { badParameter } from "../request-problem.js";
import { FACETS, type Facet } from "./facets.js";
import { type OrderKey, SORTS, type Sort } from "./fact-orders.js";

/** Which facts are asked for, as the address of a page says it. */
export interface FactFilter {
  /** Words that the sentence holds. */
  readonly q: string;
  /** Of each facet the values of which one must hold; none: all. */
  readonly chosen: Readonly<Record<Facet, readonly string[]>>;
  readonly least: number | undefined;
  readonly most: number | undefined;
  readonly sort: Sort;
}

/** A part of the list: what follows a fact, or what comes before it. */
export interface PageKey {
  readonly direction: "after" | "before";
  readonly key: OrderKey;
}

const LONGEST_SEARCH = 300;
const LONGEST_VALUE = 500;
const MOST_VALUES = 50;
const PARAMETERS: ReadonlySet<string> = new Set(["q", ...FACETS, "min", "max", "sort", "after", "before"]);
const DECIMAL = /^[-+]?[0-9]{1,40}(?:\.[0-9]{1,40})?$/u;
const CONTROL = /\p{Cc}/u;

/** Reads the filter out of an address. Throws RequestProblem naming the parameter that cannot be read. */
export function readFilter(parameters: URLSearchParams): FactFilter {
  for (const name of parameters.keys()) {
    if (!PARAMETERS.has(name)) throw badParameter(name.slice(0, 60), `no such filter; there are ${names(PARAMETERS)}`);
  }
  return {
    q: readSearch(parameters),
    chosen: Object.fromEntries(FACETS.map((facet) => [facet, readValues(parameters, facet)])) as FactFilter["chosen"],
    least: readDecimal(parameters, "min"),
    most: readDecimal(parameters, "max"),
    sort: readSort(parameters),
  };
}

/** Which part of the list an address asks for; nothing for its beginning. */
export function readPageKey(parameters: URLSearchParams): PageKey | undefined {
  for (const direction of ["after", "before"] as const) {
    const text = single(parameters, direction);
    if (text !== undefined) return { direction, key: readKey(direction, text) };
  }
  return undefined;
}

/** The same filter in an address, without the question mark; `changes` are made first. */
export function filterQuery(filter: FactFilter, changes: Partial<FactFilter> = {}, page?: PageKey): string {
  const { q, chosen, least, most, sort } = { ...filter, ...changes };
  const parameters = new URLSearchParams();
  if (q !== "") parameters.set("q", q);
  for (const facet of FACETS) for (const value of chosen[facet]) parameters.append(facet, value);
  if (least !== undefined) parameters.set("min", String(least));
  if (most !== undefined) parameters.set("max", String(most));
  if (sort !== "newest") parameters.set("sort", sort);
  if (page !== undefined) parameters.set(page.direction, writeKey(page.key));
  return parameters.toString();
}

/** The filter with a value of a facet chosen, or no longer chosen. */
export function withValue(filter: FactFilter, facet: Facet, value: string, isChosen: boolean): FactFilter {
  const others = filter.chosen[facet].filter((one) => one !== value);
  return { ...filter, chosen: { ...filter.chosen, [facet]: isChosen ? [...others, value] : others } };
}

export function isEmpty({ q, chosen, least, most }: FactFilter): boolean {
  return q === "" && least === undefined && most === undefined && FACETS.every((facet) => chosen[facet].length === 0);
}

function readSearch(parameters: URLSearchParams): string {
  const text = (single(parameters, "q") ?? "").trim();
  if (text.length > LONGEST_SEARCH) throw badParameter("q", `give at most ${LONGEST_SEARCH} letters`);
  if (CONTROL.test(text)) throw badParameter("q", "give words without control characters");
  return text;
}

function readValues(parameters: URLSearchParams, facet: Facet): readonly string[] {
  // A form sends the choice `all` as an empty value.
  const values = [...new Set(parameters.getAll(facet).filter((value) => value !== ""))];
  if (values.length > MOST_VALUES) throw badParameter(facet, `give at most ${MOST_VALUES} values`);
  for (const value of values) {
    if (value.length > LONGEST_VALUE || CONTROL.test(value)) {
      throw badParameter(facet, `give values of at most ${LONGEST_VALUE} letters, without control characters`);
    }
    if (facet === "kind" && !KINDS.some((kind) => kind === value)) {
      throw badParameter(facet, `give one of ${names(KINDS)}`);
    }
    if (facet === "year" && !/^[0-9]{4}$/u.test(value)) throw badParameter(facet, "give a year of four digits");
  }
  return values;
}

function readDecimal(parameters: URLSearchParams, name: string): number | undefined {
  const text = single(parameters, name)?.trim();
  if (text === undefined || text === "") return undefined;
  if (!DECIMAL.test(text)) throw badParameter(name, "give a number, such as 80.5");
  return Number(text);
}

function readSort(parameters: URLSearchParams): Sort {
  const text = single(parameters, "sort") || "newest";
  const sort = SORTS.find((one) => one === text);
  if (sort === undefined) throw badParameter("sort", `give one of ${names(SORTS)}`);
  return sort;
}

const KEY = /^([-0-9:.TZ+]{0,40})_(-?[0-9.]{1,40}(?:e[-+]?[0-9]{1,3})?|)_([0-9]{1,15})_([0-9]{1,10})$/u;

function readKey(name: string, text: string): OrderKey {
  const [, date, value, documentId, spanStart] = KEY.exec(text) ?? [];
  if (date === undefined || value === undefined || documentId === undefined || spanStart === undefined) {
    throw badParameter(name, "this is no place in the list; begin at its first page");
  }
  return {
    date,
    value: value === "" ? Number.NaN : Number(value),
    documentId: Number(documentId),
    spanStart: Number(spanStart),
  };
}

function writeKey({ date, value, documentId, spanStart }: OrderKey): string {
  return [date, Number.isNaN(value) ? "" : String(value), documentId, spanStart].join("_");
}

function single(parameters: URLSearchParams, name: string): string | undefined {
  const [value, another] = parameters.getAll(name);
  if (another !== undefined) throw badParameter(name, "give it once");
  return value;
}

function names(all: Iterable<string>): string {
  return [...all].join(", ");
}
