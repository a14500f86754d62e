import { buildDetector } from "../../extractors/language-detector.js";
import type { LanguageProfile } from "../../extractors/language-profile.js";
import { UNDETERMINED } from "../../pipeline/model/language.js";
import { paragraphs, shippedProfiles } from "./shipped-profiles.js";

const profiles = shippedProfiles();
const detector = buildDetector(profiles);
const decide = (text: string) => detector.decide(text, paragraphs(text));

const INDONESIAN =
  "Pemerintah kabupaten mengatakan bahwa jembatan baru itu akan dibuka untuk umum pada bulan depan karena pekerjaan sudah hampir selesai.";
const GERMAN =
  "Die Stadtverwaltung will den alten Bahnhof im kommenden Jahr sanieren, doch das Geld reicht dafür noch nicht.";
const BOKMAL = "Kommunen vil ikke bygge den nye skolen før neste år, sier ordføreren, fordi pengene mangler.";
const NYNORSK = "Kommunen vil ikkje byggje den nye skulen før neste år, seier ordføraren, fordi det manglar pengar.";
const ARABIC = "قال رئيس البلدية إن الجسر الجديد سيفتح أمام المواطنين الشهر المقبل بعد أن اكتملت معظم الأعمال.";
const ENGLISH = "The town council wants to repair the old station next year, but there is not enough money for it yet.";

describe("one sentence in a language with a lexicon", () => {
  test.each([
    [INDONESIAN, "id", "bahwa, karena and bulan depan, where Malay has kerana and bulan hadapan"],
    ["Harga beras di pasar tradisional naik lagi pekan ini, kata seorang pedagang kepada wartawan.", "id", "pekan ini"],
    ["Mereka bisa mengurus surat izin lewat aplikasi tanpa harus datang ke kantor desa.", "id", "bisa, izin, kantor"],
    [
      "Badan Pusat Statistik mencatat jumlah penumpang kereta api turun 5 persen dibandingkan tahun lalu.",
      "id",
      "few of the commonest words",
    ],
    [GERMAN, "de", "umlauts and function words"],
    ["Der Betrieb zahlt seinen Beschäftigten ab März mehr Lohn.", "de", "short"],
    [GERMAN.toUpperCase(), "de", "capitals are folded"],
    [BOKMAL, "nb", "ikke and skolen, where Nynorsk has ikkje and skulen; pengene, where Danish has penge"],
    ["Hun forteller at jentene fikk hjelp av noen naboer da bilen stoppet på fjellet.", "nb", "av noen, not af nogle"],
    ["Prisen på strøm steg igjen i januar, og mange husholdninger betaler nå mer enn før.", "nb", "nå mer enn"],
    [NYNORSK, "nn", "ikkje, skulen, seier"],
    ["Ho fortel at jentene fekk hjelp av nokre naboar då bilen stoppa på fjellet.", "nn", "ho, fekk, nokre, då"],
    ["Prisen på straum steig igjen i januar, og mange hushald betaler no meir enn før.", "nn", "no meir enn"],
    [ARABIC, "ar", "modern standard Arabic"],
    ["وارتفعت أسعار الخبز في الأسواق هذا الأسبوع مرة أخرى، كما ذكرت صحيفة محلية.", "ar", "clitics on most words"],
    ["قَالَ الوَزِيرُ إِنَّ الحُكُومَةَ سَوْفَ تُنْشِئُ مَدْرَسَةً جَدِيدَةً فِي المَدِينَةِ.", "ar", "vowel marks are no letters"],
    ["قـــال الوزيـــر إن الحكومـــة ستبني مدرسة جديدة فــي المدينة.", "ar", "drawn out with tatweel"],
  ])("%s is %s: %s", (text, tag) => {
    const { decision, blockTags } = decide(text);
    expect(decision.tag).toBe(tag);
    expect(decision.score).toBeGreaterThan(0.1);
    expect(decision).not.toHaveProperty("named");
    expect(blockTags).toEqual([tag]);
  });
});

