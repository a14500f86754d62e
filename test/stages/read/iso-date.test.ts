import { isoDate } from "../../../pipeline/stages/read/iso-date.js";

describe("isoDate", () => {
  test.each([
    ["2024-06-28T07:30:00+02:00", "2024-06-28T07:30:00+02:00", "as it is"],
    ["2024-06-28T07:30:00+0200", "2024-06-28T07:30:00+02:00", "colon in the zone"],
    ["2024-06-28 07:30:00 +07", "2024-06-28T07:30:00+07:00", "spaces"],
    ["2024-06-28T07:30:00.000Z", "2024-06-28T07:30:00.000Z", "fraction, UTC"],
    ["2024-06-28T07:30", "2024-06-28T07:30", "no zone is made up"],
    ["2024/6/8", "2024-06-08", "year first leaves nothing open"],
    ["2024-06", "2024-06", "a month"],
    ["2024", "2024", "a year"],
    ["2024-06-28T7 Uhr", "2024-06-28", "a time that is none"],
    ["2024-06-28T07:75", "2024-06-28", "no such minute"],
    ["20240628T073000Z", "2024-06-28T07:30:00Z", "no signs between"],
    ["20240628", "2024-06-28", "no time"],
    ["20241328", undefined, "no such month, no signs"],
    ["Fri, 28 Jun 2024 07:30:00 +0200", "2024-06-28T07:30:00+02:00", "mail"],
    ["Sat, 01 Jun 2024 07:30:00 GMT", "2024-06-01T07:30:00Z", "HTTP"],
    ["1 Jun 2024 07:30 EST", "2024-06-01", "a zone that is no offset is left, and the time with it"],
    ["Fri, 28 Foo 2024 07:30:00 +0200", undefined, "no such month"],
    ["28.06.2024", undefined, "day first"],
    ["06/07/2024", undefined, "day or month first?"],
    ["2024-02-30", undefined, "no such day"],
    ["2024-13", undefined, "no such month"],
    ["June 28, 2024", undefined, "words are a matter for the lexicons"],
    ["", undefined, "nothing"],
    ["0000-01-01", undefined, "a blank field"],
  ])("%j is %j: %s", (stated, expected, _why) => {
    expect(isoDate(stated)).toBe(expected);
  });
});
