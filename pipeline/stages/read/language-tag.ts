/** What a tag may look like; a list of languages or a language's name is none. */
const TAG = /^[a-z]{2,3}(?:[-_][a-z0-9]{2,8}){0,4}$/iu;

/** A language as pages state it (`de_DE`, `NB-no`) as a BCP 47 tag (`de-DE`, `nb-NO`); `undefined` when it is none. */
export function languageTag(stated: string): string | undefined {
  const tag = stated.trim();
  if (!TAG.test(tag)) return undefined;
  try {
    return Intl.getCanonicalLocales(tag.replaceAll("_", "-"))[0];
  } catch {
    return undefined;
  }
}
