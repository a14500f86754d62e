import { gzipSync } from "node:zlib";
import { tarOf, warcRecord, zipOf } from "./make-archives.js";
import type { ReadingOptions } from "./members-in.js";

const SENTENCE = "Im Landkreis sind 80,47 % der Haushalte angeschlossen.";
export const PAGE = `<!doctype html><html><body><p>${SENTENCE}</p></body></html>`;
const LINES = [`{"id":"a","text":"${SENTENCE}"}`, `{"id":"b","text":"Zwei"}`].join("\n");
const ARCHIVE = [
  warcRecord({ id: "0", type: "warcinfo", contentType: "application/warc-fields", body: "software: x" }),
  warcRecord({ id: "1", body: PAGE, url: "https://a.example/1" }),
  warcRecord({ id: "2", body: "\x89PNG", contentType: "image/png" }),
  warcRecord({ id: "3", body: PAGE, status: "404 Not Found" }),
  warcRecord({ id: "4", type: "resource", contentType: "text/plain", body: SENTENCE }),
  warcRecord({ id: "5", type: "conversion", contentType: "text/plain", body: "Zwei" }),
  warcRecord({ id: "6", body: PAGE, contentType: "application/octet-stream" }),
  warcRecord({ id: "6", body: "again" }),
  warcRecord({ body: gzipSync("gepackt"), headers: ["Content-Encoding: gzip"] }),
  warcRecord({ id: "9", body: "4\r\nabcd\r\n3\r\nefg\r\n0\r\n\r\n", headers: ["Transfer-Encoding: chunked"] }),
];

type Row = readonly [
  name: string,
  content: string | Uint8Array,
  expected: readonly string[],
  why: string,
  options?: ReadingOptions,
];

