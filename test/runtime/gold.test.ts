import { parseGoldLine, placeFacts } from "../../pipeline/runtime/gold.js";

describe("parseGoldLine", () => {
  test("reads a line with text", () => {
    const line = { id: "a", lang: "de", text: "5 Fälle", facts: [{ kind: "count", start: 0, end: 1, value: 5 }] };
    expect(parseGoldLine(JSON.stringify(line))).toEqual({ line });
  });

  test.each([
    ["not JSON", "{", /^not JSON: /],
    ["a fact without a place", '{"id":"a","text":"","facts":[{"kind":"date"}]}', /^facts\.0: give "start" and "end"/],
    ["no text and no file", '{"id":"a","facts":[]}', /"text" or "file"/],
    ["no facts", '{"id":"a","text":""}', /^facts: /],
    ["an unknown kind", '{"id":"a","text":"","facts":[{"kind":"size","start":0,"end":1}]}', /^facts\.0\.kind: /],
    [
      "an offset that is none",
      '{"id":"a","text":"","facts":[{"kind":"date","start":-1,"end":1}]}',
      /^facts\.0\.start: /,
    ],
  ])("%s: one line that names the place", (_, text, expected) => {
    const parsed = parseGoldLine(text);
    expect("problem" in parsed && parsed.problem).toMatch(expected);
    expect("problem" in parsed && parsed.problem).not.toMatch(/\n/);
  });
});

describe("placeFacts", () => {
  const TEXT = "Im Jahr 1952 waren es 52,5 Prozent, 2020 nur 52; 52 Jahre alt.";
  const place = (surfaces: readonly string[]) =>
    placeFacts(
      { id: "a", file: "a.html", facts: surfaces.map((surface) => ({ kind: "count" as const, surface })) },
      TEXT,
    );

  test("words stand behind those of the fact before, and not inside a longer number", () => {
    const placed = place(["52", "52 Jahre"]);
    expect("gold" in placed && placed.gold.facts.map(({ start, end }) => [start, end])).toEqual([
      [TEXT.indexOf("52;"), TEXT.indexOf("52;") + 2],
      [TEXT.indexOf("52 Jahre"), TEXT.indexOf("52 Jahre") + 8],
    ]);
  });

  test("offsets that are given are kept", () => {
    const facts = [{ kind: "count" as const, surface: "52", start: 10, end: 12 }];
    expect(placeFacts({ id: "a", text: TEXT, facts }, TEXT)).toEqual({ gold: { id: "a", text: TEXT, facts } });
  });

  test("words that are not there are told", () => {
    expect(place(["52 Jahre", "1952"])).toEqual({
      problem: 'facts.1: "1952" does not stand in the text behind the fact before',
    });
  });
});
