import { tomlLines } from "../../pipeline/runtime/toml-lines.js";

describe("tomlLines", () => {
  test.each<readonly [string, readonly string[], Readonly<Record<string, number>>]>([
    ["keys below comments and blank lines", ["# a = 1", "", "a = 1", "b = 2 # c = 3"], { a: 3, b: 4 }],
    ["a list over several lines", ["a = [", '  "]", # ]', "  1,", "]", "b = 2"], { a: 1, b: 5 }],
    [
      "long strings that look like keys",
      ['a = """', "b = 1", '"c" = 2""""', "d = '''", "]'''", "e = 1"],
      { a: 1, d: 4, e: 6 },
    ],
    ["marks in strings", ['a = "\\"# ["', "b = '\\'", "c = 1"], { a: 1, b: 2, c: 3 }],
    [
      "tables",
      ["[a]", "b = 1", "[c.d]", "e = 1", '[ "f g" ]', "h = 1"],
      {
        a: 1,
        "a.b": 2,
        c: 3,
        "c.d": 3,
        "c.d.e": 4,
        "f g": 5,
        "f g.h": 6,
      },
    ],
    [
      "dotted keys and inline tables",
      ["a.b = 1", "c = { d = 1, e = { f = 2 } }"],
      {
        a: 1,
        "a.b": 1,
        c: 2,
        "c.d": 2,
        "c.e": 2,
        "c.e.f": 2,
      },
    ],
    ["a list of tables", ["[[a]]", "b = 1", "[[a]]", "b = 2"], { a: 1, "a.b": 2 }],
    ["nothing", [], {}],
  ])("%s", (_, lines, expected) => {
    expect(Object.fromEntries(tomlLines(lines.join("\n")))).toEqual(expected);
    expect(Object.fromEntries(tomlLines(lines.join("\r\n")))).toEqual(expected);
  });

  test("a long list takes no longer than its length", () => {
    const lines = tomlLines(`a = [\n${'"x",\n'.repeat(30_000)}]\nb = 1\n`);
    expect(lines.get("b")).toBe(30_003);
  });
});