describe("one sentence in a neighbour is refused and named", () => {
  test.each([
    [
      "Kerajaan negeri berkata jambatan baharu itu akan dibuka kepada orang ramai bulan hadapan kerana kerja pembinaan hampir siap.",
      "ms",
      "baharu, kerana, hadapan",
    ],
    [
      "Beliau berkata pihak polis telah menahan lelaki itu selepas menerima maklumat daripada orang awam.",
      "ms",
      "beliau, selepas, maklumat",
    ],
    [
      "Kommunen vil ikke bygge den nye skole før næste år, siger borgmesteren, fordi der mangler penge.",
      "da",
      "næste, siger: otherwise as Bokmål",
    ],
    [
      "Hun fortæller, at pigerne fik hjælp af nogle naboer, da bilen gik i stå på vejen op ad bjerget.",
      "da",
      "æ for Norwegian e, af nogle",
    ],
    [
      "Kommunen vill inte bygga den nya skolan förrän nästa år, säger borgmästaren, eftersom det saknas pengar.",
      "sv",
      "ä and ö",
    ],
    [
      "Het stadsbestuur wil het oude station volgend jaar opknappen, maar er is nog niet genoeg geld voor.",
      "nl",
      "function words other than German",
    ],
    [
      "D'Gemeng wëll déi al Gare d'nächst Joer renovéieren, mee et ass nach net genuch Geld do.",
      "lb",
      "déi, ass, nach net",
    ],
    ["شهردار گفت که پل جدید ماه آینده برای مردم باز می‌شود، زیرا بیشتر کارها تمام شده است.", "fa", "گ, که and است"],
    ["قیمت نان در بازار این هفته دوباره بالا رفت و بسیاری از خانواده‌ها نگران هستند.", "fa", "از, این, در"],
    [
      "میئر نے کہا کہ نیا پل اگلے مہینے عوام کے لیے کھول دیا جائے گا کیونکہ زیادہ تر کام مکمل ہو چکا ہے۔",
      "ur",
      "ے, ں and ہ",
    ],
    [ENGLISH, "en", "the commonest foreign language in any corpus"],
    [
      "Chính quyền thành phố cho biết cây cầu mới sẽ được mở cho người dân vào tháng tới.",
      "vi",
      "syllables with tones",
    ],
  ])("%s is %s: %s", (text, named) => {
    const { decision, blockTags } = decide(text);
    expect(decision).toMatchObject({ tag: UNDETERMINED, named });
    expect(blockTags).toEqual([UNDETERMINED]);
  });
});

describe("one sentence in a language that nobody here knows is refused", () => {
  test.each([
    ["La mairie veut rénover la vieille gare l'an prochain, mais il n'y a pas encore assez d'argent.", "French"],
    ["El ayuntamiento quiere renovar la vieja estación el año que viene, pero todavía no hay dinero.", "Spanish"],
    [
      "Belediye eski istasyonu gelecek yıl yenilemek istiyor, ancak bunun için henüz yeterli para yok.",
      "Turkish: letters that stand in no profile",
    ],
    [
      "Landsstýrið hevur avgjørt at byggja ein nýggjan skúla í Havnini, og at tað verður pláss fyri fleiri næmingum.",
      "Faroese: as good as all its short words are Nynorsk ones",
    ],
    ["Pamaréntah kutha bakal mbangun stasiun anyar taun ngarep, nanging dhuwité isih durung cukup.", "Javanese"],
    ["شارەوانی دەیەوێت ساڵی داهاتوو وێستگە کۆنەکە نۆژەن بکاتەوە، بەڵام هێشتا پارەی پێویست نییە.", "Sorani Kurdish"],
    ["Мэрия хочет отремонтировать старый вокзал в следующем году, но денег на это пока не хватает.", "Russian"],
    ["市政府希望明年翻修旧火车站，但目前资金还不够。", "Chinese"],
  ])("%s: %s", (text) => {
    const { decision, blockTags } = decide(text);
    expect(decision.tag).toBe(UNDETERMINED);
    expect(decision).not.toHaveProperty("named");
    expect(blockTags).toEqual([UNDETERMINED]);
  });
});

describe("text without words is refused with a score of 0", () => {
  test.each([
    ["", "empty"],
    ["\n\n", "empty lines"],
    ["1.234,5 (2019) – 17/12/2024 ٣٤٥", "digits"],
    ["\ud83d\ude00 \ud800 \udc00 \ud800\ud800", "an emoji and lone surrogates"],
    ["https://example.org/das-ist-nicht-von-der-stadt-und-nicht-mit-dem-land", "the words of an address"],
    ["\u202e\u200f\u061c\u0301\u0640", "controls, marks and tatweel with no letter"],
  ])("%j: %s", (text) => {
    expect(decide(text).decision).toEqual({ tag: UNDETERMINED, score: 0 });
  });
});

