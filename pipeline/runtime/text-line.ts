import { z } from "zod";

const textLineSchema = z.looseObject({
  id: z.union([z.string(), z.number()]).optional(),
  text: z.string(),
  lang: z.string().nullish(),
});

/** A text to extract from, as one line of JSONL states it. */
export interface TextLine {
  readonly id?: string | number;
  readonly text: string;
  /** Language tag that the sender claims. */
  readonly lang?: string;
}

/** The text that a line of JSONL states, or in a few words what is wrong with the line. */
export function parseTextLine(line: string): TextLine | { readonly problem: string } {
  let json: unknown;
  try {
    json = JSON.parse(line);
  } catch {
    return { problem: "not JSON; give one whole object a line" };
  }
  const parsed = textLineSchema.safeParse(json);
  if (!parsed.success) return { problem: 'not {"id", "text", "lang"?}; "text" and "lang" are strings' };
  const { id, text, lang } = parsed.data;
  return { ...(id === undefined ? {} : { id }), text, ...(lang == null ? {} : { lang }) };
}
