import { crc32, deflateRawSync } from "node:zlib";

/** A file to put into an archive. */
export interface File {
  readonly name: string;
  readonly content: string | Uint8Array;
  /** For ZIP: sets the mark of an encrypted member. */
  readonly encrypted?: boolean;
}

/** A ZIP archive, its members deflated. */
export function zipOf(files: readonly File[]): Buffer {
  const local: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, content, encrypted } of files) {
    const plain = Buffer.from(content);
    const packed = deflateRawSync(plain);
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(0x800 + (encrypted ? 1 : 0), 2);
    fields.writeUInt16LE(8, 4);
    fields.writeUInt32LE(crc32(plain), 10);
    fields.writeUInt32LE(packed.length, 14);
    fields.writeUInt32LE(plain.length, 18);
    fields.writeUInt16LE(Buffer.byteLength(name), 22);
    const member = Buffer.concat([Buffer.from("PK\x03\x04"), fields, Buffer.from(name), packed]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([Buffer.from("PK\x01\x02\x14\x00"), fields, tail, Buffer.from(name)]));
    local.push(member);
    offset += member.length;
  }
  const entries = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(files.length, 4);
  end.writeUInt16LE(files.length, 6);
  end.writeUInt32LE(entries.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...local, entries, Buffer.from("PK\x05\x06"), end]);
}

/** A tar archive as POSIX has it, long names in pax headers; with its end unless `open`. */
export function tarOf(files: readonly File[], open = false): Buffer {
  const blocks = files.flatMap(({ name, content }) => {
    const long = Buffer.byteLength(name) > 100;
    const line = ` path=${name}\n`;
    const length = Buffer.byteLength(line) + 3;
    const pax = long ? tarEntry("pax", `${length}${line}`, "x") : [];
    return [...pax, ...tarEntry(long ? name.slice(0, 90) : name, content, "0")];
  });
  return Buffer.concat(open ? blocks : [...blocks, Buffer.alloc(1024)]);
}

function tarEntry(name: string, content: string | Uint8Array, type: string): readonly Buffer[] {
  const body = Buffer.from(content);
  const header = Buffer.alloc(512);
  header.write(name, 0);
  header.write("0000644\0", 100);
  header.write(body.length.toString(8).padStart(11, "0"), 124);
  header.write("        ", 148);
  header.write(type, 156);
  header.write("ustar\x0000", 257);
  const sum = header.reduce((all, byte) => all + byte, 0);
  header.write(`${sum.toString(8).padStart(6, "0")}\0 `, 148);
  return [header, body, Buffer.alloc((512 - (body.length % 512)) % 512)];
}

/** A record of a web archive. */
export interface Answer {
  readonly id?: string;
  readonly type?: string;
  readonly url?: string;
  /** Of the answer, for `response`; of the record else. */
  readonly contentType?: string;
  readonly status?: string;
  readonly headers?: readonly string[];
  readonly body: string | Uint8Array;
}

export function warcRecord({ id, type = "response", url = "https://a.example/", ...answer }: Answer): Buffer {
  const isHttp = type === "response";
  const contentType = answer.contentType ?? "text/html; charset=utf-8";
  const fields = [`HTTP/1.1 ${answer.status ?? "200 OK"}`, `Content-Type: ${contentType}`, ...(answer.headers ?? [])];
  const block = Buffer.concat([Buffer.from(isHttp ? `${fields.join("\r\n")}\r\n\r\n` : ""), Buffer.from(answer.body)]);
  const head = [
    "WARC/1.1",
    `WARC-Type: ${type}`,
    ...(id === undefined ? [] : [`WARC-Record-ID: <urn:uuid:${id}>`]),
    `WARC-Target-URI: ${url}`,
    "WARC-Date: 2024-06-28T07:30:00Z",
    `Content-Type: ${isHttp ? "application/http; msgtype=response" : contentType}`,
    `Content-Length: ${block.length}`,
  ];
  return Buffer.concat([Buffer.from(`${head.join("\r\n")}\r\n\r\n`), block, Buffer.from("\r\n\r\n")]);
}

/** The bytes as a stream of pieces. */
export async function* inPieces(bytes: Uint8Array, length: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += length) yield bytes.subarray(at, at + length);
}
