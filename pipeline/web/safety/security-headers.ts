import type { MiddlewareHandler } from "hono";
import type { WebEnv } from "../web-context.js";

/** No script or style in the page itself, nothing from elsewhere, no page around it. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join("; ");

/** On every answer: what the browser may do with it, and that nobody but the browser keeps it. */
export function securityHeaders(): MiddlewareHandler<WebEnv> {
  return async (request, next) => {
    await next();
    const { headers } = request.res;
    headers.set("Content-Security-Policy", POLICY);
    headers.set("X-Content-Type-Options", "nosniff");
    headers.set("Referrer-Policy", "no-referrer");
    headers.set("X-Frame-Options", "DENY");
    headers.set("Cross-Origin-Opener-Policy", "same-origin");
    headers.set("Cross-Origin-Resource-Policy", "same-origin");
    if (!headers.has("Cache-Control")) headers.set("Cache-Control", "private, no-cache");
  };
}
