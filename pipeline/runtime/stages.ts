import type { StageName } from "../model/diagnostic.js";

/** The stages in their order, which the types enforce: each takes what the one before it gives. */
export const STAGES: readonly StageName[] = ["read", "language", "sentences", "mentions", "facts", "store"];
