import { type Line, readLines } from "../../../../pipeline/stages/read/containers/read-lines.js";

async function linesOf(chunks: readonly (string | Uint8Array)[], longest = 100): Promise<readonly Line[]> {
  const lines: Line[] = [];
  for await (const line of readLines(stream(chunks), longest)) lines.push(line);
  return lines;
}

async function* stream(chunks: readonly (string | Uint8Array)[]): AsyncGenerator<Uint8Array> {
  for (const chunk of chunks) yield typeof chunk === "string" ? Buffer.from(chunk) : chunk;
}

const ARABIC = Buffer.from("مهمة");

describe("readLines", () => {
  test.each<readonly [string, readonly (string | Uint8Array)[], readonly (string | undefined)[]]>([
    ["one chunk", ["a\nb\n"], ["a", "b"]],
    ["no line end at the end", ["a\nb"], ["a", "b"]],
    ["CRLF", ["a\r\nb\r\n"], ["a", "b"]],
    ["CR and LF in different chunks", ["a\r", "\nb"], ["a", "b"]],
    ["blank lines keep their number", ["\n\na"], ["", "", "a"]],
    ["a character cut by a chunk", [ARABIC.subarray(0, 3), ARABIC.subarray(3)], ["مهمة"]],
    ["U+2028 ends no line", ["a\u2028b\nc"], ["a\u2028b", "c"]],
    ["a byte order mark", ["\uFEFFa\nb"], ["a", "b"]],
    ["nothing", [], []],
  ])("%s", async (_, chunks, expected) => {
    const lines = await linesOf(chunks);
    expect(lines.map((line) => line.text)).toEqual(expected);
    expect(lines.map((line) => line.number)).toEqual(expected.map((_text, index) => index + 1));
  });

  test("a line that is too long is told and dropped, whole or in chunks, and the next one is read", async () => {
    expect(await linesOf(["x".repeat(11), "\nb\n", "y".repeat(6), "y".repeat(6), "\nc"], 10)).toEqual([
      { number: 1, problem: "longer than 10 bytes; split the text", isTooLong: true },
      { number: 2, text: "b" },
      { number: 3, problem: "longer than 10 bytes; split the text", isTooLong: true },
      { number: 4, text: "c" },
    ]);
  });

  test("a line of just the longest length is read", async () => {
    expect(await linesOf(["x".repeat(10)], 10)).toEqual([{ number: 1, text: "x".repeat(10) }]);
  });

  test("bytes that are no UTF-8 are told", async () => {
    expect(await linesOf([new Uint8Array([0x61, 0xe9, 0x0a, 0x62])])).toEqual([
      { number: 1, problem: "not UTF-8; save the file in that encoding" },
      { number: 2, text: "b" },
    ]);
  });
});
