import { date, percentage, type RowsByLanguage, testFactRows } from "../../support/fact-rows.js";

const ROWS: RowsByLanguage = {
  id: [
    ["Tingkat hunian hotel mencapai 61,8 persen.", [percentage("61,8 persen", "61.8")], "number and word"],
    ["Angka itu turun menjadi 4%.", [percentage("4%", "4")], "the sign written to the number"],
    [
      "Sekitar 12 % warga belum terdaftar.",
      [percentage("12 %", "12", { modifier: "approx" })],
      "with a modifier in front",
    ],
    ["Lebih dari 70 persen jalan rusak.", [percentage("70 persen", "70", { modifier: "more_than" })], "of two words"],
    [
      "Suku bunga turun 0,25 persen poin.",
      [percentage("0,25 persen poin", "0.25", { unit: "pp" })],
      "points of percent",
    ],
    ["Kadar garam air itu 3 permil.", [percentage("3 permil", "3", { unit: "per_mille" })], "per mille"],
    ["Kenaikan diperkirakan 5-7 persen.", [percentage("5-7 persen", "5..7")], "a range"],
    ["Kenaikan diperkirakan 5 hingga 7 persen.", [percentage("5 hingga 7 persen", "5..7")], "in words"],
    ["Antara 10 dan 15 persen murid absen.", [percentage("10 dan 15 persen", "10..15")], "between and and"],
    ["Lima puluh persen kursi terisi.", [percentage("Lima puluh persen", "50")], "spelled out"],
    [
      "Ekspor naik 8 persen pada 2023.",
      [percentage("8 persen", "8", { when: "2023", subject: "Ekspor" }), date("2023", "2023")],
      "its date and what rose",
    ],
    [
      "Hasil survei: 40 persen setuju dan 60 persen menolak.",
      [percentage("40 persen", "40"), percentage("60 persen", "60")],
      "two in a sentence",
    ],
  ],
  ar: [
    ["بلغت نسبة الإنجاز 61.8 في المئة.", [percentage("61.8 في المئة", "61.8")], "number and words"],
    ["بلغت نسبة الإنجاز ٦١٫٨٪.", [percentage("٦١٫٨٪", "61.8")], "Arabic digits and sign"],
    ["ارتفعت الأسعار بنسبة 4%.", [percentage("4%", "4")], "the Latin sign"],
    [
      "انخفض الإنتاج بنحو 12 بالمائة.",
      [percentage("12 بالمائة", "12", { modifier: "approx" })],
      "a modifier behind its preposition",
    ],
    ["زاد العدد بأكثر من 70%.", [percentage("70%", "70", { modifier: "more_than" })], "a modifier of two words"],
    [
      "يتراوح النمو بين 5 و7 في المئة.",
      [percentage("5 و7 في المئة", "5..7")],
      "a range with the conjunction written to the number",
    ],
  ],
  de: [
    [
      "Die Auslastung der Hotels liegt bei 61,8 Prozent.",
      [percentage("61,8 Prozent", "61.8", { subject: "Die Auslastung der Hotels" })],
      "number and word, the measure in front",
    ],
    ["Der Anteil sank auf 4%.", [percentage("4%", "4")], "the sign written to the number"],
    [
      "Rund 12 % der Straßen sind gesperrt.",
      [percentage("12 %", "12", { modifier: "approx", item: "Straßen" })],
      "with a modifier, and of what",
    ],
    [
      "Über 70 Prozent stimmten zu.",
      [percentage("70 Prozent", "70", { modifier: "more_than" })],
      "a preposition as modifier",
    ],
    [
      "Der Leitzins fiel um 0,25 Prozentpunkte.",
      [percentage("0,25 Prozentpunkte", "0.25", { unit: "pp" })],
      "points of percent",
    ],
    ["Das Meerwasser enthält 3 Promille Salz.", [percentage("3 Promille", "3", { unit: "per_mille" })], "per mille"],
    ["Erwartet werden 5 bis 7 Prozent.", [percentage("5 bis 7 Prozent", "5..7")], "a range"],
    ["Zwischen 10 und 15 Prozent fehlten.", [percentage("10 und 15 Prozent", "10..15")], "between and and"],
    ["Fünfzig Prozent der Plätze sind belegt.", [percentage("Fünfzig Prozent", "50")], "spelled out"],
    ["Mindestens 60 Prozent müssen zustimmen.", [percentage("60 Prozent", "60", { modifier: "at_least" })], "at least"],
    [
      "Der Preis stieg von 28 auf 33 Prozent.",
      [percentage("28", "28"), percentage("33 Prozent", "33")],
      "a change is two values",
    ],
  ],
  nb: [
    ["Dekningen er nå på 61,8 prosent.", [percentage("61,8 prosent", "61.8")], "number and word"],
    ["Andelen falt til 4%.", [percentage("4%", "4")], "the sign written to the number"],
    ["Rundt 12 % av veiene er stengt.", [percentage("12 %", "12", { modifier: "approx" })], "with a modifier"],
    ["Over 70 prosent stemte ja.", [percentage("70 prosent", "70", { modifier: "more_than" })], "more than"],
    [
      "Renten ble satt ned med 0,25 prosentpoeng.",
      [percentage("0,25 prosentpoeng", "0.25", { unit: "pp" })],
      "points of percent",
    ],
    ["Økningen ventes å bli 5–7 prosent.", [percentage("5–7 prosent", "5..7")], "a range with a dash"],
    ["Mellom 10 og 15 prosent var borte.", [percentage("10 og 15 prosent", "10..15")], "between and and"],
    ["Femti prosent av plassene er opptatt.", [percentage("Femti prosent", "50")], "spelled out"],
  ],
  nn: [
    ["Dekninga er no på 61,8 prosent.", [percentage("61,8 prosent", "61.8")], "number and word"],
    ["Kring 12 % av vegane er stengde.", [percentage("12 %", "12", { modifier: "approx" })], "its own modifier"],
    ["Meir enn 70 prosent røysta ja.", [percentage("70 prosent", "70", { modifier: "more_than" })], "more than"],
    ["Mellom 10 og 15 prosent var borte.", [percentage("10 og 15 prosent", "10..15")], "between and and"],
  ],
};

describe("percentages", () => testFactRows(ROWS));
