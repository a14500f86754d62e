import { recordFailure } from "../../pipeline/store/record-failure.js";
import { sampleAnalysis } from "./sample-analysis.js";
import { SAMPLE_FACTS } from "./sample-facts.js";
import { errorOf, type TemporaryStore, temporaryStore } from "./temporary-store.js";
import { writeAnalyses } from "./write-analyses.js";

type Changes = Readonly<Record<string, string | number | null>>;
type Row = readonly [fact: string, changes: Changes, constraint: string];

/** A stored fact by its surface, what is changed in it, and the constraint that must forbid the change. */
const WRONG_FACTS: readonly Row[] = [
  ["80,47 %", { kind: "share" }, "kind_is_known"],
  ["80,47 %", { value: null }, "value_or_range_by_kind"],
  ["80,47 %", { value_text: null }, "value_or_range_by_kind"],
  ["80,47 %", { low: 1, high: 2 }, "value_or_range_by_kind"],
  ["6 bis 6,5 Prozent", { high: null }, "value_or_range_by_kind"],
  ["11 von 21", { value: null, low: 11, high: 21 }, "value_or_range_by_kind"],
  ["29. Juli 2022", { value: 2022, value_text: "2022" }, "value_or_range_by_kind"],
  ["1982/QD-UBND", { value: 1982, value_text: "1982" }, "value_or_range_by_kind"],
  ["6 bis 6,5 Prozent", { low: 6.5, high: 6, value_text: "6.5..6" }, "range_ascends"],
  ["1.250", { value: Number.POSITIVE_INFINITY, value_text: "9".repeat(400) }, "numbers_are_finite"],
  ["1.250", { value_text: "1.25e3" }, "value_text_is_plain_decimal"],
  ["1.250", { value_text: "1,250" }, "value_text_is_plain_decimal"],
  ["1.250", { value_text: "1251" }, "value_text_says_the_value"],
  ["1.250", { value_text: "1250..1251" }, "value_text_says_the_value"],
  ["6 bis 6,5 Prozent", { value_text: "6" }, "value_text_says_the_value"],
  ["6 bis 6,5 Prozent", { value_text: "6..7" }, "value_text_says_the_value"],
  ["minus 3 bis 5 Grad", { value_text: "3..5" }, "value_text_says_the_value"],
  ["11 von 21", { value_text: "11" }, "value_text_says_the_value"],
  ["11 von 21", { value_text: "11/20" }, "value_text_says_the_value"],
  ["11 von 21", { value: 0.5 }, "ratio_has_its_two_numbers"],
  ["11 von 21", { denominator: 0, value_text: "11/0" }, "ratio_has_its_two_numbers"],
  ["11 von 21", { numerator: null }, "ratio_has_its_two_numbers"],
  ["1.250", { numerator: 1, denominator: 2 }, "ratio_has_its_two_numbers"],
  ["Platz 8", { value: 0, value_text: "0" }, "rank_is_a_place"],
  ["Platz 8", { value: 1.5, value_text: "1.5" }, "rank_is_a_place"],
  ["Platz 8", { rank_of: 0 }, "rank_is_a_place"],
  ["1.250", { rank_of: 3 }, "rank_is_a_place"],
  ["80,47 %", { unit: null }, "unit_by_kind"],
  ["80,47 %", { unit: "percent" }, "unit_by_kind"],
  ["0,10 Euro", { unit: null }, "unit_by_kind"],
  ["0,10 Euro", { unit: "Euro" }, "unit_by_kind"],
  ["minus 3 bis 5 Grad", { unit: null }, "unit_by_kind"],
  ["minus 3 bis 5 Grad", { unit: "" }, "unit_by_kind"],
  ["1.250", { unit: "m" }, "unit_by_kind"],
  ["Platz 8", { unit: "%" }, "unit_by_kind"],
  ["0,10 Euro", { item: "Euro" }, "item_by_kind"],
  ["29. Juli 2022", { item: "Tag" }, "item_by_kind"],
  ["1.250", { item: "" }, "item <> ''"],
  ["1.250", { item: null }, "item_key_needs_item"],
  ["80,47 %", { concept: "" }, "concept <> ''"],
  ["1.250", { item: null, item_key: null, concept: "person" }, "concept_needs_words"],
  ["11 von 21", { subject: "Anteil" }, "subject_by_kind"],
  ["1982/QD-UBND", { subject: "Beschluss" }, "subject_by_kind"],
  ["29. Juli 2022", { holds_for: "2022" }, "holds_for_is_a_date"],
  ["80,47 %", { holds_for: "letztes Jahr" }, "holds_for_is_a_date"],
  ["80,47 %", { modifier: "about" }, "modifier_is_known"],
  ["29. Juli 2022", { modifier: "approx" }, "modifier_is_known"],
  ["1982/QD-UBND", { ref_type: null }, "reference_has_type_and_number"],
  ["1982/QD-UBND", { ref_type: "letter" }, "reference_has_type_and_number"],
  ["1982/QD-UBND", { ref_number: "" }, "reference_has_type_and_number"],
  ["1982/QD-UBND", { ref_year: 0 }, "reference_has_type_and_number"],
  ["1.250", { ref_number: "1250" }, "reference_has_type_and_number"],
  ["29. Juli 2022", { iso: null }, "date_has_iso"],
  ["29. Juli 2022", { iso: "29.7.2022" }, "date_has_iso"],
  ["1.250", { iso: "1250" }, "date_has_iso"],
  ["80,47 %", { dual: 1 }, "dual_by_kind"],
  ["شخصان", { dual: 2 }, "dual_by_kind"],
  ["1.250", { surface: "" }, "surface_fills_span"],
  ["1.250", { span_end: 4_000 }, "surface_fills_span"],
  ["1.250", { span_start: -1 }, "span_start >= 0"],
  ["1.250", { confidence: 1.01 }, "confidence BETWEEN 0 AND 1"],
  ["1.250", { confidence: -0.01 }, "confidence BETWEEN 0 AND 1"],
  ["1.250", { slots: "number" }, "json_valid(slots)"],
  ["1.250", { id: "abc" }, "length(id) = 32"],
  ["1.250", { value: "viele" }, "cannot store TEXT value in REAL column"],
  ["1.250", { rule: "count.unheard" }, "FOREIGN KEY"],
  ["1.250", { sentence_id: 1 }, "FOREIGN KEY"],
];

