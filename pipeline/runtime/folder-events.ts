import { realpathSync, statSync } from "node:fs";
import path from "node:path";
import type { AsyncSubscription } from "@parcel/watcher";

export interface FolderEventsOptions {
  /** Files and folders; the folders are watched with all that is in them. */
  readonly paths: readonly string[];
  /** What faktum itself writes to: the database, and the files beside it whose names go on with `-`. */
  readonly database: string;
  /** Something has changed, it does not matter what. */
  readonly onChange: () => void;
  /** A folder that the system cannot watch, and why: told once, of the first. */
  readonly onRefused: (folder: string, reason: string) => void;
}

/** A path that is watched. */
interface WatchedPath {
  /** What is there: of a folder which one it is, of a file its state too; empty when there is nothing. */
  identity: string;
  isFolder: boolean;
  subscription?: AsyncSubscription;
  /** The identity of the folder that the subscription is for. */
  subscribed?: string;
}

/** How often the paths themselves are looked at, in ms: no event tells of a folder that is moved away or comes back. */
const LOOK_INTERVAL = 2_000;

/** Tells that something in some folders has changed. It must be closed. */
export class FolderEvents {
  readonly #options: FolderEventsOptions;
  readonly #paths = new Map<string, WatchedPath>();
  readonly #timer: NodeJS.Timeout;
  readonly #databaseFile: string;
  #generation = 0;
  #isRefused = false;

  constructor(options: FolderEventsOptions) {
    this.#options = options;
    this.#databaseFile = realPlace(options.database);
    for (const each of options.paths) this.#paths.set(path.resolve(each), { identity: "", isFolder: false });
    this.#timer = setInterval(() => this.#look(), LOOK_INTERVAL);
  }

  /** Whether nothing tells of changes in some folder, so that somebody must look for themselves. */
  get isRefused(): boolean {
    return this.#isRefused;
  }

  /** Subscribes to the folders that are there and are not subscribed to. What changes from then on is told. */
  async subscribe(): Promise<void> {
    this.#look();
    for (const [place, watched] of this.#paths) {
      if (watched.subscribed === watched.identity || this.#isRefused) continue;
      await endSubscription(watched);
      if (!watched.isFolder) continue;
      const { identity } = watched;
      try {
        watched.subscription = await this.#subscribeTo(realpathSync(place));
        watched.subscribed = identity;
      } catch (error) {
        // One that has just gone is looked for again.
        if (identityOf(place).identity === identity) this.#refuse(place, error);
      }
    }
  }

  async close(): Promise<void> {
    clearInterval(this.#timer);
    for (const watched of this.#paths.values()) await endSubscription(watched);
  }

  async #subscribeTo(folder: string): Promise<AsyncSubscription> {
    // Loaded here, because it cannot be where its binary is missing.
    const { default: watcher } = await import("@parcel/watcher");
    // Equal subscriptions share a watcher, also one whose folder was moved away and that hears nothing any more.
    this.#generation += 1;
    const ignore = [path.join(folder, `.faktum-watch-${this.#generation}`)];
    return await watcher.subscribe(folder, (error, events) => this.#take(folder, error, events), { ignore });
  }

  #take(folder: string, error: Error | null, events: readonly { readonly path: string }[]): void {
    if (error !== null) this.#refuse(folder, error);
    if (error !== null || events.some((event) => this.#matters(path.relative(folder, event.path), event.path))) {
      this.#options.onChange();
    }
  }

  /** Hidden files are not read, and what faktum writes itself must not wake it up again. */
  #matters(inside: string, whole: string): boolean {
    if (inside.split(path.sep).some((name) => name.startsWith("."))) return false;
    return whole !== this.#databaseFile && !whole.startsWith(`${this.#databaseFile}-`);
  }

  #look(): void {
    for (const [place, watched] of this.#paths) {
      const { identity, isFolder } = identityOf(place);
      if (identity === watched.identity) continue;
      watched.identity = identity;
      watched.isFolder = isFolder;
      this.#options.onChange();
    }
  }

  #refuse(folder: string, error: unknown): void {
    if (this.#isRefused) return;
    this.#isRefused = true;
    const text = typeof error === "object" && error !== null && "message" in error ? String(error.message) : "";
    this.#options.onRefused(path.relative(process.cwd(), folder) || ".", text);
  }
}

async function endSubscription(watched: WatchedPath): Promise<void> {
  const { subscription } = watched;
  delete watched.subscription;
  delete watched.subscribed;
  // It rejects when its folder is gone, and the subscription with it.
  await subscription?.unsubscribe().catch(() => undefined);
}

function identityOf(place: string): Pick<WatchedPath, "identity" | "isFolder"> {
  try {
    const stats = statSync(place);
    const which = `${stats.dev}:${stats.ino}`;
    if (stats.isDirectory()) return { identity: which, isFolder: true };
    return { identity: `${which}:${stats.size}:${stats.mtimeMs}`, isFolder: false };
  } catch {
    return { identity: "", isFolder: false };
  }
}

/** As events name it: its folder without links. */
function realPlace(file: string): string {
  const { dir, base } = path.parse(path.resolve(file));
  try {
    return path.join(realpathSync(dir), base);
  } catch {
    return path.join(dir, base);
  }
}
