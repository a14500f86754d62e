/** Found facts whose confidence lies in a band, and the share of them that is right: `accuracy` is `right / of`. */
export interface CalibrationBand {
  /** The band holds what is surer than this ... */
  readonly above: number;
  /** ... and no surer than this. */
  readonly upTo: number;
  readonly accuracy: number;
  readonly right: number;
  readonly of: number;
}

/** A found fact that gold facts speak for or against. */
export interface JudgedFact {
  readonly confidence: number;
  readonly right: boolean;
}

/** Edges of the bands; the first band also holds 0. */
const EDGES = [0, 0.8, 0.9, 0.95, 1] as const;

/** How far confidence can be believed, band by band from the least sure; bands without a fact are left out. */
export function calibration(facts: readonly JudgedFact[]): readonly CalibrationBand[] {
  return EDGES.slice(1).flatMap((upTo, index) => {
    const above = EDGES[index] ?? 0;
    const band = facts.filter(({ confidence }) => confidence <= upTo && (confidence > above || index === 0));
    const right = band.filter((fact) => fact.right).length;
    return band.length === 0 ? [] : [{ above, upTo, accuracy: right / band.length, right, of: band.length }];
  });
}