/** Changes that look odd and are right. */
const RIGHT_FACTS: readonly (readonly [fact: string, changes: Changes])[] = [
  ["80,47 %", { value: 103.97, value_text: "103.97" }],
  ["80,47 %", { value: -0.3, value_text: "-0.3", unit: "pp" }],
  ["80,47 %", { holds_for: "2024-Q3" }],
  ["80,47 %", { holds_for: "2024-01/2024-06" }],
  ["1.250", { value: 2.5, value_text: "2.5" }],
  ["1.250", { value: 0, value_text: "0" }],
  ["6 bis 6,5 Prozent", { low: 6, high: 6, value_text: "6..6" }],
  ["11 von 21", { numerator: 0, value: 0, value_text: "0/21" }],
  ["11 von 21", { numerator: 1.2e7, denominator: 1.8e7, value: 1.2e7 / 1.8e7, value_text: "12000000/18000000" }],
  ["Platz 8", { rank_of: null, modifier: "at_most" }],
  ["0,10 Euro", { value: 1e21, value_text: `1${"0".repeat(21)}` }],
  ["1982/QD-UBND", { ref_year: null, holds_for: "2022" }],
  ["29. Juli 2022", { iso: "--06-28" }],
  ["29. Juli 2022", { iso: "-0048" }],
  ["29. Juli 2022", { iso: "1990/1999" }],
];

const WRONG_DOCUMENTS: readonly (readonly [why: string, changes: Changes, constraint: string])[] = [
  ["an unknown status", { status: "new" }, "status IN"],
  ["read, but without its text", { text: null }, "read_documents_are_whole"],
  ["read, but without its hash", { sha256: null }, "read_documents_are_whole"],
  ["ok, but in no known language", { language: "und" }, "refused_means_undetermined"],
  ["refused, but in a known language", { status: "refused" }, "refused_means_undetermined"],
  ["failed, but with a text", { status: "failed" }, "failed_documents_hold_no_text"],
  ["a hash that is none", { sha256: "abc" }, "length(sha256) = 64"],
  ["a media type that is none", { media_type: "html" }, "media_type LIKE"],
  ["a date of publication that does not begin with a year", { published_at: "May 2024" }, "published_at GLOB"],
  ["a share above one", { language_score: 1.5 }, "language_score BETWEEN"],
  ["no path", { path: "" }, "path <> ''"],
  ["the path of another", { path: "failed.txt" }, "UNIQUE"],
  ["a run that is not there", { run_id: 99 }, "FOREIGN KEY"],
];

