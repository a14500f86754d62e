import { type ColumnValue, FACT_COLUMNS } from "./prepared-document.js";
import type { FactChanges, Run } from "./runs.js";
import type { Store } from "./store.js";

/** A fact by what it says, wherever in its text it stands. */
export interface StatedFact {
  readonly id: string;
  readonly kind: string;
  readonly unit: string | null;
  /** The thing counted or the measure: what two values of are the same thing's. */
  readonly label: string | null;
  /** The date that the value holds for. */
  readonly when: string | null;
  /** The value in few characters: `80.47 %`, `11/21`, `1982/QD-UBND`, `2024-05-06`. */
  readonly shown: string;
}

interface FactRow {
  readonly id: string;
  readonly kind: string;
  readonly unit: string | null;
  readonly item: string | null;
  readonly subject: string | null;
  readonly holds_for: string | null;
  readonly value_text: string | null;
  readonly ref_number: string | null;
  readonly iso: string | null;
}

/** The facts that the store has of a document, in the order of the text. */
export function statedFacts(store: Store, documentKey: number): readonly StatedFact[] {
  return store.statement<FactRow>(FACTS_OF).all(documentKey).map(statedFact);
}

/** The facts in rows of `FACT_COLUMNS`. */
export function preparedFacts(rows: readonly ColumnValue[]): readonly StatedFact[] {
  const facts: StatedFact[] = [];
  for (let at = 0; at < rows.length; at += FACT_COLUMNS.length) {
    const text = (name: (typeof FACT_COLUMNS)[number]): string | null => {
      const value = rows[at + FACT_COLUMNS.indexOf(name)];
      return typeof value === "string" ? value : null;
    };
    facts.push(
      statedFact({
        id: text("id") ?? "",
        kind: text("kind") ?? "",
        unit: text("unit"),
        item: text("item_key"),
        subject: text("subject"),
        holds_for: text("holds_for"),
        value_text: text("value_text"),
        ref_number: text("ref_number"),
        iso: text("iso"),
      }),
    );
  }
  return facts;
}

/**
 * Notes what became of a document's facts: a fact that is said as before, wherever it now stands, is no news; another
 * value of the same thing, for the same time and in the same unit, is a change. To be called inside a transaction.
 */
export function insertFactChanges(
  store: Store,
  run: Run,
  path: string,
  { before, after }: { readonly before: readonly StatedFact[]; readonly after: readonly StatedFact[] },
): FactChanges {
  const gone = without(before, after);
  const added = without(after, before);
  const insert = store.statement(INSERT);
  const waiting = new Map<string, StatedFact[]>();
  for (const fact of gone) {
    if (fact.label !== null) waiting.set(sameThing(fact), [...(waiting.get(sameThing(fact)) ?? []), fact]);
  }
  const paired = new Set<StatedFact>();
  for (const fact of added) {
    const earlier = fact.label === null ? undefined : waiting.get(sameThing(fact))?.shift();
    if (earlier !== undefined) paired.add(earlier);
    const change = earlier === undefined ? "added" : "changed";
    insert.run(run.id, path, change, fact.kind, fact.label, earlier?.shown ?? null, fact.shown, fact.id);
  }
  for (const fact of gone) {
    if (!paired.has(fact)) insert.run(run.id, path, "gone", fact.kind, fact.label, fact.shown, null, null);
  }
  return { added: added.length - paired.size, changed: paired.size, gone: gone.length - paired.size };
}

function statedFact(row: FactRow): StatedFact {
  const value = row.value_text ?? row.ref_number ?? row.iso ?? "";
  return {
    id: row.id,
    kind: row.kind,
    unit: row.unit,
    label: row.item ?? row.subject,
    when: row.holds_for,
    shown: row.unit === null ? value : `${value} ${row.unit}`,
  };
}

/** The facts of one list that the other does not say as often. */
function without(facts: readonly StatedFact[], others: readonly StatedFact[]): readonly StatedFact[] {
  const said = new Map<string, number>();
  for (const fact of others) said.set(statement(fact), (said.get(statement(fact)) ?? 0) + 1);
  return facts.filter((fact) => {
    const left = said.get(statement(fact)) ?? 0;
    said.set(statement(fact), left - 1);
    return left <= 0;
  });
}

function sameThing({ kind, unit, label, when }: StatedFact): string {
  return JSON.stringify([kind, unit, label, when]);
}

function statement(fact: StatedFact): string {
  return `${sameThing(fact)} ${fact.shown}`;
}

const FACTS_OF = `
  SELECT id, kind, unit, item_key AS item, subject, holds_for, value_text, ref_number, iso
  FROM facts WHERE document_id = ? ORDER BY span_start, span_end, kind`;

const INSERT = `
  INSERT INTO fact_changes (run_id, path, change, kind, label, before, after, fact_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?)`;