const ROWS: readonly Row[] = [
  ["a.jsonl", LINES, [`a.jsonl#a: ${SENTENCE}`, "a.jsonl#b: Zwei"], "JSON lines"],
  ["a.txt", LINES, [`a.txt#a: ${SENTENCE}`, "a.txt#b: Zwei"], "JSON lines under a wrong name"],
  ["a.json", `[${LINES.replace("\n", ",")}]`, [`a.json#a: ${SENTENCE}`, "a.json#b: Zwei"], "a JSON list"],
  ["a.json", `{"id": 7,\n "title": "Neu", "body": "Text"}`, ["a.json#7: Neu\n\nText"], "one JSON object"],
  [
    "a.json",
    `{"text": "Artikel", "comments": [{"text": "Schön!"}]}`,
    ["a.json#1: Artikel"],
    "an object with a text is the article, whatever lists it holds",
  ],
  [
    "a.json",
    `{"status": "ok", "tags": [{"name": "x"}], "response": {"docs": [{"content": "Eins"}, {"content": "Zwei"}]}}`,
    ["a.json#2: Eins", "a.json#3: Zwei"],
    "objects around a list; another list holds no articles",
  ],
  [
    "a.json",
    `{"hits": {"hits": [{"_id": "k", "_source": {"text": "Eins"}}]}}`,
    ["a.json#k: Eins"],
    "a search engine's answer",
  ],
  [
    "a.json",
    `[{"id": 1, "title": {"rendered": "A &amp; B"}, "content": {"rendered": "<p>Eins</p>"}}]`,
    ["a.json#1: <h1>A &amp; B</h1>\n<p>Eins</p>"],
    "a content system's answer: a page, its headline in front",
  ],
  ["a.json", "[]", ["! read.no-articles"], "an empty list"],
  ["a.json", `{"name": "faktum", "version": "1"}`, ["! read.no-articles"], "settings of a program"],
  ["a.json", `[{"text": "Eins"}, {"text": "Zw`, ["a.json#1: Eins", "! read.truncated"], "a list that breaks off"],
  [
    "a.json",
    `[{"text": "Eins"}, {"text": oh}, {"text": "Drei"}]`,
    ["a.json#1: Eins", "a.json#2! read.damaged", "a.json#3: Drei"],
    "a broken element",
  ],
  [
    "a.jsonl",
    `{"text":"Eins"}\n{"text":\n\n[1]\n{"text":""}\n{"other":1}\n{"text":"Sechs"}`,
    [
      "a.jsonl#1: Eins",
      "a.jsonl#2! read.damaged",
      "a.jsonl#4! read.damaged",
      "a.jsonl#5! read.empty",
      "a.jsonl#6! read.no-text",
      "a.jsonl#7: Sechs",
    ],
    "broken lines are told by their number",
  ],
  ["a.jsonl", `{"id":1,"text":"A"}\n{"id":1,"text":"B"}`, ["a.jsonl#1: A", "a.jsonl#1@2: B"], "an id that is repeated"],
  [
    "a.jsonl",
    `{"text":"${"x".repeat(2000)}"}\n{"text":"B"}`,
    ["a.jsonl#1! read.too-large", "a.jsonl#2: B"],
    "a line that is too long",
    { limits: { maxFileBytes: 1000 } },
  ],
  [
    "a.jsonl",
    LINES,
    [`a.jsonl#a: ${SENTENCE}`, "! read.too-many"],
    "more documents than are allowed",
    { limits: { maxDocuments: 1 } },
  ],
  [
    "a.jsonl",
    `{"key":"k","meta":{"inhalt":"Eins"},"text":"falsch"}`,
    ["a.jsonl#k: Eins"],
    "fields by choice",
    {
      fields: [
        ["text", "meta.inhalt"],
        ["id", "key"],
      ],
    },
  ],
  [
    "a.csv",
    `id;Titel;Content\r\n1;x;"Eins ""zitiert"";\r\nweiter"\r\n\r\n2;x;Zwei`,
    ['a.csv#1: Eins "zitiert";\nweiter', "a.csv#2: Zwei"],
    "a table with semicolons, quoted cells over lines",
  ],
  ["a.tsv", "\ufeffid\ttext\n1\tEins, zwei\n", ["a.tsv#1: Eins, zwei"], "tabs, a byte order mark"],
  ["a.csv", "sep=|\ntext|id\nEins|7\n", ["a.csv#7: Eins"], "a spreadsheet's line about itself"],
  ["a.txt", `url,title,text\nu,T,"Eins, zwei"`, ["a.txt#1: T\n\nEins, zwei"], "a table under a wrong name"],
  [
    "a.csv",
    `id,text\n1,Eins\n2,"offen\n3,Drei\n4,"Vier"\n`,
    ["a.csv#1: Eins", "a.csv#2! read.damaged", "a.csv#3: Drei", "a.csv#4: Vier"],
    "a quotation mark that is never closed",
  ],
  [
    "a.csv",
    `id,text\n1,5" tief\n2,Zwei\n3,7" tief\n`,
    ['a.csv#1: 5" tief', "a.csv#2: Zwei", 'a.csv#3: 7" tief'],
    "inches",
  ],
  ["a.csv", "name,age\nx,5\n", ["! read.no-articles"], "a table of something else"],
  [
    "a.csv",
    Buffer.from("id;text\n1;Größe 5 km\n", "latin1"),
    ["a.csv#1: Größe 5 km"],
    "a table in the encoding of western Windows",
  ],
  ["a.csv", Buffer.from("\ufeffid;text\n1;Größe\n", "utf16le"), ["a.csv#1: Größe"], "a table in UTF-16"],
  [
    "a.warc",
    Buffer.concat(ARCHIVE),
    [
      `a.warc#urn:uuid:1: ${PAGE}`,
      "- image/png",
      "- HTTP 404",
      `a.warc#urn:uuid:4: ${SENTENCE}`,
      "a.warc#urn:uuid:5: Zwei",
      `a.warc#urn:uuid:6: ${PAGE}`,
      "a.warc#urn:uuid:6@8: again",
      "a.warc#9: gepackt",
      "a.warc#urn:uuid:9: abcdefg",
    ],
    "a web archive",
  ],
  [
    "a.warc.gz",
    Buffer.concat(ARCHIVE.slice(4, 6).map((record) => gzipSync(record))),
    [`a.warc.gz#urn:uuid:4: ${SENTENCE}`, "a.warc.gz#urn:uuid:5: Zwei"],
    "a web archive packed record by record",
  ],
  [
    "a.warc.gz",
    Buffer.concat(ARCHIVE.slice(4, 6).map((record) => gzipSync(record))).subarray(0, -30),
    [`a.warc.gz#urn:uuid:4: ${SENTENCE}`, "! read.truncated"],
    "a packed web archive that breaks off",
  ],
  [
    "a.warc",
    Buffer.concat([...ARCHIVE.slice(4, 6)]).subarray(0, -6),
    [`a.warc#urn:uuid:4: ${SENTENCE}`, "! read.truncated"],
    "a web archive that breaks off",
  ],
  [
    "a.warc",
    Buffer.concat([...ARCHIVE.slice(4, 5), Buffer.from("GARBAGE\n")]),
    [`a.warc#urn:uuid:4: ${SENTENCE}`, "! read.damaged"],
    "a web archive with something else in it",
  ],
  ["a.html.gz", gzipSync(PAGE), [`a.html.gz#a.html: ${PAGE}`], "one packed page"],
  ["b", gzipSync(gzipSync(PAGE)), ["! read.nested"], "packed twice"],
  ["a.txt.gz", gzipSync("x".repeat(2 ** 21)), ["! read.too-large"], "a page that unpacks beyond the limit"],
  ["a.sql.gz", gzipSync("\0\x01".repeat(99)), ["- in gzip, no text"], "something else, packed"],
  [
    "a.zip",
    zipOf([
      { name: "b/", content: "" },
      { name: "b/page.html", content: PAGE },
      { name: "../../etc/passwd.txt", content: "Eins" },
      { name: "C:\\x\\y.txt", content: "Zwei" },
      { name: "pic.png", content: "\x89PNG" },
      { name: "page", content: PAGE },
      { name: "README.md", content: "about" },
      { name: ".hidden/a.txt", content: "x" },
      { name: "s_files/frame.html", content: PAGE },
      { name: "s.html", content: PAGE },
      { name: "secret.txt", content: "x", encrypted: true },
      { name: "secret.jpg", content: "x", encrypted: true },
      { name: "settings.map", content: `{"version": 3}` },
    ]),
    [
      `a.zip#b/page.html: ${PAGE}`,
      "a.zip#etc/passwd.txt: Eins",
      "a.zip#x/y.txt: Zwei",
      "- .png",
      `a.zip#page: ${PAGE}`,
      `a.zip#s.html: ${PAGE}`,
      "a.zip#secret.txt! read.encrypted",
      "- .jpg",
      "- .map",
    ],
    "a ZIP archive: names are cleaned, what is no article is passed over",
  ],
  [
    "a.zip",
    zipOf([
      { name: "b.jsonl", content: LINES },
      {
        name: "c.zip",
        content: zipOf([
          { name: "d.txt", content: "Eins" },
          { name: "e.csv", content: "id,text\n1,x\n" },
        ]),
      },
      { name: "f.txt", content: "x".repeat(2 ** 21) },
    ]),
    [
      `a.zip#b.jsonl#a: ${SENTENCE}`,
      "a.zip#b.jsonl#b: Zwei",
      "a.zip#c.zip#d.txt: Eins",
      "a.zip#c.zip#e.csv! read.nested",
      "a.zip#f.txt! read.too-large",
    ],
    "containers in a container are read, those in them are not",
  ],
  ["a.zip", zipOf([]), ["! read.no-articles"], "an empty ZIP archive"],
  ["a.zip", zipOf([{ name: "a.txt", content: "x" }]).subarray(0, -5), ["! read.damaged"], "a ZIP archive cut off"],
  [
    "a.tar",
    tarOf([
      { name: "page.html", content: PAGE },
      { name: `${"lang/".repeat(30)}a.txt`, content: "Eins" },
      { name: "page_files/x.html", content: PAGE },
      { name: "b.bin", content: "\0\0" },
      { name: "b.csv", content: "id,text\n1,Zwei\n" },
    ]),
    [`a.tar#page.html: ${PAGE}`, `a.tar#${"lang/".repeat(30)}a.txt: Eins`, "- .bin", "a.tar#b.csv#1: Zwei"],
    "a tar archive",
  ],
  [
    "a.tgz",
    gzipSync(
      tarOf([
        { name: "a.txt", content: "Eins" },
        { name: "b.txt", content: "Zwei" },
      ]).subarray(0, 1200),
    ),
    ["a.tgz#a.txt: Eins", "! read.truncated"],
    "a packed tar archive that breaks off",
  ],
];

/** Containers and what is to be found in them, as `shown` puts it. */
export const CASES = ROWS.map(([name, content, expected, why, options = {}]) => ({
  name,
  content,
  expected,
  why,
  options,
}));
