import { homedir } from "node:os";
import path from "node:path";

/**
 * The folder for what can be made anew at any time: `$FAKTUM_CACHE_DIR`, or else the user's own for such things. Need not
 * exist. Undefined for a user without a home.
 */
export function cacheFolder(
  env: NodeJS.ProcessEnv = process.env,
  platform: NodeJS.Platform = process.platform,
): string | undefined {
  const named = env["FAKTUM_CACHE_DIR"];
  if (named) return path.resolve(named);
  const shared = env["XDG_CACHE_HOME"];
  // The XDG specification has relative paths ignored.
  if (shared && path.isAbsolute(shared)) return path.join(shared, "faktum");
  const home = homeFolder();
  if (home === undefined) return undefined;
  return path.join(home, platform === "darwin" ? "Library/Caches" : ".cache", "faktum");
}

function homeFolder(): string | undefined {
  try {
    return homedir();
  } catch {
    return undefined; // a user that the system has no entry for
  }
}
