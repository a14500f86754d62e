import type { NumberHabit } from "../../../extractors/numbers/digit-number.js";
import { documentHabit } from "../../../extractors/numbers/document-habit.js";
import { scan } from "../../../extractors/text/scan.js";

const COMMA: NumberHabit = { decimal: ",", group: "." };
const POINT: NumberHabit = { decimal: ".", group: "," };

test.each<[string, NumberHabit, string]>([
  ["Tidak ada angka.", COMMA, "no number, no evidence: the language's convention"],
  ["Naik 12.5 persen.", COMMA, "one number against the convention may be a slip"],
  ["Naik 12.5 persen dari 9.8 persen.", POINT, "two that speak against it make the document's habit"],
  ["Naik 12.5 persen dari 9.8 persen, lalu 3,4 persen.", COMMA, "unless one speaks for it"],
  ["Ada 1,234,567 warga dan 2,345,678 rumah.", POINT, "repeated commas group"],
  ["Ada 1,234.5 ton dan 2,345.6 ton.", POINT, "two signs in one number prove both"],
  ["Ada 1.234 warga dan 2.345 rumah.", COMMA, "three digits behind one sign prove nothing"],
  ["Pukul 17.45 sampai 18.30.", COMMA, "two digits behind a dot may be a clock time"],
  ["Tanggal 28.06.2024 dan 29.06.2024.", COMMA, "dates prove nothing"],
  ["Versi 10.1.2 dan 10.1.3.", COMMA, "neither do versions"],
])("%s reads by %j: %s", (text, habit) => {
  expect(documentHabit(text, scan(text), COMMA)).toEqual(habit);
});

test("the convention may as well be the other way round", () => {
  const text = "12,5 und 9,8";
  expect(documentHabit(text, scan(text), POINT)).toEqual(COMMA);
});
