import { calibration, type JudgedFact } from "../../pipeline/runtime/calibration.js";

const fact = (confidence: number, right = true): JudgedFact => ({ confidence, right });

test.each<readonly [number, number, number, string]>([
  [0, 0, 0.8, "the first band holds 0"],
  [0.8, 0, 0.8, "an edge belongs to the band below it"],
  [0.9, 0.8, 0.9, "0.9 is not above 0.9"],
  [0.901, 0.9, 0.95, "just above an edge"],
  [1, 0.95, 1, "the surest"],
])("%d lies above %d, up to %d: %s", (confidence, above, upTo) => {
  expect(calibration([fact(confidence)])).toEqual([{ above, upTo, accuracy: 1, right: 1, of: 1 }]);
});

test("counts what is right of each band, from the least sure; empty bands are left out", () => {
  expect(calibration([fact(0.99), fact(0.97, false), fact(0.5, false), fact(0.96), fact(1)])).toEqual([
    { above: 0, upTo: 0.8, accuracy: 0, right: 0, of: 1 },
    { above: 0.95, upTo: 1, accuracy: 3 / 4, right: 3, of: 4 },
  ]);
  expect(calibration([])).toEqual([]);
});
