/** How often facts were right, invented and missed. */
export interface Tally {
  readonly right: number;
  readonly invented: number;
  readonly missed: number;
}

/** Precision, recall and F1, 0 to 1, with the counts they come from. A rate without a base is 0. */
export interface Rate extends Tally {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

export function rate({ right, invented, missed }: Tally): Rate {
  return {
    precision: right / (right + invented) || 0,
    recall: right / (right + missed) || 0,
    f1: (2 * right) / (2 * right + invented + missed) || 0,
    right,
    invented,
    missed,
  };
}
