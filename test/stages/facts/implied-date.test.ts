import fc from "fast-check";
import { impliedDate } from "../../../pipeline/stages/facts/implied-date.js";

describe("impliedDate", () => {
  test.each([
    ["--06-28", "2024-07-01", "2024-06-28", "a few days before"],
    ["--12-28", "2025-01-02", "2024-12-28", "last year's end"],
    ["--01-03", "2024-12-30T23:30:00+07:00", "2025-01-03", "next year's beginning; the day is that of the zone"],
    ["--06-28", "2024-06-28T00:30:00+07:00", "2024-06-28", "the same day"],
    ["--12-01", "2024-07-01", "2024-12-01", "a plan"],
    ["--06-28", undefined, undefined, "no day of publication"],
    ["2023-06-28", "2024-07-01", undefined, "the year is stated"],
    ["2023", "2024-07-01", undefined, "a year"],
    ["--06-28", "2024-06", "2024-06-28", "published some day of that month"],
    ["--12-20", "2024-06", undefined, "half a year from a month: either year"],
    ["--03-01", "2024", undefined, "published some day of that year"],
    ["--02-29", "2024-02-20", "2024-02-29", "a leap year"],
    ["--02-29", "2023-02-20", undefined, "no leap year near"],
    ["--01-01", "2024-07-02", undefined, "as near to either"],
    ["--05-03/--05-05", "2024-05-06", "2024-05-03/2024-05-05", "an interval"],
    ["--12-30/--01-02", "2025-01-03", "2024-12-30/2025-01-02", "over the turn of the year"],
    ["--05-03/2024", "2024-05-06", undefined, "not of days"],
    ["--13-45", "2024-05-06", undefined, "no day"],
  ])("%s in an article of %s is %s: %s", (iso, publishedAt, expected, _why) => {
    expect(impliedDate(iso, publishedAt)).toBe(expected);
  });

  test("a day of any year, told without its year in an article of the months around it, is found again", () => {
    const day = 86_400_000;
    fc.assert(
      fc.property(fc.integer({ min: -20_000, max: 40_000 }), fc.integer({ min: -180, max: 180 }), (date, distance) => {
        const iso = new Date(date * day).toISOString().slice(0, 10);
        const published = new Date((date + distance) * day).toISOString().slice(0, 10);
        expect(impliedDate(`-${iso.slice(4)}`, published)).toBe(iso);
      }),
    );
  });
});
