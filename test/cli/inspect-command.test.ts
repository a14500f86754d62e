import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { faktum } from "./faktum-process.js";

const ARABIC =
  "هانوي، 12 يونيو 2024 (وكالة الأنباء) – أعلنت المحافظة أنها بنت 15 مدرسة جديدة في العام الماضي.\nالمصدر: وكالات";
const PAGE = `<html lang="de"><title>Netz & <b>Bau</b></title><body><nav>Start <script>alert(1)</script></nav><article>
<h1>Ausbau &lt;script&gt;alert(2)&lt;/script&gt; "geht" voran</h1><p>Im Landkreis sind 80,47 % der Haushalte an das Netz angeschlossen.</p></article>`;

describe("faktum inspect", () => {
  let folder: string;

  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), "faktum-inspect-"));
    writeFileSync(path.join(folder, "a.html"), PAGE);
    writeFileSync(path.join(folder, "b.txt"), ARABIC);
    writeFileSync(path.join(folder, "c.pdf"), "");
  });

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test("shows format, metadata with its origin, lines with their language, and what is left out", () => {
    const { status, stdout, stderr } = faktum(folder, ["inspect", "a.html", "b.txt"]);
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    const lines = stdout.split("\n").map((line) => line.replace(/ {2,}/gu, "  ").trim());
    expect(lines).toEqual(
      expect.arrayContaining([
        "a.html",
        `title  Ausbau <script>alert(2)</script> "geht" voran  [page]`,
        "claimedLanguage  de  [page]",
        "left-out  ~~Start~~",
        "de  paragraph  Im Landkreis sind 80,47 % der Haushalte an das Netz angeschlossen.",
        "b.txt",
        "publishedAt  2024-06-12  [text]",
        "boilerplate  ~~المصدر: وكالات~~",
      ]),
    );
  });

  test("--html: a page that runs and fetches nothing, whatever the article holds", () => {
    const { status, stdout } = faktum(folder, ["inspect", "--html", "a.html", "b.txt"]);
    expect(status).toBe(0);
    expect(stdout.match(/<section>/gu)).toHaveLength(2);
    expect(stdout).toContain("default-src 'none'");
    expect(stdout).toContain("&lt;script&gt;alert(2)&lt;/script&gt; &quot;geht&quot; voran");
    expect(stdout).toContain("<del>Start</del>");
    expect(stdout).toMatch(/dir="auto" lang="ar">هانوي/u);
    expect(stdout).not.toMatch(/<script|<img|<link|\ssrc=|\son[a-z]+=|href=/iu);
    expect(stdout.endsWith("</html>\n")).toBe(true);
  });

  test("--json: one object a file", () => {
    const { stdout } = faktum(folder, ["inspect", "--json", "a.html", "b.txt"]);
    const [page, text] = stdout
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(page).toMatchObject({ path: "a.html", mediaType: "text/html", encoding: "utf-8", language: { tag: "de" } });
    expect(page.lines[0]).toEqual({ text: "Start", kind: "left-out" });
    expect(text.metadata).toContainEqual({ field: "publisher", value: "وكالات", from: "text" });
  });

  test("a file that cannot be read is told, and the others go on", () => {
    const { status, stdout, stderr } = faktum(folder, ["inspect", "c.pdf", "nowhere.txt", "b.txt"]);
    expect(status).toBe(1);
    expect(stdout).toMatch(/^b\.txt\n/u);
    expect(stderr.trim().split("\n")).toEqual([
      expect.stringMatching(/^faktum: c\.pdf: .*empty/u),
      expect.stringMatching(/^faktum: nowhere\.txt: there is no such file/u),
    ]);
  });

  test("of a file that holds several articles each is shown", () => {
    const row = (id: string, text: string) => JSON.stringify({ id, text, title: `Titel ${id}` });
    writeFileSync(path.join(folder, "d.jsonl"), `${row("1", ARABIC)}\n${row("2", "Die Brücke ist 12 Meter lang.")}\n`);
    const { stdout } = faktum(folder, ["inspect", "--json", "d.jsonl"]);
    const found = stdout
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(found.map((one) => one.path)).toEqual(["d.jsonl#1", "d.jsonl#2"]);
    expect(found[0].metadata).toContainEqual({ field: "title", value: "Titel 1", from: "container" });
  });

  test("--html and --json exclude each other", () => {
    expect(faktum(folder, ["inspect", "--html", "--json", "b.txt"])).toMatchObject({ status: 2, stdout: "" });
  });
});
