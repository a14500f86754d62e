import { nearestName } from "../../pipeline/runtime/nearest-name.js";

const NAMES = ["database", "paths", "workers", "read.max_file_size", "read.max_documents", "log.level", "read"];

describe("nearestName", () => {
  test.each<readonly [string, string | undefined, string]>([
    ["databse", "database", "a letter left out"],
    ["Workers", "workers", "a capital"],
    ["read.max_files_size", "read.max_file_size", "in its table"],
    ["max_documents", "read.max_documents", "outside its table"],
    ["run.level", "log.level", "in another table"],
    ["reads", "read", "a table"],
    ["colour", undefined, "nothing alike"],
    ["x".repeat(100_000), undefined, "no name at all"],
    ["", undefined, "nothing"],
  ])("%s: %s, %s", (given, expected) => {
    expect(nearestName(given, NAMES)).toBe(expected);
  });
});
