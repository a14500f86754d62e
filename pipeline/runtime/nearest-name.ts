/** Longer ones are no slips of the fingers, and comparing takes the product of both lengths. */
const LONGEST = 60;

/**
 * The name that `given` was likely meant to be: with the fewest letters changed, whole or, where names have dots, by what
 * follows the last one. Nothing when all differ in half of their letters or more.
 */
export function nearestName(given: string, names: readonly string[]): string | undefined {
  if (given.length > LONGEST) return undefined;
  let nearest: string | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const name of names) {
    // A right key in a wrong table comes behind a wrong key in the right one.
    const inWrongTable = relativeDistance(lastPart(given), lastPart(name)) + 0.2;
    const distance = Math.min(relativeDistance(given, name), inWrongTable);
    if (distance < least) [nearest, least] = [name, distance];
  }
  return least < 0.5 ? nearest : undefined;
}

/** 0 for the same, 1 for nothing in common. */
function relativeDistance(a: string, b: string): number {
  return editDistance(a, b) / Math.max(a.length, b.length, 1);
}

/** Letters to put in, leave out or change (Levenshtein). */
function editDistance(a: string, b: string): number {
  let above = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const changed = (above[column - 1] ?? 0) + (a[row - 1] === b[column - 1] ? 0 : 1);
      current.push(Math.min(changed, (above[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1));
    }
    above = current;
  }
  return above[b.length] ?? 0;
}

function lastPart(name: string): string {
  return name.slice(name.lastIndexOf(".") + 1);
}
