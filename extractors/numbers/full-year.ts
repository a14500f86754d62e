/** Year that a number in a numeric date or a file number stands for: two digits are the years 1950 to 2049. */
export function fullYear(written: number): number {
  if (written >= 100) return written;
  return written < 50 ? 2000 + written : 1900 + written;
}
