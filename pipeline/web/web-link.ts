/** An address that a link may lead to: a web page. What else files state as their address (`javascript:`) is not linked. */
export function webLink(address: string | null): string | undefined {
  if (address === null || !URL.canParse(address)) return undefined;
  return /^https?:$/u.test(new URL(address).protocol) ? address : undefined;
}
