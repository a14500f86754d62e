import type { MiddlewareHandler } from "hono";
import { RequestProblem } from "../request-problem.js";
import type { WebEnv } from "../web-context.js";

const READING: ReadonlySet<string> = new Set(["GET", "HEAD"]);
const OWN_SITE: ReadonlySet<string> = new Set(["same-origin", "none"]);

/**
 * Whatever changes something must come from a page of this server itself: browsers state the origin of every form, and
 * newer ones the relation of the two sites too.
 */
export function checkOrigin(): MiddlewareHandler<WebEnv> {
  return async (request, next) => {
    if (!READING.has(request.req.method)) {
      const origin = request.req.header("origin");
      const site = request.req.header("sec-fetch-site");
      const host = request.req.header("host") ?? new URL(request.req.url).host;
      const isOwn = origin !== undefined && hostOf(origin) === host.toLowerCase();
      if (!isOwn || (site !== undefined && !OWN_SITE.has(site))) {
        throw new RequestProblem(
          403,
          "Origin: this can only be sent from a page of this server; open it and send it there",
        );
      }
    }
    await next();
  };
}

function hostOf(origin: string): string | undefined {
  const url = URL.canParse(origin) ? new URL(origin) : undefined;
  return url !== undefined && /^https?:$/u.test(url.protocol) ? url.host : undefined;
}
