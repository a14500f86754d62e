import { money, type RowsByLanguage, testFactRows } from "../../support/fact-rows.js";

const ROWS: RowsByLanguage = {
  id: [
    ["Biaya itu Rp 750 juta.", [money("Rp 750 juta", "750000000", "IDR")], "sign in front, scale word behind"],
    ["Harganya Rp12.500 per kilogram.", [money("Rp12.500", "12500", "IDR")], "the sign written to the number"],
    ["Nilainya 3,4 miliar rupiah.", [money("3,4 miliar rupiah", "3400000000", "IDR")], "the word behind"],
    ["Ia membayar 25 dolar.", [money("25 dolar", "25", "USD")], "a bare dollar is the American"],
    [
      "Ia membayar lebih dari 40 dolar AS.",
      [money("40 dolar AS", "40", "USD", { modifier: "more_than" })],
      "with a modifier",
    ],
    [
      "Gajinya Rp4 juta sampai Rp6 juta.",
      [money("Rp4 juta sampai Rp6 juta", "4000000..6000000", "IDR")],
      "a range with the sign twice",
    ],
    [
      "Dana Rp12 dan Rp17 triliun cair.",
      [money("Rp12", "12000000000000", "IDR"), money("Rp17 triliun", "17000000000000", "IDR")],
      "a shared scale word",
    ],
    ["Nilai kontrak 900 juta belum dibayar.", [], "a currency that is not written is not guessed"],
  ],
  ar: [
    ["بلغت الكلفة 750 مليون دولار.", [money("750 مليون دولار", "750000000", "USD")], "scale word and word"],
    ["دفع ٢٥ يورو.", [money("٢٥ يورو", "25", "EUR")], "Arabic digits"],
    [
      "تجاوزت القيمة 3.4 مليار ريال سعودي.",
      [money("3.4 مليار ريال سعودي", "3400000000", "SAR", { modifier: "more_than" })],
      "a currency of two words, a verb as modifier",
    ],
    ["دفع $40.", [money("$40", "40", "USD")], "sign in front"],
  ],
  de: [
    ["Der Umbau kostet 750 Millionen Euro.", [money("750 Millionen Euro", "750000000", "EUR")], "scale word and word"],
    ["Der Umbau kostet 3,4 Mrd. €.", [money("3,4 Mrd. €", "3400000000", "EUR")], "cut short, with the sign"],
    ["Ein Ticket kostet 12,50 Euro.", [money("12,50 Euro", "12.5", "EUR")], "with cents; the article is no number"],
    [
      "Sie zahlten mehr als 40 US-Dollar.",
      [money("40 US-Dollar", "40", "USD", { modifier: "more_than" })],
      "with a modifier",
    ],
    [
      "Der Lohn liegt zwischen 4.000 und 6.000 Euro.",
      [money("4.000 und 6.000 Euro", "4000..6000", "EUR")],
      "between and and",
    ],
    ["Es kostet 38 Franken.", [money("38 Franken", "38", "CHF")], "another currency"],
    [
      "Das kostet zwei Euro und 20 Cent.",
      [money("zwei Euro und 20 Cent", "2.2", "EUR")],
      "whole and hundredths are one amount",
    ],
    ["Der Vertrag ist 900 Millionen wert.", [], "a currency that is not written is not guessed"],
  ],
  nb: [
    [
      "Ombyggingen koster 750 millioner kroner.",
      [money("750 millioner kroner", "750000000", "NOK")],
      "scale word and word",
    ],
    ["Ombyggingen koster 3,4 mrd. kroner.", [money("3,4 mrd. kroner", "3400000000", "NOK")], "cut short"],
    ["Billetten koster kr 125.", [money("kr 125", "125", "NOK")], "abbreviation in front"],
    ["De betalte mer enn 40 dollar.", [money("40 dollar", "40", "USD", { modifier: "more_than" })], "with a modifier"],
    [
      "Lønnen er mellom 400 000 og 600 000 kroner.",
      [money("400 000 og 600 000 kroner", "400000..600000", "NOK")],
      "between and and, grouped by spaces",
    ],
  ],
  nn: [
    [
      "Ombygginga kostar 750 millionar kroner.",
      [money("750 millionar kroner", "750000000", "NOK")],
      "scale word and word",
    ],
    [
      "Dei betalte meir enn 40 dollar.",
      [money("40 dollar", "40", "USD", { modifier: "more_than" })],
      "with a modifier",
    ],
  ],
};

describe("money", () => testFactRows(ROWS));
