/** Newer engines have the method, older ones the property; the types know neither. */
interface DirectedLocale {
  readonly textInfo?: { readonly direction?: string };
  getTextInfo?(): { readonly direction?: string };
}

/** The direction that a language is written in; `auto`, by the letters, of one that is not known. */
export function textDirection(language: string | null): "ltr" | "rtl" | "auto" {
  if (language === null || language === "und") return "auto";
  try {
    const locale = new Intl.Locale(language) as Intl.Locale & DirectedLocale;
    const { direction } = locale.getTextInfo?.() ?? locale.textInfo ?? {};
    return direction === "rtl" || direction === "ltr" ? direction : "auto";
  } catch {
    return "auto"; // no language tag: whatever a file claimed
  }
}
