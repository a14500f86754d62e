import { rmSync } from "node:fs";
import { join } from "node:path";
import { lexiconVersions } from "../../pipeline/runtime/lexicon-versions.js";
import { loadLexicons } from "../../pipeline/runtime/load-lexicons.js";
import { lexiconFolder } from "../support/lexicon-folder.js";

const { root, change, remove } = lexiconFolder();
const before = lexiconVersions(root);

afterAll(remove);

/** What other versions a change of a file brings; the file is as it was afterwards. */
function changedBy(name: string): readonly string[] {
  let old = "";
  change(name, (text) => {
    old = text;
    return `${text}\n`;
  });
  const after = lexiconVersions(root);
  change(name, () => old);
  const languages = [...after.languages].filter(([tag, version]) => before.languages.get(tag) !== version);
  return [
    ...languages.map(([tag]) => tag),
    ...(["set", "detector", "boilerplate"] as const).filter((part) => after[part] !== before[part]),
  ];
}

test("versions are those of the loaded lexicons", () => {
  const { version, detectorVersion, boilerplateVersion, languages } = loadLexicons();
  expect(lexiconVersions()).toEqual({
    set: version,
    detector: detectorVersion,
    boilerplate: boilerplateVersion,
    languages: new Map([...languages].map(([tag, lexicon]) => [tag, lexicon.version])),
  });
  expect(version).toMatch(/^[0-9a-f]{16}$/u);
});

test("versions are of the contents, wherever they lie", () => {
  expect(lexiconVersions(root)).toEqual(lexiconVersions());
});

test.each([
  ["de/rules.yaml", ["de", "set"], "a rule is its own language's"],
  ["nb/words.yaml", ["nb", "nn", "set"], "a language takes over its base's words"],
  ["nn/words.yaml", ["nn", "set"], "the base takes over nothing"],
  ["nb/concepts.yaml", ["nb", "nn", "set"], "a language takes over its base's words for concepts"],
  ["shared/concepts.yaml", ["ar", "de", "id", "nb", "nn", "set"], "the vocabulary is everyone's"],
  ["shared/units.yaml", ["ar", "de", "id", "nb", "nn", "set"], "units are everyone's"],
  ["de/profile.tsv", ["set", "detector"], "a profile only tells languages apart"],
  ["shared/neighbours/ms.tsv", ["set", "detector"], "so does a neighbour's"],
  ["de/boilerplate.yaml", ["set", "boilerplate"], "labels only tell text from page"],
  ["shared/boilerplate.yaml", ["set", "boilerplate"], "so do everyone's"],
  ["README.md", [], "nothing is loaded from it"],
])("a change of %s changes %j: %s", (name, expected) => {
  expect(changedBy(name)).toEqual(expected);
});

test("a file that moves to another folder counts", () => {
  const some = lexiconFolder(["shared", "de"]);
  rmSync(join(some.root, "de/profile.tsv"));
  const { detector, languages } = lexiconVersions(some.root);
  expect(detector).not.toBe(before.detector);
  expect(languages).toEqual(new Map([["de", before.languages.get("de")]]));
  some.remove();
});

test("a folder without a language is told as the loader tells it", () => {
  expect(() => lexiconVersions(join(root, "shared"))).toThrow("no language has one; name the folder");
  expect(() => lexiconVersions(join(root, "nowhere"))).toThrow("cannot be read; name a folder of lexicons");
});
