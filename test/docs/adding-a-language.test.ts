import {
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { FAILSAFE_SCHEMA, load } from "js-yaml";
import type { LexiconSet } from "../../extractors/lexicon/lexicon-set.js";
import { analyse } from "../../pipeline/runtime/analyse.js";
import { loadLexicons } from "../../pipeline/runtime/load-lexicons.js";
import { packageRoot } from "../../pipeline/runtime/package-root.js";
import { readDocument } from "../../pipeline/stages/1-read.js";
import { linkedFiles } from "../readme/manual-tables.js";
import { expectFacts, plainDocument, shippedLexicons } from "../support/facts-of.js";
import { copyProgram, type ProgramCopy } from "./program-copy.js";
import { asShown, shownSections } from "./shown-output.js";

const TAG = "da";
const ROOT = packageRoot();
const GUIDE = readFileSync(path.join(ROOT, "docs/adding-a-language.md"), "utf8");
const FIXTURE = path.join(ROOT, "test/fixtures/lexicons", TAG);
const ARTICLES = path.join(ROOT, "test/fixtures/danish");
const ARTICLE = "fiber-paa-fyn";

let copy: ProgramCopy;

beforeAll(() => {
  copy = copyProgram(["lexicons"]);
});

afterAll(() => copy.remove());

const lexicon = (name: string): string => path.join(copy.root, "lexicons", name);

function give(...names: readonly string[]): void {
  mkdirSync(lexicon(TAG), { recursive: true });
  for (const name of names) copyFileSync(path.join(FIXTURE, name), lexicon(`${TAG}/${name}`));
}

function change(name: string, from: string, to: string): void {
  const text = readFileSync(path.join(FIXTURE, name), "utf8");
  expect(text).toContain(from);
  writeFileSync(lexicon(`${TAG}/${name}`), text.replace(from, to));
}

/** The guide's steps, and what its reader does before each of the commands that it shows. */
const STEPS: readonly { readonly heading: string; readonly before: readonly (() => void)[] }[] = [
  { heading: "1. Make the folder", before: [() => give("language.yaml")] },
  {
    heading: "2. Read its numbers",
    before: [
      () => {
        give("numbers.yaml");
        writeFileSync(lexicon(`${TAG}/rules.yaml`), "frames: {}\n");
      },
    ],
  },
  {
    heading: "3. Name units, months and documents",
    before: [
      () => change("words.yaml", "pct.]", "pct., pct]"),
      () => {
        give("words.yaml", "references.yaml");
        change("calendar.yaml", "weekday:", '  "13": [trettember]\nweekday:');
      },
    ],
  },
  {
    heading: "4. Tell nouns from other words",
    before: [
      () => {
        give("calendar.yaml");
        change("functions.yaml", "stop:", "prepositions:");
      },
    ],
  },
  {
    heading: "5. Prove every frame",
    before: [
      () => {
        give("rules.yaml");
        change("functions.yaml", "    vælger, leder,", "    leder,");
      },
    ],
  },
  {
    heading: "6. Let its articles be found",
    before: [
      () => {
        give("functions.yaml");
        copyFileSync(lexicon(`shared/neighbours/${TAG}.tsv`), lexicon(`${TAG}/profile.tsv`));
      },
    ],
  },
  {
    heading: "7. Know what surrounds an article",
    before: [
      () => {
        rmSync(lexicon(`${TAG}/profile.tsv`));
        renameSync(lexicon(`shared/neighbours/${TAG}.tsv`), lexicon(`${TAG}/profile.tsv`));
        change("boilerplate.yaml", "  - {line: Sidst opdateret 14. marts 2022, what: note}\n", "");
      },
      () => give("boilerplate.yaml"),
    ],
  },
  {
    heading: "8. Try it on articles",
    before: [() => undefined, () => cpSync(ARTICLES, copy.root, { recursive: true })],
  },
];

const SECTIONS = shownSections(GUIDE);

test("the guide has these steps, and a command for each thing that its reader does", () => {
  expect(SECTIONS.map(({ heading, runs }) => [heading, runs.length])).toEqual(
    STEPS.map(({ heading, before }) => [heading, before.length]),
  );
  expect(GUIDE).toContain("in eight steps");
  expect(linkedFiles(GUIDE).filter((file) => !existsSync(path.join(ROOT, "docs", file)))).toEqual([]);
});

test("what the guide shows of the files stands in them", () => {
  const files = readdirSync(FIXTURE).map((name) => yamlOf(readFileSync(path.join(FIXTURE, name), "utf8")));
  const shown = [...GUIDE.matchAll(/```yaml\n([^`]*)```/gu)].map(([, text = ""]) => text);
  expect(shown.length).toBeGreaterThan(3);
  expect(shown.filter((text) => !files.some((file) => holds(file, yamlOf(text))))).toEqual([]);
});

describe.each(STEPS)("$heading", ({ heading, before }) => {
  const runs = SECTIONS.find((section) => section.heading === heading)?.runs ?? [];

  test.each(before.map((act, index) => [index + 1, act] as const))(
    "command %d prints what the guide shows",
    (nth, act) => {
      act();
      const { command = "", output = "" } = runs[nth - 1] ?? {};
      expect(asShown(copy.sh(command), output)).toBe(output);
    },
  );
});

describe("with every step done", () => {
  let lexicons: LexiconSet;

  beforeAll(() => {
    lexicons = loadLexicons(path.join(copy.root, "lexicons"));
  });

  test("the folder holds data of the fixture, and the profile that was the neighbour's", () => {
    expect(readdirSync(lexicon(TAG)).sort()).toEqual([...readdirSync(FIXTURE), "profile.tsv"].sort());
    expect(readdirSync(FIXTURE).filter((name) => !name.endsWith(".yaml"))).toEqual([]);
  });

  test("a Danish article is Danish, and its facts are these", () => {
    const text = readFileSync(path.join(ARTICLES, `${ARTICLE}.txt`), "utf8").trimEnd();
    const { language, facts } = analyse(plainDocument(text), lexicons);
    expect(language.tag).toBe(TAG);
    expectFacts(facts, text, goldRows());
  });

  test.each(["de", "nb", "nn"])("the facts of the %s sample articles are the same as without it", async (tag) => {
    const names = readdirSync(path.join(ROOT, "seeds")).filter((name) => /^..-.*\.(?:txt|html)$/u.test(name));
    const own = names.filter((name) => name.startsWith(`${tag}-`));
    expect(own.length).toBeGreaterThan(0);
    for (const name of own) {
      const bytes = readFileSync(path.join(ROOT, "seeds", name));
      const document = await readDocument({ path: name, bytes }, shippedLexicons().boilerplate);
      const before = analyse(document, shippedLexicons());
      const after = analyse(document, lexicons);
      expect(after.language.tag).toBe(tag);
      expect(after.facts).toEqual(before.facts);
    }
  });
});

function yamlOf(text: string): unknown {
  return load(text, { schema: FAILSAFE_SCHEMA });
}

/** Whether all that a part says is said by the whole: its keys, and the entries of its lists. */
function holds(whole: unknown, part: unknown): boolean {
  if (Array.isArray(part)) {
    return Array.isArray(whole) && part.every((entry) => whole.some((other) => holds(other, entry)));
  }
  if (typeof part !== "object" || part === null) return whole === part;
  if (typeof whole !== "object" || whole === null) return false;
  const known = new Map<string, unknown>(Object.entries(whole));
  return Object.entries(part).every(([key, value]) => holds(known.get(key), value));
}

/** The facts of the article's gold file, as rows with exact decimals. */
function goldRows(): Parameters<typeof expectFacts>[2] {
  const line = JSON.parse(readFileSync(path.join(ARTICLES, `${ARTICLE}.gold.jsonl`), "utf8"));
  return line.facts.map(({ surface, ...fields }: Record<string, unknown>) => ({
    ...Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, String(value)])),
    exact: surface,
  }));
}
