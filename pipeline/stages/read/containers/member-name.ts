/** A drive letter of another system's path. */
const DRIVE = /^[a-z]:/iu;
const LEAVE_OUT = new Set(["", ".", ".."]);

/**
 * An archive member's name as a path below the archive, `/` between folders. Ways up and absolute beginnings are taken
 * out: nothing is ever written to where a name points, and no identity claims to be elsewhere.
 */
export function memberName(stated: string): string {
  const steps = stated.replaceAll("\\", "/").replace(DRIVE, "").split("/");
  return steps.filter((step) => !LEAVE_OUT.has(step)).join("/");
}
