import type { CalibrationBand } from "../../pipeline/runtime/calibration.js";
import { type Evaluation, evaluate } from "../../pipeline/runtime/evaluation.js";
import type { LineMatch } from "../../pipeline/runtime/match-facts.js";
import type { Rate } from "../../pipeline/runtime/rate.js";

/** The tables of docs/accuracy.md as the evaluation makes them, by the head of their first column. */
export function accuracyTables(matches: readonly LineMatch[]): Readonly<Record<string, readonly string[]>> {
  const all = evaluate(matches);
  const tags = Object.keys(all.languages);
  const byTag = tags.map((tag) => evaluate(matches.filter(({ gold }) => gold.lang === tag)));
  return {
    "gold of": tags.map((tag, index) => goldRow(tag, matches, byTag[index] ?? all)),
    facts: [...tags.map((tag, index) => rateRow(tag, byTag[index]?.all ?? all.all)), rateRow("all", all.all)],
    "F1 of": Object.keys(all.kinds).map((kind) => row([`\`${kind}\``, ...byTag.map(f1Of(kind)), f1Of(kind)(all)])),
    attribute: Object.entries(all.attributes).map(([name, { accuracy, of }]) =>
      row([name, percent(accuracy), `${of}`]),
    ),
    confidence: all.calibration.map(bandRow),
    "language of": tags.map((tag) => languageRow(tag, matches)),
  };
}

/** Lines, whole articles among them, and facts. */
function goldRow(tag: string, matches: readonly LineMatch[], { all }: Evaluation): string {
  const lines = matches.filter(({ gold }) => gold.lang === tag);
  const articles = lines.filter(isArticle).length;
  return row([`\`${tag}\``, `${articles}`, `${lines.length - articles}`, `${all.right + all.missed}`]);
}

function rateRow(tag: string, { precision, recall, f1, right, invented, missed }: Rate): string {
  const name = tag === "all" ? tag : `\`${tag}\``;
  return row([name, percent(precision), percent(recall), percent(f1), `${right}`, `${invented}`, `${missed}`]);
}

function f1Of(kind: string): (evaluation: Evaluation) => string {
  return ({ kinds }) => {
    const rate = kinds[kind];
    return rate === undefined ? "" : `${percent(rate.f1)} of ${rate.right + rate.missed}`;
  };
}

function bandRow({ above, upTo, accuracy, of }: CalibrationBand): string {
  return row([`above ${above}, up to ${upTo}`, percent(accuracy), `${of}`]);
}

function languageRow(tag: string, matches: readonly LineMatch[]): string {
  const lines = matches.filter(({ gold }) => gold.lang === tag);
  const articles = lines.filter(isArticle);
  const sentences = lines.filter((line) => !isArticle(line));
  const wrong = new Map<string, number>();
  for (const { answer } of lines.filter((line) => !isRight(line)))
    wrong.set(answer.lang, (wrong.get(answer.lang) ?? 0) + 1);
  const shown = [...wrong].sort().map(([lang, count]) => `${count} \`${lang}\``);
  return row([`\`${tag}\``, rightOf(articles), rightOf(sentences), shown.join(", ") || "none"]);
}

function isArticle({ gold }: LineMatch): boolean {
  return gold.file !== undefined;
}

function isRight({ gold, answer }: LineMatch): boolean {
  return gold.lang === answer.lang;
}

function rightOf(lines: readonly LineMatch[]): string {
  return `${lines.filter(isRight).length} of ${lines.length}`;
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(" | ")} |`;
}

function percent(share: number): string {
  return (100 * share).toFixed(1);
}
