import { fromPlainBytes, plainBytes } from "../../pipeline/runtime/plain-bytes.js";

const VALUE = {
  text: "ثلاثة Häuser",
  numbers: [0.5, 1e15, 1 / 3],
  lists: [{ bytes: Uint8Array.of(1, 2, 255) }, { nothing: new Uint16Array(0), votes: Float32Array.of(-8, 0.25) }],
  hashes: Int32Array.of(-1, 7),
  exact: Float64Array.of(1 / 3, Number.NEGATIVE_INFINITY),
};

test("a value with typed arrays of any kind comes back as it was", () => {
  expect(fromPlainBytes(plainBytes(VALUE))).toEqual(VALUE);
});

test("an array that is a part of another is written alone", () => {
  expect(fromPlainBytes(plainBytes({ part: Uint32Array.of(1, 2, 3).subarray(1, 2) }))).toEqual({
    part: Uint32Array.of(2),
  });
});

test("bytes that end too early are refused", () => {
  expect(() => fromPlainBytes(plainBytes(VALUE).subarray(0, -1))).toThrow("the bytes end inside an array");
});

test("an array of a kind that the reader does not know is refused when it is written", () => {
  expect(() => plainBytes({ big: BigInt64Array.of(1n) })).toThrow("BigInt64Array cannot be written");
});
