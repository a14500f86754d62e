import type { MarkEvaluation, MarkShare } from "../runtime/mark-evaluation.js";
import type { Rate } from "../runtime/rate.js";

const LEAST_WIDTH = 14;

/** The scores as a text table: kinds, languages, rules, all, then what became of each verdict. */
export function formatMarkEvaluation(evaluation: MarkEvaluation): string {
  const languages = Object.entries(evaluation.languages).map(([tag, rate]) => [`[${tag}]`, rate] as const);
  const rates = [
    ...Object.entries(evaluation.kinds),
    ...languages,
    ...Object.entries(evaluation.rules),
    ["all", evaluation.all] as const,
  ];
  const width = Math.max(LEAST_WIDTH, ...rates.map(([name]) => name.length));
  const rows = [
    ...rates.map(([name, rate]) => `${name.padEnd(width)} ${rateText(rate)}`),
    `${"right".padEnd(width)} ${shareText(evaluation.stillFound)} facts that were marked right are still found`,
    `${"wrong".padEnd(width)} ${shareText(evaluation.wrongGone)} facts that were marked wrong are gone`,
    `${"corrected".padEnd(width)} ${shareText(evaluation.nowRight)} facts that were corrected are now right`,
  ];
  return `${rows.join("\n")}\n`;
}

function rateText({ precision, recall, f1, right, invented, missed }: Rate): string {
  const shares = `P ${percent(precision)}  R ${percent(recall)}  F1 ${percent(f1)}`;
  return `${shares}   (right ${right}, invented ${invented}, missed ${missed})`;
}

function shareText({ share, of }: MarkShare): string {
  return `${percent(share)} % of ${of}`;
}

function percent(share: number): string {
  return (100 * share).toFixed(1).padStart(5);
}
