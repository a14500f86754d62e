/** How a number word joins the words around it. */
export type Composition =
  /** `drei`, `puluh`-less units and wholes: added to what stands before. */
  | "add"
  /** `hundert`, `juta`: multiplies what stands before, or counts as one of it. */
  | "times"
  /** Adds ten to the unit before it (`belas`, `عشر`); alone it is its own value where it has one. */
  | "teen"
  /** Adds one half to what stands before (`einhalb`, `og en halv`). */
  | "half"
  /** Joins parts without a value (`und`, `og`, `و`). */
  | "link"
  /** The decimal point in words (`koma`, `Komma`). */
  | "point";

/** One number word of a lexicon. */
export interface NumberWord {
  readonly composition: Composition;
  readonly value: number;
  readonly ordinal: boolean;
  /** Also an article or pronoun (`ein`, `en`): no number by itself. */
  readonly weak: boolean;
  /** Alone it counts the noun in front of it. */
  readonly afterNoun?: true;
  /** Denominator of a fraction noun (`Drittel`: 3). */
  readonly denominator?: number;
  /** Numerator that the word itself states (`Hälfte`: 1, `ثلثا`: 2). */
  readonly numerator?: number;
}
