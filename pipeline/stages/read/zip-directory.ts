import { inflateRawSync } from "node:zlib";

/** A file in a ZIP archive, as the directory at the archive's end lists it. */
export interface ZipEntry {
  readonly name: string;
  /** 0 stored, 8 deflated; others are not read. */
  readonly method: number;
  readonly isEncrypted: boolean;
  readonly compressedSize: number;
  /** Offset of the file's own header. */
  readonly offset: number;
}

const END_SIGNATURE = 0x06054b50;
const ENTRY_SIGNATURE = 0x02014b50;
const FILE_SIGNATURE = 0x04034b50;
const END_BYTES = 22;
const ENTRY_BYTES = 46;
const FILE_BYTES = 30;
/** The archive's comment stands behind its directory's end. */
const LONGEST_COMMENT = 65_535;
const MOST_ENTRIES = 20_000;
/** Its numbers are then in ZIP64's own records, which only archives beyond 4 GB need. */
const NOT_HERE = 0xffffffff;

/** The files of an archive; `undefined` when its directory is missing or broken, as in one that was cut off. */
export function zipDirectory(bytes: Uint8Array): readonly ZipEntry[] | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOfDirectory(view);
  if (end === undefined) return undefined;
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  const entries: ZipEntry[] = [];
  while (entries.length < count) {
    if (at + ENTRY_BYTES > end || view.getUint32(at, true) !== ENTRY_SIGNATURE || count > MOST_ENTRIES)
      return undefined;
    const nameLength = view.getUint16(at + 28, true);
    const entry = {
      name: new TextDecoder().decode(bytes.subarray(at + ENTRY_BYTES, at + ENTRY_BYTES + nameLength)),
      method: view.getUint16(at + 10, true),
      isEncrypted: (view.getUint16(at + 8, true) & 1) === 1,
      compressedSize: view.getUint32(at + 20, true),
      offset: view.getUint32(at + 42, true),
    };
    if (entry.offset === NOT_HERE || entry.compressedSize === NOT_HERE) return undefined;
    entries.push(entry);
    at += ENTRY_BYTES + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

/** The bytes of a file in an archive, never more than `mostBytes`, whatever the directory says of their size. */
export function unzipped(
  bytes: Uint8Array,
  entry: ZipEntry,
  mostBytes: number,
): Uint8Array | "broken" | "encrypted" | "too-large" {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const { offset, compressedSize, method } = entry;
  if (entry.isEncrypted) return "encrypted";
  if (offset + FILE_BYTES > bytes.length || view.getUint32(offset, true) !== FILE_SIGNATURE) return "broken";
  const start = offset + FILE_BYTES + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  const data = bytes.subarray(start, start + compressedSize);
  if (data.length < compressedSize) return "broken";
  if (method === 0) return data.length > mostBytes ? "too-large" : data;
  if (method !== 8) return "broken";
  try {
    return inflateRawSync(data, { maxOutputLength: Math.max(1, mostBytes) });
  } catch (error) {
    const code = typeof error === "object" && error !== null && "code" in error ? error.code : undefined;
    if (code === undefined) throw error;
    return code === "ERR_BUFFER_TOO_LARGE" ? "too-large" : "broken";
  }
}

function endOfDirectory(view: DataView): number | undefined {
  const last = view.byteLength - END_BYTES;
  for (let at = last; at >= Math.max(0, last - LONGEST_COMMENT); at--) {
    if (view.getUint32(at, true) === END_SIGNATURE) return at;
  }
  return undefined;
}
