import { formatRows } from "../../pipeline/cli/format-rows.js";
import type { RowFormat } from "../../pipeline/cli/row-format.js";

const RESULT = {
  columns: ["item", "value", "note"],
  rows: [
    ["مهمة", 11, null],
    ['layanan "publik", daring', 80.47, "a\nb"],
  ],
};

function textOf(format: RowFormat, result: Parameters<typeof formatRows>[0] = RESULT): string {
  return [...formatRows(result, format)].join("");
}

describe("formatRows", () => {
  test("table: numbers to the right, no value as nothing, one line a row", () => {
    expect(textOf("table")).toBe(
      [
        "┌──────────────────────────┬───────┬──────┐",
        "│ item                     │ value │ note │",
        "├──────────────────────────┼───────┼──────┤",
        "│ مهمة                     │    11 │      │",
        '│ layanan "publik", daring │ 80.47 │ a b  │',
        "└──────────────────────────┴───────┴──────┘",
        "2 rows\n",
      ].join("\n"),
    );
  });

  test("json: an array of objects", () => {
    expect(JSON.parse(textOf("json"))).toEqual([
      { item: "مهمة", value: 11, note: null },
      { item: 'layanan "publik", daring', value: 80.47, note: "a\nb" },
    ]);
  });

  test("jsonl: an object a line", () => {
    expect(textOf("jsonl").split("\n")).toEqual([
      '{"item":"مهمة","value":11,"note":null}',
      '{"item":"layanan \\"publik\\", daring","value":80.47,"note":"a\\nb"}',
      "",
    ]);
  });

  test("csv: quoted where it must be", () => {
    expect(textOf("csv")).toBe('item,value,note\nمهمة,11,\n"layanan ""publik"", daring",80.47,"a\nb"\n');
  });

  test.each<readonly [RowFormat, string]>([
    ["json", "[]\n"],
    ["jsonl", ""],
    ["csv", "n\n"],
  ])("%s of no rows", (format, expected) => {
    expect(textOf(format, { columns: ["n"], rows: [] })).toBe(expected);
  });

  test("two columns of one name keep both values", () => {
    expect(textOf("jsonl", { columns: ["id", "id"], rows: [["a", "b"]] })).toBe('{"id":"a","id_2":"b"}\n');
  });

  test("an integer beyond 2^53 keeps its digits", () => {
    expect(textOf("jsonl", { columns: ["n"], rows: [[9007199254740993n]] })).toBe(`{"n":"9007199254740993"}\n`);
  });

  test("bytes are written as hex", () => {
    expect(textOf("csv", { columns: ["b"], rows: [[new Uint8Array([0, 255])]] })).toBe("b\n00ff\n");
  });
});
