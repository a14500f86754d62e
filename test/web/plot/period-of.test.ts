import { periodOf } from "../../../pipeline/web/plot/period-of.js";

describe("periodOf", () => {
  test.each([
    ["2022", "2022-01-01", "2023-01-01"],
    ["2022-12", "2022-12-01", "2023-01-01"],
    ["2024-02-29", "2024-02-29", "2024-03-01"],
    ["2025-09-18T09:20:00+07:00", "2025-09-18", "2025-09-19"],
    ["2024-Q3", "2024-07-01", "2024-10-01"],
    ["2020/2024", "2020-01-01", "2025-01-01"],
    ["2024-01/2024-06", "2024-01-01", "2024-07-01"],
    ["0098", "0098-01-01", "0099-01-01"],
  ])("%s is from %s to %s", (text, start, end) => {
    expect(periodOf(text)).toEqual({ start: Date.parse(start), end: Date.parse(end) });
  });

  test("knows years before Christ", () => {
    expect(periodOf("-0048")?.start).toBe(Date.parse("-000048-01-01T00:00:00Z"));
  });

  test.each(["--06-28", "", "2024/2020", "2020/2022/2024", "2024-13", "soon", "2024-Q5", "202"])(
    "%s is none",
    (text) => {
      expect(periodOf(text)).toBeUndefined();
    },
  );
});
