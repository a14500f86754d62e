import { count, type RowsByLanguage, testFactRows } from "../../support/fact-rows.js";

const ROWS: RowsByLanguage = {
  id: [
    ["Petugas memeriksa 47 jembatan di wilayah itu.", [count("47", "47", "jembatan")], "digits and the noun behind"],
    ["Sebanyak dua puluh tiga sekolah ditutup.", [count("dua puluh tiga", "23", "sekolah")], "spelled out"],
    ["Banjir itu menimpa 1.250 rumah.", [count("1.250", "1250", "rumah")], "grouped digits"],
    [
      "Kota itu dihuni 1,5 juta orang.",
      [count("1,5 juta", "1500000", "orang")],
      "a scale word belongs to the span; people are counted as orang",
    ],
    [
      "Pelabuhan menerima lima unit kapal.",
      [count("lima", "5", "kapal")],
      "a classifier is dropped in front of a noun",
    ],
    ["Hampir 300 pelamar hadir.", [count("300", "300", "pelamar", { modifier: "nearly" })], "with a modifier"],
    ["Ia menang tiga kali.", [count("tiga", "3", "kali")], "times are counted"],
    ["Satu jembatan roboh.", [count("Satu", "1", "jembatan")], "satu and a noun is a count"],
    ["Mereka merawat 12 sampai 15 pasien.", [count("12 sampai 15", "12..15", "pasien")], "a range"],
    [
      "Ada 29 dan 30 kecamatan.",
      [count("29", "29", "kecamatan"), count("30", "30", "kecamatan")],
      "two numbers share a noun",
    ],
    ["Seribu pohon ditanam.", [count("Seribu", "1000", "pohon")], "one thousand in one word"],
  ],
  ar: [
    ["فحصت اللجنة 47 جسرا.", [count("47", "47", "جسرا")], "digits and the noun behind"],
    ["أغلقت الوزارة ثلاث مدارس.", [count("ثلاث", "3", "مدارس")], "spelled, in the feminine"],
    ["أصيب خمسة وعشرون عاملا.", [count("خمسة وعشرون", "25", "عاملا")], "unit, conjunction, ten"],
    ["يسكن المدينة 1.5 مليون نسمة.", [count("1.5 مليون", "1500000", "نسمة")], "a scale word"],
    ["شارك نحو ٣٠٠ طالب.", [count("٣٠٠", "300", "طالب", { modifier: "approx" })], "Arabic digits with a modifier"],
    ["قتل شخصان.", [count("شخصان", "2", "شخصان")], "a dual carries its two"],
    ["فاز ثلاث مرات.", [count("ثلاث", "3", "مرات")], "times"],
  ],
  de: [
    ["Die Feuerwehr prüfte 47 Brücken.", [count("47", "47", "Brücken")], "digits and the noun behind"],
    [
      "Dreiundzwanzig kleine Schulen schließen.",
      [count("Dreiundzwanzig", "23", "kleine Schulen")],
      "written together, an adjective in front of the noun",
    ],
    [
      "Im Norden brannten 14, im Süden 9 Scheunen.",
      [count("14", "14", "Scheunen"), count("9", "9", "Scheunen")],
      "the first leaves out what the second counts",
    ],
    ["Im Zimmer 12, im Garten 3 Bäume.", [count("3", "3", "Bäume")], "a label's number leaves out nothing"],
    [
      "1450 begeisterte Zuschauer sahen das Spiel.",
      [count("1450", "1450", "begeisterte Zuschauer")],
      "no year where the verb comes later",
    ],
    ["Das Hochwasser traf 1.250 Häuser.", [count("1.250", "1250", "Häuser")], "grouped by a dot"],
    ["Das Hochwasser traf 1 250 Häuser.", [count("1 250", "1250", "Häuser")], "or by a space"],
    ["In der Stadt leben 1,5 Millionen Menschen.", [count("1,5 Millionen", "1500000", "Menschen")], "a scale word"],
    ["In der Stadt leben 1,5 Mio. Menschen.", [count("1,5 Mio.", "1500000", "Menschen")], "cut short"],
    ["Fast 300 Bewerber kamen.", [count("300", "300", "Bewerber", { modifier: "nearly" })], "with a modifier"],
    ["Sie gewann dreimal.", [count("dreimal", "3", "mal")], "a compound is the span, its noun part the item"],
    ["Ein einziger Zeuge blieb.", [count("Ein einziger", "1", "Zeuge")], "only one is a count"],
    ["Sie versorgten 12 bis 15 Verletzte.", [count("12 bis 15", "12..15", "Verletzte")], "a range"],
    ["Es gab zwei Tote und 14 Verletzte.", [count("zwei", "2", "Tote"), count("14", "14", "Verletzte")], "two counts"],
  ],
  nb: [
    ["Brannvesenet kontrollerte 47 bruer.", [count("47", "47", "bruer")], "digits and the noun behind"],
    ["Tjuetre små skoler stenges.", [count("Tjuetre", "23", "små skoler")], "spelled the new way"],
    ["Treogtyve skoler stenges.", [count("Treogtyve", "23", "skoler")], "and the old"],
    ["Flommen rammet 1 250 hus.", [count("1 250", "1250", "hus")], "grouped by a space"],
    ["I byen bor det 1,5 millioner mennesker.", [count("1,5 millioner", "1500000", "mennesker")], "a scale word"],
    ["Nesten 300 søkere møtte opp.", [count("300", "300", "søkere", { modifier: "nearly" })], "with a modifier"],
    ["Hun vant tre ganger.", [count("tre", "3", "ganger")], "times"],
    ["Bare én bru falt sammen.", [count("én", "1", "bru")], "the accent makes it a number"],
  ],
  nn: [
    ["Brannvesenet kontrollerte 47 bruer.", [count("47", "47", "bruer")], "digits and the noun behind"],
    ["Tjuetre skular blir stengde.", [count("Tjuetre", "23", "skular")], "spelled out"],
    [
      "I byen bur det 1,5 millionar menneske.",
      [count("1,5 millionar", "1500000", "menneske")],
      "its own plural of the scale word",
    ],
    ["Nesten 300 søkjarar møtte opp.", [count("300", "300", "søkjarar", { modifier: "nearly" })], "with a modifier"],
    ["Ho vann tre gonger.", [count("tre", "3", "gonger")], "times"],
  ],
};

describe("counts", () => testFactRows(ROWS));
