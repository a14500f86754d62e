/** What structured data in a page says of its article; each as written there. */
export interface JsonLdArticle {
  readonly headline?: string | undefined;
  readonly author?: string | undefined;
  readonly publisher?: string | undefined;
  readonly url?: string | undefined;
  readonly datePublished?: string | undefined;
  readonly dateModified?: string | undefined;
  readonly section?: string | undefined;
  readonly language?: string | undefined;
}

const LONGEST_SCRIPT = 1_000_000;
const MOST_NODES = 20_000;
const MOST_NAMES = 20;

/**
 * The first article among the JSON-LD scripts of a page; where there is none, what a description of the page itself says
 * of dates and language. Scripts that are no JSON say nothing.
 */
export function jsonLdArticle(scripts: readonly string[]): JsonLdArticle {
  const nodes = nodesOf(scripts.map(parsed));
  const article = nodes.find(isArticle);
  const page = nodes.find(isPage);
  const described = article ?? page;
  if (described === undefined) return {};
  const named = new Names(nodes);
  const dates = {
    datePublished: textOf(described["datePublished"]),
    dateModified: textOf(described["dateModified"]),
    language: named.languageOf(described["inLanguage"]) ?? named.languageOf(page?.["inLanguage"]),
  };
  if (article === undefined) return dates;
  return {
    headline: textOf(article["headline"]) ?? textOf(article["name"]),
    author: named.namesOf(article["author"]) ?? named.namesOf(article["creator"]),
    publisher: named.namesOf(article["publisher"]) ?? named.namesOf(article["sourceOrganization"]),
    url: textOf(article["url"]) ?? idOf(article["mainEntityOfPage"]),
    section: named.namesOf(article["articleSection"]),
    ...dates,
  };
}

type JsonObject = Readonly<Record<string, unknown>>;

function parsed(script: string): unknown {
  if (script.length > LONGEST_SCRIPT) return undefined;
  // A line break inside a string is not JSON, and a common mistake; between values it is as good as a space.
  const source = script
    .replace(/\p{Cc}/gu, " ")
    .replace(/^\s*(?:<!--|\/\/\s*<!\[CDATA\[)|(?:-->|\/\/\s*\]\]>)\s*$/gu, "");
  try {
    return JSON.parse(source);
  } catch {
    return undefined;
  }
}

/** Breadth first through lists, `@graph` and all the rest, so that the page's own article comes before those it cites. */
function nodesOf(roots: readonly unknown[]): readonly JsonObject[] {
  const nodes: JsonObject[] = [];
  for (const root of roots) {
    const queue: unknown[] = [root];
    for (let at = 0; at < queue.length && nodes.length < MOST_NODES; at++) {
      const node = queue[at];
      if (typeof node !== "object" || node === null) continue;
      if (!Array.isArray(node)) nodes.push(node as JsonObject);
      for (const value of Object.values(node)) {
        if (typeof value === "object" && queue.length < MOST_NODES) queue.push(value);
      }
    }
  }
  return nodes;
}

function isArticle(node: JsonObject): boolean {
  return hasType(node, /(?:Article|BlogPosting|Report)$/u);
}

function isPage(node: JsonObject): boolean {
  return hasType(node, /WebPage$/u);
}

function hasType(node: JsonObject, pattern: RegExp): boolean {
  const type = node["@type"];
  const types: readonly unknown[] = Array.isArray(type) ? type : [type];
  return types.some((name) => typeof name === "string" && pattern.test(name));
}

/** Names of things, also of those that are described elsewhere: `"author": {"@id": "#jana"}`. */
class Names {
  readonly #byId = new Map<string, JsonObject>();

  constructor(nodes: readonly JsonObject[]) {
    for (const node of nodes) {
      const id = node["@id"];
      if (typeof id === "string" && textOf(node["name"]) !== undefined && !this.#byId.has(id)) this.#byId.set(id, node);
    }
  }

  namesOf(value: unknown): string | undefined {
    const names = listOf(value).flatMap((each) => textOf(each) ?? this.#nameOf(each) ?? []);
    return names.length === 0 ? undefined : [...new Set(names)].join(", ");
  }

  /** A tag, or a `Language` whose other name is one. */
  languageOf(value: unknown): string | undefined {
    const [first] = listOf(value);
    if (typeof first !== "object" || first === null) return textOf(first);
    const node = first as JsonObject;
    return textOf(node["alternateName"]) ?? textOf(node["name"]);
  }

  #nameOf(value: unknown): string | undefined {
    if (typeof value !== "object" || value === null) return undefined;
    const node = value as JsonObject;
    const id = node["@id"];
    return textOf(node["name"]) ?? (typeof id === "string" ? textOf(this.#byId.get(id)?.["name"]) : undefined);
  }
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value.slice(0, MOST_NAMES) : [value];
}

function textOf(value: unknown): string | undefined {
  const [first] = listOf(value);
  return typeof first === "string" && first.trim() !== "" ? first.trim() : undefined;
}

function idOf(value: unknown): string | undefined {
  const isNode = typeof value === "object" && value !== null && "@id" in value;
  return isNode ? textOf(value["@id"]) : textOf(value);
}
