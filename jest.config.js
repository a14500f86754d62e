// One clock zone for every test, wherever it runs; workers inherit it.
process.env.TZ = "UTC";

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
