import path from "node:path";

// One clock zone for every test, wherever it runs; workers inherit it.
process.env.TZ = "UTC";
// Tests share compiled lexicons, apart from the user's own.
process.env.FAKTUM_CACHE_DIR = path.join(import.meta.dirname, "dist/test-cache");

export default {
  rootDir: import.meta.dirname,
  testMatch: ["<rootDir>/test/**/*.test.ts"],
  extensionsToTreatAsEsm: [".ts"],
  moduleNameMapper: { "^(\\.{1,2}/.*)\\.js$": "$1" },
  transform: {
    "\\.ts$": ["@swc/jest", { jsc: { parser: { syntax: "typescript" }, target: "es2022" }, module: { type: "es6" } }],
  },
  modulePathIgnorePatterns: ["<rootDir>/dist/"],
  globalSetup: "<rootDir>/test/global-setup.mjs",
  // Tests that start the real program need seconds on a busy two-core machine.
  testTimeout: 30_000,
  maxWorkers: "100%",
};
