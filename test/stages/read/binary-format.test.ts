import { binaryFormat, looksBinary } from "../../../pipeline/stages/read/binary-format.js";

const bytes = (latin1: string) => new Uint8Array(Buffer.from(latin1, "latin1"));

describe("binaryFormat", () => {
  test.each([
    ["\x89PNG\r\n\x1a\n\0\0", "a PNG picture"],
    ["PK\x03\x04\x14\0", "a ZIP archive or an Office document"],
    ["\x1f\x8b\x08\0", "a gzip archive"],
    ["\xff\xd8\xff\xe0", "a JPEG picture"],
    ["\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old or a locked Microsoft Office document"],
    ["{\\rtf1\\ansi Text}", "an RTF document"],
    [`PK\x03\x04${"\0".repeat(26)}mimetypeapplication/vnd.oasis.opendocument.text`, "an OpenDocument text (ODT)"],
    [`${"article.txt".padEnd(257, "\0")}ustar`, "a tar archive"],
    ["\0\0\0\x18ftypmp42", "a video or picture (MP4, HEIC or AVIF)"],
    ["WARC/1.0\r\n", "a web archive (WARC)"],
  ])("%j is %s, with a remedy", (head, name) => {
    expect(binaryFormat(bytes(head))).toEqual({
      name,
      remedy: expect.stringMatching(/^[a-z].*(?:add|save|leave it out)/u),
    });
  });

  test.each(["PDF nennt sich das Format", "GIF ist ein Format", "", "ID-Karte"])("%j is a text", (text) => {
    expect(binaryFormat(bytes(text))).toBeUndefined();
  });
});

describe("looksBinary", () => {
  test.each([
    [Uint8Array.from({ length: 4_000 }, (_, at) => (at * 7919) % 256), true, "all bytes alike"],
    [bytes("a\0b"), true, "NUL in a short file"],
    [bytes(`${"Text ".repeat(100)}\x1f`), false, "one stray control in a text"],
    [bytes("a\tb\r\nc\fd\n"), false, "tabs, line ends and a form feed"],
  ])("%#: %s", (data, expected, _why) => {
    expect(looksBinary(data)).toBe(expected);
  });
});
