import Database from "better-sqlite3";
import { checkStore } from "../../pipeline/store/check/check-store.js";
import { deleteDocument } from "../../pipeline/store/delete-document.js";
import { type MarkRequest, markOfFact, marksOfDocument, removeMark, setMark } from "../../pipeline/store/marks.js";
import { openStore } from "../../pipeline/store/open-store.js";
import { takeRunLock } from "../../pipeline/store/run-lock.js";
import { writeBesideRun } from "../../pipeline/store/write-beside-run.js";
import { type SampleFact, sampleAnalysis } from "./sample-analysis.js";
import { SAMPLE_FACTS } from "./sample-facts.js";
import { errorOf, rowsOf, type TemporaryStore, temporaryStore } from "./temporary-store.js";
import { writeAnalyses } from "./write-analyses.js";

const FACTS = SAMPLE_FACTS.map(({ fact }) => fact);
const TEXT = ["😀 Vorweg.", ...SAMPLE_FACTS.map(({ text }) => text)].join("\n");
const ARTICLE = sampleAnalysis({ path: "b.txt", text: TEXT, facts: FACTS, title: "Titel" });
const WHEN = "2025-03-01T10:00:00.000Z";

let temporary: TemporaryStore;

beforeEach(() => {
  temporary = temporaryStore();
  writeAnalyses(temporary.store, temporary.run, [ARTICLE]);
});

afterEach(() => temporary.remove());

const idOf = (exact: string): string => ARTICLE.facts.find(({ evidence }) => evidence.exact === exact)?.id ?? "";
const document = (): number => Number(rowsOf(temporary.store, "SELECT id FROM documents LIMIT 1")[0]?.[0]);

function mark(exact: string, request: Partial<MarkRequest> & Pick<MarkRequest, "verdict">): number {
  return setMark(temporary.store, { factId: idOf(exact), reviewer: "Ada", markedAt: WHEN, ...request });
}

/** Puts the article in the store anew, its facts as given. */
function store(facts: readonly SampleFact[], text = TEXT, path = "b.txt"): void {
  writeAnalyses(temporary.store, temporary.run, [sampleAnalysis({ path, text, facts })]);
}

const states = (): unknown => rowsOf(temporary.store, "SELECT state, said, now FROM marked_facts ORDER BY mark_id");

test.each(SAMPLE_FACTS.map((sample) => [sample.fact.exact, sample] as const))("%s is marked right", (exact, sample) => {
  mark(exact, { verdict: "right", note: " so steht es da " });
  const [found] = marksOfDocument(temporary.store, document());
  const start = TEXT.indexOf(exact, TEXT.indexOf(sample.text));
  expect(found).toMatchObject({
    verdict: "right",
    state: "same",
    note: "so steht es da",
    reviewer: "Ada",
    markedAt: WHEN,
    factId: idOf(exact),
    stated: { kind: sample.fact.mention.kind, start, end: start + exact.length, surface: exact },
  });
  expect(markOfFact(temporary.store, idOf(exact))).toEqual(found);
  expect(rowsOf(temporary.store, "SELECT sentence FROM marks")).toEqual([[sample.text]]);
});

test("a mark keeps what the fact stated, in the names of gold files", () => {
  mark("80,47 %", { verdict: "right" });
  const start = TEXT.indexOf("80,47 %");
  expect(markOfFact(temporary.store, idOf("80,47 %"))?.stated).toEqual({
    kind: "percentage",
    start,
    end: start + 7,
    surface: "80,47 %",
    value: 80.47,
    unit: "%",
    item: "Haushalte",
    when: "2022",
    modifier: "approx",
  });
  mark("11 von 21", { verdict: "right" });
  expect(markOfFact(temporary.store, idOf("11 von 21"))?.stated).toMatchObject({ numerator: 11, denominator: 21 });
  expect(markOfFact(temporary.store, idOf("11 von 21"))?.stated).not.toHaveProperty("value");
});

test("a second verdict takes the place of the first, and a mark can be taken away", () => {
  const first = mark("1.250", { verdict: "wrong", note: "nein" });
  const second = mark("1.250", { verdict: "right", reviewer: "Bo" });
  expect(second).toBe(first);
  expect(marksOfDocument(temporary.store, document())).toMatchObject([{ verdict: "right", reviewer: "Bo" }]);
  expect(marksOfDocument(temporary.store, document())[0]?.note).toBeUndefined();
  expect([removeMark(temporary.store, first), removeMark(temporary.store, first)]).toEqual([true, false]);
  expect(marksOfDocument(temporary.store, document())).toEqual([]);
});

