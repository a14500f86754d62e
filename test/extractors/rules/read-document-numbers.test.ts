import { readDocumentNumbers } from "../../../extractors/rules/read-document-numbers.js";
import { miniLexicon } from "../../support/mini-lexicon.js";
import { viewOf } from "../../support/view-of.js";

const lexicon = miniLexicon({
  words: { year_cue: { "-": ["Tahun", "لسنة"] }, mark: { "-": ["Nr."] }, to: { "-": ["bis"] } },
});

/** The best reading of the number at the start of a text. */
function documentNumber(text: string) {
  const view = viewOf(text, lexicon);
  const [best] = readDocumentNumbers(view, 0);
  return best && { exact: text.slice(best.span.start, best.span.end), ...best.documentNumber };
}

describe("the number of a document", () => {
  test.each<[string, { exact: string; number: string; year?: number; court?: true } | undefined, string]>([
    ["11 und", { exact: "11", number: "11" }, "is digits"],
    ["١١ و", { exact: "١١", number: "11" }, "in Latin digits, whatever the script"],
    ["1982/QD-UBND vom", { exact: "1982/QD-UBND", number: "1982/QD-UBND" }, "or a code, whose digits are no year"],
    ["54-NQ/TW", { exact: "54-NQ/TW", number: "54-NQ/TW" }, "with a hyphen"],
    ["54–NQ/TW", { exact: "54–NQ/TW", number: "54-NQ/TW" }, "all dashes are one"],
    [
      "34/PMK.011/2007",
      { exact: "34/PMK.011/2007", number: "34/PMK.011/2007", year: 2007 },
      "with its year at the end",
    ],
    ["11/2020 über", { exact: "11/2020", number: "11/2020", year: 2020 }, "number and year"],
    ["(EU) 2019/880", { exact: "(EU) 2019/880", number: "(EU) 2019/880", year: 2019 }, "the body in brackets"],
    ["(European Union) 2019/880", undefined, "a body in words only behind the type of an act"],
    ["11/20 über", { exact: "11/20", number: "11/20" }, "two digits are not taken for a year"],
    ["41 / 1999 dan", { exact: "41 / 1999", number: "41/1999", year: 1999 }, "spaces around signs do not count"],
    [
      "045 / BAN - PT / AK - II / XI / 2003",
      { exact: "045 / BAN - PT / AK - II / XI / 2003", number: "045/BAN-PT/AK-II/XI/2003", year: 2003 },
      "in a long one neither",
    ],
    [
      "11 Tahun 2020 tentang",
      { exact: "11 Tahun 2020", number: "11/2020", year: 2020 },
      "the year behind a word for it",
    ],
    ["5 لسنة ٢٠١٢", { exact: "5 لسنة ٢٠١٢", number: "5/2012", year: 2012 }, "in Arabic too"],
    ["11 Tahun 20", { exact: "11", number: "11" }, "which must look like one"],
    [
      "(EU) 2016/679 über",
      { exact: "(EU) 2016/679", number: "(EU) 2016/679", year: 2016 },
      "with the body that issued it",
    ],
    [
      "(EG) Nr. 1049/2001",
      { exact: "(EG) Nr. 1049/2001", number: "(EG) 1049/2001", year: 2001 },
      "the mark is dropped",
    ],
    ["5 AZR 216/94", { exact: "5 AZR 216/94", number: "5 AZR 216/94", year: 1994, court: true }, "a file of a court"],
    [
      "VI ZR 12/05",
      { exact: "VI ZR 12/05", number: "VI ZR 12/05", year: 2005, court: true },
      "its senate in Roman numerals",
    ],
    ["7 (2005-2006)", { exact: "7 (2005-2006)", number: "7 (2005-2006)" }, "a paper of a parliament's session"],
    ["12 L (2020–2021)", { exact: "12 L (2020–2021)", number: "12 L (2020-2021)" }, "with its letter"],
    ["2004: 15", { exact: "2004: 15", number: "2004:15", year: 2004 }, "a series by year"],
    ["3-12 gilt", { exact: "3-12", number: "3-12" }, "chapter and paragraph"],
    ["3 - 12", { exact: "3", number: "3" }, "which are written together"],
    ["2,5 Meter", undefined, "a fraction is none"],
    ["Meter 5", undefined, "nor is a word"],
  ])("%s", (text, expected) => {
    expect(documentNumber(text)).toEqual(expected);
  });
});
