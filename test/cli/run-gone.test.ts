import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { zipOf } from "../stages/read/containers/make-archives.js";
import {
  at,
  query,
  reportOf,
  run,
  runWith,
  text,
  touch,
  useFolder,
  values,
  write,
  writeUnseen,
} from "./run-in-folder.js";

useFolder();

describe("files that are gone", () => {
  const seen = (): readonly string[] => [
    ...query("SELECT count(*) FROM evidence WHERE path LIKE '%a.txt%'"),
    ...query("SELECT count(*) FROM all_evidence WHERE path LIKE '%a.txt%'"),
    ...query("SELECT count(*) FROM percentages WHERE path LIKE '%a.txt%'"),
    ...query(
      "SELECT count(*) FROM sentence_search WHERE sentence_search MATCH 'angeschlossen' AND path LIKE '%a.txt%'",
    ),
    ...query("SELECT count(*) FROM problems WHERE path LIKE '%a.txt%'"),
  ];

  test("take their facts out of every view, and bring them back", async () => {
    write("a.txt", text(10));
    write("b.txt", text(11));
    await run("articles");
    const before = seen();
    const facts = query("SELECT * FROM evidence ORDER BY fact_id");
    rmSync(at("articles", "a.txt"));
    expect(await run("articles")).toEqual({ unchanged: 1, removed: 1 });
    expect(seen()).toEqual(["0", "0", "0", "0", "0"]);
    expect(query("SELECT count(*) FROM facts")).toEqual(["2"]);
    expect(await run("articles")).toEqual({ unchanged: 1 });
    write("a.txt", text(10));
    expect(await run("articles")).toEqual({ extracted: 1, unchanged: 1 });
    expect(seen()).toEqual(before);
    expect(query("SELECT * FROM evidence ORDER BY fact_id")).toEqual(facts);
  });

  test("a container takes all its articles along", async () => {
    const bytes = zipOf([
      { name: "a.txt", content: text(1) },
      { name: "y.txt", content: text(2) },
    ]);
    write("a.zip", bytes);
    await run("articles");
    rmSync(at("articles", "a.zip"));
    expect(await run("articles")).toEqual({ removed: 2 });
    expect(query("SELECT count(*) FROM evidence")).toEqual(["0"]);
    expect(await run("articles")).toEqual({});
    write("a.zip", bytes);
    expect(await run("articles")).toEqual({ extracted: 2 });
    expect(query("SELECT count(*) FROM evidence")).toEqual(["2"]);
    expect(await run("articles")).toEqual({ unchanged: 2 });
  });

  test("a copy stands in for an original that is gone", async () => {
    write("a.txt", text(10));
    write("b.txt", text(10));
    await run("articles");
    expect(values()).toEqual(["articles/a.txt 10.5"]);
    rmSync(at("articles", "a.txt"));
    expect(await run("articles")).toEqual({ unchanged: 1, removed: 1 });
    expect(values()).toEqual(["articles/b.txt 10.5"]);
    write("a.txt", text(10));
    await run("articles");
    expect(values()).toEqual(["articles/a.txt 10.5"]);
  });

  test("one that failed is told no more", async () => {
    write("a.txt", "\u0000".repeat(50));
    await run("articles");
    rmSync(at("articles", "a.txt"));
    expect(await run("articles")).toEqual({ removed: 1 });
    expect(query("SELECT count(*) FROM quarantine")).toEqual(["0"]);
    expect(await run("articles")).toEqual({});
  });

  test("an article that became a container, and back", async () => {
    write("a.json", JSON.stringify({ id: "n1", text: text(1) }));
    write("b.txt", text(5));
    await run("articles");
    write("b.txt", zipOf([{ name: "x.txt", content: text(7) }]));
    expect(await run("articles")).toEqual({ extracted: 1, unchanged: 1 });
    expect(values()).toEqual(
      ["articles/a.json#n1 01.5", "articles/b.txt#x.txt 07.5"].map((row) => row.replace(" 0", " ")),
    );
    write("b.txt", text(6));
    expect(await run("articles")).toEqual({ extracted: 1, unchanged: 1 });
    expect(query("SELECT path FROM containers")).toEqual(["articles/a.json"]);
    expect(values()).toEqual(["articles/a.json#n1 1.5", "articles/b.txt 6.5"]);
  });
});

