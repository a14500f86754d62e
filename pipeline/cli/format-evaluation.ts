import type { CalibrationBand } from "../runtime/calibration.js";
import type { Accuracy, Evaluation } from "../runtime/evaluation.js";
import type { FactJson } from "../runtime/fact-json.js";
import type { GoldFact } from "../runtime/gold.js";
import type { LineMatch } from "../runtime/match-facts.js";
import type { Rate } from "../runtime/rate.js";
import { oneLine } from "./exit.js";

const NAME_WIDTH = 14;
const CONFUSIONS_SHOWN = 8;
/** UTF-16 units of text shown on each side of a mistake. */
const CONTEXT = 40;

/** The scores as a text table: kinds, languages, all, attributes, calibration, commonest confusions. */
export function formatEvaluation(evaluation: Evaluation): string {
  const rows = [
    ...Object.entries(evaluation.kinds).map(([kind, rate]) => rateRow(kind, rate)),
    ...Object.entries(evaluation.languages).map(([tag, rate]) => rateRow(`[${tag}]`, rate)),
    rateRow("all", evaluation.all),
    ...Object.entries(evaluation.attributes).map(([name, share]) => accuracyRow(name, share, "right facts")),
    ...(evaluation.language === undefined ? [] : [accuracyRow("language", evaluation.language, "lines")]),
    ...evaluation.calibration.map(bandRow),
    ...Object.entries(evaluation.confusions)
      .sort(([, a], [, b]) => b - a)
      .slice(0, CONFUSIONS_SHOWN)
      .map(([pair, count]) => `mistaken ${pair}: ${count}`),
  ];
  return `${rows.join("\n")}\n`;
}

/** The first `limit` missed and invented facts, two lines each: what, and where in the text. */
export function formatErrors(matches: readonly LineMatch[], limit: number): string {
  const lines: string[] = [];
  for (const { gold, answer, missed, invented } of matches) {
    const place = `${gold.lang ?? "?"} ${gold.id}`;
    for (const miss of missed) {
      const instead = miss.instead === undefined ? "" : `, found instead: ${describe(miss.instead)}`;
      lines.push(`missed   ${place} ${describe(miss.gold)}${instead}\n         ${around(answer.text, miss.gold)}\n`);
    }
    for (const fact of invented) {
      lines.push(`invented ${place} ${describe(fact)}\n         ${around(answer.text, fact)}\n`);
    }
    if (lines.length >= limit) break;
  }
  return lines.slice(0, limit).join("");
}

function rateRow(name: string, { precision, recall, f1, right, invented, missed }: Rate): string {
  const rates = `P ${percent(precision)}  R ${percent(recall)}  F1 ${percent(f1)}`;
  return `${name.padEnd(NAME_WIDTH)} ${rates}   (right ${right}, invented ${invented}, missed ${missed})`;
}

function accuracyRow(name: string, { accuracy, of }: Accuracy, what: string): string {
  return `${name.padEnd(NAME_WIDTH)} ${percent(accuracy)} % of ${of} ${what}`;
}

function bandRow(band: CalibrationBand): string {
  return accuracyRow(`sure ${band.above}-${band.upTo}`, band, `found facts (right ${band.right})`);
}

function percent(share: number): string {
  return (100 * share).toFixed(1).padStart(5);
}

function describe(fact: GoldFact | FactJson): string {
  const { start: _start, end: _end, kind, surface: _surface, ...fields } = fact;
  return `${kind} ${JSON.stringify(fields)}`;
}

function around(text: string, { start, end }: { readonly start: number; readonly end: number }): string {
  const before = text.slice(Math.max(0, start - CONTEXT), start);
  return oneLine(`${before}⟦${text.slice(start, end)}⟧${text.slice(end, end + CONTEXT)}`);
}
