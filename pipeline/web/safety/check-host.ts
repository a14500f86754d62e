import { isIP } from "node:net";
import { hostname } from "node:os";
import type { MiddlewareHandler } from "hono";
import { RequestProblem } from "../request-problem.js";
import type { WebEnv } from "../web-context.js";

/** Addresses that stand for all of the machine's own. */
const EVERYWHERE: ReadonlySet<string> = new Set(["0.0.0.0", "::"]);
const HOST = /^(\[[0-9a-f:.]{2,45}\]|[^:[\]/?#@\s]{1,253})(?::([0-9]{1,5}))?$/iu;

/**
 * Refuses requests that were meant for another name. A page elsewhere can have its own name point to this machine and then
 * read what it asks of it (DNS rebinding); it cannot make the browser say a name or address of the machine itself.
 */
export function checkHost(boundTo: string): MiddlewareHandler<WebEnv> {
  return async (request, next) => {
    const stated = request.req.header("host") ?? new URL(request.req.url).host;
    if (!isOwnName(stated, boundTo)) {
      throw new RequestProblem(
        421,
        `Host: this server answers to ${isLoopback(boundTo) ? "localhost" : boundTo} only; use the address that faktum serve printed, or start it with --host`,
      );
    }
    await next();
  };
}

/** Whether the value of a Host header names this machine, given the address that the server was told to listen on. */
export function isOwnName(stated: string, boundTo: string): boolean {
  const host = HOST.exec(stated)?.[1];
  if (host === undefined) return false;
  const name = bareName(host);
  if (isLoopback(name) || name === bareName(boundTo)) return true;
  // By number the machine itself is asked, whatever names point to it.
  return EVERYWHERE.has(bareName(boundTo)) && (isIP(name) > 0 || name === hostname().toLowerCase());
}

/** Whether only this machine itself reaches a server that listens there. */
export function isLoopback(host: string): boolean {
  const name = bareName(host);
  return name === "localhost" || name === "::1" || (isIP(name) === 4 && name.startsWith("127."));
}

function bareName(host: string): string {
  return host.toLowerCase().replace(/^\[|\]$/gu, "");
}
