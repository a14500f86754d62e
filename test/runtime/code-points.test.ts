import { CodePoints } from "../../pipeline/runtime/code-points.js";

test.each(["", "abc", "😀a😀😀b", "حضر 😀 شخصان", "𝟙𝟚𝟛", "a\uD83Db"])("%j by its code points", (text) => {
  const points = new CodePoints(text);
  const all = [...text];
  let unit = 0;
  for (const [index, point] of all.entries()) {
    expect(points.at(unit)).toBe(index);
    expect(points.slice(index, index + 2)).toBe(all.slice(index, index + 2).join(""));
    unit += point.length;
  }
  expect(points.at(text.length)).toBe(all.length);
  expect(points.slice(-5, all.length + 5)).toBe(text);
});
