import { boilerplateLine } from "../../extractors/boilerplate.js";
import { mergeBoilerplate } from "../../extractors/boilerplate-lexicon.js";
import { boilerplateSchema } from "../../extractors/boilerplate-schema.js";
import { checkBoilerplate } from "../../extractors/check-boilerplate.js";
import { boilerplateByLanguage } from "../stages/read/boilerplate-words.js";

const all = boilerplateByLanguage();
const lexicon = mergeBoilerplate([...all.values()]);

describe.each([...all])("boilerplate words of %s", (_tag, data) => {
  test("examples and counterexamples hold", () => {
    expect(checkBoilerplate(data, lexicon)).toEqual([]);
  });

  test("they hold without the other languages too", () => {
    expect(checkBoilerplate(data, mergeBoilerplate([data]))).toEqual([]);
  });
});

describe("boilerplateLine", () => {
  test.each([
    [".jpg)", { what: "file-name" }, "what is left of a picture in a copied page"],
    ["IMG_2034.JPEG", { what: "file-name" }, "extension in capitals"],
    ["(foto kegiatan 1.png)", { what: "file-name" }, "three words at most"],
    ["Die Datei heißt plan.jpg", undefined, "a sentence that names a file"],
    ["https://example.org/a?b=1", { what: "address", url: "https://example.org/a?b=1" }, "an address alone"],
    ["<www.example.org>", { what: "address", url: "https://www.example.org" }, "in angle brackets"],
    ["https://example.org ist eine Adresse", undefined, "an address that begins a sentence"],
    ["redaktion@example.org", { what: "address" }, "an e-mail address alone, which is no url of the article"],
    [
      "Quelle: Mitteilung, https://example.org/x.",
      { what: "source", url: "https://example.org/x" },
      "full stop after the address",
    ],
    [
      "Quelle: https://de.wikipedia.org/wiki/Hue_(Stadt)",
      { what: "source", url: "https://de.wikipedia.org/wiki/Hue_(Stadt)" },
      "a bracket of the address's own",
    ],
    [
      "Sumber: baoquangtri.vn",
      { what: "source", name: "baoquangtri.vn" },
      "a host name is no address: nothing is made up",
    ],
    ["Sumber : Antara", { what: "source", name: "Antara" }, "space before the colon"],
    ["＊Quelle： dpa", undefined, "a mark that is no frame: in doubt the article's"],
    ["Foto 2: NTB", { what: "photo" }, "numbered picture"],
    ["Foto: NTB) Statsråden åpnet broen", undefined, "text goes on after the bracket, six words"],
    ["Kommentar", { what: "comments" }, "the heading over the comments"],
    ["3 Kommentare 4", undefined, "two numbers are no counter"],
    ["", undefined, "an empty line"],
    ["():", undefined, "frame only"],
  ])("%j is %j: %s", (line, expected, _why) => {
    expect(boilerplateLine(line, lexicon)).toEqual(expected);
  });

  test.each([
    ["a credit without end", `Foto: ${"x".repeat(100_000)}`],
    ["longer than any address", `https://example.org/${"a".repeat(5000)}`],
    ["a link label before a whole paragraph", `Lesen Sie auch: ${"viele Wörter ".repeat(50)}`],
  ])("%s is a line of the article", (_why, line) => {
    expect(boilerplateLine(line, lexicon)).toBeUndefined();
  });

  test("without words, only shapes are known", () => {
    const empty = mergeBoilerplate([]);
    expect(boilerplateLine("Quelle: dpa", empty)).toBeUndefined();
    expect(boilerplateLine(".jpg)", empty)).toEqual({ what: "file-name" });
  });
});

describe("boilerplateSchema", () => {
  const valid = {
    ad_markers: ["tolo"],
    comment_counters: [],
    source_labels: [],
    photo_labels: [],
    link_labels: [],
    examples: [{ line: "[tolo_1]", what: "ad" }],
    counterexamples: [{ line: "tolo tolo" }],
  };

  test.each([
    ["banners", "unknown key", { banners: [] }],
    ["ad_markers.1", "the same word in capitals", { ad_markers: ["Tolo", "TOLO"] }],
    ["ad_markers.1", "the same word with another alef", { ad_markers: ["إعلان", "اعلان"] }],
    ["ad_markers.0", "empty word", { ad_markers: [""] }],
    ["examples", "no example", { examples: [] }],
    ["examples.0.what", "no such kind", { examples: [{ line: "x", what: "advert" }] }],
  ])("refuses at %s: %s", (key, _why, change) => {
    const { error } = boilerplateSchema.safeParse({ ...valid, ...change });
    const keys = error?.issues.flatMap((issue) =>
      issue.code === "unrecognized_keys" ? issue.keys : [issue.path.join(".")],
    );
    expect(keys).toContain(key);
  });

  test("checkBoilerplate tells what is read wrong, with its key", () => {
    const data = boilerplateSchema.parse({
      ...valid,
      source_labels: ["kelo"],
      examples: [{ line: "[mana_1]", what: "ad" }],
      counterexamples: [{ line: "kelo: x" }],
    });
    const faults = checkBoilerplate(data, mergeBoilerplate([data]));
    expect(faults.map(({ key }) => key)).toEqual(["examples.0", "counterexamples.0", "source_labels"]);
  });
});
