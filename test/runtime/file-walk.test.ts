import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { FileWalk } from "../../pipeline/runtime/file-walk.js";

let root = "";

beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), "find-files-"));
  chmodSync(root, 0o755);
});

afterEach(() => rmSync(root, { recursive: true, force: true }));

/** Writes empty files, with the folders on the way. */
function files(...names: readonly string[]): void {
  for (const name of names) {
    mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
    writeFileSync(path.join(root, name), "");
  }
}

/** All that a walk comes by. */
function findFiles(paths: readonly string[], folder: string) {
  const walk = new FileWalk(paths, { folder });
  const found = [...walk.steps()].flatMap((step) => (step.step === "file" ? [step.file.path] : []));
  return { files: found, skipped: walk.skipped, problems: walk.problems };
}

describe("FileWalk", () => {
  test.each([
    [
      ["b.txt", "a.md", "c/d.HTML", "c/e.xhtml", "f.htm", "g.text", "h.markdown"],
      ["a.md", "b.txt", "c/d.HTML", "c/e.xhtml", "f.htm", "g.text", "h.markdown"],
      "articles",
    ],
    [
      ["a/z.txt", "a-b/z.txt", "a.txt", "B.txt", "ä.txt"],
      ["B.txt", "a-b/z.txt", "a.txt", "a/z.txt", "ä.txt"],
      "by code unit, whatever the locale",
    ],
    [[".git/a.txt", ".b.txt", "c/.d/e.txt"], [], "hidden"],
    [["README.md", "c/readme.txt", "README", "readme-first.md"], ["readme-first.md"], "a README is about the folder"],
    [
      ["a.html", "a_files/frame.html", "b_files/c.html"],
      ["a.html", "b_files/c.html"],
      "what a browser saved with a page",
    ],
    [["Ünïcode name/日本.txt"], ["Ünïcode name/日本.txt"], "names of any script"],
  ])("%#: %s", async (given, expected, _why) => {
    files(...given);
    const found = findFiles(["."], root);
    expect(found).toMatchObject({ files: expected, problems: [] });
  });

  test("other files are counted by their extension; gold facts are not", async () => {
    files("a.txt", "b.png", "c/d.PNG", "e", "a.gold.jsonl", "f.css");
    expect(Object.fromEntries(findFiles(["."], root).skipped)).toEqual({ ".png": 2, "": 1, ".css": 1 });
  });

  test("containers are taken by their extension", async () => {
    const names = ["a.CSV", "b.json", "c.jsonl", "d.ndjson", "e.tar", "f.tar.gz", "g.tgz", "h.tsv", "i.warc", "j.zip"];
    files(...names);
    expect(findFiles(["."], root).files).toEqual(names);
  });

  test.each([
    ["a.php", "<!DOCTYPE html><p>Text", true, "a page under a server's name"],
    ["a.html.orig", "<html lang='de'>", true, "a copy of a page"],
    ["a", "Ein Text ohne Endung.", true, "a text without extension"],
    ["a", "\0\x01\x02", false, "binary data"],
    ["a.log", "Ein Text", false, "a text with a strange extension"],
    ["a.dat", "WARC/1.0\r\n", true, "a web archive"],
    ["a", "%PDF-1.7\n", true, "a PDF without extension"],
    ["a.dump", '{"id": 1, "text": "x"}\n', true, "a list with texts"],
    ["a.webmanifest", '{"name": "x"}', false, "settings"],
    ["a.xlsx", `${"PK\x03\x04".padEnd(26, "\0")}\x13\0\0\0[Content_Types].xml`, false, "an office document"],
    ["a.pack", `${"PK\x03\x04".padEnd(26, "\0")}\x05\0\0\0a.txt`, true, "an archive"],
  ])("%s beginning %j is taken: %s (%s)", async (name, content, isTaken, _why) => {
    writeFileSync(path.join(root, name), content);
    expect(findFiles(["."], root).files).toEqual(isTaken ? [name] : []);
  });

  test("a file that is named is taken whatever it is called", async () => {
    files("b.csv", ".a.txt", "README.md", "c/d.txt");
    const found = findFiles(["b.csv", ".a.txt", "README.md", "c"], root);
    expect(found.files).toEqual([".a.txt", "README.md", "b.csv", "c/d.txt"]);
  });

  test("a file that is reached twice is taken once", async () => {
    files("c/d.txt");
    const found = findFiles(["c", "c/d.txt", "./c/../c/d.txt", path.join(root, "c")], root);
    expect(found.files).toEqual(["c/d.txt"]);
  });

  test("paths are relative to the working folder, also above it", async () => {
    files("work/x.txt", "other/y.txt");
    const found = findFiles(["../other", path.join(root, "work/x.txt")], path.join(root, "work"));
    expect(found.files).toEqual(["../other/y.txt", "x.txt"]);
  });

  test("links are followed, circles end, and a folder keeps its own name", async () => {
    files("a/b/c.txt", "outside/e.txt");
    symlinkSync("..", path.join(root, "a/b/up"));
    symlinkSync("../a", path.join(root, "a/again"));
    symlinkSync("../outside", path.join(root, "a/0-link"));
    symlinkSync("self", path.join(root, "a/self"));
    symlinkSync("b/c.txt", path.join(root, "a/link.txt"));
    const found = findFiles(["a"], root);
    expect(found).toMatchObject({ files: ["a/b/c.txt", "a/link.txt", "a/0-link/e.txt"], problems: [] });
  });

  test("a dead link that is called like an article is told", async () => {
    files("a.txt");
    symlinkSync("gone.txt", path.join(root, "b.txt"));
    symlinkSync("gone", path.join(root, "lock"));
    const found = findFiles(["."], root);
    expect(found.files).toEqual(["a.txt"]);
    expect(found.problems).toMatchObject([{ code: "read.missing", path: "b.txt", severity: "error", stage: "read" }]);
  });

  test("a missing path is told, the others are searched", async () => {
    files("a.txt");
    const found = findFiles(["gone", "a.txt"], root);
    expect(found.files).toEqual(["a.txt"]);
    expect(found.problems.map(({ message }) => message)).toEqual([
      "gone: there is no such file or folder; check the path",
    ]);
  });

  test("nothing but missing paths is a wrong call", async () => {
    expect(() => findFiles(["gone", "away.txt/x"], root)).toThrow(
      expect.objectContaining({
        code: "read.missing",
        exitCode: 2,
        message: "gone, away.txt/x: there is no such file or folder; check the path",
      }),
    );
  });

  test("an empty folder is no error", async () => {
    expect(findFiles(["."], root)).toEqual({ files: [], skipped: new Map(), problems: [] });
  });

  test("what is neither file nor folder is told and not opened", async () => {
    const found = findFiles(["/dev/null"], root);
    expect(found.problems).toMatchObject([{ code: "read.not-a-file" }]);
  });

  test("a folder that may not be searched is told, the others are", async () => {
    files("open/a.txt", "shut/b.txt");
    chmodSync(path.join(root, "shut"), 0o000);
    const found = asNobody(() => findFiles(["."], root));
    chmodSync(path.join(root, "shut"), 0o755);
    expect(found.files).toEqual(["open/a.txt"]);
    expect(found.problems).toMatchObject([{ code: "read.no-permission", path: "shut" }]);
  });
});

/** Root may read everything: then the work is done as the user nobody. */
function asNobody<T>(work: () => T): T {
  if (process.geteuid?.() !== 0) return work();
  process.seteuid?.(65_534);
  try {
    return work();
  } finally {
    process.seteuid?.(0);
  }
}
