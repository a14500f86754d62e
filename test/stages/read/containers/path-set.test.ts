import { PathSet } from "../../../../pipeline/stages/read/containers/path-set.js";

describe("PathSet", () => {
  test("knows what was added, and nothing else, also when it has grown", () => {
    const set = new PathSet();
    for (let at = 0; at < 5000; at++) expect(set.add(`a.zip#${at}`)).toBe(true);
    for (let at = 0; at < 5000; at++) {
      expect(set.add(`a.zip#${at}`)).toBe(false);
      expect([set.has(`a.zip#${at}`), set.has(`b.zip#${at}`)]).toEqual([true, false]);
    }
  });
});
