import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { usualRun } from "./usual-run.js";
import { writeWebArchive } from "./web-archive.js";

/**
 * Peak memory of a run over a web archive an eighth, half and all of a size, each in a process of its own: what is read as
 * a stream takes the same for all three.
 *
 *     node dist/bench/read-containers.bench.js [megabytes; default: 16]
 */

const MEBIBYTE = 2 ** 20;
const PARTS = [1 / 8, 1 / 2, 1] as const;
const DEFAULT_SIZE = 16;

interface Measured {
  readonly documents: number;
  readonly seconds: number;
  /** MB. */
  readonly peak: number;
}

const [first = String(DEFAULT_SIZE), file, database] = process.argv.slice(2);
if (first === "--measure" && file !== undefined && database !== undefined) {
  process.stdout.write(JSON.stringify(await measure(file, database)));
} else {
  compare(Number(first));
}

function compare(megabytes: number): void {
  if (!(megabytes > 0)) throw new Error(`${first}: give the archive's size in megabytes, such as 1024`);
  const folder = mkdtempSync(path.join(tmpdir(), "faktum-bench-"));
  try {
    console.log(`${"MB".padStart(8)} ${"pages".padStart(8)} ${"seconds".padStart(9)} ${"peak MB".padStart(9)}`);
    for (const part of PARTS) {
      const size = megabytes * part;
      const archive = path.join(folder, "crawl.warc.gz");
      const pages = writeWebArchive(archive, size * MEBIBYTE);
      const { documents, seconds, peak } = inProcess(archive, path.join(folder, `${part}.db`));
      if (documents !== pages) throw new Error(`${documents} of ${pages} pages were stored`);
      const columns = [size.toFixed(0).padStart(8), String(pages).padStart(8), seconds.toFixed(1).padStart(9)];
      console.log(`${columns.join(" ")} ${peak.toFixed(0).padStart(9)}`);
      rmSync(archive);
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function inProcess(archive: string, to: string): Measured {
  const script = fileURLToPath(import.meta.url);
  const { stdout, stderr } = spawnSync(process.execPath, [script, "--measure", archive, to], { encoding: "utf8" });
  if (stdout === "") throw new Error(`the measured process failed: ${stderr}`);
  return JSON.parse(stdout) as Measured;
}

async function measure(archive: string, to: string): Promise<Measured> {
  const report = await usualRun([archive], to);
  const { maxRSS } = process.resourceUsage();
  return { documents: report.documents.extracted, seconds: report.seconds, peak: maxRSS / 1024 };
}
