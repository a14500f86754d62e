import { join } from "node:path";
import { stringify } from "yaml";
import { framesSchema } from "../../extractors/lexicon/language-schema.js";
import { lexiconRoot } from "../../pipeline/runtime/lexicon-root.js";
import { readYaml } from "../../pipeline/runtime/read-yaml.js";
import type { FactRow } from "./facts-of.js";

/** What a language says for a shared frame. */
export interface FrameProof {
  readonly frame: string;
  readonly text: string;
  readonly facts: readonly FactRow[];
  readonly counterexample: string;
}

/** A `rules.yaml` with one example and counterexample for each proven frame; all other frames are absent. */
export function rulesOfProofs(proofs: readonly FrameProof[]): string {
  const { data } = readYaml(join(lexiconRoot(), "shared/frames.yaml"), "frames.yaml", framesSchema);
  const frames = data.frames.map(({ id }) => {
    const proof = proofs.find(({ frame }) => frame === id);
    if (proof === undefined) return [id, { absent: "the language has no such thing" }];
    const { text, facts, counterexample } = proof;
    return [id, { examples: [{ text, facts }], counterexamples: [{ text: counterexample }] }];
  });
  return stringify({ frames: Object.fromEntries(frames) });
}
