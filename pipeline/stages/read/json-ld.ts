/** What structured data in a page says of its article. */
export interface JsonLdArticle {
  readonly headline?: string | undefined;
  readonly author?: string | undefined;
  readonly publisher?: string | undefined;
  readonly url?: string | undefined;
  readonly datePublished?: string | undefined;
}

const LONGEST_SCRIPT = 1_000_000;
const MOST_NODES = 20_000;

/** The first article among the JSON-LD scripts of a page; scripts that are no JSON say nothing. */
export function jsonLdArticle(scripts: readonly string[]): JsonLdArticle {
  for (const script of scripts) {
    const article = findArticle(parsed(script));
    if (article !== undefined) {
      return {
        headline: textOf(article["headline"]) ?? textOf(article["name"]),
        author: namesOf(article["author"]),
        publisher: namesOf(article["publisher"]),
        url: textOf(article["url"]) ?? idOf(article["mainEntityOfPage"]),
        datePublished: textOf(article["datePublished"]),
      };
    }
  }
  return {};
}

type JsonObject = Readonly<Record<string, unknown>>;

function parsed(script: string): unknown {
  if (script.length > LONGEST_SCRIPT) return undefined;
  try {
    return JSON.parse(script);
  } catch {
    return undefined;
  }
}

/** Breadth first through lists, `@graph` and all the rest, so that the page's own article comes before those it cites. */
function findArticle(root: unknown): JsonObject | undefined {
  const queue: unknown[] = [root];
  for (let at = 0; at < queue.length && at < MOST_NODES; at++) {
    const node = queue[at];
    if (typeof node !== "object" || node === null) continue;
    if (isArticle(node)) return node;
    queue.push(...Object.values(node).slice(0, MOST_NODES));
  }
  return undefined;
}

function isArticle(node: object): node is JsonObject {
  const type = "@type" in node ? node["@type"] : undefined;
  const types: readonly unknown[] = Array.isArray(type) ? type : [type];
  return types.some((name) => typeof name === "string" && /(?:Article|BlogPosting|Report)$/u.test(name));
}

function textOf(value: unknown): string | undefined {
  return typeof value === "string" && value.trim() !== "" ? value.trim() : undefined;
}

function namesOf(value: unknown): string | undefined {
  const values: readonly unknown[] = Array.isArray(value) ? value.slice(0, 20) : [value];
  const names = values.flatMap((each) => textOf(each) ?? nameOf(each) ?? []);
  return names.length === 0 ? undefined : names.join(", ");
}

function nameOf(value: unknown): string | undefined {
  return typeof value === "object" && value !== null && "name" in value ? textOf(value.name) : undefined;
}

function idOf(value: unknown): string | undefined {
  const isNode = typeof value === "object" && value !== null && "@id" in value;
  return isNode ? textOf(value["@id"]) : textOf(value);
}
