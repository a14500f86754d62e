import { readFileSync } from "node:fs";
import path from "node:path";
import type { Analysis } from "../../pipeline/model/analysis.js";
import { analyse } from "../../pipeline/runtime/analyse.js";
import { readDocument } from "../../pipeline/stages/1-read.js";
import { recordFailure } from "../../pipeline/store/record-failure.js";
import { registerLexicons } from "../../pipeline/store/register-lexicons.js";
import { shippedLexicons } from "../support/facts-of.js";
import { dumpStore } from "./dump-store.js";
import { rowsOf, type TemporaryStore, temporaryStore } from "./temporary-store.js";
import { writeAnalyses } from "./write-analyses.js";

const ARTICLE = readFileSync(path.resolve(import.meta.dirname, "../../seeds/de-hue-verwaltung.txt"), "utf8").trim();
const [HEADLINE = "", , ...LINES] = ARTICLE.split("\n");
const TEXT = LINES.slice(0, -2);

const weather = (place: string, day: number, night: number, rain: number) =>
  `Das Wetter in ${place}\nDer Wetterdienst erwartet für ${place} am Wochenende einen Wechsel von Sonne und Wolken, dazu weht ` +
  `ein schwacher bis mäßiger Wind aus West. Die Temperaturen steigen tagsüber auf ${day} Grad und sinken in der Nacht auf ` +
  `${night} Grad. Am Abend ziehen Schauer durch, dabei fallen bis zu ${rain} Liter Regen. Die Waldbrandgefahr ist gering, ` +
  "Spaziergänger werden trotzdem um Vorsicht gebeten. In den Tälern bildet sich am Morgen Nebel, der sich bald auflöst.";

const court = (age: number, fine: number, file: string) =>
  `Geldstrafe nach Diebstahl\nDas Amtsgericht hat am Montag einen ${age}-jährigen Mann wegen Diebstahls zu einer Geldstrafe von ` +
  `${fine} Euro verurteilt. Nach Überzeugung des Gerichts hatte der Angeklagte in einem Geschäft in der Innenstadt Waren ` +
  "eingesteckt und war ohne zu bezahlen gegangen. Die Staatsanwaltschaft hatte eine höhere Strafe gefordert, die " +
  `Verteidigung auf Freispruch plädiert. Das Urteil (Az. ${file}) ist noch nicht rechtskräftig.`;

/** A file as it is read and analysed. */
async function fileOf(name: string, text: string, publishedAt?: string): Promise<Analysis> {
  const stated = publishedAt === undefined ? {} : { stated: { publishedAt } };
  const part = { path: name, bytes: new TextEncoder().encode(text), ...stated };
  return analyse(await readDocument(part, shippedLexicons().boilerplate), shippedLexicons(), { fingerprint: true });
}

const html = (lines: readonly string[], headline: string) =>
  `<html lang="de"><title>${headline}</title><body><article><h1>${headline}</h1>${lines.map((line) => `<p>${line}</p>`).join("\n")}</article>`;

const VARIANTS: Readonly<Record<string, string>> = {
  "the same bytes": ARTICLE,
  "another format": html(TEXT, HEADLINE),
  "another headline": ["Hues Ämter werden digital", ...TEXT].join("\n"),
  "a dateline in front": [HEADLINE, `Hanoi (VNA) – ${TEXT[0]}`, ...TEXT.slice(1)].join("\n"),
  "the last third cut off": [HEADLINE, ...TEXT.slice(0, Math.ceil(TEXT.length * 0.67))].join("\n"),
  "a paragraph left out": [HEADLINE, ...TEXT.slice(0, 2), ...TEXT.slice(3)].join("\n"),
  "paragraphs put together": [HEADLINE, TEXT.filter((line) => line.length > 40).join(" ")].join("\n"),
  "some words changed": ARTICLE.replace("fällt überwiegend", "ist im Ganzen").replace(
    "Minister Nguyen",
    "Ressortchef Nguyen",
  ),
};

