import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { packageRoot } from "../runtime/package-root.js";
import type { WebApp } from "./web-context.js";

export const STATIC_PATH = "/static";

const FOLDER = path.join("pipeline", "web", "static");

/** Every file there is, with its media type: a name that is not listed here is not looked for on the disk. */
const FILES: ReadonlyMap<string, string> = new Map([
  ["faktum.css", "text/css; charset=utf-8"],
  ["faktum.js", "text/javascript; charset=utf-8"],
  ["icon.svg", "image/svg+xml"],
]);

/**
 * Serves style, script and icon. The compiler copies none of them into `dist/`: they are read once, from the folder of the
 * sources, which is the same from the sources and from `dist/`.
 */
export function addStaticFiles(app: WebApp): void {
  const folder = path.join(packageRoot(), FOLDER);
  if (!existsSync(folder)) throw new Error(`${folder}: the files of the pages are missing; install faktum again`);
  const contents = new Map([...FILES.keys()].map((name) => [name, readFileSync(path.join(folder, name), "utf8")]));
  app.get(`${STATIC_PATH}/:name`, (request) => {
    const name = request.req.param("name");
    const content = contents.get(name);
    if (content === undefined) return request.notFound();
    request.header("Content-Type", FILES.get(name) ?? "text/plain");
    request.header("Cache-Control", "no-cache");
    return request.body(content);
  });
}
