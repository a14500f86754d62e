import { factsOf } from "../../support/facts-of.js";

/** A text, for each of its values what it is the value of (`-`: of nothing), and the construction. */
type SubjectRow = readonly [text: string, subjects: Readonly<Record<string, string>>, why: string];

const ROWS: Readonly<Record<string, readonly SubjectRow[]>> = {
  id: [
    ["Laba naik tiga kali menjadi 9 miliar rupiah.", { "9 miliar rupiah": "Laba" }, "times in between"],
    [
      "Konsumsi gas kota itu tumbuh 6 persen secara tahunan (yoy) menjadi 900 meter kubik.",
      { "6 persen": "Konsumsi gas kota itu", "900 meter kubik": "Konsumsi gas kota itu" },
      "a bracket behind the value in front",
    ],
    ["Pabrik itu memiliki kapasitas terpasang 5 megawatt.", { "5 megawatt": "kapasitas" }, "a participle"],
    [
      "Inflasi mencapai 3 persen, sementara rasio utang terhadap ekspor turun menjadi 40 persen.",
      { "3 persen": "Inflasi", "40 persen": "rasio utang terhadap ekspor" },
      "a comparison inside a noun phrase",
    ],
    ["Hakim menjatuhkan pidana penjara 2 tahun.", { "2 tahun": "pidana penjara" }, "a term"],
    ["Suhu air danau mencapai 27 derajat Celsius.", { "27 derajat Celsius": "Suhu air danau" }, "a verb between"],
    ["Menara itu setinggi 80 meter.", { "80 meter": "Menara itu" }, "an adjective that measures"],
    ["Jembatan itu membentang sepanjang 600 meter.", { "600 meter": "Jembatan itu" }, "with a verb in front of it"],
    ["Kapal itu melaju dengan kecepatan 30 kilometer per jam.", { "30 kilometer per jam": "kecepatan" }, "its measure"],
    ["Gedung baru dan taman itu luasnya 2.500 meter persegi.", { "2.500 meter persegi": "luasnya" }, "its own measure"],
    ["Rumah yang dijual di kota itu harganya mencapai Rp2 miliar.", { "Rp2 miliar": "harganya" }, "behind its owner"],
    ["Harga beras: Rp14.000 per kilogram.", { "Rp14.000": "Harga beras" }, "a colon"],
    [
      "Laba bank itu naik 12 persen menjadi Rp3 triliun.",
      { "12 persen": "Laba bank itu", "Rp3 triliun": "Laba bank itu" },
      "two values",
    ],
    [
      "Laba bersih mencapai Rp8 miliar, dibandingkan periode yang sama 2020 senilai Rp6 miliar.",
      { "Rp8 miliar": "Laba bersih", "Rp6 miliar": "Laba bersih" },
      "what a value is compared with",
    ],
    [
      "Tingkat hunian hotel turun menjadi 61 persen, lebih rendah dari 70 persen pada 2022.",
      { "61 persen": "Tingkat hunian hotel", "70 persen": "Tingkat hunian hotel" },
      "the same by an adjective",
    ],
    ["Pengadilan memberi mereka tenggat tiga minggu.", { "tiga minggu": "tenggat" }, "a time that is measured"],
    ["Mereka menunggu di pelabuhan selama tiga minggu.", { "tiga minggu": "-" }, "a time that is not"],
    [
      "Surabaya menempati peringkat ke-4 dalam indeks kota hijau.",
      { "peringkat ke-4": "indeks kota hijau" },
      "the index of a rank",
    ],
    ["Surabaya menempati peringkat ke-4 dari 34 kota.", { "peringkat ke-4 dari 34": "Surabaya" }, "a rank without one"],
    [
      "Pembaca setia majalah itu (sekitar 40 persen dari pelanggan) tinggal di desa.",
      { "40 persen": "Pembaca setia majalah itu" },
      "a bracket",
    ],
    ["Luas kebun | 12 hektare | 15 hektare", { "12 hektare": "Luas kebun", "15 hektare": "Luas kebun" }, "a row"],
    ["Peserta lomba: 31 orang", { "31": "Peserta lomba" }, "a label"],
    ["Korban banjir mencapai 31 orang.", { "31": "Korban banjir" }, "a count that is reached"],
    ["Petani itu memiliki 31 ekor kambing.", { "31": "-" }, "a count that is owned"],
  ],
  ar: [
    ["أعلنت الهيئة عن زيادة بنسبة 6% في عدد المسافرين.", { "6%": "عدد المسافرين" }, "what changed behind its value"],
    ["شهدت الأسعار زيادة بنسبة 6% في المدن.", { "6%": "الأسعار" }, "a place behind it"],
    ["الهاتف رخيص وشاشته 6 بوصات.", { "6 بوصات": "شاشته" }, "a noun with its owner behind a conjunction"],
    [
      "كان سعر التذكرة 12 دولارا في المكتب و9 دولارات على الموقع.",
      { "12 دولارا": "سعر التذكرة", "9 دولارات": "سعر التذكرة" },
      "a value joined over other words",
    ],
    [
      "وصلت نسبة المشاركة، وفقا للجنة، إلى 43%.",
      { "43%": "نسبة المشاركة" },
      "words between commas in front of the value",
    ],
    ["يبلغ ارتفاع البرج 90 مترا.", { "90 مترا": "ارتفاع البرج" }, "a noun of change that measures"],
    [
      "بلغت قيمة الصفقة التي أبرمها البلدان 3 ملايين دولار.",
      { "3 ملايين دولار": "قيمة الصفقة التي أبرمها البلدان" },
      "a dual",
    ],
    ["هبط سعر البرميل إلى 60 دولارا.", { "60 دولارا": "سعر البرميل" }, "a unit in its name"],
    ["عارض 61% من الأعضاء القرار.", { "61%": "-" }, "a verb in front of a share"],
    [
      "بلغ معدل البطالة 9% وارتفع بين الشباب إلى 25%.",
      { "9%": "معدل البطالة", "25%": "معدل البطالة" },
      "a place behind the second verb",
    ],
    ["شارك في الاقتراع 72% من الناخبين.", { "72%": "-" }, "a verb with its object"],
    [
      "استوردت الشركة 40 ألف طن من القمح بقيمة 9 ملايين دولار.",
      { "9 ملايين دولار": "القمح" },
      "so much of what has the value",
    ],
    ["زار القرية البالغ عدد سكانها 900 نسمة.", { "900": "عدد سكانها" }, "a participle"],
    ["قضت المحكمة بالسجن وبغرامة قيمتها 500 دولار.", { "500 دولار": "غرامة" }, "the last of two penalties"],
    [
      "تبلغ مساحة المتحف 900 متر مربع وتكلفته 30 مليون دولار.",
      { "900 متر مربع": "مساحة المتحف", "30 مليون دولار": "تكلفته" },
      "a joined measure with its owner",
    ],
    ["رفع البنك سعر الفائدة ثلاث مرات ليصل إلى 9 بالمئة.", { "9 بالمئة": "سعر الفائدة" }, "times in between"],
    ["حكم عليه بالسجن خمس سنوات.", { "خمس سنوات": "السجن" }, "a term"],
    [
      "تبلغ قيمة المشروع، الذي أعلن في المؤتمر، 5 مليارات دولار.",
      { "5 مليارات دولار": "قيمة المشروع" },
      "a clause between commas in front of the value",
    ],
    ["بلغت درجة الحرارة 27 درجة مئوية.", { "27 درجة مئوية": "درجة الحرارة" }, "the verb in front"],
    ["بلغ عدد الطلاب في الجامعة 5400 طالب.", { "5400": "عدد الطلاب في الجامعة" }, "a count"],
    ["هبت رياح سرعتها 90 كيلومترا في الساعة.", { "90 كيلومترا في الساعة": "سرعتها" }, "a measure with its owner"],
    ["رأينا أبراجا يبلغ ارتفاعها 60 مترا.", { "60 مترا": "ارتفاعها" }, "the same behind a verb"],
    ["اشترت البلدية حافلات بقيمة 3 ملايين دولار.", { "3 ملايين دولار": "حافلات" }, "a thing of a value"],
    ["منح البنك الشركة قرضا قدره 7 ملايين يورو.", { "7 ملايين يورو": "قرضا" }, "the same with a pronoun"],
    [
      "بلغت مبيعات المتجر 8 ملايين دولار مقابل 6 ملايين دولار في العام الماضي.",
      { "8 ملايين دولار": "مبيعات المتجر", "6 ملايين دولار": "مبيعات المتجر" },
      "what a value is compared with",
    ],
    [
      "ارتفعت أسعار الخبز إلى 12 دولارا بزيادة 20 في المئة.",
      { "12 دولارا": "أسعار الخبز", "20 في المئة": "أسعار الخبز" },
      "by how much it rose",
    ],
    ["جاءت تونس في المرتبة الرابعة في مؤشر السعادة.", { "المرتبة الرابعة": "مؤشر السعادة" }, "the index of a rank"],
    ["حصل الفريق على المركز الرابع.", { "المركز الرابع": "الفريق" }, "a rank of no index"],
    [
      "خفضت المصانع إنتاجها من الأسمنت إلى 40 ألف طن.",
      { "40 ألف طن": "إنتاجها من الأسمنت" },
      "an object with its owner",
    ],
    ["تقع القرية على ارتفاع 800 متر.", { "800 متر": "ارتفاع" }, "a noun that elsewhere is one of change"],
    ["تستمر الدراسة مدة ثلاثة أشهر.", { "ثلاثة أشهر": "مدة" }, "a time that is measured"],
    ["عاش الكاتب في القاهرة أربع سنوات.", { "أربع سنوات": "-" }, "a time that is not"],
  ],
  de: [
    [
      "Den Schaden schätzt die Polizei auf 9000 Euro.",
      { "9000 Euro": "Den Schaden" },
      "a measure that is the object of its verb",
    ],
    ["Ihren Umsatz steigerte die Firma auf 9 Millionen Euro.", { "9 Millionen Euro": "Ihren Umsatz" }, "the same"],
    ["Gestern sank der Ölpreis auf 9 Euro.", { "9 Euro": "der Ölpreis" }, "behind an adverb and the verb"],
    ["Nun erhöht sich der Vorrat um 9 Tonnen.", { "9 Tonnen": "der Vorrat" }, "behind a reflexive verb"],
    [
      "Der Gewinn vor Zinsen, Steuern und Abgaben stieg auf 9 Euro.",
      { "9 Euro": "Der Gewinn vor Zinsen, Steuern und Abgaben" },
      "nouns that a preposition lists",
    ],
    ["Im Streit um den Preis verlangte die Firma 9 Euro.", { "9 Euro": "-" }, "a measure behind a preposition"],
    [
      "Der Verlust erreichte 2014 trotz Hilfe 9 Millionen Euro.",
      { "9 Millionen Euro": "Der Verlust" },
      "an adverbial behind a year",
    ],
    [
      "Die Temperatur des Sees erreichte 27 Grad Celsius.",
      { "27 Grad Celsius": "Die Temperatur des Sees" },
      "a verb between",
    ],
    [
      "Im Mai sank die Auslastung der Hotels auf 61 Prozent.",
      { "61 Prozent": "die Auslastung der Hotels" },
      "the verb in front",
    ],
    [
      "Auf 61 Prozent sank die Auslastung der Hotels.",
      { "61 Prozent": "die Auslastung der Hotels" },
      "the value in front",
    ],
    ["Rund 40 Euro kostet die Tageskarte.", { "40 Euro": "die Tageskarte" }, "the same with its verb behind"],
    ["Rund 40 Euro hat die Tageskarte gekostet.", { "40 Euro": "die Tageskarte" }, "with an auxiliary"],
    ["Der Preis, den der Händler verlangte, lag bei 80 Euro.", { "80 Euro": "Der Preis" }, "a relative clause"],
    ["Das Gericht setzte die Strafe auf 900 Euro fest.", { "900 Euro": "die Strafe" }, "an object behind the subject"],
    [
      "Die Schulden wurden von 80 Millionen Euro auf 60 Millionen Euro gesenkt.",
      { "80 Millionen Euro": "Die Schulden", "60 Millionen Euro": "Die Schulden" },
      "from and to",
    ],
    [
      "Die Kommission teilte mit, dass die Kosten um 8 Prozent gestiegen seien.",
      { "8 Prozent": "die Kosten" },
      "the verb at the end",
    ],
    [
      "Der Umsatz stieg um 8 Prozent und erreichte 70 Millionen Euro.",
      { "8 Prozent": "Der Umsatz", "70 Millionen Euro": "Der Umsatz" },
      "a second verb",
    ],
    ["Im Länderindex belegte Italien Platz 9.", { "Platz 9": "Länderindex" }, "the index of a rank"],
    ["Italien landete auf Platz 9.", { "Platz 9": "Italien" }, "a rank without one"],
    ["Sie lebt auf einer Fläche von 12 Hektar.", { "12 Hektar": "Fläche" }, "its measure"],
    ["Gewinn | 12 Mio. Euro | 15 Mio. Euro", { "12 Mio. Euro": "Gewinn", "15 Mio. Euro": "Gewinn" }, "a row"],
    ["Fahrtdauer – drei Stunden", { "drei Stunden": "Fahrtdauer" }, "a label"],
    [
      "Die Linke kam auf 12 Prozent, die Freie Liste auf 9 Prozent.",
      { "12 Prozent": "Die Linke", "9 Prozent": "die Freie Liste" },
      "a verb left out",
    ],
    [
      "Der Preis fiel auf 17 Dollar, nachdem er zuvor 19 Dollar betragen hatte.",
      { "17 Dollar": "Der Preis", "19 Dollar": "Der Preis" },
      "a pronoun",
    ],
    [
      "Der Ort hat eine Fläche von 23 Hektar und 1.250 Einwohner.",
      { "23 Hektar": "Fläche", "1.250": "-" },
      "a count joined to a measure",
    ],
    ["Die Temperaturen erreichten tagsüber 35 Grad Celsius.", { "35 Grad Celsius": "Die Temperaturen" }, "an adverb"],
    ["Die Fabrik hat 300 Beschäftigte.", { "300": "-" }, "a count that is owned"],
    ["Die Lieferzeit beträgt drei Wochen.", { "drei Wochen": "Die Lieferzeit" }, "a time that is measured"],
    ["Er hat drei Wochen gewartet.", { "drei Wochen": "-" }, "a time that is not"],
  ],
  nb: [
    [
      "Satsen for utvidet støtte settes til 2000 kroner.",
      { "2000 kroner": "Satsen for utvidet støtte" },
      "a participle as an adjective",
    ],
    ["Oppslutningen gikk tilbake med 2 prosentpoeng.", { "2 prosentpoeng": "Oppslutningen" }, "a verb of two words"],
    ["Skadene anslår politiet til 20 000 kroner.", { "20 000 kroner": "Skadene" }, "an object in front"],
    [
      "Temperaturen i fjorden nådde 19 grader celsius.",
      { "19 grader celsius": "Temperaturen i fjorden" },
      "a verb between",
    ],
    ["I mai sank ledigheten i fylket til 2,1 prosent.", { "2,1 prosent": "ledigheten i fylket" }, "the verb in front"],
    [
      "Nær 80 millioner kroner vil den nye skolen koste.",
      { "80 millioner kroner": "den nye skolen" },
      "the value in front",
    ],
    [
      "Prisen steg med 5 prosent og endte på 300 kroner.",
      { "5 prosent": "Prisen", "300 kroner": "Prisen" },
      "a second verb",
    ],
    [
      "Prisen på leiligheten, som ligger ved sjøen, er 4 millioner kroner.",
      { "4 millioner kroner": "Prisen på leiligheten" },
      "a relative clause",
    ],
    [
      "Overskuddet ble 12 millioner kroner, mot 9 millioner kroner i fjor.",
      { "12 millioner kroner": "Overskuddet", "9 millioner kroner": "Overskuddet" },
      "what a value is compared with",
    ],
    ["Selskapet har et budsjett på 40 millioner kroner.", { "40 millioner kroner": "et budsjett" }, "its measure"],
    ["Fristen er tre uker.", { "tre uker": "Fristen" }, "a time that is measured"],
    ["Han bodde i Bergen i tre uker.", { "tre uker": "-" }, "a time that is not"],
    ["Skogareal: 120 hektar", { "120 hektar": "Skogareal" }, "a label"],
    ["Kommunen har 300 ansatte.", { "300": "-" }, "a count that is owned"],
    ["Antall søkere økte til 300.", { "300": "Antall søkere" }, "a count that is measured"],
    ["Laget havnet på 4. plass.", { "4. plass": "Laget" }, "a rank of no index"],
  ],
  nn: [
    [
      "Temperaturen i fjorden nådde 19 grader celsius.",
      { "19 grader celsius": "Temperaturen i fjorden" },
      "a verb between",
    ],
    ["I mai auka folketalet i kommunen til 5400.", { "5400": "folketalet i kommunen" }, "the verb in front"],
    [
      "Straumprisen steig med 5 prosent og enda på 2 kroner.",
      { "5 prosent": "Straumprisen", "2 kroner": "Straumprisen" },
      "a second verb",
    ],
    [
      "Talet på søkjarar minka med 8 prosent, frå 500 til 460.",
      { "8 prosent": "Talet på søkjarar", "500": "Talet på søkjarar", "460": "Talet på søkjarar" },
      "from and to",
    ],
    ["Ventetida var tre veker.", { "tre veker": "Ventetida" }, "a time that is measured"],
  ],
};

describe.each(Object.entries(ROWS))("%s", (tag, rows) => {
  test.each(rows.map(([text, subjects, why]) => ({ text, subjects, why })))("$text ($why)", ({ text, subjects }) => {
    const found = factsOf(tag, text)
      .filter(({ evidence }) => subjects[evidence.exact] !== undefined)
      .map(({ evidence, attributes }) => [evidence.exact, attributes.subject ?? "-"]);
    expect(Object.fromEntries(found)).toEqual(subjects);
  });
});
