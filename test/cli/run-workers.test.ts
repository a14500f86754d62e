import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { dumpDatabase } from "./dump-database.js";
import { faktum } from "./faktum-process.js";
import { writeMixedCorpus } from "./mixed-corpus.js";

test("one worker and four give the same database, row for row", () => {
  const folder = mkdtempSync(path.join(tmpdir(), "faktum-workers-"));
  try {
    writeMixedCorpus(path.join(folder, "articles"), { texts: 150, pages: 20, archived: 90, listed: 90, broken: 4 });
    const dumps = ["1", "4"].map((count) => {
      const database = `${count}.db`;
      expect(faktum(folder, ["run", "articles", "--workers", count, "--db", database, "--quiet"]).status).toBe(1);
      return dumpDatabase(path.join(folder, database));
    });
    expect(dumps[1]).toBe(dumps[0]);
    expect(dumps[0]).toContain("archive.zip#0007.txt");
  } finally {
    rmSync(folder, { recursive: true });
  }
}, 120_000);
