import { createHmac, timingSafeEqual } from "node:crypto";
import type { MiddlewareHandler } from "hono";
import { getCookie, setCookie } from "hono/cookie";
import { RequestProblem } from "../request-problem.js";
import { STATIC_PATH } from "../static-files.js";
import type { WebEnv, WebRequest } from "../web-context.js";

const COOKIE = "faktum_token";
const PARAMETER = "token";
const BEARER = /^Bearer +(\S+)$/iu;

/**
 * Lets only those in who know the token: programs by `Authorization: Bearer`, browsers by an address with `?token=` once,
 * which is at once replaced by one without, and then by a cookie that no script can read. The cookie is made from the
 * token, so that it stays good when the server is started again with the same one.
 */
export function checkToken(token: string): MiddlewareHandler<WebEnv> {
  const keep = digest(token, "cookie");
  return async (request, next) => {
    const { path } = request.req;
    if (path.startsWith(`${STATIC_PATH}/`)) return next();
    const asked = request.req.query(PARAMETER);
    if (asked !== undefined && request.req.method === "GET") {
      if (!isSame(asked, token)) throw refusal();
      setCookie(request, COOKIE, keep, { httpOnly: true, sameSite: "Strict", path: "/" });
      request.header("Cache-Control", "no-store");
      return request.redirect(withoutToken(request), 303);
    }
    const bearer = BEARER.exec(request.req.header("authorization") ?? "")?.[1];
    const cookie = getCookie(request, COOKIE);
    const isKnown = (bearer !== undefined && isSame(bearer, token)) || (cookie !== undefined && isSame(cookie, keep));
    if (!isKnown) {
      request.header("WWW-Authenticate", 'Bearer realm="faktum"');
      throw refusal();
    }
    return next();
  };
}

function refusal(): RequestProblem {
  return new RequestProblem(
    401,
    "token: this server was started with one; add ?token=... to the address once, or send Authorization: Bearer",
  );
}

/** Of the same address, so that the browser is never sent elsewhere. */
function withoutToken(request: WebRequest): string {
  const url = new URL(request.req.url);
  url.searchParams.delete(PARAMETER);
  return `/${url.pathname.replace(/^\/+/u, "")}${url.search}`;
}

/** Takes as long for a nearly right one as for a wrong one: hashes are compared, all of them. */
function isSame(given: string, right: string): boolean {
  return timingSafeEqual(Buffer.from(digest(given, "compare")), Buffer.from(digest(right, "compare")));
}

function digest(text: string, purpose: string): string {
  return createHmac("sha256", `faktum ${purpose}`).update(text).digest("hex");
}
