/** Numbers from 0 to 1 that look random and are the same in every run. */
export function repeatableNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
}

/** Changes up to `most` bytes, and cuts every third file off somewhere. */
export function damagedBytes(bytes: Uint8Array, most: number, next: () => number): Uint8Array {
  const copy = Uint8Array.from(bytes);
  const changes = Math.ceil(next() * most);
  for (let change = 0; change < changes; change++) copy[Math.floor(next() * copy.length)] = Math.floor(next() * 256);
  return next() < 1 / 3 ? copy.subarray(0, Math.floor(next() * copy.length)) : copy;
}
