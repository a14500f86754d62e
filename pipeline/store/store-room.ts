import { statfsSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Store } from "./store.js";
import { StoreError } from "./store-error.js";

/** Bytes of a database, and of its pages that hold nothing: they are filled before the file grows. */
export interface StoreRoom {
  readonly bytes: number;
  readonly free: number;
}

export function roomOf(store: Store): StoreRoom {
  const page = pragma(store, "page_size");
  return { bytes: page * pragma(store, "page_count"), free: page * pragma(store, "freelist_count") };
}

/**
 * Writes the database anew without its empty pages. SQLite writes a copy into the folder for temporary files and from
 * there into the database's own folder: throws StoreError `store.full`, and changes nothing, when either has less room.
 */
export function vacuum(store: Store): void {
  const { bytes, free } = roomOf(store);
  const needed = bytes - free;
  const temporary = process.env["SQLITE_TMPDIR"] || tmpdir();
  const own = path.dirname(path.resolve(store.path));
  const places = [
    { folder: own, needed: isOneDisk(own, temporary) ? 2 * needed : needed },
    { folder: temporary, needed },
  ];
  for (const place of places) checkRoom(store, place);
  store.guard(() => {
    store.prepare("VACUUM").run();
    store.prepare("PRAGMA wal_checkpoint(TRUNCATE)").get();
  });
}

function checkRoom(store: Store, { folder, needed }: { readonly folder: string; readonly needed: number }): void {
  const { bavail, bsize } = statfsSync(folder);
  const there = bavail * bsize;
  if (there >= needed) return;
  const sizes = `${megabytes(needed)} MB in ${folder}, where ${megabytes(there)} MB are free`;
  throw new StoreError(
    "store.full",
    `${store.path}: to give room back takes ${sizes}; make room there, or copy it to another disk with "faktum backup"`,
  );
}

function isOneDisk(one: string, other: string): boolean {
  const [first, second] = [statfsSync(one), statfsSync(other)];
  return first.type === second.type && first.blocks === second.blocks && first.bavail === second.bavail;
}

function pragma(store: Store, name: "page_size" | "page_count" | "freelist_count"): number {
  const row = store.guard(() => store.statement<Readonly<Record<string, number>>>(`PRAGMA ${name}`).get());
  return row?.[name] ?? 0;
}

function megabytes(bytes: number): string {
  return (bytes / 1e6).toFixed(1);
}