describe("a mark meets its fact again", () => {
  beforeEach(() => {
    mark("1.250", { verdict: "right" });
  });

  test("when the article is stored anew", () => {
    store(FACTS);
    expect(states()).toEqual([["same", "1250", "1250"]]);
  });

  test("when its value is another", () => {
    const other = FACTS.map((fact) =>
      fact.exact === "1.250" ? { ...fact, mention: { ...fact.mention, amount: { value: "1.25" } } } : fact,
    ) as readonly SampleFact[];
    store(other);
    expect(states()).toEqual([["changed", "1250", "1.25"]]);
  });

  test("when its place is wider, or its kind another", () => {
    store([{ exact: "1.250 Einwohner", mention: { kind: "count", amount: { value: "1250" } } }]);
    expect(states()).toEqual([["same", "1250", "1250"]]);
    store([{ exact: "1.250", mention: { kind: "measurement", amount: { value: "1250" }, unit: "m" } }]);
    expect(rowsOf(temporary.store, "SELECT state, kind, kind_now, now FROM marked_facts")).toEqual([
      ["changed", "count", "measurement", "1250 m"],
    ]);
  });

  test("when it is found no more, and when it is again", () => {
    store(FACTS.filter(({ exact }) => exact !== "1.250"));
    expect(states()).toEqual([["gone", "1250", null]]);
    store(FACTS);
    expect(states()).toEqual([["same", "1250", "1250"]]);
  });

  test("when the document is deleted and comes back under another name", () => {
    deleteDocument(temporary.store, "b.txt");
    expect(rowsOf(temporary.store, "SELECT state, path FROM marked_facts")).toEqual([["gone", "b.txt"]]);
    store(FACTS, TEXT, "moved/c.txt");
    expect(rowsOf(temporary.store, "SELECT state, path FROM marked_facts")).toEqual([["same", "moved/c.txt"]]);
  });

  test("when the text in front of it is read otherwise", () => {
    const { store: database } = temporary;
    const longer = sampleAnalysis({ path: "b.txt", text: `Ein neuer Vorspann.\n${TEXT}`, facts: FACTS });
    writeAnalyses(database, temporary.run, [longer]);
    const { sha256 } = ARTICLE.document.source;
    database.prepare(`UPDATE documents SET sha256 = '${sha256}'`).run();
    expect(states()).toEqual([["same", "1250", "1250"]]);
  });

  test("in a copy with the same bytes", () => {
    store(FACTS, TEXT, "a.txt");
    for (const [id] of rowsOf(temporary.store, "SELECT id FROM documents")) {
      expect(marksOfDocument(temporary.store, Number(id))).toMatchObject([{ state: "same", factId: idOf("1.250") }]);
    }
    expect(rowsOf(temporary.store, "SELECT count(*) FROM marked_facts")).toEqual([[1]]);
  });
});

