import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import type { Database } from "better-sqlite3";

/** One step of the schema, from the version before it to `version`. */
export interface Migration {
  readonly version: number;
  readonly sql: string;
}

/** Written into every fact store, so that another application's database is told from one: `fktm` in ASCII. */
export const APPLICATION_ID = 0x666b746d;

const FOLDER = path.join("pipeline", "store", "migrations");
const FILE_NAME = /^([0-9]{4})-[a-z-]+\.sql$/u;

/** The steps in order, numbered from 1 without a gap. Reads files; throws when one is misnamed or missing. */
export function readMigrations(folder = migrationsFolder()): readonly Migration[] {
  return readdirSync(folder)
    .sort()
    .map((file, index) => {
      const version = Number(FILE_NAME.exec(file)?.[1]);
      if (version !== index + 1) {
        throw new Error(
          `${path.join(folder, file)}: expected a file named ${String(index + 1).padStart(4, "0")}-<what>.sql`,
        );
      }
      return { version, sql: readFileSync(path.join(folder, file), "utf8") };
    });
}

/** Takes a database through all steps that it lacks, in one transaction: it is up to date afterwards or as it was. */
export function migrate(database: Database, migrations: readonly Migration[]): void {
  if (schemaVersion(database) === migrations.length) return;
  const bringUpToDate = database.transaction(() => {
    // Asked again under the lock: another process may have done it meanwhile.
    const current = schemaVersion(database);
    for (const { sql } of migrations.slice(current)) database.exec(sql);
    database.pragma(`application_id = ${APPLICATION_ID}`);
    database.pragma(`user_version = ${Math.max(current, migrations.length)}`);
  });
  bringUpToDate.immediate();
}

export function schemaVersion(database: Database): number {
  return Number(database.pragma("user_version", { simple: true }));
}

/**
 * The compiler copies no SQL into `dist/`, so the files are read from the sources' folder: found by walking up from this
 * file, it is the same one from the sources and from `dist/`.
 */
function migrationsFolder(): string {
  const start = path.dirname(fileURLToPath(import.meta.url));
  for (let folder = start; ; folder = path.dirname(folder)) {
    const candidate = path.join(folder, FOLDER);
    if (existsSync(path.join(folder, "package.json")) && existsSync(candidate)) return candidate;
    if (folder === path.dirname(folder))
      throw new Error(`${start}: no folder above holds ${FOLDER}; install faktum again`);
  }
}
