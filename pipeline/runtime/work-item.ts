import type { Diagnostic } from "../model/diagnostic.js";
import type { Document } from "../model/document.js";
import type { Part } from "../stages/read/part.js";
import type { PreparedDocument } from "../store/prepared-document.js";

/** One piece of work for a worker thread; plain data, to be sent. */
export type WorkItem =
  /** A file to be read, unless its bytes are those that are known. */
  | { readonly kind: "file"; readonly path: string; readonly size: number; readonly known: KnownArticle | undefined }
  /** An article of a container, likewise. */
  | { readonly kind: "part"; readonly part: Part; readonly known: KnownArticle | undefined }
  /** An article of a container that cannot be had; only to be told at its place. */
  | { readonly kind: "broken"; readonly path: string; readonly diagnostic: Diagnostic }
  /** A stored text, to be analysed again. */
  | { readonly kind: "stored"; readonly document: Omit<Document, "id">; readonly place: StoredPlace };

/** What is kept of a stored document when its text is analysed again. */
export interface StoredPlace {
  /** Of its file, in ms since 1970. */
  readonly fileModified: number | undefined;
  /** Of a container. */
  readonly isMember: boolean;
}

/** What the store has of an article that is read again. */
export interface KnownArticle {
  readonly sha256: string;
  readonly status: "ok" | "refused" | "failed";
  /** Whether it was made by today's engine: then the same bytes need nothing. */
  readonly isCurrent: boolean;
}

/** What became of an article. `file` is there when it is a file of its own and could be opened. */
export type ArticleOutcome =
  | { readonly status: "unchanged"; readonly file?: FileState }
  /** Failed in an earlier run, with these bytes and today's engine. */
  | { readonly status: "failed-before"; readonly file?: FileState }
  | { readonly status: "prepared"; readonly prepared: PreparedDocument; readonly file?: FileState }
  | { readonly status: "failed"; readonly diagnostic: Diagnostic; readonly sha256?: string; readonly file?: FileState };

/** What became of an item. */
export type WorkOutcome =
  | ArticleOutcome
  /** The file holds several articles: whoever asked opens it again and sends them one by one. */
  | { readonly status: "container" };

/** A file as it was when it was opened. */
export interface FileState {
  readonly bytes: number;
  /** In ms since 1970. */
  readonly modified: number;
}

export function pathOf(item: WorkItem): string {
  switch (item.kind) {
    case "file":
    case "broken":
      return item.path;
    case "part":
      return item.part.path;
    case "stored":
      return item.document.source.path;
  }
}

/** About the bytes that an item makes a worker read. */
export function sizeOf(item: WorkItem): number {
  switch (item.kind) {
    case "file":
      return item.size;
    case "part":
      return item.part.bytes.length;
    case "broken":
      return 0;
    case "stored":
      return item.document.text.length;
  }
}
