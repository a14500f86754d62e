import { factsOf } from "../../support/facts-of.js";

/** A text, for each of its values its item and its date (`-`: none), and the construction. */
type Row = readonly [
  text: string,
  values: Readonly<Record<string, readonly [item: string, when: string]>>,
  why: string,
];

const ROWS: Readonly<Record<string, readonly Row[]>> = {
  id: [
    [
      "Pada 2022 laba naik dibanding 2019 menjadi Rp9 miliar.",
      { "Rp9 miliar": ["-", "2022"] },
      "a date that is compared with",
    ],
    [
      "Laba toko itu naik 8 persen menjadi Rp9 miliar pada 2021.",
      { "8 persen": ["-", "2021"], "Rp9 miliar": ["-", "2021"] },
      "how much changed and the end of it",
    ],
    [
      "Suhu turun hingga 3 derajat Celsius pada Senin, 24 Juli 2023.",
      { "3 derajat Celsius": ["-", "2023-07-24"] },
      "a weekday",
    ],
    [
      "Perahu itu karam 4 kilometer dari pantai, Kamis (9/2/2023).",
      { "4 kilometer": ["-", "2023-02-09"] },
      "a dateline",
    ],
    [
      "Lomba itu diikuti 300 pelari dari 12 negara pada 2019.",
      { "300": ["pelari", "2019"], "12": ["negara", "2019"] },
      "a date behind both",
    ],
    [
      "Produksi naik dari 40 ton menjadi 55 ton pada 2021.",
      { "40 ton": ["-", "-"], "55 ton": ["-", "2021"] },
      "the date of the end of a change",
    ],
    ["Pada 2018 terdapat 14 pabrik gula.", { "14": ["pabrik gula", "2018"] }, "a date in front"],
    ["Sekitar 45 persen dari warga desa menolak.", { "45 persen": ["warga desa", "-"] }, "a share of a whole"],
    ["Dua unit bus dan tiga sepeda motor rusak.", { Dua: ["bus", "-"], tiga: ["sepeda motor", "-"] }, "a classifier"],
  ],
  ar: [
    ["زار المتحف 900 سائح عام 2017.", { "900": ["سائح", "2017"] }, "a date behind"],
    ["في عام 2017 زار المتحف 900 سائح.", { "900": ["سائح", "2017"] }, "a date in front"],
    ["يمثل الشباب 60% والنساء 45% من الأعضاء.", { "60%": ["الأعضاء", "-"], "45%": ["الأعضاء", "-"] }, "a shared whole"],
    ["نمت المبيعات 4% هذا العام.", { "4%": ["-", "-"] }, "a time behind a share"],
    [
      "نمت المبيعات 4% هذا العام و6% في 2025.",
      { "4%": ["-", "-"], "6%": ["-", "2025"] },
      "a time in front of another's date",
    ],
    [
      "صوت 60% من السكان لصالح الخطة بينما عارضها 30%.",
      { "30%": ["السكان", "-"] },
      "a clause that leaves out the whole",
    ],
    ["ألقى 4 كرات والمدرب يراقبه.", { "4": ["كرات", "-"] }, "another thing joined"],
    ["سافر مع أبنائه الثلاثة.", { الثلاثة: ["أبنائه", "-"] }, "a noun with its owner"],
    ["احتفل بعيد ميلاده الستين مع 4 ضيوف.", { "4": ["ضيوف", "-"] }, "an ordinal behind one"],
    ["صوت 30% من الناخبين.", { "30%": ["الناخبين", "-"] }, "a share of a whole"],
  ],
  de: [
    ["Das Dorf hat 90 Einwohner (Stand: 30. Juni 2020).", { "90": ["Einwohner", "2020-06-30"] }, "a dated bracket"],
    ["Das Dorf hat 90 Einwohner (seine Kirche von 1720).", { "90": ["Einwohner", "-"] }, "a bracket of its own"],
    [
      "Die Zahl der Höfe stieg von 40 im Jahr 2001 auf 65 im Jahr 2009.",
      { "40": ["Höfe", "2001"], "65": ["Höfe", "2009"] },
      "two dates",
    ],
    ["Von 1990 bis 1999 stieg die Zahl der Höfe auf 65.", { "65": ["Höfe", "1999"] }, "the end of an interval"],
    [
      "Im Jahr 2005 hatten 18 Prozent der Haushalte keinen Anschluss.",
      { "18 Prozent": ["Haushalte", "2005"] },
      "a share",
    ],
    ["2011 eröffneten vier kleine Läden.", { vier: ["kleine Läden", "2011"] }, "adjectives in front"],
  ],
  nb: [
    [
      "I 2016 hadde byen 14 skoler, og i 2020 hadde den 12 skoler.",
      { "14": ["skoler", "2016"], "12": ["skoler", "2020"] },
      "a date in each clause",
    ],
    ["Rundt 60 prosent av velgerne stemte i 2013.", { "60 prosent": ["velgerne", "2013"] }, "a share"],
    ["Klubben vant 5 kamper i 2008.", { "5": ["kamper", "2008"] }, "a date behind"],
  ],
  nn: [["I 2016 hadde bygda 14 gardar.", { "14": ["gardar", "2016"] }, "a date in front"]],
};

describe.each(Object.entries(ROWS))("%s", (tag, rows) => {
  test.each(rows.map(([text, values, why]) => ({ text, values, why })))("$text ($why)", ({ text, values }) => {
    const found = factsOf(tag, text)
      .filter(({ evidence }) => values[evidence.exact] !== undefined)
      .map(({ evidence, attributes }) => [evidence.exact, [attributes.item ?? "-", attributes.when ?? "-"]]);
    expect(Object.fromEntries(found)).toEqual(values);
  });
});