describe("constraints", () => {
  let temporary: TemporaryStore;

  beforeAll(() => {
    temporary = temporaryStore();
    const { store, run } = temporary;
    const text = SAMPLE_FACTS.map((sample) => sample.text).join("\n");
    const { failures } = writeAnalyses(store, run, [
      sampleAnalysis({ text, facts: SAMPLE_FACTS.map(({ fact }) => fact) }),
    ]);
    expect(failures).toEqual([]);
    const diagnostic = { code: "read.empty", severity: "error", stage: "read", message: "empty" } as const;
    recordFailure(store, run, { path: "failed.txt", diagnostic });
  });

  afterAll(() => temporary.remove());

  test.each(WRONG_FACTS)("%s with %j breaks %s", (surface, changes, constraint) => {
    const { code, message } = errorOf(() => change("facts", "surface", surface, changes));
    expect(code).toMatch(/^SQLITE_CONSTRAINT/u);
    expect(message).toContain(constraint);
  });

  test("every constraint of a fact that has a name is shown to forbid something", () => {
    const names = schemaOf("facts").match(/(?<=CONSTRAINT )[a-z_]+/gu) ?? [];
    expect(names.length).toBeGreaterThan(10);
    expect(names.filter((name) => !WRONG_FACTS.some(([, , constraint]) => constraint === name))).toEqual([]);
  });

  test.each(RIGHT_FACTS)("%s with %j is right", (surface, changes) => {
    expect(change("facts", "surface", surface, changes)).toBe(1);
  });

  test.each(WRONG_DOCUMENTS)("a document cannot be: %s", (_, changes, constraint) => {
    const { code, message } = errorOf(() => change("documents", "path", "articles/one.txt", changes));
    expect(code).toMatch(/^SQLITE_CONSTRAINT/u);
    expect(message).toContain(constraint);
  });

  test.each<readonly [why: string, changes: Changes]>([
    ["an empty span", { span_end: 0 }],
    ["a text_length that is longer than its span", { text_length: 4_000 }],
    ["the ordinal of another", { ordinal: 1 }],
    ["no language", { language: "" }],
  ])("a sentence cannot have: %s", (_, changes) => {
    expect(errorOf(() => change("sentences", "ordinal", 0, changes)).code).toMatch(/^SQLITE_CONSTRAINT/u);
  });

  test.each<readonly [why: string, changes: Changes]>([
    ["an unknown severity", { severity: "fatal" }],
    ["an unknown stage", { stage: "upload" }],
    ["a code without its stage", { code: "empty" }],
    ["half a span", { span_start: 3 }],
  ])("a diagnostic cannot have: %s", (_, changes) => {
    expect(errorOf(() => change("diagnostics", "code", "read.empty", changes)).code).toMatch(/^SQLITE_CONSTRAINT/u);
  });

  /** Changes a row, says how many were changed, and puts everything back. */
  function change(table: string, by: string, key: string | number, changes: Changes): number {
    const { store } = temporary;
    const columns = Object.keys(changes);
    const update = store.prepare(
      `UPDATE ${table} SET ${columns.map((name) => `${name} = ?`).join(", ")} WHERE ${by} = ?`,
    );
    store.prepare("SAVEPOINT attempt").run();
    try {
      return update.run(...Object.values(changes), key).changes;
    } finally {
      store.prepare("ROLLBACK TO attempt").run();
      store.prepare("RELEASE attempt").run();
    }
  }

  function schemaOf(table: string): string {
    const row = temporary.store
      .statement<{ readonly sql: string }>("SELECT sql FROM sqlite_master WHERE name = ?")
      .get(table);
    return row?.sql ?? "";
  }
});
