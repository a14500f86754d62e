import { buildDetector } from "../../extractors/language-detector.js";
import type { Block, Document } from "../../pipeline/model/document.js";
import { UNDETERMINED } from "../../pipeline/model/language.js";
import { decideLanguage } from "../../pipeline/stages/2-language.js";
import { paragraphs, shippedProfiles } from "../extractors/shipped-profiles.js";

const detector = buildDetector(shippedProfiles());

const GERMAN =
  "Viele Pendler müssen sich auf längere Wartezeiten einstellen, weil zwei Brücken gesperrt werden. Die Stadt rechnet mit Kosten von 4 Millionen Euro.";
const NYNORSK =
  "Fylkeskommunen har ikkje råd til å halde oppe ferjerutene, seier leiaren, og dei som bur på øyane får det verre.";
const DANISH =
  "Regeringen vil hæve afgiften på cigaretter næste år, siger ministeren, men flere partier er ikke enige endnu.";

function document(text: string, blocks: readonly Block[] = paragraphs(text)): Document {
  return {
    id: "0".repeat(32),
    source: { path: "article.txt", sha256: "0".repeat(64), bytes: text.length },
    mediaType: "text/plain",
    encoding: "utf-8",
    text,
    blocks,
    diagnostics: [],
  };
}

describe("decideLanguage", () => {
  test("an article in a language with a lexicon", () => {
    const { decision, blockTags } = decideLanguage(document(`${GERMAN}\n\n${GERMAN}`), detector);
    expect(decision.tag).toBe("de");
    expect(decision.score).toBeGreaterThan(0.25);
    expect(decision.score).toBeLessThan(1);
    expect(decision).not.toHaveProperty("named");
    expect(blockTags).toEqual(["de", "de"]);
  });

  test("a mixed article: each paragraph by its own lexicon, a foreign one by none", () => {
    const { decision, blockTags } = decideLanguage(document([GERMAN, NYNORSK, DANISH, GERMAN].join("\n")), detector);
    expect(decision.tag).toBe("de");
    expect(blockTags).toEqual(["de", "nn", UNDETERMINED, "de"]);
  });

  test("boilerplate does not vote", () => {
    const text = [GERMAN, NYNORSK, NYNORSK, NYNORSK].join("\n");
    const blocks = paragraphs(text).map((block, at): Block => (at === 0 ? block : { ...block, kind: "boilerplate" }));
    expect(decideLanguage(document(text, blocks), detector).decision.tag).toBe("de");
  });

  test.each([
    [DANISH, "da", "a neighbour, by its own profile"],
    [
      "Le conseil municipal souhaite rénover la vieille gare, mais les travaux coûteront plus cher que prévu et les habitants doivent attendre.",
      "fr",
      "by franc",
    ],
    [
      "Мэрия хочет отремонтировать старый вокзал в следующем году, но денег на это пока не хватает, говорит городской совет.",
      "ru",
      "by franc, another script",
    ],
    ["市政府希望明年翻修旧火车站，但目前资金还不够，居民对此表示不满。", "zh", "the macrolanguage's tag for cmn"],
    [
      "Gusto sa lungsod nga ayohon ang daang estasyon sa sunod nga tuig, apan kulang pa ang kwarta ug dili malipayon ang mga tawo.",
      "ceb",
      "a language that has no tag of two letters",
    ],
  ])("refused: %s is named %s: %s", (text, named) => {
    const { decision, blockTags } = decideLanguage(document(`${text}\n${text}`), detector);
    expect(decision).toMatchObject({ tag: UNDETERMINED, named });
    expect(blockTags).toEqual([UNDETERMINED, UNDETERMINED]);
  });

  test.each([
    ["", "empty"],
    ["1.234,5 – 17/12/2024", "digits"],
    ["\ud800 \udfff", "lone surrogates"],
  ])("%j is refused without a name: %s", (text) => {
    const { decision, blockTags } = decideLanguage(document(text), detector);
    expect(decision).toEqual({ tag: UNDETERMINED, score: 0 });
    expect(blockTags.every((tag) => tag === UNDETERMINED)).toBe(true);
  });

  test("a long refused document costs no more than its beginning", () => {
    const long = document("Le conseil municipal souhaite rénover la vieille gare. ".repeat(20_000));
    const begun = performance.now();
    expect(decideLanguage(long, detector).decision.named).toBe("fr");
    expect(performance.now() - begun).toBeLessThan(2000);
  });
});
