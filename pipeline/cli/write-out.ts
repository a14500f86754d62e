import { once } from "node:events";

/** Writes data to stdout and waits while its reader is slower, so that nothing piles up in memory. */
export async function writeOut(text: string | Uint8Array): Promise<void> {
  if (!process.stdout.write(text)) await once(process.stdout, "drain");
}
