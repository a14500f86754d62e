import { LONG_TYPES, parseTemplate, SLOT_TYPES } from "../../../extractors/rules/template.js";

describe("a template that can be read", () => {
  test("has its parts in order, words folded", () => {
    expect(parseTemplate("{modifier}? {amount} AUS {item}?").parts).toEqual([
      { role: "modifier", type: "modifier", optional: true },
      { role: "amount", type: "amount", optional: false },
      { literal: "aus", optional: false },
      { role: "item", type: "item", optional: true },
    ]);
  });

  test.each([
    ["{low:number} {to} {high:number}", ["low", "to", "high"], "a slot bears the name in front of the colon"],
    ["  {number}   {percent} ", ["number", "percent"], "more spaces are one"],
    ["{year}", ["year"], "one slot is enough"],
    ["je {number} {unit}", ["number", "unit"], "a word has no name"],
  ])("%s names %j: %s", (source, roles) => {
    const { parts } = parseTemplate(source);
    expect(parts.flatMap((part) => ("role" in part ? [part.role] : []))).toEqual(roles);
  });

  test.each([
    ["{modifier}? {amount} {percent}", "amount", "the number"],
    ["{day} {month} {year}", "month", "the month, which is rarer than a number"],
    ["{rank} {position:number}", "rank", "the cue of a rank"],
    ["{century}? {position:ordinal}", "position", "no optional part"],
    ["{year} {era}? {to} {to_year:year}", "year", "of two alike the first"],
    ["{reference} {name} {mark} {document_number}", "reference", "the word that tells the document's type"],
  ])("%s starts at %s: %s", (source, role) => {
    const { parts, anchor } = parseTemplate(source);
    expect(parts[anchor]).toMatchObject({ role });
  });

  test("keeps what was written, as evidence", () => {
    expect(parseTemplate("{amount} {item}").source).toBe("{amount} {item}");
  });
});

describe("a template that cannot", () => {
  test.each([
    ["{number} {number}", 'template "{number} {number}": slot "number" stands twice; name one {other:number}'],
    ["{year} {to} {to:month}", 'template "{year} {to} {to:month}": slot "to" stands twice; name one {other:to}'],
    [
      "{amount} {century}",
      'template "{amount} {century}": {amount} cannot stand left of {century}, where matching starts; put a type of one word there, such as {number}, or leave out what stands behind it',
    ],
    [
      "{name} {mark}",
      'template "{name} {mark}": {name} cannot stand left of {mark}, where matching starts; put a type of one word there, such as {number}, or leave out what stands behind it',
    ],
  ])("%s", (source, message) => {
    expect(() => parseTemplate(source)).toThrow(new Error(message));
  });

  test.each([
    ["{nubmer} {percent}", 'template "{nubmer} {percent}": "{nubmer}" is no slot; types are amount, number,'],
    ["{low:nubmer} {percent}", '"{low:nubmer}" is no slot; types are'],
    ["{number {percent}", '"{number" is no slot; types are'],
    ["{number}{percent}", '"{number}{percent}" is no slot; types are'],
    ["{} {percent}", '"{}" is no slot; types are'],
    ["{modifier} {item}", 'template "{modifier} {item}": no part can start it; it needs one of numeric_date,'],
    ["{number}? {percent}", "no part can start it"],
    ["rund um", "no part can start it"],
    ["", "no part can start it"],
  ])("%j", (source, message) => {
    expect(() => parseTemplate(source)).toThrow(message);
  });
});

test("every slot that takes several elements is a slot", () => {
  expect(SLOT_TYPES).toEqual(expect.arrayContaining([...LONG_TYPES]));
});
