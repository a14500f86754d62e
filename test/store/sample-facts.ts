import type { SampleFact } from "./sample-analysis.js";

/** One sentence and fact of every kind, with the columns that the fact must fill. */
export interface SampleOfKind {
  readonly text: string;
  readonly fact: SampleFact;
  readonly columns: Readonly<Record<string, string | number>>;
}

export const SAMPLE_FACTS: readonly SampleOfKind[] = [
  {
    text: "Im Jahr 2022 nutzten rund 80,47 % der Haushalte das Internet.",
    fact: {
      exact: "80,47 %",
      mention: { kind: "percentage", amount: { value: "80.47" }, unit: "%", modifier: "approx" },
      slots: { number: "80,47", percent: "%" },
      attributes: { item: "Haushalte", itemKey: "haushalt", concept: "household", when: "2022" },
      confidence: 0.95,
    },
    columns: {
      kind: "percentage",
      value: 80.47,
      value_text: "80.47",
      unit: "%",
      item: "Haushalte",
      item_key: "haushalt",
      concept: "household",
      holds_for: "2022",
      modifier: "approx",
      slots: '{"number":[26,31],"percent":[32,33]}',
      rule: "percentage.plain",
      confidence: 0.95,
    },
  },
  {
    text: "Die Miete stieg um 6 bis 6,5 Prozent.",
    fact: {
      exact: "6 bis 6,5 Prozent",
      mention: { kind: "percentage", amount: { low: "6", high: "6.5" }, unit: "%" },
      attributes: { subject: "Die Miete" },
    },
    columns: { kind: "percentage", low: 6, high: 6.5, value_text: "6..6.5", unit: "%", subject: "Die Miete" },
  },
  {
    text: "Beide Dörfer haben 1.250 Einwohner.",
    fact: {
      exact: "1.250",
      mention: { kind: "count", amount: { value: "1250" } },
      attributes: { item: "Einwohner", itemKey: "einwohn" },
    },
    columns: { kind: "count", value: 1250, value_text: "1250", item: "Einwohner", item_key: "einwohn", dual: 0 },
  },
  {
    text: "حضر شخصان",
    fact: { exact: "شخصان", mention: { kind: "count", amount: { value: "2" }, dual: true } },
    columns: { kind: "count", value: 2, value_text: "2", dual: 1 },
  },
  {
    text: "Erledigt sind 11 von 21 Aufgaben.",
    fact: {
      exact: "11 von 21",
      mention: { kind: "ratio", numerator: "11", denominator: "21" },
      attributes: { item: "Aufgaben" },
    },
    columns: {
      kind: "ratio",
      value: 11 / 21,
      value_text: "11/21",
      numerator: 11,
      denominator: 21,
      item: "Aufgaben",
    },
  },
  {
    text: "Die Provinz liegt auf Platz 8 von 34.",
    fact: { exact: "Platz 8", mention: { kind: "rank", amount: { value: "8" }, of: "34" } },
    columns: { kind: "rank", value: 8, value_text: "8", rank_of: 34 },
  },
  {
    text: "Es kostet mehr als 0,10 Euro.",
    fact: {
      exact: "0,10 Euro",
      mention: { kind: "money", amount: { value: "0.10" }, unit: "EUR", modifier: "more_than" },
    },
    columns: { kind: "money", value: 0.1, value_text: "0.10", unit: "EUR", modifier: "more_than" },
  },
  {
    text: "Bei minus 3 bis 5 Grad blieb es kalt.",
    fact: {
      exact: "minus 3 bis 5 Grad",
      mention: { kind: "measurement", amount: { low: "-3", high: "5" }, unit: "Cel" },
    },
    columns: { kind: "measurement", low: -3, high: 5, value_text: "-3..5", unit: "Cel" },
  },
  {
    text: "So steht es im Beschluss 1982/QD-UBND.",
    fact: {
      exact: "1982/QD-UBND",
      mention: { kind: "reference", refType: "decision", number: "1982/QD-UBND", year: 2022 },
    },
    columns: { kind: "reference", ref_type: "decision", ref_number: "1982/QD-UBND", ref_year: 2022 },
  },
  {
    text: "Er gilt seit dem 29. Juli 2022.",
    fact: { exact: "29. Juli 2022", mention: { kind: "date", iso: "2022-07-29" } },
    columns: { kind: "date", iso: "2022-07-29" },
  },
];
