import { type RowsByLanguage, ratio, testFactRows } from "../../support/fact-rows.js";

const ROWS: RowsByLanguage = {
  id: [
    ["Dinas itu menuntaskan 13/18 target.", [ratio("13/18", "13/18", { item: "target" })], "a slash"],
    ["Tercatat 8 dari 9 pompa menyala.", [ratio("8 dari 9", "8/9", { item: "pompa" })], "n of m"],
    ["Dua pertiga lahan kering.", [ratio("Dua pertiga", "2/3")], "a fraction with its numerator"],
    ["Sepertiga lahan kering.", [ratio("Sepertiga", "1/3")], "a fraction in a word"],
    ["Separuh kursi kosong.", [ratio("Separuh", "1/2")], "a half"],
    ["Satu dari empat anak tidak sekolah.", [ratio("Satu dari empat", "1/4", { item: "anak" })], "in words"],
  ],
  ar: [
    ["أنجزت الدائرة 13/18 مهمة.", [ratio("13/18", "13/18")], "a slash"],
    ["تعمل 8 من أصل 9 مضخات.", [ratio("8 من أصل 9", "8/9", { item: "مضخات" })], "n of m"],
    ["جف ثلث الأراضي.", [ratio("ثلث", "1/3")], "a fraction in a word"],
    ["جف ثلثا الأراضي.", [ratio("ثلثا", "2/3")], "its dual is two thirds"],
    ["وافق نصف الأعضاء.", [ratio("نصف", "1/2")], "a half"],
  ],
  de: [
    ["Das Amt erfüllte 13/18 Aufgaben.", [ratio("13/18", "13/18", { item: "Aufgaben" })], "a slash"],
    ["Acht von neun Pumpen laufen.", [ratio("Acht von neun", "8/9", { item: "Pumpen" })], "n of m"],
    ["Zwei Drittel der Felder sind trocken.", [ratio("Zwei Drittel", "2/3")], "a fraction with its numerator"],
    ["Ein Viertel der Felder ist trocken.", [ratio("Ein Viertel", "1/4")], "one of them"],
    ["Jeder dritte Betrieb sucht Personal.", [ratio("Jeder dritte", "1/3", { item: "Betrieb" })], "every third"],
    ["Die Hälfte der Plätze blieb leer.", [ratio("Hälfte", "1/2")], "a half"],
  ],
  nb: [
    ["Etaten løste 13/18 oppgaver.", [ratio("13/18", "13/18", { item: "oppgaver" })], "a slash"],
    ["Åtte av ni pumper virker.", [ratio("Åtte av ni", "8/9", { item: "pumper" })], "n of m"],
    ["To tredeler av jordene er tørre.", [ratio("To tredeler", "2/3")], "a fraction with its numerator"],
    ["Hver tredje bedrift mangler folk.", [ratio("Hver tredje", "1/3", { item: "bedrift" })], "every third"],
    ["Halvparten av plassene sto tomme.", [ratio("Halvparten", "1/2")], "a half"],
  ],
  nn: [
    ["Åtte av ni pumper verkar.", [ratio("Åtte av ni", "8/9", { item: "pumper" })], "n of m"],
    ["To tredelar av jordene er tørre.", [ratio("To tredelar", "2/3")], "its own plural"],
    ["Kvar tredje bedrift manglar folk.", [ratio("Kvar tredje", "1/3", { item: "bedrift" })], "every third"],
    ["Halvparten av plassane stod tomme.", [ratio("Halvparten", "1/2")], "a half"],
  ],
};

describe("ratios", () => testFactRows(ROWS));
