import { measurement, type RowsByLanguage, testFactRows } from "../../support/fact-rows.js";

const ROWS: RowsByLanguage = {
  id: [
    ["Jalan itu sepanjang 14,5 kilometer.", [measurement("14,5 kilometer", "14.5", "km")], "number and word"],
    ["Beratnya 380 kg.", [measurement("380 kg", "380", "kg")], "a symbol"],
    ["Lahan seluas 94.155 hektare terbakar.", [measurement("94.155 hektare", "94155", "ha")], "grouped digits"],
    ["Gudang menyimpan 1,2 juta ton beras.", [measurement("1,2 juta ton", "1200000", "t")], "a scale word"],
    ["Pekerjaan berlangsung tiga bulan.", [measurement("tiga bulan", "3", "mo")], "a time in words"],
    ["Suhu mencapai 34 °C.", [measurement("34 °C", "34", "Cel")], "degrees"],
    [
      "Penduduk berusia 17 tahun ke atas boleh memilih.",
      [measurement("17 tahun", "17", "a", { modifier: "at_least" })],
      "a threshold is at least",
    ],
    ["Kapal melaju 20 sampai 25 kilometer.", [measurement("20 sampai 25 kilometer", "20..25", "km")], "a range"],
    ["Selama dua dekade hutan menyusut.", [measurement("dua dekade", "20", "a")], "a decade is ten years"],
  ],
  ar: [
    ["يبلغ طول الطريق 14.5 كيلومتر.", [measurement("14.5 كيلومتر", "14.5", "km")], "number and word"],
    ["استمر العمل ثلاثة أشهر.", [measurement("ثلاثة أشهر", "3", "mo")], "a time in words"],
    ["استمر العمل عامين.", [measurement("عامين", "2", "a")], "a dual carries its two"],
    ["تبلغ المساحة ٩٤ هكتارا.", [measurement("٩٤ هكتارا", "94", "ha")], "Arabic digits"],
  ],
  de: [
    ["Die Strecke ist 14,5 Kilometer lang.", [measurement("14,5 Kilometer", "14.5", "km")], "number and word"],
    ["Das Paket wiegt 380 kg.", [measurement("380 kg", "380", "kg")], "a symbol"],
    ["Der Wald misst 94.155 Hektar.", [measurement("94.155 Hektar", "94155", "ha")], "grouped digits"],
    ["Die Arbeiten dauern drei Monate.", [measurement("drei Monate", "3", "mo")], "a time in words"],
    [
      "Die Arbeiten dauern anderthalb Jahre.",
      [measurement("anderthalb Jahre", "1.5", "a")],
      "one and a half in a word",
    ],
    ["Das Thermometer zeigte 34 Grad.", [measurement("34 Grad", "34", "Cel")], "degrees of the weather"],
    ["Die 28-Jährige fuhr allein.", [measurement("28-Jährige", "28", "a")], "a compound is the span"],
    ["Der dreijährige Vertrag endet.", [measurement("dreijährige", "3", "a")], "spelled as well"],
    ["Ein Jahr später kam er.", [], "an article is no number"],
    ["Die Anlage leistet 12 bis 15 Megawatt.", [measurement("12 bis 15 Megawatt", "12..15", "MW")], "a range"],
  ],
  nb: [
    ["Strekningen er 14,5 kilometer lang.", [measurement("14,5 kilometer", "14.5", "km")], "number and word"],
    ["Pakken veier 380 kg.", [measurement("380 kg", "380", "kg")], "a symbol"],
    ["Arbeidet varer i tre måneder.", [measurement("tre måneder", "3", "mo")], "a time in words"],
    ["Arbeidet varer i halvannet år.", [measurement("halvannet år", "1.5", "a")], "one and a half in a word"],
    ["Den 28 år gamle føreren var alene.", [measurement("28 år", "28", "a")], "an age"],
    ["28-åringen kjørte alene.", [measurement("28-åringen", "28", "a")], "in a compound"],
    ["Et år senere kom han.", [], "an article is no number"],
  ],
  nn: [
    ["Strekninga er 14,5 kilometer lang.", [measurement("14,5 kilometer", "14.5", "km")], "number and word"],
    ["Arbeidet varer i tre månader.", [measurement("tre månader", "3", "mo")], "a time in words"],
    ["28-åringen køyrde åleine.", [measurement("28-åringen", "28", "a")], "an age in a compound"],
    ["Eit år seinare kom han.", [], "an article is no number"],
  ],
};

describe("measurements", () => testFactRows(ROWS));
