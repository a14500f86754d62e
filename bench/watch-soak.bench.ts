import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { FolderChanger } from "./folder-changer.js";
import { differencesOf } from "./logical-differences.js";
import { MemorySamples } from "./memory-samples.js";
import { runToEnd, WatchProcess } from "./watch-process.js";

/**
 * `faktum watch` over a folder in which for some minutes files arrive, change, vanish and are renamed, and folders move, at
 * random. Then it is ended, and its database compared with that of a run over what is there at the end. Ends with 1 when
 * they differ, or when the watch used more memory in its last third than in its first.
 *
 *     node dist/bench/watch-soak.bench.js [minutes; default: 10] [seed; default: 1]
 */

const MINUTES = 10;
const FIRST_ARTICLES = 200;
const SETTLE_SECONDS = 1;
/** Between two changes, in ms: mostly short, now and then long enough to be settled. */
const PAUSES = [0, 5, 20, 50, 100, 300, 1_500];
const SAMPLE_INTERVAL = 1_000;
/** Without a round that changes something all is done. */
const QUIET_SECONDS = 10;
const MOST_GROWTH = 1.15;

const [minutes = String(MINUTES), seed = "1"] = process.argv.slice(2);
if (!(Number(minutes) > 0 && Number.isInteger(Number(seed)))) throw new Error("give minutes and a seed, two numbers");
process.exitCode = await soak(Number(minutes), Number(seed));

async function soak(length: number, firstSeed: number): Promise<number> {
  const folder = mkdtempSync(path.join(tmpdir(), "faktum-soak-"));
  const changer = new FolderChanger(path.join(folder, "corpus"), firstSeed);
  changer.fill(FIRST_ARTICLES);
  const watching = new WatchProcess(folder, ["watch", "corpus", "--settle-seconds", String(SETTLE_SECONDS)]);
  const samples = new MemorySamples(watching.pid);
  try {
    await watching.quiet(QUIET_SECONDS);
    const sampling = setInterval(() => samples.take(), SAMPLE_INTERVAL);
    for (const end = performance.now() + length * 60_000; performance.now() < end; ) {
      changer.change();
      const pause = changer.pick(PAUSES);
      if (pause > 0) await wait(pause);
    }
    clearInterval(sampling);
    await watching.quiet(QUIET_SECONDS);
    const code = await watching.end();
    const counts = Object.entries(changer.counts).map(([what, count]) => `${count} ${what}`);
    console.log(`${length} min, seed ${firstSeed}: ${counts.join(", ")}; ${changer.size} files at the end`);
    console.log(`${watching.rounds} rounds that changed something; ended by SIGTERM with ${code}`);
    console.log(samples.summary());
    await runToEnd(folder, ["run", "corpus", "--db", "fresh.db", "--quiet"]);
    const differences = differencesOf(path.join(folder, "facts.db"), path.join(folder, "fresh.db"));
    for (const { what, rows, onlyFirst, onlySecond } of differences) {
      console.log(`${what}: ${rows} rows, ${onlyFirst.length} only by watch, ${onlySecond.length} only by run`);
      for (const row of onlyFirst.slice(0, 5)) console.log(`  watch  ${row.slice(0, 300)}`);
      for (const row of onlySecond.slice(0, 5)) console.log(`  run    ${row.slice(0, 300)}`);
    }
    const isSame = differences.every(({ onlyFirst, onlySecond }) => onlyFirst.length + onlySecond.length === 0);
    console.log(isSame ? "the databases are equal" : "the databases DIFFER");
    return isSame && code === 143 && samples.growth() <= MOST_GROWTH ? 0 : 1;
  } finally {
    watching.kill();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}
