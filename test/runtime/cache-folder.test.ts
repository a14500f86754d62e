import { homedir } from "node:os";
import path from "node:path";
import { cacheFolder } from "../../pipeline/runtime/cache-folder.js";

test.each<[string, NodeJS.ProcessEnv, NodeJS.Platform, string]>([
  ["named", { FAKTUM_CACHE_DIR: "/var/kept", XDG_CACHE_HOME: "/xdg" }, "linux", "/var/kept"],
  ["named from here", { FAKTUM_CACHE_DIR: "kept" }, "linux", path.resolve("kept")],
  ["of all programs", { FAKTUM_CACHE_DIR: "", XDG_CACHE_HOME: "/xdg" }, "darwin", "/xdg/faktum"],
  [
    "a relative one, which the specification has ignored",
    { XDG_CACHE_HOME: "xdg" },
    "linux",
    path.join(homedir(), ".cache/faktum"),
  ],
  ["of the user", {}, "linux", path.join(homedir(), ".cache/faktum")],
  ["of the user of a Mac", {}, "darwin", path.join(homedir(), "Library/Caches/faktum")],
])("the cache's folder: %s", (_, env, platform, expected) => {
  expect(cacheFolder(env, platform)).toBe(expected);
});
