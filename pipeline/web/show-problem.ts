import { html } from "hono/html";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import { StoreError } from "../store/store-error.js";
import { RequestProblem } from "./request-problem.js";
import { showPage } from "./show-page.js";
import type { WebRequest } from "./web-context.js";

const TITLES: ReadonlyMap<number, string> = new Map([
  [400, "This cannot be asked so"],
  [401, "A token is needed"],
  [403, "Not allowed"],
  [404, "There is no such page"],
  [413, "Too much at once"],
  [421, "Another server is meant"],
  [503, "The database cannot be read just now"],
]);

/** A page that says what is wrong. Of an error that nobody foresaw only stderr tells more. */
export function showProblem(request: WebRequest, error: unknown): Promise<Response> {
  const { status, message } = told(error);
  const title = TITLES.get(status) ?? "Something went wrong";
  request.header("Cache-Control", "no-store");
  return showPage(request, {
    title,
    status,
    body: html`<h1>${title}</h1>
<p class="problem">${message}</p>
<p><a href="/">Begin anew</a></p>`,
  });
}

function told(error: unknown): { readonly status: ContentfulStatusCode; readonly message: string } {
  if (error instanceof RequestProblem) return { status: error.status, message: error.message };
  if (error instanceof StoreError) return { status: 503, message: error.message };
  return { status: 500, message: "faktum failed on this page; the terminal that it was started in says how" };
}
