import { createHash } from "node:crypto";
import { closeSync, openSync, writeSync } from "node:fs";
import { gzipSync } from "node:zlib";

/** Bytes of a page's picture, which do not pack: so a page takes about as much room in the archive. */
const PICTURE = 60_000;

/**
 * Writes a web archive of pages that all differ, a gzip member a record as crawlers do, until the file has `bytes`. The
 * same size gives the same file. Returns the number of pages.
 */
export function writeWebArchive(file: string, bytes: number): number {
  const handle = openSync(file, "w");
  try {
    let written = 0;
    let pages = 0;
    for (; written < bytes; pages++) written += writeSync(handle, gzipSync(record(pages), { level: 1 }));
    return pages;
  } finally {
    closeSync(handle);
  }
}

function record(page: number): Buffer {
  const body = Buffer.from(`HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n${pageText(page)}`);
  const head = [
    "WARC/1.0",
    "WARC-Type: response",
    `WARC-Record-ID: <urn:uuid:${uuid(page)}>`,
    `WARC-Target-URI: https://kurier.example/artikel/${page}`,
    "WARC-Date: 2024-06-28T07:30:00Z",
    "Content-Type: application/http; msgtype=response",
    `Content-Length: ${body.length}`,
  ];
  return Buffer.concat([Buffer.from(`${head.join("\r\n")}\r\n\r\n`), body, Buffer.from("\r\n\r\n")]);
}

function pageText(page: number): string {
  const share = `${40 + (page % 50)},${page % 10}`;
  return `<!doctype html><html lang="de"><head><title>Ausbau, Folge ${page}</title></head><body><article>
<h1>Ausbau, Folge ${page}</h1>
<p>Im Landkreis sind ${share} Prozent der Haushalte an das Glasfasernetz angeschlossen, wie das Landratsamt mitteilte.</p>
<img alt="" src="data:image/png;base64,${noise(page)}">
<p>Von ${4000 + page} Adressen wurden ${1000 + (page % 900)} im ersten Halbjahr erschlossen; der Bau kostet ${page + 5} Millionen Euro.</p>
</article></body></html>`;
}

/** Looks random, and is the same for the same page. */
function noise(page: number): string {
  let text = "";
  for (let part = 0; text.length < PICTURE; part++) {
    text += createHash("sha512").update(`${page} ${part}`).digest("base64");
  }
  return text;
}

function uuid(page: number): string {
  const digits = createHash("sha256").update(String(page)).digest("hex");
  return [
    digits.slice(0, 8),
    digits.slice(8, 12),
    digits.slice(12, 16),
    digits.slice(16, 20),
    digits.slice(20, 32),
  ].join("-");
}
