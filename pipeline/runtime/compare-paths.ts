/** Only beside these does the order of UTF-16 units differ from that of UTF-8 bytes. */
const BEYOND_UNITS = /[\ud800-\uffff]/;

/** The order of two paths by their UTF-8 bytes, as SQLite keeps them: below zero when `one` comes first. */
export function comparePaths(one: string, other: string): number {
  if (BEYOND_UNITS.test(one) && BEYOND_UNITS.test(other)) return Buffer.compare(Buffer.from(one), Buffer.from(other));
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
