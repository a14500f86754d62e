import type { Part } from "../part.js";
import type { ReadError } from "../read-error.js";

/** One thing found in a container, in the order of the container. */
export type Member =
  | { readonly kind: "part"; readonly part: Part }
  /** An article that cannot be had; `path` is its identity. What comes after it may still be read. */
  | { readonly kind: "broken"; readonly path: string; readonly error: ReadError }
  /** No article: a picture, a script, a page of an HTTP error. `what` names its sort, to be counted. */
  | { readonly kind: "passed-over"; readonly what: string };

export function brokenMember(error: ReadError): Member {
  return { kind: "broken", path: error.path, error };
}

export function passedOver(what: string): Member {
  return { kind: "passed-over", what };
}
