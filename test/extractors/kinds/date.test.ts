import { date, type RowsByLanguage, testFactRows } from "../../support/fact-rows.js";

const ROWS: RowsByLanguage = {
  id: [
    ["Rapat digelar pada 14 Februari 2023.", [date("14 Februari 2023", "2023-02-14")], "day, month, year"],
    ["Rapat digelar 14 Februari.", [date("14 Februari", "--02-14")], "without a year"],
    ["Proyek rampung pada Agustus 2025.", [date("Agustus 2025", "2025-08")], "month and year"],
    ["Jembatan itu dibangun tahun 1987.", [date("1987", "1987")], "a year without its word"],
    ["Data periode 2019-2022 dipakai.", [date("2019-2022", "2019/2022")], "an interval of years"],
    ["Ia menjabat antara 1998 dan 2004.", [date("1998 dan 2004", "1998/2004")], "between and and"],
    ["Kegiatan itu pada 3-5 Juni 2024.", [date("3-5 Juni 2024", "2024-06-03/2024-06-05")], "days of a month"],
    ["Pada 1980-an kota itu tumbuh.", [date("1980-an", "1980/1989")], "a decade"],
    ["Masjid itu dari abad ke-17.", [date("abad ke-17", "1600/1699")], "a century"],
    ["Laba triwulan III 2022 naik.", [date("triwulan III 2022", "2022-Q3")], "a quarter"],
    [
      "Rapat digelar pada 31 Februari 2023.",
      [date("Februari 2023", "2023-02")],
      "a day that the month has not is left out",
    ],
    ["Rapat digelar tahun lalu.", [], "a relative date is not marked"],
  ],
  ar: [
    ["عقد الاجتماع في 14 فبراير 2023.", [date("14 فبراير 2023", "2023-02-14")], "day, month, year"],
    ["عقد الاجتماع في 14 شباط 2023.", [date("14 شباط 2023", "2023-02-14")], "the month's Levantine name"],
    ["عقد الاجتماع في ١٤ فبراير ٢٠٢٣.", [date("١٤ فبراير ٢٠٢٣", "2023-02-14")], "Arabic digits"],
    ["بني الجسر عام 1987.", [date("1987", "1987")], "a year without its word"],
    ["يعود المسجد إلى القرن السابع عشر.", [date("القرن السابع عشر", "1600/1699")], "a century"],
    ["عقد الاجتماع العام الماضي.", [], "a relative date is not marked"],
  ],
  de: [
    ["Die Sitzung fand am 14. Februar 2023 statt.", [date("14. Februar 2023", "2023-02-14")], "day, month, year"],
    ["Die Sitzung ist am 14. Februar.", [date("14. Februar", "--02-14")], "without a year"],
    ["Die Sitzung war am Dienstag, 14.02.2023.", [date("14.02.2023", "2023-02-14")], "in digits, without the weekday"],
    ["Die Brücke wird im August 2025 fertig.", [date("August 2025", "2025-08")], "month and year"],
    ["Die Brücke entstand im Jahr 1987.", [date("1987", "1987")], "a year without its word"],
    ["Sie regierte von 1998 bis 2004.", [date("1998 bis 2004", "1998/2004")], "an interval"],
    ["In den 1980er Jahren wuchs der Ort.", [date("1980er Jahren", "1980/1989")], "a decade"],
    ["Die Kirche stammt aus dem 17. Jahrhundert.", [date("17. Jahrhundert", "1600/1699")], "a century"],
    ["Im dritten Quartal 2022 stieg der Gewinn.", [date("dritten Quartal 2022", "2022-Q3")], "a quarter"],
    ["Die Sitzung war im vergangenen Jahr.", [], "a relative date is not marked"],
  ],
  nb: [
    ["Møtet ble holdt 14. februar 2023.", [date("14. februar 2023", "2023-02-14")], "day, month, year"],
    ["Møtet holdes 14. februar.", [date("14. februar", "--02-14")], "without a year"],
    ["Brua åpner i august 2025.", [date("august 2025", "2025-08")], "month and year"],
    ["Brua ble bygd i 1987.", [date("1987", "1987")], "a year behind a preposition"],
    ["Hun styrte fra 1998 til 2004.", [date("1998 til 2004", "1998/2004")], "an interval"],
    ["På 1980-tallet vokste stedet.", [date("1980-tallet", "1980/1989")], "a decade"],
    ["Kirken er fra 1600-tallet.", [date("1600-tallet", "1600/1699")], "a century"],
    ["I tredje kvartal 2022 økte overskuddet.", [date("tredje kvartal 2022", "2022-Q3")], "a quarter"],
    ["Møtet ble holdt i fjor.", [], "a relative date is not marked"],
  ],
  nn: [
    ["Møtet vart halde 14. februar 2023.", [date("14. februar 2023", "2023-02-14")], "day, month, year"],
    ["Brua vart bygd i 1987.", [date("1987", "1987")], "a year behind a preposition"],
    ["Ho styrte frå 1998 til 2004.", [date("1998 til 2004", "1998/2004")], "an interval"],
    ["På 1980-talet voks staden.", [date("1980-talet", "1980/1989")], "a decade, in its own spelling"],
    ["Kyrkja er frå 1600-talet.", [date("1600-talet", "1600/1699")], "a century"],
  ],
};

describe("dates", () => testFactRows(ROWS));
