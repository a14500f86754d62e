import { statedDate } from "../../../../pipeline/stages/read/containers/stated-date.js";

describe("statedDate", () => {
  test.each([
    ["2024-06-28T07:30:00+07:00", "2024-06-28T07:30:00+07:00", "ISO"],
    ["2024-06-28 07:30", "2024-06-28T07:30", "ISO with a space"],
    ["Mon, 03 Jun 2024 07:30:00 +0700", "2024-06-03T07:30:00+07:00", "a feed's"],
    ["3 Jun 2024 07:30:00 GMT", "2024-06-03T07:30:00Z", "without a weekday"],
    ["03 Jun 2024", "2024-06-03", "without a time"],
    ["31 Feb 2024", undefined, "no such day"],
    ["1719559800", "2024-06-28T07:30:00Z", "seconds"],
    ["1719559800000", "2024-06-28T07:30:00Z", "milliseconds"],
    ["06/07/2024", undefined, "the order of day and month is open"],
    ["gestern", undefined, "no date"],
  ])("%s is %s: %s", (stated, expected, _why) => {
    expect(statedDate(stated)).toBe(expected);
  });
});
