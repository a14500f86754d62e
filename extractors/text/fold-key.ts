const SOFT_HYPHEN = 0xad;

/**
 * The form under which a word is looked up: lower case, compatibility characters folded (NFKC), no Arabic vowel marks
 * or tatweel, one alef and one ya. Accents stay: Norwegian `én` (one) is not `en` (a).
 */
export function foldKey(word: string): string {
  for (let at = 0; at < word.length; at++) {
    const code = word.charCodeAt(at);
    if (code > 0x17f || code === SOFT_HYPHEN) return foldAll(word);
  }
  return word.toLowerCase();
}

function foldAll(word: string): string {
  return word
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\u064b-\u0652\u0670\u0640\u200b-\u200f\u00ad]/g, "")
    .replace(/[\u0622\u0623\u0625\u0671]/g, "\u0627")
    .replace(/\u0649/g, "\u064a")
    .replace(/[\u2010\u2011]/g, "-")
    .replace(/[\u2019\u02bc]/g, "'");
}
