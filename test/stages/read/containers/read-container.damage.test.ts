import { gzipSync } from "node:zlib";
import { damagedBytes, repeatableNumbers } from "../damaged-bytes.js";
import { tarOf, warcRecord, zipOf } from "./make-archives.js";
import { membersIn } from "./members-in.js";

const TIMES = 220;
const TEXT = "Im Landkreis sind 80,47 % der Haushalte angeschlossen, 1.250 mehr als im Vorjahr.";
const PAGE = `<!doctype html><title>Ausbau</title><p>${TEXT}</p>`;
const LINES = ["a", "b", "c"].map((id) => JSON.stringify({ id, title: `Folge ${id}`, text: TEXT }));
const FILES = [
  { name: "a/page.html", content: PAGE },
  { name: `${"lang/".repeat(30)}b.txt`, content: TEXT },
  { name: "c.jsonl", content: LINES.join("\n") },
  { name: "d.png", content: "\x89PNG\r\n" },
];
const WARC = Buffer.concat([
  warcRecord({ id: "1", body: PAGE }),
  warcRecord({ id: "2", body: gzipSync(PAGE), headers: ["Content-Encoding: gzip"] }),
  warcRecord({ id: "3", body: `5\r\n${PAGE.slice(0, 5)}\r\n0\r\n\r\n`, headers: ["Transfer-Encoding: chunked"] }),
]);
const CONTAINERS: readonly (readonly [string, Uint8Array])[] = [
  ["a.json", Buffer.from(`{"response": {"docs": [${LINES.join(", ")}]}}`)],
  ["a.jsonl", Buffer.from(LINES.join("\n"))],
  ["a.csv", Buffer.from(`id;title;text\n1;"Folge ""1""";"${TEXT}"\n2;b;"${TEXT}\nx"\n3;c;d\n`)],
  ["a.warc", WARC],
  ["a.warc.gz", Buffer.concat([gzipSync(WARC), gzipSync(warcRecord({ id: "4", body: PAGE }))])],
  ["a.zip", zipOf([...FILES, { name: "e.zip", content: zipOf(FILES.slice(0, 1)) }])],
  ["a.tar", tarOf(FILES)],
  ["a.tar.gz", gzipSync(tarOf(FILES))],
  ["a.html.gz", gzipSync(PAGE)],
];

describe.each(CONTAINERS)("%s with damaged bytes", (name, whole) => {
  test("is whole to begin with", async () => {
    const { members, damage } = await membersIn(name, whole);
    expect(damage).toBeUndefined();
    expect(members.filter(({ kind }) => kind === "broken")).toEqual([]);
    expect(members.filter(({ kind }) => kind === "part").length).toBeGreaterThan(0);
  });

  test(`gives articles with identities of their own, or reasons, ${TIMES} times`, async () => {
    const next = repeatableNumbers(whole.length);
    let told = 0;
    for (let time = 0; time < TIMES; time++) {
      const { members, damage } = await membersIn(name, damagedBytes(whole, 4, next), {
        piece: 1 + Math.floor(next() * 900),
      });
      const paths = members.flatMap((member) =>
        member.kind === "part" ? [member.part.path] : member.kind === "broken" ? [member.path] : [],
      );
      expect(new Set(paths).size).toBe(paths.length);
      expect(paths.filter((path) => !path.startsWith(`${name}#`))).toEqual([]);
      if (damage !== undefined || members.some(({ kind }) => kind === "broken")) told++;
    }
    expect(told).toBeGreaterThan(TIMES / 20);
  });
});
