import { count, date, type RowsByLanguage, rank, testFactRows } from "../../support/fact-rows.js";

const ROWS: RowsByLanguage = {
  id: [
    ["Kota itu berada di peringkat ke-9.", [rank("peringkat ke-9", "9")], "cue and ordinal in digits"],
    ["Kota itu menempati peringkat kesembilan.", [rank("peringkat kesembilan", "9")], "the ordinal spelled"],
    [
      "Kota itu menempati peringkat 9 dari 27 kota.",
      [rank("peringkat 9 dari 27", "9", { of: "27" })],
      "how many were ranked",
    ],
    [
      "Provinsi itu turun dari peringkat 4 ke peringkat 7.",
      [rank("peringkat 4", "4"), rank("peringkat 7", "7")],
      "two ranks",
    ],
    ["Ini kongres ke-13 partai itu.", [], "an ordinal that only names a thing is none"],
    ["Pada tahap kedua, warga pindah.", [], "nor is a phase"],
  ],
  ar: [
    ["احتلت المدينة المرتبة التاسعة.", [rank("المرتبة التاسعة", "9")], "cue and ordinal"],
    ["جاءت المدينة في المرتبة 9.", [rank("المرتبة 9", "9")], "in digits"],
    ["جاءت في المركز 4 من أصل 27 مدينة.", [rank("المركز 4 من أصل 27", "4", { of: "27" })], "how many were ranked"],
    ["انعقد المؤتمر الثالث عشر.", [], "an ordinal that only names a thing is none"],
  ],
  de: [
    ["Die Stadt liegt auf Platz 9.", [rank("Platz 9", "9")], "cue and number"],
    ["Die Stadt kam auf den 9. Platz.", [rank("9. Platz", "9")], "ordinal and cue"],
    ["Sie erreichten Rang 9 von 27 Städten.", [rank("Rang 9 von 27", "9", { of: "27" })], "how many were ranked"],
    ["Ulm ist die drittgrößte Stadt im Land.", [rank("drittgrößte", "3")], "a compound of ordinal and superlative"],
    ["Die Firma steht in den Top 50.", [rank("Top 50", "50", { modifier: "at_most" })], "among the first so many"],
    [
      "Sie stieg von Platz 7 im Jahr 2018 auf Platz 4 im Jahr 2021.",
      [
        rank("Platz 7", "7", { when: "2018" }),
        date("2018", "2018"),
        rank("Platz 4", "4", { when: "2021" }),
        date("2021", "2021"),
      ],
      "two ranks with their years",
    ],
    ["Der 13. Kongress tagt in Ulm.", [], "an ordinal that only names a thing is none"],
    ["Auf dem Platz standen 9 Bäume.", [count("9", "9", "Bäume")], "a square is no cue"],
  ],
  nb: [
    ["Byen ligger på 9. plass.", [rank("9. plass", "9")], "ordinal and cue"],
    ["Byen er nummer 9 av 27 kommuner.", [rank("nummer 9 av 27", "9", { of: "27" })], "how many were ranked"],
    ["Byen havnet på niendeplass.", [rank("niendeplass", "9")], "a compound"],
    ["Det er landets tredje største by.", [rank("tredje største", "3")], "ordinal and superlative"],
    ["Den 13. kongressen åpner i dag.", [], "an ordinal that only names a thing is none"],
  ],
  nn: [
    ["Byen ligg på 9. plass.", [rank("9. plass", "9")], "ordinal and cue"],
    ["Byen er nummer 9 av 27 kommunar.", [rank("nummer 9 av 27", "9", { of: "27" })], "how many were ranked"],
    ["Det er den tredje største byen i landet.", [rank("tredje største", "3")], "ordinal and superlative"],
  ],
};

describe("ranks", () => testFactRows(ROWS));
