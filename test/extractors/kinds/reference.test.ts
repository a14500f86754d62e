import { date, type RowsByLanguage, reference, testFactRows } from "../../support/fact-rows.js";

const ROWS: RowsByLanguage = {
  id: [
    ["Gubernur meneken Keputusan No. 4471/QD-BND.", [reference("4471/QD-BND", "decision")], "type, mark, code"],
    [
      "Keputusan Gubernur Nomor 12/KPTS/2019 dicabut.",
      [reference("12/KPTS/2019", "decision", { year: "2019" })],
      "a name in between, the year at the end",
    ],
    [
      "UU Nomor 6 Tahun 2014 mengatur desa.",
      [reference("6 Tahun 2014", "law", { number: "6/2014", year: "2014" })],
      "number and year of a law",
    ],
    ["Menurut Pasal 27 hal itu dilarang.", [reference("27", "article")], "an article of a law, without sign"],
    ["Keputusan itu diambil kemarin.", [], "a document named without a number is none"],
    ["Surat itu bertanggal 3 Mei 2021.", [date("3 Mei 2021", "2021-05-03")], "a date is no number of a document"],
  ],
  ar: [
    ["أصدر المحافظ القرار رقم 4471/QD-BND.", [reference("4471/QD-BND", "decision")], "type, mark, code"],
    [
      "نص القانون رقم 6 لسنة 2014 على ذلك.",
      [reference("6 لسنة 2014", "law", { number: "6/2014", year: "2014" })],
      "number and year of a law",
    ],
    [
      "نص القانون رقم ٦ لسنة ٢٠١٤ على ذلك.",
      [reference("٦ لسنة ٢٠١٤", "law", { number: "6/2014", year: "2014" })],
      "in Arabic digits, canonical in Latin ones",
    ],
    ["تنص المادة 27 على ذلك.", [reference("27", "article")], "an article of a law"],
    ["اتخذ القرار أمس.", [], "a document named without a number is none"],
  ],
  de: [
    [
      "Der Gouverneur erließ den Beschluss Nr. 4471/QD-BND.",
      [reference("4471/QD-BND", "decision")],
      "type, mark, code",
    ],
    [
      "Die Verordnung (EU) 2019/881 gilt.",
      [reference("(EU) 2019/881", "regulation", { year: "2019" })],
      "of the European Union",
    ],
    ["Nach § 14 ist das verboten.", [reference("§ 14", "article")], "a paragraph, with its sign"],
    [
      "Das Gericht entschied unter 7 AZR 33/18.",
      [reference("7 AZR 33/18", "judgment", { year: "2018" })],
      "a file of a court",
    ],
    ["Der Beschluss fiel gestern.", [], "a document named without a number is none"],
  ],
  nb: [
    ["Guvernøren undertegnet vedtak nr. 4471/QD-BND.", [reference("4471/QD-BND", "decision")], "type, mark, code"],
    ["Etter § 3-7 er dette forbudt.", [reference("§ 3-7", "article")], "chapter and paragraph"],
    [
      "Regjeringen la fram Prop. 12 L (2019–2020).",
      [reference("12 L (2019–2020)", "bill", { number: "12 L (2019-2020)" })],
      "a bill of a session",
    ],
    ["Vedtaket kom i går.", [], "a document named without a number is none"],
  ],
  nn: [
    ["Etter § 3-7 er dette forbode.", [reference("§ 3-7", "article")], "chapter and paragraph"],
    [
      "Regjeringa la fram Prop. 12 L (2019–2020).",
      [reference("12 L (2019–2020)", "bill", { number: "12 L (2019-2020)" })],
      "a bill of a session",
    ],
  ],
};

describe("references", () => testFactRows(ROWS));
