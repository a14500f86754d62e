import { html } from "hono/html";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import { STATIC_PATH } from "./static-files.js";
import type { Markup, Section, WebRequest } from "./web-context.js";

export interface Page {
  /** Plain text; `faktum` is added. */
  readonly title: string;
  /** The section that the page belongs to, by its path. */
  readonly section?: string;
  readonly body: Markup;
  readonly status?: ContentfulStatusCode;
  /** Uses the whole width, for tables. */
  readonly isWide?: boolean;
}

/** Answers with a whole page: the body within the frame that all pages share. */
export async function showPage(request: WebRequest, page: Page): Promise<Response> {
  const markup = await layout(page, request.get("sections"));
  return request.html(markup, page.status ?? 200);
}

function layout({ title, section, body, isWide = false }: Page, sections: readonly Section[]): Markup {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title} · faktum</title>
<link rel="icon" href="${STATIC_PATH}/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="${STATIC_PATH}/faktum.css">
<script src="${STATIC_PATH}/faktum.js" defer></script>
</head>
<body>
<a class="skip" href="#main">Skip to the content</a>
<header class="top">
<a class="brand" href="${sections[0]?.path ?? "/"}">faktum</a>
<nav aria-label="Main">
<ul>${sections.map(
    ({ path, name }) =>
      html`<li><a href="${path}"${path === section ? html` aria-current="page"` : ""}>${name}</a></li>`,
  )}</ul>
</nav>
</header>
<main id="main" tabindex="-1"${isWide ? html` class="wide"` : ""}>
${body}
</main>
</body>
</html>
`;
}
