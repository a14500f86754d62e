/** The characters for fractions that are printed in running text, as numerator and denominator. */
const VULGAR_FRACTIONS: Readonly<Record<string, readonly [number, number]>> = {
  "½": [1, 2],
  "⅓": [1, 3],
  "⅔": [2, 3],
  "¼": [1, 4],
  "¾": [3, 4],
  "⅕": [1, 5],
  "⅛": [1, 8],
};

/** Numerator and denominator of a sign such as `½`; undefined for any other text. */
export function vulgarFraction(sign: string): readonly [number, number] | undefined {
  return sign > "\u00bb" ? VULGAR_FRACTIONS[sign] : undefined;
}
