import type { Kind, Modifier, ReferenceType } from "./mention.js";

/**
 * A fact's fields under the names of the annotation guide, values as JSON numbers; what is not stated is left out. Offsets are
 * UTF-16 code units.
 */
export interface StatedFields {
  readonly kind: Kind;
  readonly start: number;
  readonly end: number;
  readonly surface: string;
  readonly value?: number;
  readonly low?: number;
  readonly high?: number;
  readonly numerator?: number;
  readonly denominator?: number;
  readonly of?: number;
  readonly unit?: string;
  readonly item?: string;
  readonly subject?: string;
  readonly when?: string;
  readonly modifier?: Modifier;
  readonly ref_type?: ReferenceType;
  readonly number?: string;
  readonly year?: number;
  readonly iso?: string;
  readonly dual?: true;
}