describe("a correction", () => {
  test.each([
    ["a value", "80,47 %", { value: 80.4 }, { value: 80.4, unit: "%", item: "Haushalte", modifier: "approx" }],
    ["a field that goes", "80,47 %", { modifier: null }, { value: 80.47, unit: "%" }],
    ["a range in the place of a value", "1.250", { low: 1, high: 250 }, { low: 1, high: 250, item: "Einwohner" }],
    ["a value in the place of a range", "6 bis 6,5 Prozent", { value: 6 }, { value: 6, subject: "Die Miete" }],
    ["another kind", "1.250", { kind: "measurement", unit: "m" }, { kind: "measurement", value: 1250, unit: "m" }],
    ["an item", "11 von 21", { item: "offenen Aufgaben" }, { item: "offenen Aufgaben", numerator: 11 }],
    ["a date", "29. Juli 2022", { iso: "2022-07" }, { iso: "2022-07" }],
    ["a reference", "1982/QD-UBND", { ref_type: "plan", year: null }, { ref_type: "plan", number: "1982/QD-UBND" }],
  ])("of %s", (_, exact, corrected, expected) => {
    mark(exact, { verdict: "corrected", corrected });
    expect(markOfFact(temporary.store, idOf(exact))?.corrected).toMatchObject(expected);
  });

  test("of the place looks the words up, behind characters of two units", () => {
    const start = TEXT.indexOf("rund 80,47 %");
    mark("80,47 %", { verdict: "corrected", corrected: { start } });
    expect(markOfFact(temporary.store, idOf("80,47 %"))?.corrected?.surface).toBe("rund 80,47 %");
  });

  test("leaves out what another kind has not", () => {
    mark("1.250", { verdict: "corrected", corrected: { kind: "money", unit: "EUR" } });
    expect(markOfFact(temporary.store, idOf("1.250"))?.corrected).not.toHaveProperty("item");
  });

  test.each([
    ["no fields", {}, "nothing is changed"],
    ["what it says already", { value: 80.47 }, "nothing is changed"],
    ["no object", [1], "a correction is an object"],
    ["an unknown field", { valeu: 1 }, "valeu: no such field"],
    ["an unknown field that goes", { valeu: null }, "valeu: no such field"],
    ["a text for a number", { value: "80,4" }, "value: write a number"],
    ["no value", { value: null }, "low: a percentage needs it"],
    ["half a range", { low: 1 }, "high: a percentage needs it"],
    ["a range upside down", { low: 3, high: 2 }, "low: write the lower end"],
    ["a unit that is none", { unit: "Prozent" }, "unit: write %, pp or per_mille"],
    ["a field of another kind", { iso: "2022" }, "iso: a percentage has none"],
    ["a kind without what it needs", { kind: "date" }, "iso: a date needs it"],
    ["an unknown kind", { kind: "number" }, "kind: "],
    ["a place outside the sentence", { start: 0 }, "must lie within the fact's sentence"],
    ["a rank below 1", { kind: "rank", value: 0, unit: null }, "value: write a place from 1 up"],
    ["a currency that is none", { kind: "money", unit: "Euro" }, "unit: write an ISO 4217 code"],
    ["an endless number", { value: Number.POSITIVE_INFINITY }, "value: write a number"],
    ["a day in other words", { when: "voriges Jahr" }, "when: write an ISO 8601 date"],
  ])("is refused: %s", (_, corrected, message) => {
    const error = errorOf(() => mark("80,47 %", { verdict: "corrected", corrected }));
    expect(error.code).toBe("store.bad-mark");
    expect(error.message).toContain(message);
    expect(rowsOf(temporary.store, "SELECT count(*) FROM marks")).toEqual([[0]]);
  });
});

test("no such fact, and nobody who marks", () => {
  expect(errorOf(() => mark("1.250", { verdict: "right", factId: "0".repeat(32) })).code).toBe("store.no-fact");
  expect(errorOf(() => mark("1.250", { verdict: "right", reviewer: " " })).code).toBe("store.bad-mark");
});

test("a mark is written while a run has its lock, and between its transactions", () => {
  const request = { factId: idOf("1.250"), verdict: "right", reviewer: "Ada", markedAt: WHEN } as const;
  const lock = takeRunLock(temporary.file, "faktum run");
  const writer = new Database(temporary.file, { timeout: 0 });
  writer.exec("BEGIN IMMEDIATE; UPDATE runs SET facts_stored = 7; COMMIT");
  writeBesideRun(temporary.file, (database) => setMark(database, request));
  writer.exec("BEGIN IMMEDIATE; UPDATE runs SET facts_stored = 8; COMMIT");
  expect(marksOfDocument(temporary.store, document())).toHaveLength(1);
  writer.close();
  lock.release();
});

test("no database is made to write a mark into", () => {
  expect(errorOf(() => writeBesideRun(`${temporary.file}x`, () => undefined)).code).toBe("store.missing");
});

test("a check knows the marks and finds those that are not as they were set", () => {
  mark("80,47 %", { verdict: "corrected", corrected: { value: 80.4 } });
  mark("شخصان", { verdict: "right" });
  const problems = () => {
    const reader = openStore(temporary.file, { mode: "read", parsesConstraints: true });
    const list = checkStore(reader, () => undefined).found.list();
    reader.close();
    return list.map(({ code, count }) => [code, count]);
  };
  expect(problems()).toEqual([]);
  temporary.store.prepare("UPDATE marks SET sentence = 'x' || sentence").run();
  expect(problems()).toEqual([["mark", 2]]);
});

test("marks of a document are found by an index", () => {
  const plan = temporary.store
    .prepare("EXPLAIN QUERY PLAN SELECT * FROM marked_facts WHERE sha256 = 'x'")
    .all()
    .map((row) => (row as { readonly detail: string }).detail);
  expect(plan.filter((step) => step.startsWith("SCAN"))).toEqual([]);
});
