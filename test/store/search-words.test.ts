import { searchForms, searchKey, searchWords } from "../../pipeline/store/search-words.js";

describe("searchWords", () => {
  test.each([
    ["Internet FTTH 5G", "internet ftth 5g", "plain text is only lower-cased"],
    ["Østlandet og Ærø på Åsen", "ostlandet og aero pa asen", "Nordic letters"],
    ["Straße, STRAẞE, Müller, café", "strasse, strasse, muller, cafe", "sharp s, umlauts, accents"],
    ["Cafe\u0301", "cafe", "a combining accent"],
    ["Łódź Đà Nẵng Þór", "lodz da nang thor", "letters of neighbours"],
    ["Zusammen\u00adarbeit", "zusammenarbeit", "a soft hyphen is not written"],
    ["مُحَافَظَةٌ", "محافظه", "vowel points, ta marbuta"],
    ["كـــتاب", "كتاب", "the stretcher"],
    ["أحمد إلى آخر ٱلكتاب", "احمد الي اخر الكتاب", "alef with hamza, madda and wasla, alef maqsura"],
    ["مؤتمر رئيس", "موتمر رييس", "hamza on its seats"],
    ["ایران کتاب", "ايران كتاب", "Farsi ya and keheh"],
    ["٢٠٢٢ ۲۰۲۲", "2022 2022", "digits of Arabic script"],
    ["ﻻ ﷲ", "لا الله", "presentation forms"],
    ["12 km² ½", "12 km2 1⁄2", "compatibility characters"],
    ["😀 Haus", "😀 haus", "beyond U+FFFF"],
  ])("%s: %s (%s)", (text, expected) => {
    expect(searchWords(text)).toBe(expected);
  });
});

describe("searchForms", () => {
  test.each([
    ["Nothing but ASCII, und Müller", "", "accents are the index's own affair"],
    ["Østlandet straße hus", "østlandet straße", "as written, for who types it so"],
    ["كتاب كتاب", "تاب", "the same word twice; what merely begins like a preposition loses that letter"],
    ["مدينة", "مدينة", "as written, beside the folded word"],
    ["الفيروس", "فيروس", "without the article"],
    ["والفيروس", "فيروس الفيروس", "without the conjunction, with and without the article"],
    ["بالفيروس", "فيروس الفيروس", "preposition and article"],
    ["وبالفيروس", "فيروس الفيروس", "conjunction, preposition and article"],
    ["للفيروس", "فيروس الفيروس", "the article that melts into its preposition"],
    ["ومرض", "مرض", "conjunction alone"],
    ["بمرض", "مرض", "preposition alone"],
    ["وبمرض", "بمرض مرض", "both"],
    ["المدينة", "المدينة مدينة مدينه", "as written and folded"],
    ["٢٠٢٢ 2022", "٢٠٢٢", "digits as written"],
    ["وهو", "", "too short to be taken apart"],
  ])("%s: %s (%s)", (text, expected) => {
    expect(searchForms(text)).toBe(expected);
  });
});

describe("searchKey", () => {
  test.each([
    ["Østlandet", '"ostlandet"', "folded"],
    ["schnelles Internet", '"schnelles" "internet"', "both words"],
    ["الفيروس", '"فيروس"', "without the article, so that all forms are found"],
    ["للمحافظة", '"محافظه"', "melted article"],
    ["bredb*", '"bredb"*', "the beginning of a word"],
    ['5G-nett AND "x', '"5g" "nett" "and" "x"', "nothing in it is query syntax"],
    ["%", '""', "no word: finds nothing"],
    ["", '""', "empty"],
  ])("%s: %s (%s)", (text, expected) => {
    expect(searchKey(text)).toBe(expected);
  });
});
