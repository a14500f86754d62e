import { searchWords } from "../../store/search-words.js";
import type { PartReader } from "./question-part.js";

/** `Norwegian Nynorsk` is one language, `Norwegian` every one that is called so. */
export const readLanguage: PartReader = (terms, at, { names: { languages } }) => {
  const named = [...languages].map(([tag, name]) => ({ tag, words: searchWords(name).split(" ") }));
  const wordAt = (index: number) => searchWords(terms[index]?.text ?? "");
  const whole = named.find(({ words }) => words.every((word, offset) => word === wordAt(at + offset)));
  if (whole !== undefined) return { part: { languages: [whole.tag] }, end: at + whole.words.length };
  const tags = named.filter(({ words }) => words.includes(wordAt(at))).map(({ tag }) => tag);
  return tags.length > 0 ? { part: { languages: tags }, end: at + 1 } : undefined;
};
