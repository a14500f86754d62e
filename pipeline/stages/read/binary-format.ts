/** A kind of file that holds no text to be read as it stands. */
export interface BinaryFormat {
  readonly name: string;
  /** What the user can do. */
  readonly remedy: string;
}

const WORD_REMEDY = "save it as .docx, without a password, and add that file";
const TEXT_REMEDY = "save its text as .txt or .html and add that file";
const UNPACK_REMEDY = "unpack it and add the files inside";
const LEAVE_REMEDY = "it holds no article; leave it out";

/** Offset, bytes as Latin-1 text, name, remedy. */
const SIGNATURES: readonly (readonly [number, string, string, string])[] = [
  [0, "{\\rtf", "an RTF document", WORD_REMEDY],
  [0, "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old or a locked Microsoft Office document", WORD_REMEDY],
  [30, "mimetypeapplication/vnd.oasis.opendocument.text", "an OpenDocument text (ODT)", WORD_REMEDY],
  [0, "PK\x03\x04", "a ZIP archive or an Office document", "unpack it, or save the document's text as .txt or .html"],
  [0, "PK\x05\x06", "an empty ZIP archive", LEAVE_REMEDY],
  [0, "\x1f\x8b", "a gzip archive", UNPACK_REMEDY],
  [0, "BZh", "a bzip2 archive", UNPACK_REMEDY],
  [0, "\xfd7zXZ\x00", "an xz archive", UNPACK_REMEDY],
  [0, "(\xb5/\xfd", "a Zstandard archive", UNPACK_REMEDY],
  [0, "7z\xbc\xaf\x27\x1c", "a 7-Zip archive", UNPACK_REMEDY],
  [0, "Rar!\x1a\x07", "a RAR archive", UNPACK_REMEDY],
  [257, "ustar", "a tar archive", UNPACK_REMEDY],
  [0, "WARC/1.", "a web archive (WARC)", "save its pages as .html and add those files"],
  [0, "\x89PNG\r\n\x1a\n", "a PNG picture", LEAVE_REMEDY],
  [0, "\xff\xd8\xff", "a JPEG picture", LEAVE_REMEDY],
  [0, "GIF8", "a GIF picture", LEAVE_REMEDY],
  [8, "WEBP", "a WebP picture", LEAVE_REMEDY],
  [0, "II*\x00", "a TIFF picture", LEAVE_REMEDY],
  [0, "MM\x00*", "a TIFF picture", LEAVE_REMEDY],
  [4, "ftyp", "a video or picture (MP4, HEIC or AVIF)", LEAVE_REMEDY],
  [0, "ID3", "an MP3 recording", LEAVE_REMEDY],
  [0, "OggS", "an Ogg recording", LEAVE_REMEDY],
  [0, "SQLite format 3\x00", "an SQLite database", "query it with faktum query --db, or leave it out"],
  [0, "PAR1", "a Parquet file", TEXT_REMEDY],
  [0, "\x7fELF", "a program", LEAVE_REMEDY],
  [0, "MZ\x90", "a program", LEAVE_REMEDY],
];

const SAMPLE_BYTES = 65_536;
/** Texts have next to no control characters; compressed data has about one in ten. */
const MOST_CONTROLS = 0.02;

/** What a file is when it is no text, by its signature; `undefined` when no signature is known. */
export function binaryFormat(bytes: Uint8Array): BinaryFormat | undefined {
  const head = String.fromCharCode(...bytes.subarray(0, 512));
  const found = SIGNATURES.find(([offset, signature]) => head.startsWith(signature, offset));
  return found && { name: found[2], remedy: found[3] };
}

/** Whether the bytes hold more control characters than any text in a one-byte encoding or UTF-8 does. */
export function looksBinary(bytes: Uint8Array): boolean {
  const sample = bytes.subarray(0, SAMPLE_BYTES);
  let controls = 0;
  for (const byte of sample) {
    const isLayout = byte >= 0x09 && byte <= 0x0d;
    if ((byte < 0x20 && !isLayout) || byte === 0x7f) controls++;
  }
  return controls > sample.length * MOST_CONTROLS;
}
