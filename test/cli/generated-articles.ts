import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";

const PARAGRAPHS: readonly ((n: number) => string)[] = [
  (n) =>
    `Im Jahr ${1990 + (n % 30)} lag die Abdeckung der Haushalte in der Region bei ${40 + (n % 50)},${n % 10} Prozent. ` +
    `Die Behörden meldeten ${n + 2} neue Fälle und ${n * 3 + 7} Anträge, von denen die meisten bereits bearbeitet wurden.`,
  (n) =>
    `Der Bau der Brücke kostet ${n + 5} Millionen Euro und dauert ${2 + (n % 5)} Jahre. ` +
    `Nach Angaben der Verwaltung wurden ${n % 9} von ${10 + (n % 9)} Aufgaben erledigt.`,
  (n) =>
    `Pemerintah daerah mencatat ${n + 11} desa dan ${n + 400} layanan publik pada tahun ${2000 + (n % 25)}. ` +
    `Sebanyak ${30 + (n % 60)},${n % 10} persen rumah tangga di kabupaten itu memiliki koneksi internet.`,
];

/** Writes `count` different articles into `folder` and returns their names; the same every time. */
export function writeArticles(folder: string, count: number): readonly string[] {
  mkdirSync(folder, { recursive: true });
  return Array.from({ length: count }, (_, n) => {
    const name = `article-${String(n).padStart(4, "0")}.txt`;
    const language = n % 2 === 0 ? PARAGRAPHS.slice(0, 2) : PARAGRAPHS.slice(2);
    const paragraphs = Array.from({ length: 6 }, (__, part) => language[part % language.length]?.(n * 6 + part));
    writeFileSync(path.join(folder, name), `${paragraphs.join("\n\n")}\n`);
    return name;
  });
}
