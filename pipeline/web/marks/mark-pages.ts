import { getCookie, setCookie } from "hono/cookie";
import { type FactMark, markFact, unmarkFact } from "../../runtime/mark-fact.js";
import { VERDICTS } from "../../store/marks.js";
import { readFact } from "../articles/read-fact.js";
import { factPath } from "../fact-paths.js";
import { badParameter } from "../request-problem.js";
import type { WebApp, WebContext, WebRequest } from "../web-context.js";
import { statedTexts } from "./mark-form.js";

const REVIEWER_COOKIE = "faktum_reviewer";
const A_YEAR = 365 * 24 * 60 * 60;
const LONGEST_TEXT = 1_000;
const DECIMAL = /^-?[0-9]{1,40}(?:\.[0-9]{1,40})?$/u;
/** Fields of the guide that hold numbers. */
const NUMBERS: ReadonlySet<string> = new Set(["value", "low", "high", "numerator", "denominator", "of", "year"]);

/** Where marks are sent to. The store of the pages stays as it is: a mark is written through a connection of its own. */
export function addMarkPages(app: WebApp, { store }: WebContext): void {
  app.post("/facts/:documentId/:factId/mark", async (request) => {
    const { documentId, explanation } = readFact(store, request.req.param("documentId"), request.req.param("factId"));
    const form = await readForm(request);
    const verdict = VERDICTS.find((one) => one === form.get("verdict"));
    const reviewer = form.get("reviewer") ?? "";
    if (verdict === undefined && form.get("verdict") !== "none") {
      throw badParameter("verdict", `give one of ${[...VERDICTS, "none"].join(", ")}`);
    }
    if (verdict === undefined) {
      if (explanation.mark !== null) unmarkFact(store.path, explanation.id);
    } else {
      const mark: FactMark = {
        factId: explanation.id,
        verdict,
        ...(verdict === "corrected" ? { fields: JSON.stringify(changesIn(form, statedTexts(explanation))) } : {}),
        note: form.get("note") ?? "",
        ...(reviewer === "" ? {} : { reviewer }),
      };
      markFact(store.path, mark);
      setCookie(request, REVIEWER_COOKIE, reviewer, { httpOnly: true, sameSite: "Strict", path: "/", maxAge: A_YEAR });
    }
    const place = factPath({ document_id: documentId, fact_id: explanation.id });
    return request.redirect(`${place}#mark`, 303);
  });
}

/** Who marked last from this browser. */
export function knownReviewer(request: WebRequest): string {
  return getCookie(request, REVIEWER_COOKIE) ?? "";
}

async function readForm(request: WebRequest): Promise<ReadonlyMap<string, string>> {
  const form = new Map<string, string>();
  for (const [name, value] of Object.entries(await request.req.parseBody())) {
    if (typeof value !== "string") throw badParameter(name.slice(0, 60), "give text, not a file");
    const text = value.normalize("NFC").trim();
    if (text.length > LONGEST_TEXT || /\p{Cc}/u.test(text)) {
      throw badParameter(name.slice(0, 60), `give at most ${LONGEST_TEXT} letters in one line`);
    }
    form.set(name, text);
  }
  return form;
}

/** The fields that a form has otherwise than the fact; null for one that was emptied. */
function changesIn(
  form: ReadonlyMap<string, string>,
  stated: ReadonlyMap<string, string>,
): Readonly<Record<string, string | number | null>> {
  const changes: Record<string, string | number | null> = {};
  for (const [field, before] of stated) {
    const text = form.get(`field-${field}`) ?? before;
    if (text === before) continue;
    changes[field] = text === "" ? null : NUMBERS.has(field) && DECIMAL.test(text) ? Number(text) : text;
  }
  return changes;
}
