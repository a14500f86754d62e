import { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { addArticlePages } from "./articles/article-page.js";
import { addFactsPages } from "./facts/facts-page.js";
import { addFindPage } from "./find/find-page.js";
import { addOverviewPage } from "./overview/overview-page.js";
import { addPlotPages } from "./plot/plot-pages.js";
import { RequestProblem } from "./request-problem.js";
import { checkHost } from "./safety/check-host.js";
import { checkOrigin } from "./safety/check-origin.js";
import { checkToken } from "./safety/check-token.js";
import { securityHeaders } from "./safety/security-headers.js";
import { isForeseen, showProblem } from "./show-problem.js";
import { addSqlPages } from "./sql/sql-pages.js";
import { addStaticFiles } from "./static-files.js";
import { SECTIONS, type Section, type WebApp, type WebContext, type WebEnv } from "./web-context.js";

export interface AppOptions {
  /** The address that the server listens on, as the user named it. */
  readonly host: string;
  /** Who does not know it is let in nowhere. */
  readonly token?: string;
  /** Told of errors that nobody foresaw. */
  readonly failed: (error: unknown) => void;
}

/** Adds its pages to the app: one such function for each file of pages. */
export type AddPages = (app: WebApp, context: WebContext) => void;

const PAGES: readonly AddPages[] = [
  addOverviewPage,
  addFactsPages,
  addArticlePages,
  addFindPage,
  addPlotPages,
  addSqlPages,
];
/** Bytes of a form. */
const LARGEST_BODY = 64 * 1024;

/** The server without its socket: every check, every page. */
export function buildApp(context: WebContext, options: AppOptions): WebApp {
  const app: WebApp = new Hono<WebEnv>({ strict: false });
  let sections: readonly Section[] = [];
  app.onError((error, request) => {
    if (!isForeseen(error)) options.failed(error);
    return showProblem(request, error);
  });
  app.notFound((request) => showProblem(request, new RequestProblem(404, `${request.req.path}: choose a page above`)));
  app.use(securityHeaders());
  app.use(async (request, next) => {
    request.set("sections", sections);
    await next();
  });
  app.use(checkHost(options.host));
  if (options.token !== undefined) app.use(checkToken(options.token));
  app.use(checkOrigin());
  app.use(
    bodyLimit({
      maxSize: LARGEST_BODY,
      onError: () => {
        throw new RequestProblem(413, `a form holds at most ${LARGEST_BODY / 1024} kB; shorten it`);
      },
    }),
  );
  addStaticFiles(app);
  for (const addPages of PAGES) addPages(app, context);
  sections = sectionsOf(app);
  const [first] = sections;
  if (first !== undefined && first.path !== "/") app.get("/", (request) => request.redirect(first.path));
  return app;
}

/** Those that have a page. */
function sectionsOf(app: WebApp): readonly Section[] {
  const paths = new Set(app.routes.filter(({ method }) => method === "GET").map(({ path }) => path));
  return SECTIONS.filter(({ path }) => paths.has(path));
}