describe("duplicates", () => {
  let temporary: TemporaryStore;

  beforeEach(() => {
    temporary = newStore();
  });

  afterEach(() => temporary.remove());

  test.each(Object.entries(VARIANTS))("%s is linked, and the facts count once", async (_what, text) => {
    const original = await fileOf("a.txt", ARTICLE, "2024-06-01");
    const copy = await fileOf("b.html", text, "2024-06-02");
    store(temporary, [original, copy]);
    expect(links(temporary)).toEqual([["b.html", "a.txt"]]);
    expect(rowsOf(temporary.store, "SELECT DISTINCT path FROM evidence")).toEqual([["a.txt"]]);
    expect(rowsOf(temporary.store, "SELECT DISTINCT path FROM percentages")).toEqual([["a.txt"]]);
    expect(rowsOf(temporary.store, "SELECT count(*) FROM all_evidence")).toEqual([
      [original.facts.length + copy.facts.length],
    ]);
  });

  test.each<readonly [string, string, string]>([
    ["weather, other temperatures", weather("Torgau", 25, 12, 5), weather("Torgau", 27, 13, 5)],
    ["weather, one other figure", weather("Torgau", 25, 12, 5), weather("Torgau", 25, 12, 6)],
    ["weather, the same figures in another order", weather("Torgau", 25, 12, 5), weather("Torgau", 12, 25, 5)],
    ["weather, another place", weather("Torgau", 25, 12, 5), weather("Belgern", 25, 12, 5)],
    ["court, another case", court(31, 900, "12 Cs 45/24"), court(44, 1200, "12 Cs 46/24")],
    ["court, only the file number", court(31, 900, "12 Cs 45/24"), court(31, 900, "12 Cs 46/24")],
    ["a long article with one other figure", ARTICLE, ARTICLE.replace("204 Poststellen", "214 Poststellen")],
    ["a long article with one other number word", ARTICLE, ARTICLE.replace("Drei Jahre nach", "Vier Jahre nach")],
    ["an earlier, shorter report does not hide the longer", [HEADLINE, ...TEXT.slice(0, 4)].join("\n"), ARTICLE],
    ["short texts", "Die Brücke ist 12 Meter lang.", "Die Brücke ist 13 Meter lang."],
  ])("not linked: %s", async (_what, first, second) => {
    store(temporary, [await fileOf("a.txt", first, "2024-06-01"), await fileOf("b.txt", second, "2024-06-02")]);
    expect(links(temporary)).toEqual([]);
  });

  test("the earliest published is the original, then the first by path, in whatever order they come", async () => {
    const files = [
      await fileOf("z.txt", ARTICLE, "2024-06-01T08:00:00Z"),
      await fileOf("a.txt", ARTICLE),
      await fileOf("b.txt", VARIANTS["another headline"] ?? ""),
      await fileOf("c.html", VARIANTS["another format"] ?? "", "2024-06-02"),
      await fileOf("d.txt", VARIANTS["the last third cut off"] ?? "", "2024-06-03"),
      await fileOf("e.txt", weather("Torgau", 25, 12, 5)),
    ];
    const dumps = new Set<string>();
    for (const order of [files, files.toReversed(), [...files.slice(3), ...files.slice(0, 3)]]) {
      const one = newStore();
      for (const file of order) store(one, [file]);
      expect(links(one)).toEqual(["a.txt", "b.txt", "c.html", "d.txt"].map((name) => [name, "z.txt"]));
      dumps.add(stored(one));
      store(one, files);
      dumps.add(stored(one));
      one.remove();
    }
    expect(dumps.size).toBe(1);
  });

  test("what was the original changes, fails or comes back: its copies are linked anew", async () => {
    const files = [
      await fileOf("a.txt", ARTICLE, "2024-06-01"),
      await fileOf("b.txt", VARIANTS["another headline"] ?? "", "2024-06-02"),
      await fileOf("c.txt", VARIANTS["a paragraph left out"] ?? "", "2024-06-03"),
    ];
    store(temporary, files);
    expect(links(temporary)).toEqual([
      ["b.txt", "a.txt"],
      ["c.txt", "a.txt"],
    ]);
    store(temporary, [await fileOf("a.txt", weather("Torgau", 25, 12, 5), "2024-06-01")]);
    expect(links(temporary)).toEqual([["c.txt", "b.txt"]]);
    const diagnostic = { code: "read.binary", severity: "error", stage: "read", message: "b.txt: binary" } as const;
    recordFailure(temporary.store, temporary.run, { path: "b.txt", sha256: "0".repeat(64), diagnostic });
    expect(links(temporary)).toEqual([]);
    store(temporary, files);
    expect(links(temporary)).toEqual([
      ["b.txt", "a.txt"],
      ["c.txt", "a.txt"],
    ]);
    expect(rowsOf(temporary.store, "SELECT count(*) FROM texts")).toEqual([[2]]);
  });

  test("hundreds of copies and of reports after one pattern are stored in linear time", async () => {
    const copies = await Promise.all(Array.from({ length: 300 }, (_, n) => fileOf(`${n}.txt`, ARTICLE)));
    const reports = await Promise.all(
      Array.from({ length: 300 }, (_, n) => fileOf(`w${n}.txt`, weather("Torgau", 5 + (n % 30), n % 20, n))),
    );
    const begun = performance.now();
    store(temporary, [...copies, ...reports]);
    expect(performance.now() - begun).toBeLessThan(10_000);
    expect(links(temporary)).toHaveLength(299);
  });

  function newStore(): TemporaryStore {
    const one = temporaryStore();
    const lexicons = [...shippedLexicons().languages.values()].map(({ tag, version, rules }) => ({
      tag,
      version,
      rules: rules.map(({ id, kind, template }) => ({ id, kind, template: template.source })),
    }));
    registerLexicons(one.store, lexicons);
    return one;
  }

  function store({ store: into, run }: TemporaryStore, analyses: readonly Analysis[]): void {
    expect(writeAnalyses(into, run, analyses).failures).toEqual([]);
  }

  function links({ store: from }: TemporaryStore): readonly unknown[] {
    return rowsOf(
      from,
      "SELECT copy.path, original.path FROM documents AS copy JOIN documents AS original ON original.id = copy.duplicate_of ORDER BY 1",
    );
  }

  function stored({ store: from }: TemporaryStore): string {
    return dumpStore(from)
      .split("\n")
      .filter((line) => !line.startsWith('["runs"'))
      .join("\n");
  }
});
