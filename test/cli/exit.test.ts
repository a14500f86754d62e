import { jest } from "@jest/globals";
import { CommanderError } from "commander";
import { exitWithError } from "../../pipeline/cli/exit.js";
import { FaktumError } from "../../pipeline/runtime/faktum-error.js";
import { StoreError } from "../../pipeline/store/store-error.js";

let told: string;

beforeEach(() => {
  told = "";
  jest.spyOn(process.stderr, "write").mockImplementation((text) => {
    told += String(text);
    return true;
  });
});

afterEach(() => {
  jest.restoreAllMocks();
  delete process.env["FAKTUM_DEBUG"];
});

describe("exitWithError", () => {
  test.each<readonly [string, Error, number, string]>([
    ["an error that says its code", new FaktumError("run.x", "a: b", { exitCode: 2 }), 2, "faktum: a: b\n"],
    ["a database that is not there", new StoreError("store.missing", "f.db: none"), 2, "faktum: f.db: none\n"],
    ["a database that is locked", new StoreError("store.locked", "f.db: locked"), 4, "faktum: f.db: locked\n"],
    ["help that was asked for", new CommanderError(0, "commander.helpDisplayed", "help"), 0, ""],
    ["wrong usage, told by commander", new CommanderError(1, "commander.unknownOption", "no"), 2, ""],
    [
      "a fault of ours",
      new TypeError("x is undefined"),
      4,
      "faktum: unexpected error: x is undefined (FAKTUM_DEBUG=1 shows where it happened)\n",
    ],
    ["a name that would forge a line", new FaktumError("a.b", "a\n\u001B[2Jb", { exitCode: 1 }), 1, "faktum: a [2Jb\n"],
  ])("%s", (_, error, code, message) => {
    expect(exitWithError(error)).toBe(code);
    expect(told).toBe(message);
  });

  test("FAKTUM_DEBUG shows the stack", () => {
    process.env["FAKTUM_DEBUG"] = "1";
    exitWithError(new TypeError("x is undefined"));
    expect(told).toMatch(/\n {4}at .*exit\.test\.ts/u);
  });
});