describe("blocks", () => {
  const tags = (...lines: readonly string[]) => decide(lines.join("\n")).blockTags;

  test.each([
    [[BOKMAL, BOKMAL, NYNORSK], ["nb", "nb", "nn"], "a quoted paragraph in another language with a lexicon"],
    [[ARABIC, ARABIC, GERMAN], ["ar", "ar", "de"], "another script too"],
    [[GERMAN, GERMAN, ENGLISH], ["de", "de", UNDETERMINED], "a quoted paragraph in a neighbour has no lexicon"],
    [[INDONESIAN, INDONESIAN, ENGLISH], ["id", "id", UNDETERMINED], "a quoted paragraph in English"],
    [
      [GERMAN, GERMAN, "Мэрия хочет отремонтировать старый вокзал в следующем году, но денег на это пока не хватает."],
      ["de", "de", UNDETERMINED],
      "a quoted paragraph in a script of no profile",
    ],
    [[NYNORSK, "Han har to år att på skulen.", NYNORSK], ["nn", "nn", "nn"], "a sentence of either Norwegian"],
    [[BOKMAL, "Han har to år att på skulen.", BOKMAL], ["nb", "nb", "nb"], "the same sentence"],
    [[GERMAN, "Manchester United", GERMAN], ["de", "de", "de"], "a name alone says nothing"],
    [[GERMAN, "Quảng Trị: 15 Projekte", GERMAN], ["de", "de", "de"], "Vietnamese letters in a name"],
    [[GERMAN, "1.250", GERMAN], ["de", "de", "de"], "a line of digits"],
    [[ENGLISH, ENGLISH, ENGLISH, GERMAN], new Array(4).fill(UNDETERMINED), "a refused document is refused whole"],
    [
      [GERMAN, ...new Array<string>(20).fill(ENGLISH)],
      new Array(21).fill(UNDETERMINED),
      "most of the paragraphs decide, not the first",
    ],
  ])("%j are %j: %s", (lines, expected) => {
    expect(tags(...lines)).toEqual(expected);
  });

  test("boilerplate does not vote, and is tagged like the document", () => {
    const text = [GERMAN, ENGLISH, ENGLISH, ENGLISH].join("\n");
    const blocks = paragraphs(text).map((block, index) =>
      index === 0 ? block : { ...block, kind: "boilerplate" as const },
    );
    const { decision, blockTags } = detector.decide(text, blocks);
    expect(decision.tag).toBe("de");
    expect(blockTags).toEqual(["de", "de", "de", "de"]);
  });

  test("a word repeated all over an article votes once a paragraph", () => {
    const repeated = `${BOKMAL} ${"ikkje ".repeat(12)}`;
    expect(decide(repeated).decision).toMatchObject({ tag: "nb", runnerUp: "nn" });
  });
});

describe("profiles are all that is known of languages", () => {
  const toy: LanguageProfile = {
    tag: "qaa",
    total: 10_000,
    extract: true,
    counts: new Map(["zuk", "vrel", "omti", "gad", "pluk", "eshto", "brin"].map((word, at) => [word, 900 - at * 100])),
  };
  const text = "Zuk vrel omti gad 42 kraduni, eshto brin pluk zuk moradi vrel zuk.";

  test("a toy language is known with its profile only", () => {
    expect(decide(text).decision.tag).toBe(UNDETERMINED);
    const withToy = buildDetector([...profiles, toy]);
    expect(withToy.decide(text, paragraphs(text)).decision.tag).toBe("qaa");
    const mixed = [GERMAN, GERMAN, text].join("\n");
    expect(withToy.decide(mixed, paragraphs(mixed)).blockTags).toEqual(["de", "de", "qaa"]);
  });

  test("the same profile as a neighbour refuses and names", () => {
    const withNeighbour = buildDetector([...profiles, { ...toy, extract: false }]);
    expect(withNeighbour.decide(text, paragraphs(text)).decision).toMatchObject({ tag: UNDETERMINED, named: "qaa" });
  });

  test("a language without any neighbour is known by its commonest words", () => {
    const alone = buildDetector([toy]);
    expect(alone.decide(text, paragraphs(text)).decision).toMatchObject({ tag: "qaa" });
    expect(alone.decide(GERMAN, paragraphs(GERMAN)).decision).toEqual({ tag: UNDETERMINED, score: 0 });
  });

  test("the order of profiles does not matter", () => {
    const reversed = buildDetector([...profiles].reverse());
    for (const sentence of [INDONESIAN, GERMAN, BOKMAL, NYNORSK, ARABIC, ENGLISH]) {
      expect(reversed.decide(sentence, paragraphs(sentence)).decision.tag).toBe(decide(sentence).decision.tag);
    }
  });

  test("without profiles everything is refused", () => {
    expect(buildDetector([]).decide(GERMAN, paragraphs(GERMAN))).toEqual({
      decision: { tag: UNDETERMINED, score: 0 },
      blockTags: [UNDETERMINED],
    });
  });

  test("two profiles of one language are a mistake", () => {
    expect(() => buildDetector([toy, toy])).toThrow('"qaa": keep one');
  });
});

describe("hostile text", () => {
  test.each([
    ["a".repeat(1_000_000), "a word of a million letters"],
    ["ø".repeat(1_000_000), "the same beyond ASCII"],
    ["a://".repeat(250_000), "nothing but the beginnings of addresses"],
    ["\ud800".repeat(1_000_000), "lone surrogates"],
    ["e\u0301\u0301\u0301".repeat(250_000), "combining marks"],
    ["a\n".repeat(200_000), "a letter a line"],
  ])("%#: %s takes less than two seconds", (text) => {
    const begun = performance.now();
    const { blockTags } = decide(text);
    expect(performance.now() - begun).toBeLessThan(2000);
    expect(new Set(blockTags).size).toBe(1);
  });
});
