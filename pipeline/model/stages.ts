/** The stages in their order, which the types enforce: each takes what the one before it gives. */
export const STAGES = ["read", "language", "sentences", "mentions", "facts", "store"] as const;

export type StageName = (typeof STAGES)[number];