describe("what a run does not search", () => {
  test("another folder, a file that is not there: nothing is taken for gone", async () => {
    mkdirSync(at("others"));
    writeFileSync(at("others", "o.txt"), text(20));
    write("a.txt", text(10));
    write("sub/b.txt", text(11));
    await run("articles", "others");
    rmSync(at("others", "o.txt"));
    expect(await run("articles")).toEqual({ unchanged: 2 });
    expect(await run("articles/sub")).toEqual({ unchanged: 1 });
    expect(await run("articles/a.txt")).toEqual({ unchanged: 1 });
    renameSync(at("articles"), at("moved"));
    await expect(reportOf({}, "articles")).rejects.toMatchObject({ code: "read.missing" });
    expect(await run("articles", "others")).toEqual({ failed: 1, removed: 1 });
    expect(query("SELECT path FROM documents WHERE removed_at IS NOT NULL")).toEqual(["others/o.txt"]);
  });

  test("a prefix of a folder's name is another folder", async () => {
    mkdirSync(at("articles2"));
    writeFileSync(at("articles2", "o.txt"), text(20));
    write("a.txt", text(10));
    write("sub/b.txt", text(12));
    writeFileSync(at("articles", "sub-b.txt"), text(11));
    expect(await run("articles", "articles2")).toEqual({ extracted: 4 });
    expect(await run("articles")).toEqual({ unchanged: 3 });
    expect(await run("articles/sub")).toEqual({ unchanged: 1 });
    expect(await run(".")).toEqual({ unchanged: 4 });
    expect(query("SELECT count(*) FROM documents WHERE removed_at IS NOT NULL")).toEqual(["0"]);
  });
});

describe("another choice of files", () => {
  test("--force reads what is unchanged", async () => {
    write("a.txt", text(10));
    write("b.zip", zipOf([{ name: "x.txt", content: text(7) }]));
    touch("a.txt");
    await run("articles");
    writeUnseen("a.txt", text(77));
    expect(await runWith({ force: true }, "articles")).toEqual({ extracted: 2 });
    expect(values()).toEqual(["articles/a.txt 77.5", "articles/b.zip#x.txt 7.5"]);
  });

  test("--since leaves older files out, and takes none for gone", async () => {
    for (const name of ["a.txt", "b.txt", "c.txt"]) {
      write(name, text(10));
      touch(name);
    }
    await run("articles");
    write("a.txt", text(20));
    write("b.txt", text(21));
    touch("b.txt", 1_700_000_009);
    rmSync(at("articles", "c.txt"));
    expect(await runWith({ since: Date.now() - 3_600_000 }, "articles")).toEqual({ extracted: 1 });
    expect(await run("articles")).toEqual({ extracted: 1, unchanged: 1, removed: 1 });
  });

  test("--select reads the files and the articles of containers that a question gives, and no others", async () => {
    write("a.txt", text(10));
    write("b.txt", text(11));
    write(
      "c.zip",
      zipOf([
        { name: "x.txt", content: text(1) },
        { name: "y.txt", content: text(2) },
      ]),
    );
    await run("articles");
    write("b.txt", text(70));
    expect(await runWith({ select: "SELECT path FROM documents WHERE path LIKE '%a.txt'" }, "articles")).toEqual({
      extracted: 1,
    });
    expect(await runWith({ select: "SELECT 'articles/c.zip#y.txt'" }, "articles")).toEqual({
      extracted: 1,
      unchanged: 1,
    });
    expect(await runWith({ select: "SELECT 'articles/c.zip'" }, "articles")).toEqual({ unchanged: 2 });
    expect(await runWith({ select: "SELECT 'nowhere'" }, "articles")).toEqual({});
    const refused = reportOf({ select: "DELETE FROM documents" }, "articles");
    await expect(refused).rejects.toMatchObject({ code: "store.not-a-question" });
    expect(await run("articles")).toEqual({ extracted: 1, unchanged: 3 });
  });

  test("--dry-run changes nothing and says what there is to do", async () => {
    write("a.txt", text(10));
    write("b.txt", text(11));
    write("c.txt", text(12));
    await run("articles");
    write("d.txt", text(13));
    rmSync(at("articles", "a.txt"));
    renameSync(at("articles", "b.txt"), at("articles", "e.txt"));
    const before = readFileSync(at("facts.db"));
    const { planned, documents } = await reportOf({ dryRun: true }, "articles");
    // A renamed file is no work.
    expect(planned).toEqual({ files: 1, bytes: text(13).length + 1, renamed: 1, removed: 1, settling: 0 });
    expect(documents).toMatchObject({ extracted: 0, renamed: 0, removed: 0 });
    expect(readFileSync(at("facts.db")).equals(before)).toBe(true);
  });

  test("--max-errors stops a run, also in the midst of a container; the next one goes on", async () => {
    for (let n = 10; n < 20; n++) write(`${n}.txt`, "");
    write(
      "30.jsonl",
      [...Array.from({ length: 9 }, () => "{"), JSON.stringify({ id: "n1", text: text(1) })].join("\n"),
    );
    expect(await reportOf({ maxErrors: 4 }, "articles")).toMatchObject({ documents: { failed: 5 }, interrupted: true });
    expect(await runWith({ maxErrors: 4 }, "articles")).toEqual({ failedBefore: 5, failed: 5 });
    expect(await runWith({ maxErrors: 4 }, "articles")).toEqual({ failedBefore: 10, failed: 5 });
    expect(await run("articles")).toMatchObject({ extracted: 1 });
    expect(query("SELECT count(*) FILTER (WHERE status = 'failed'), count(*) FROM documents")).toEqual(["19,20"]);
  });
});
