import { FileWalk } from "../pipeline/runtime/file-walk.js";

/** Paths of the articles under some paths, in order. */
export function filesUnder(paths: readonly string[]): readonly string[] {
  return [...new FileWalk(paths).steps()].flatMap((step) => (step.step === "file" ? [step.file.path] : []));
}
