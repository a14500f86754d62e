/** tar comes in blocks of this many bytes. */
export const BLOCK = 512;

export interface TarHeader {
  readonly name: string;
  readonly size: number;
  readonly isFile: boolean;
  /** It tells of the entry that follows, its long name say, and is no entry itself. */
  readonly isExtension: boolean;
}

const CHECKSUM_AT = 148;
const FILE_TYPES = new Set(["0", "\0", "7"]);
/** pax attributes, GNU's long name and long link. */
const EXTENSION_TYPES = new Set(["x", "g", "L", "K"]);
const BODILESS_TYPES = new Set(["1", "2", "3", "4", "5", "6"]);

/** A header block (POSIX ustar, pax, GNU); `end` for a block of zeros, nothing for one that is no header. */
export function tarHeader(block: Uint8Array): TarHeader | "end" | undefined {
  if (block.length < BLOCK) return undefined;
  let sum = 0;
  for (const byte of block) sum += byte;
  if (sum === 0) return "end";
  for (let at = CHECKSUM_AT; at < CHECKSUM_AT + 8; at++) sum += 0x20 - (block[at] ?? 0);
  if (numberAt(block, CHECKSUM_AT, 8) !== sum) return undefined;
  const type = String.fromCharCode(block[156] ?? 0);
  const size = BODILESS_TYPES.has(type) ? 0 : numberAt(block, 124, 12);
  if (size === undefined) return undefined;
  const isPosix = textAt(block, 257, 6).startsWith("ustar") && block[262] === 0;
  const prefix = isPosix ? textAt(block, 345, 155) : "";
  const name = textAt(block, 0, 100);
  return {
    name: prefix === "" ? name : `${prefix}/${name}`,
    size,
    isFile: FILE_TYPES.has(type),
    isExtension: EXTENSION_TYPES.has(type),
  };
}

/** Bytes that a body of `size` takes up. */
export function paddedLength(size: number): number {
  return Math.ceil(size / BLOCK) * BLOCK;
}

/** `header` as the extensions before it say: header blocks and their bodies, alternately. */
export function withExtended(header: TarHeader, extended: readonly Uint8Array[]): TarHeader {
  let { name, size } = header;
  for (let at = 0; at + 1 < extended.length; at += 2) {
    const type = String.fromCharCode(extended[at]?.[156] ?? 0);
    const body = extended[at + 1] ?? new Uint8Array();
    if (type === "L") name = textAt(body, 0, body.length);
    if (type === "x") {
      const attributes = paxAttributes(body);
      name = attributes.get("path") ?? name;
      const stated = Number(attributes.get("size") ?? size);
      if (Number.isSafeInteger(stated) && stated >= 0) size = stated;
    }
  }
  return { ...header, name, size };
}

/** `30 path=…\n`: the length of the whole line, a space, name and value. */
function paxAttributes(body: Uint8Array): ReadonlyMap<string, string> {
  const attributes = new Map<string, string>();
  for (const line of decoded(body).split("\n")) {
    const [, name, value] = /^[0-9]{1,10} ([^=]{1,200})=(.*)$/u.exec(line) ?? [];
    if (name !== undefined && value !== undefined) attributes.set(name, value);
  }
  return attributes;
}

/** Octal digits, or for what does not fit them a binary number behind a set bit. Nothing when it is neither. */
function numberAt(block: Uint8Array, from: number, length: number): number | undefined {
  const field = block.subarray(from, from + length);
  if (((field[0] ?? 0) & 0x80) !== 0) {
    let value = (field[0] ?? 0) & 0x7f;
    for (const byte of field.subarray(1)) value = value * 256 + byte;
    return Number.isSafeInteger(value) ? value : undefined;
  }
  const digits = textAt(block, from, length).trim();
  if (digits === "") return 0;
  return /^[0-7]{1,12}$/u.test(digits) ? Number.parseInt(digits, 8) : undefined;
}

function textAt(bytes: Uint8Array, from: number, length: number): string {
  const field = bytes.subarray(from, from + length);
  const end = field.indexOf(0);
  return decoded(end < 0 ? field : field.subarray(0, end));
}

function decoded(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    // Old archives have names in whatever encoding their system had; so they stay apart.
    return Buffer.from(bytes).toString("latin1");
  }
}
