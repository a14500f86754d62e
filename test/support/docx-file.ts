import { zipArchive } from "./zip-archive.js";

/** A paragraph, or a table by its rows. */
export type DocxPart =
  | { readonly text: string; readonly style?: string; readonly isItem?: boolean; readonly isLeftward?: boolean }
  | { readonly rows: readonly (readonly string[])[] }
  | { readonly xml: string };

interface DocxOptions {
  readonly title?: string;
  readonly author?: string;
  readonly created?: string;
  /** Further files of the archive. */
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
}

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml";
/** Ids are those of a German Word: only the names are the same everywhere. */
const STYLES = { Titel: "Title", berschrift1: "heading 1", berschrift2: "heading 2" };

/** The bytes of a Word document, the same every time. */
export function docxFile(parts: readonly DocxPart[], options: DocxOptions = {}): Uint8Array {
  const { title = "", author = "", created, files = {} } = options;
  const date = created === undefined ? "" : `<dcterms:created xsi:type="dcterms:W3CDTF">${created}</dcterms:created>`;
  return zipArchive({
    "[Content_Types].xml": `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${TYPES}.document.main+xml"/></Types>`,
    "_rels/.rels": `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="r1" Type="${OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>`,
    "word/_rels/document.xml.rels": `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="r1" Type="${OFFICE}/styles" Target="styles.xml"/><Relationship Id="r2" Type="${OFFICE}/numbering" Target="numbering.xml"/><Relationship Id="r3" Type="${OFFICE}/footnotes" Target="footnotes.xml"/></Relationships>`,
    "word/styles.xml": `${HEAD}<w:styles ${WORD}>${Object.entries(STYLES)
      .map(([id, name]) => `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/></w:style>`)
      .join("")}</w:styles>`,
    "word/numbering.xml": `${HEAD}<w:numbering ${WORD}><w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num></w:numbering>`,
    "word/footnotes.xml": `${HEAD}<w:footnotes ${WORD}><w:footnote w:id="2"><w:p><w:r><w:t>Stand: 30. Juni.</w:t></w:r></w:p></w:footnote></w:footnotes>`,
    "docProps/core.xml": `${HEAD}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${title}</dc:title><dc:creator>${author}</dc:creator>${date}</cp:coreProperties>`,
    "word/document.xml": `${HEAD}<w:document ${WORD}><w:body>${parts.map(xmlOf).join("")}</w:body></w:document>`,
    ...files,
  });
}

function xmlOf(part: DocxPart): string {
  if ("xml" in part) return part.xml;
  if ("rows" in part) {
    const cell = (text: string) => `<w:tc>${xmlOf({ text })}</w:tc>`;
    return `<w:tbl>${part.rows.map((row) => `<w:tr>${row.map(cell).join("")}</w:tr>`).join("")}</w:tbl>`;
  }
  const { text, style, isItem, isLeftward } = part;
  const properties = [
    style === undefined ? "" : `<w:pStyle w:val="${style}"/>`,
    isItem ? '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>' : "",
    isLeftward ? "<w:bidi/>" : "",
  ].join("");
  const run = `<w:r>${isLeftward ? "<w:rPr><w:rtl/></w:rPr>" : ""}<w:t xml:space="preserve">${text}</w:t></w:r>`;
  return `<w:p><w:pPr>${properties}</w:pPr>${run}</w:p>`;
}
