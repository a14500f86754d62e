import { bylineOf } from "../../extractors/byline.js";
import { boilerplateWords } from "../stages/read/boilerplate-words.js";

const words = boilerplateWords();

describe("bylineOf", () => {
  test.each([
    ["Von Jana Petzold", "Jana Petzold", "label and name"],
    ["  von Jana Petzold und Max Maier ", "Jana Petzold und Max Maier", "two names"],
    ["Von Jana Petzold, Torgau", "Jana Petzold", "a place behind it"],
    ["Av Kari Nordmann – publisert 28. juni", "Kari Nordmann", "more behind a dash"],
    ["Oleh: Budi", "Budi", "one word behind a colon"],
    ["Oleh : Budi Santoso", "Budi Santoso", "the colon stands apart"],
    ["بقلم: أحمد سالم", "أحمد سالم", "Arabic"],
    ["بقلم أحمد سالم", undefined, "a script without capitals needs the colon"],
    ["Von", undefined, "no name"],
    ["Von Sylt", undefined, "one word without a colon may be a place"],
    ["Von Januar bis April 2024", undefined, "no name"],
    ["Von Jana Petzold.", undefined, "a sentence"],
    [`Von ${"Jana ".repeat(60)}`, undefined, "too long"],
    ["", undefined, "nothing"],
  ])("%j gives %j: %s", (line, expected, _why) => {
    expect(bylineOf(line, words)).toBe(expected);
  });
});
