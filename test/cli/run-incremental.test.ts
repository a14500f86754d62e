import { appendFileSync, renameSync, statSync } from "node:fs";
import { zipOf } from "../stages/read/containers/make-archives.js";
import { at, query, run, runWith, text, touch, useFolder, values, write, writeUnseen } from "./run-in-folder.js";

useFolder();

describe("files that have not changed", () => {
  test("are not opened; only one with another size or time is", async () => {
    for (const [n, name] of ["a.txt", "b.txt", "sub/c.txt"].entries()) {
      write(name, text(n + 10));
      touch(name);
    }
    expect(await run("articles")).toEqual({ extracted: 3 });
    writeUnseen("a.txt", text(77));
    writeUnseen("sub/c.txt", text(78));
    expect(await run("articles")).toEqual({ unchanged: 3 });
    touch("a.txt", 1_700_000_001);
    expect(await run("articles")).toEqual({ extracted: 1, unchanged: 2 });
    expect(values()).toEqual(["articles/a.txt 77.5", "articles/b.txt 11.5", "articles/sub/c.txt 12.5"]);
  });

  test("one that was only touched is compared by its bytes, once", async () => {
    write("a.txt", text(10));
    touch("a.txt");
    await run("articles");
    touch("a.txt", 1_700_000_005);
    expect(await run("articles")).toEqual({ unchanged: 1 });
    writeUnseen("a.txt", text(77));
    expect(await run("articles")).toEqual({ unchanged: 1 });
    expect(values()).toEqual(["articles/a.txt 10.5"]);
    expect(query("SELECT count(*) FROM runs")).toEqual(["1"]);
  });

  test("a container neither, nor one that is only touched twice", async () => {
    write(
      "a.zip",
      zipOf([
        { name: "x.txt", content: text(1) },
        { name: "y.txt", content: text(2) },
      ]),
    );
    touch("a.zip");
    expect(await run("articles")).toEqual({ extracted: 2 });
    touch("a.zip", 1_700_000_005);
    expect(await run("articles")).toEqual({ unchanged: 2 });
    writeUnseen("a.zip", "x".repeat(statSync(at("articles", "a.zip")).size));
    expect(await run("articles")).toEqual({ unchanged: 2 });
  });

  test("one that failed neither, until it changes", async () => {
    write("a.txt", "\u0000".repeat(text(1).length + 1));
    touch("a.txt");
    expect(await run("articles")).toEqual({ failed: 1 });
    writeUnseen("a.txt", text(10));
    expect(await run("articles")).toEqual({ failedBefore: 1 });
    touch("a.txt", 1_700_000_005);
    expect(await run("articles")).toEqual({ extracted: 1 });
  });
});

describe("files that were renamed", () => {
  const ids = (): readonly string[] => query("SELECT document_id, fact_id FROM all_evidence ORDER BY 1, 2");
  const paths = (): readonly string[] => query("SELECT path FROM documents WHERE removed_at IS NULL ORDER BY path");

  test("keep their document, their facts and are not read", async () => {
    write("a.txt", text(10));
    write("b.txt", text(11));
    await run("articles");
    const before = ids();
    renameSync(at("articles", "a.txt"), at("articles", "sub", "z.txt"));
    expect(await run("articles")).toEqual({ renamed: 1, unchanged: 2 });
    expect(ids()).toEqual(before);
    expect(values()).toEqual(["articles/b.txt 11.5", "articles/sub/z.txt 10.5"]);
    expect(await run("articles")).toEqual({ unchanged: 2 });
    // Where it was there may be another of the same bytes.
    write("a.txt", text(10));
    expect(await run("articles")).toEqual({ extracted: 1, unchanged: 2 });
    expect(paths()).toEqual(["articles/a.txt", "articles/b.txt", "articles/sub/z.txt"]);
    expect(await runWith({ force: true }, "articles")).toEqual({ extracted: 3 });
    expect(query("SELECT count(*), count(DISTINCT path) FROM all_evidence")).toEqual(["3,3"]);
  });

  test("with another extension they are read anew", async () => {
    write("a.txt", text(10));
    await run("articles");
    renameSync(at("articles", "a.txt"), at("articles", "a.md"));
    expect(await run("articles")).toEqual({ extracted: 1, removed: 1 });
    expect(values()).toEqual(["articles/a.md 10.5"]);
    expect(query("SELECT path FROM documents WHERE removed_at IS NOT NULL")).toEqual(["articles/a.txt"]);
  });

  test("a folder, with what failed in it", async () => {
    for (const n of [1, 2, 3]) write(`sub/${n}.txt`, text(n));
    write("sub/bad.txt", "\u0000".repeat(50));
    await run("articles");
    const before = ids();
    renameSync(at("articles", "sub"), at("articles", "other"));
    expect(await run("articles")).toEqual({ renamed: 4, unchanged: 3, failedBefore: 1 });
    expect(ids()).toEqual(before);
    expect(await run("articles")).toEqual({ unchanged: 3, failedBefore: 1 });
  });

  test("a container, with all its articles", async () => {
    write(
      "a.zip",
      zipOf([
        { name: "x.txt", content: text(1) },
        { name: "y.txt", content: text(2) },
      ]),
    );
    await run("articles");
    const before = ids();
    renameSync(at("articles", "a.zip"), at("articles", "sub", "b.zip"));
    expect(await run("articles")).toEqual({ renamed: 2, unchanged: 2 });
    expect(ids()).toEqual(before);
    expect(paths()).toEqual(["articles/sub/b.zip#x.txt", "articles/sub/b.zip#y.txt"]);
    expect(query("SELECT path FROM containers")).toEqual(["articles/sub/b.zip"]);
    expect(await run("articles")).toEqual({ unchanged: 2 });
  });

  test("two that changed places are read as what they are now", async () => {
    write("a.txt", text(10));
    write("b.txt", text(11));
    touch("a.txt", 1_700_000_000);
    touch("b.txt", 1_700_000_001);
    await run("articles");
    renameSync(at("articles", "a.txt"), at("c"));
    renameSync(at("articles", "b.txt"), at("articles", "a.txt"));
    renameSync(at("c"), at("articles", "b.txt"));
    expect(await run("articles")).toEqual({ extracted: 2 });
    expect(values()).toEqual(["articles/a.txt 11.5", "articles/b.txt 10.5"]);
  });

  test("of several with the same bytes each goes to one place", async () => {
    for (const n of [1, 2, 3]) write(`${n}.txt`, text(10));
    await run("articles");
    const before = ids();
    for (const n of [1, 2, 3]) renameSync(at("articles", `${n}.txt`), at("articles", "sub", `${n}.txt`));
    expect(await run("articles")).toEqual({ renamed: 3, unchanged: 3 });
    expect(ids()).toEqual(before);
    expect(query("SELECT path, duplicate_of IS NULL FROM documents ORDER BY path")).toEqual([
      "articles/sub/1.txt,1",
      "articles/sub/2.txt,0",
      "articles/sub/3.txt,0",
    ]);
  });
});
test("a file that grows by each run keeps one document", async () => {
  for (let n = 1; n < 4; n++) {
    appendFileSync(at("articles", "a.txt"), `\n${text(n)}`);
    expect(await run("articles")).toEqual({ extracted: 1 });
    expect(query("SELECT count(*) FROM evidence")).toEqual([String(n)]);
  }
  expect(query("SELECT change, count(*) FROM changes GROUP BY change")).toEqual(["added,2"]);
});
