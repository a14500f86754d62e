import type { ContentfulStatusCode } from "hono/utils/http-status";

/** A request that cannot be answered as it is; its message names what is wrong with it and what to do instead. */
export class RequestProblem extends Error {
  readonly status: ContentfulStatusCode;

  constructor(status: ContentfulStatusCode, message: string) {
    super(message);
    this.name = "RequestProblem";
    this.status = status;
  }
}

/** A parameter of the address that cannot be read. `remedy`: `give ...`. */
export function badParameter(name: string, remedy: string): RequestProblem {
  return new RequestProblem(400, `${name}: ${remedy}`);
}
