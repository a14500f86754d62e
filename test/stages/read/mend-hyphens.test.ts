import { countWords, mendHyphens } from "../../../pipeline/stages/read/mend-hyphens.js";

describe("mendHyphens", () => {
  test.each([
    ["wie das Land-", "ratsamt mitteilte", "wie das Landratsamt mitteilte", "a word parted at the line end"],
    ["in Nordrhein-", "Westfalen", "in Nordrhein-Westfalen", "a name"],
    ["die Covid-", "19-Lage", "die Covid-19-Lage", "a number"],
    ["Strom-", "und Gasnetz", "Strom- und Gasnetz", "a second word completes the first"],
    ["untuk anak-", "anak di desa", "untuk anak-anak di desa", "a doubled word"],
    ["dalam undang-", "undangan baru", "dalam undang-undangan baru", "a doubled word with an ending"],
    ["på e-", "post til kommunen", "på e-post til kommunen", "the text has it elsewhere with its hyphen"],
    ["Glas\u00ad", "faser", "Glasfaser", "a soft hyphen"],
    ["drei Orte –", "und mehr", "drei Orte – und mehr", "a dash"],
    ["", "erste Zeile", "erste Zeile", "nothing before"],
    ["im Herbst", "folgt mehr", "im Herbst folgt mehr", "no hyphen"],
  ])("%j and %j is %j: %s", (line, next, expected, _why) => {
    const counts = countWords([line, next, "Sie und er und es und wir", "Send en e-post, e-post er best."]);
    expect(mendHyphens(line, next, counts) + next).toBe(expected);
  });
});
