import { CASES, PAGE } from "./container-cases.js";
import { warcRecord } from "./make-archives.js";
import { membersIn, shown } from "./members-in.js";

describe("readContainer", () => {
  test.each(CASES)("$name: $why", async ({ name, content, expected, options }) => {
    expect(shown(await membersIn(name, content, options))).toEqual(expected);
  });

  test.each(CASES)("$name in small pieces: $why", async ({ name, content, expected, options }) => {
    // Only the head is looked at in one piece, as it is for a file.
    expect(shown(await membersIn(name, content, { ...options, piece: 7 }))).toEqual(expected);
  });

  test("every error is one line that begins with its path and names a remedy", async () => {
    for (const { name, content, options } of CASES) {
      const { members, damage } = await membersIn(name, content, options);
      const errors = members.flatMap((member) => (member.kind === "broken" ? [member.error] : []));
      for (const { message, path } of [...errors, ...(damage === undefined ? [] : [damage])]) {
        expect(message.startsWith(`${path}: `)).toBe(true);
        expect(message).toMatch(/[;:,] /u);
        expect(message).not.toContain("\n");
      }
    }
  });

  test("what lists and web archives state of an article", async () => {
    const record = {
      id: 5,
      headline: "Ausbau",
      maintext: "Text",
      url: " https://a.example/5 ",
      pubDate: "Fri, 28 Jun 2024 07:30:00 +0200",
      language: "de_DE",
      authors: [{ name: "A" }, "B"],
      source: { id: null, name: "Kurier" },
    };
    const { members } = await membersIn("a.jsonl", JSON.stringify(record));
    expect(members).toMatchObject([
      {
        part: {
          mediaType: "text/plain",
          encoding: "utf-8",
          stated: {
            title: "Ausbau",
            url: "https://a.example/5",
            publishedAt: "2024-06-28T07:30:00+02:00",
            language: "de-DE",
            byline: "A, B",
            publisher: "Kurier",
          },
        },
      },
    ]);
    const page = warcRecord({ body: PAGE, url: "<https://a.example/6>", contentType: "text/html;charset=ISO-8859-1" });
    expect((await membersIn("a.warc", page)).members).toMatchObject([
      {
        part: {
          mediaType: "text/html",
          encoding: "iso-8859-1",
          stated: { url: "https://a.example/6", retrievedAt: "2024-06-28T07:30:00Z" },
        },
      },
    ]);
  });
});
