import { registerLexicons } from "../../pipeline/store/register-lexicons.js";
import { errorOf, rowsOf, type TemporaryStore, temporaryStore } from "./temporary-store.js";

const TOY = { tag: "tlh", version: "aabbccddeeff0011", rules: [] } as const;
const RULE = { id: "count.plain", kind: "count", template: "{number} {item}" } as const;

describe("registerLexicons", () => {
  let temporary: TemporaryStore;

  beforeEach(() => {
    temporary = temporaryStore();
  });

  afterEach(() => temporary.remove());

  test("keeps every version with its rules", () => {
    registerLexicons(temporary.store, [
      { ...TOY, rules: [RULE] },
      { ...TOY, version: "aabbccddeeff0022", rules: [{ ...RULE, template: "{item} {number}" }] },
    ]);
    const sql =
      "SELECT version, language, id, kind, template FROM rules JOIN lexicon_versions ON version = lexicon_version";
    expect(rowsOf(temporary.store, `${sql} WHERE language = 'tlh' ORDER BY version`)).toEqual([
      ["aabbccddeeff0011", "tlh", "count.plain", "count", "{number} {item}"],
      ["aabbccddeeff0022", "tlh", "count.plain", "count", "{item} {number}"],
    ]);
  });

  test("what is known stays as it is", () => {
    registerLexicons(temporary.store, [{ ...TOY, rules: [RULE] }]);
    registerLexicons(temporary.store, [{ ...TOY, rules: [RULE, { ...RULE, id: "count.other" }] }]);
    expect(rowsOf(temporary.store, `SELECT id FROM rules WHERE lexicon_version = '${TOY.version}'`)).toEqual([
      ["count.plain"],
    ]);
  });

  test("a rule of no kind is refused, with its lexicon", () => {
    const wrong = { ...RULE, kind: "share" } as unknown as typeof RULE;
    expect(errorOf(() => registerLexicons(temporary.store, [{ ...TOY, rules: [wrong] }])).code).toMatch(/CONSTRAINT/u);
    expect(rowsOf(temporary.store, "SELECT count(*) FROM lexicon_versions WHERE language = 'tlh'")).toEqual([[0]]);
  });
});
