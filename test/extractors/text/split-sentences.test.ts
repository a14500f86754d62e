import { splitSentences } from "../../../extractors/text/split-sentences.js";
import { lookedUp } from "../../support/looked-up.js";
import { miniLexicon } from "../../support/mini-lexicon.js";

const plain = miniLexicon({
  language: { abbreviations: ["Dr.", "bl.a.", "No.", "t.o.m."] },
  words: { month: { "05": ["Mei"] } },
});
const german = miniLexicon({
  language: {
    abbreviations: ["z. B.", "Nr."],
    noun_phrase: { modifiers: "before", capital_nouns: "true", max_words: "3" },
  },
  numbers: { ordinal_dot: "true", add: { "5": ["fünf"] }, times: { "1000000": ["Mio."] } },
  words: {
    stop: { "-": ["in"] },
    determiner: { "-": ["der", "die"] },
    clause: { "-": ["aber"] },
    unit: { min: ["Min."] },
  },
});

function split(text: string, lexicon = plain): readonly string[] {
  const words = lookedUp(text, lexicon);
  return splitSentences(words, 0, words.tokens.length).map(({ span }) => text.slice(span.start, span.end));
}

describe("sentences in any language", () => {
  test.each<[readonly string[], string]>([
    [["Warga senang.", "Mereka pulang."], "a full stop ends a sentence"],
    [["Benarkah?", "Ya!", "Pasti."], "so do question and exclamation marks"],
    [["هل انتهى؟", "نعم."], "and their Arabic forms"],
    [["Dan kemudian…", "Ia pergi."], "and an ellipsis"],
    [["Dan kemudian...", "Ia pergi."], "of three dots too, once"],
    [["Benarkah?!", "Ya."], "signs in a row end one sentence"],
    [['"Kami siap."', "Ia pulang."], "a closing quotation mark stays with its sentence"],
    [["(Kami siap.)", "Ia pulang."], "so does a closing bracket"],
    [["«Vi er klare.»", "Han gikk."], "and a guillemet"],
    [["Tanpa titik"], "the end of the text ends one"],
    [["Ini Dr. Budi."], "an abbreviation's dot ends none"],
    [["Buah bl.a. Apel ada."], "one of several parts neither"],
    [["Oleh B. J. Habibie."], "an initial is no end"],
    [["Nilai 3.5 naik."], "a dot inside a number is no end"],
    [["Rapat 16. Mei. 2016 di Hue."], "nor is one between a month and its year, where the day has one too"],
    [["Rapat pada Mei.", "2016 berlalu."], "a month may end a sentence, and a year begin the next"],
    [["Berlaku t.o.m. Oslo."], "nor one of an abbreviation that is written together"],
    [["Lebarnya 12 m.", "Harganya naik."], "though the symbol of a unit alone ends a sentence"],
    [["Laman contoh.id Baru."], "nor one inside a word"],
    [["Kata ... lalu pergi."], "nor one in front of a small letter"],
    [['"Benarkah?" tanya warga.'], "so a question inside a sentence stays inside"],
    [["Ada 12.", "Warga pulang."], "a number ends a sentence where dots make no ordinals"],
    [["Tahun 2024.", "Warga pulang."], "and so does a year"],
  ])("%j: %s", (sentences) => {
    expect(split(sentences.join(" "))).toEqual(sentences);
  });
});

describe("where a dot makes ordinals and nouns have capitals", () => {
  test.each<[readonly string[], string]>([
    [["Am 3. Oktober wurde gewählt."], "the dot belongs to the ordinal"],
    [["Auf dem 2. Platz landet Ulm."], "in front of a noun"],
    [["Im Jahr 2024.", "Platz war genug."], "no ordinal has four digits"],
    [["Ulm auf Platz 6.", "Fünf Vereine folgen."], "nor does one stand in front of a cardinal"],
    [["Es waren 12.", "Der Rest blieb."], "a determiner behind it begins a sentence"],
    [["Es waren 12.", "In Ulm blieb es ruhig."], "so does a preposition"],
    [["Es waren 12.", "Aber alle kamen."], "and a word that opens a clause"],
    [["Das kostet 3 Mio. Euro."], "a scale word may be an abbreviation"],
    [["Nach 5 Min. Pause ging es weiter."], "a unit too"],
    [["Die Akte Nr. 5 fehlt."], "a mark as well"],
    [["Viele, z. B. Ulm, fehlen."], "an abbreviation may hold a space"],
  ])("%j: %s", (sentences) => {
    expect(split(sentences.join(" "), german)).toEqual(sentences);
  });
});

test("a sentence's tokens are those inside its span", () => {
  const text = "Satu dua. Tiga empat.";
  const words = lookedUp(text, plain);
  const found = splitSentences(words, 0, words.tokens.length);
  expect(found.map(({ from, to }) => [from, to])).toEqual([
    [0, 3],
    [3, 6],
  ]);
});

test("only the given tokens are split: a paragraph ends where it ends", () => {
  const text = "Satu dua\nTiga empat.";
  const words = lookedUp(text, plain);
  const found = splitSentences(words, 3, words.tokens.length);
  expect(found.map(({ span }) => text.slice(span.start, span.end))).toEqual(["Tiga empat."]);
});
