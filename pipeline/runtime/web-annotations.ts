import { hash } from "node:crypto";
import type { AnnotatedDocument, AnnotatedFact } from "../store/annotated-facts.js";
import { CodePoints } from "./code-points.js";
import { packageVersion } from "./package-root.js";

const CONTEXT_URL = "http://www.w3.org/ns/anno.jsonld";
/** Code points of text on each side of a quotation. */
const CONTEXT = 32;

/** Facts as annotations of the W3C Web Annotation Data Model (JSON-LD), one a line. */
export function* webAnnotations(facts: Iterable<AnnotatedFact>): Generator<string> {
  let points: CodePoints | undefined;
  let text: string | undefined;
  for (const fact of facts) {
    if (points === undefined || text !== fact.document.text) points = new CodePoints(fact.document.text);
    text = fact.document.text;
    yield `${JSON.stringify(annotationOf(fact, points))}\n`;
  }
}

function annotationOf(fact: AnnotatedFact, points: CodePoints): Readonly<Record<string, unknown>> {
  const { stated, document } = fact;
  const { start, end, surface, ...values } = stated;
  const [from, to] = [points.at(start), points.at(end)];
  const exactly = fact.valueText === null ? {} : { value_text: fact.valueText };
  const concept = fact.concept === null ? {} : { concept: fact.concept };
  return {
    "@context": CONTEXT_URL,
    id: annotationId(fact),
    type: "Annotation",
    motivation: "describing",
    created: document.storedAt,
    creator: { type: "Software", name: fact.rule, "schema:softwareVersion": fact.lexiconVersion },
    generator: { type: "Software", name: `faktum ${packageVersion()}` },
    body: {
      type: "TextualBody",
      format: "application/json",
      language: fact.language,
      purpose: "describing",
      value: JSON.stringify({ fact: fact.id, ...values, ...exactly, ...concept, confidence: fact.confidence }),
    },
    target: {
      source: sourceOf(document),
      ...(document.title === null ? {} : { "schema:name": document.title }),
      selector: [
        { type: "TextPositionSelector", start: from, end: to },
        {
          type: "TextQuoteSelector",
          exact: surface,
          prefix: points.slice(from - CONTEXT, from),
          suffix: points.slice(to, to + CONTEXT),
        },
      ],
    },
  };
}

/** The address of the page, or else the path as a reference relative to the folder that faktum was started in. */
function sourceOf({ url, path }: AnnotatedDocument): string {
  if (url !== null) return url;
  const isAbsolute = path.startsWith("/");
  const encoded = path.split("/").map(encodeURIComponent).join("/");
  // In a relative reference a first part with a colon would be taken for a scheme; encoding has taken it away.
  return isAbsolute ? `file://${encoded}` : encoded;
}

/** A name of 128 bits (UUID version 8) from the fact's id and its document: a fact stands in each copy of a file. */
function annotationId({ id, document }: AnnotatedFact): string {
  const digits = hash("sha256", `${id}\n${document.path}`, "hex");
  const variant = "89ab"[Number.parseInt(digits.charAt(16), 16) % 4] ?? "8";
  const parts = [
    digits.slice(0, 8),
    digits.slice(8, 12),
    `8${digits.slice(13, 16)}`,
    `${variant}${digits.slice(17, 20)}`,
    digits.slice(20, 32),
  ];
  return `urn:uuid:${parts.join("-")}`;
}
