/** A piece of text on a page; `x` and `y` in points from the lower left corner. */
export interface PdfRun {
  readonly x: number;
  readonly y: number;
  readonly size?: number;
  /** In the order in which the glyphs are drawn, from left to right; characters of WinAnsi. */
  readonly text?: string;
  /** What each glyph stands for; drawn from left to right, whatever the script. */
  readonly glyphs?: readonly string[];
}

interface PdfOptions {
  readonly info?: Readonly<Record<string, string>>;
  /** A dictionary that asks for a password which nobody knows. */
  readonly isLocked?: boolean;
  /** Raw stream dictionaries and bytes of further objects. */
  readonly extra?: readonly { readonly dictionary: string; readonly bytes: Uint8Array }[];
}

const FIRST_PAGE = 6;
const GLYPH_WIDTH = 500;
const LOCK = `/Filter /Standard /V 1 /R 2 /P -4 /O <${"5a".repeat(32)}> /U <${"a5".repeat(32)}>`;

/** The bytes of a PDF file of these pages, the same every time. A page without runs shows one picture. */
export function pdfFile(pages: readonly (readonly PdfRun[])[], options: PdfOptions = {}): Uint8Array {
  const glyphs = [...new Set(pages.flat().flatMap((run) => run.glyphs ?? []))];
  const contents = FIRST_PAGE + pages.length;
  const info = contents + pages.length;
  const kids = pages.map((_, at) => `${FIRST_PAGE + at} 0 R`).join(" ");
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`,
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    glyphFont(glyphs.length, info + 1),
    stream("/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8", "\x7f"),
    ...pages.map((_, at) => pageObject(contents + at)),
    ...pages.map((runs) => stream("", contentOf(runs, glyphs))),
    `<< ${Object.entries(options.info ?? {})
      .map(([key, value]) => `/${key} ${hexText(value)}`)
      .join(" ")} >>`,
    stream("", unicodeMap(glyphs)),
    ...(options.extra ?? []).map(({ dictionary, bytes }) => stream(dictionary, Buffer.from(bytes).toString("latin1"))),
  ];
  return assembled(objects, `/Root 1 0 R /Info ${info} 0 R${options.isLocked ? ` /Encrypt << ${LOCK} >>` : ""}`);
}

function pageObject(content: number): string {
  const resources = "<< /Font << /F1 3 0 R /F2 4 0 R >> /XObject << /I1 5 0 R >> >>";
  return `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources ${resources} /Contents ${content} 0 R >>`;
}

/** One byte a glyph, so there may be 255 different ones. */
function glyphFont(glyphs: number, unicodeMap: number): string {
  const widths = Array.from({ length: glyphs }, () => GLYPH_WIDTH).join(" ");
  const metrics = `/FirstChar 1 /LastChar ${glyphs} /Widths [${widths}]`;
  return `<< /Type /Font /Subtype /TrueType /BaseFont /Own ${metrics} /ToUnicode ${unicodeMap} 0 R >>`;
}

function contentOf(runs: readonly PdfRun[], glyphs: readonly string[]): string {
  if (runs.length === 0) return "q 500 0 0 700 40 40 cm /I1 Do Q";
  const shown = runs.map(({ x, y, size = 10, text, glyphs: drawn = [] }) => {
    const font = text === undefined ? "F2" : "F1";
    const codes = drawn.map((glyph) => (glyphs.indexOf(glyph) + 1).toString(16).padStart(2, "0")).join("");
    return `/${font} ${size} Tf 1 0 0 1 ${x} ${y} Tm ${text === undefined ? `<${codes}>` : literal(text)} Tj`;
  });
  return `BT\n${shown.join("\n")}\nET`;
}

/** Which text each glyph stands for. */
function unicodeMap(glyphs: readonly string[]): string {
  const lines = glyphs.map((glyph, at) => `<${(at + 1).toString(16).padStart(2, "0")}> <${utf16Hex(glyph)}>`);
  const space = "1 begincodespacerange\n<00> <ff>\nendcodespacerange";
  const groups: string[] = [];
  for (let from = 0; from < lines.length; from += 100) {
    const group = lines.slice(from, from + 100);
    groups.push(`${group.length} beginbfchar\n${group.join("\n")}\nendbfchar`);
  }
  return `/CIDInit /ProcSet findresource begin\nbegincmap\n${space}\n${groups.join("\n")}\nendcmap\nend`;
}

function literal(text: string): string {
  return `<${Buffer.from(winAnsi(text), "latin1").toString("hex")}>`;
}

/** The few signs of WinAnsi that Latin-1 has not. */
function winAnsi(text: string): string {
  const signs = new Map(
    [..."€‚„…–—‘’“”•"].map((sign, at) => [sign, "\x80\x82\x84\x85\x96\x97\x91\x92\x93\x94\x95"[at]]),
  );
  return Array.from(text, (char) => signs.get(char) ?? char).join("");
}

function hexText(text: string): string {
  return `<feff${utf16Hex(text)}>`;
}

function utf16Hex(text: string): string {
  return Buffer.from(text, "utf16le").swap16().toString("hex");
}

function stream(dictionary: string, latin1: string): string {
  return `<< ${dictionary} /Length ${latin1.length} >>\nstream\n${latin1}\nendstream`;
}

function assembled(objects: readonly string[], trailer: string): Uint8Array {
  let file = "%PDF-1.4\n";
  const offsets: number[] = [];
  for (const [at, object] of objects.entries()) {
    offsets.push(file.length);
    file += `${at + 1} 0 obj\n${object}\nendobj\n`;
  }
  const table = offsets.map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`).join("");
  const size = objects.length + 1;
  file += `xref\n0 ${size}\n0000000000 65535 f \n${table}trailer\n<< /Size ${size} ${trailer} >>\nstartxref\n${file.length}\n%%EOF\n`;
  return new Uint8Array(Buffer.from(file, "latin1"));
}
