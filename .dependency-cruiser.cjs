/**
 * Layers, from the bottom: model <- extractors <- store <- stages <- runtime <- web <- cli.
 * `.ci/check-layers.mjs` runs these rules and makes sure that every file was really seen.
 */

/** The files that hold one kind of fact each. */
const KIND_FILE = "^extractors/kinds/(percentage|count|ratio|rank|money|measurement|reference|date)\\.ts$";

/** `$1` is the stage's name: `1-read.ts` and what lies under `read/` are one stage. */
const STAGE = "^pipeline/stages/(?:[0-9]-)?([a-z-]+)(?:\\.ts$|/)";

/** npm packages that compute and nothing else. */
const PURE_PACKAGES = "(^|/)node_modules/(@types/)?(zod|natural|big\\.js|franc)/";

module.exports = {
  forbidden: [
    {
      name: "model-imports-nothing",
      comment: "pipeline/model/ holds the nouns that everything else is written in.",
      severity: "error",
      from: { path: "^pipeline/model/" },
      to: { pathNot: "^pipeline/model/" },
    },
    {
      name: "extractors-see-only-the-model",
      comment:
        "Extractors are pure: the model, each other, and packages that only compute. Text and lexicons are handed in.",
      severity: "error",
      from: { path: "^extractors/" },
      to: { pathNot: ["^extractors/", "^pipeline/model/", PURE_PACKAGES] },
    },
    {
      name: "natural-only-by-stemmer",
      comment: "natural's main file prints advertisements and loads database drivers; import the stemmer's own file.",
      severity: "error",
      from: {},
      to: { path: "(^|/)node_modules/natural/", pathNot: "(^|/)node_modules/natural/lib/natural/stemmers/" },
    },
    {
      name: "kinds-do-not-know-each-other",
      comment: "What two kinds share belongs beside kinds/, in a file named for it.",
      severity: "error",
      from: { path: KIND_FILE },
      to: { path: KIND_FILE, pathNot: "^extractors/kinds/$1\\.ts$" },
    },
    {
      name: "stages-do-not-call-stages",
      comment: "The runtime calls the stages in their order; each is handed what the one before returned.",
      severity: "error",
      from: { path: STAGE },
      to: { path: "^pipeline/stages/", pathNot: "^pipeline/stages/(?:[0-9]-)?$1(?:\\.ts$|/)" },
    },
    {
      name: "stages-stay-below-the-runtime",
      severity: "error",
      from: { path: "^pipeline/stages/" },
      to: { path: "^pipeline/(runtime|cli|web)/", pathNot: "^pipeline/runtime/faktum-error\\.ts$" },
    },
    {
      name: "only-the-last-stage-stores",
      severity: "error",
      from: { path: "^pipeline/stages/", pathNot: STAGE.replace("([a-z-]+)", "store") },
      to: { path: "^pipeline/store/" },
    },
    {
      name: "middle-stages-are-pure",
      comment: "Only the first stage reads and only the last writes. A hash is computed, not read.",
      severity: "error",
      from: { path: "^pipeline/stages/", pathNot: STAGE.replace("([a-z-]+)", "(?:read|store)") },
      to: { dependencyTypes: ["core"], pathNot: "^(node:)?crypto$" },
    },
    {
      name: "store-stays-below-the-stages",
      comment: "The store knows the model; how a row is made and asked for is its own affair.",
      severity: "error",
      from: { path: "^pipeline/store/" },
      to: { path: "^pipeline/(stages|runtime|cli|web)/", pathNot: "^pipeline/runtime/faktum-error\\.ts$" },
    },
    {
      name: "only-the-store-touches-sqlite",
      severity: "error",
      from: { path: "^(pipeline|extractors|bench)/", pathNot: "^pipeline/store/" },
      to: { path: "better-sqlite3" },
    },
    {
      name: "only-the-cli-parses-commands",
      severity: "error",
      from: { path: "^(pipeline|extractors|bench)/", pathNot: "^pipeline/cli/" },
      to: { path: "(^|/)node_modules/commander/" },
    },
    {
      name: "nothing-imports-the-cli",
      severity: "error",
      from: { path: "^(pipeline|extractors)/", pathNot: "^pipeline/cli/" },
      to: { path: "^pipeline/cli/" },
    },
    {
      name: "cli-leaves-the-work-to-the-runtime",
      comment: "Commands parse arguments and print. They call the runtime, or the store by its public files.",
      severity: "error",
      from: { path: "^pipeline/cli/" },
      to: { path: "^(pipeline/stages/|pipeline/store/[^/]+/|extractors/)" },
    },
    {
      name: "only-the-cli-starts-the-browser-view",
      comment: "The browser view shows what the store and the runtime know; none of them knows of it.",
      severity: "error",
      from: { path: "^(pipeline|extractors)/", pathNot: "^pipeline/(web|cli)/" },
      to: { path: "^pipeline/web/" },
    },
    {
      name: "web-shows-and-asks-only",
      comment: "Pages ask the store by its public files and the runtime; they read and extract nothing themselves.",
      severity: "error",
      from: { path: "^pipeline/web/" },
      to: { path: "^(pipeline/stages/|pipeline/store/[^/]+/|extractors/)" },
    },
    {
      name: "only-the-browser-view-speaks-http",
      severity: "error",
      from: { path: "^(pipeline|extractors|bench)/", pathNot: "^pipeline/web/" },
      to: { path: "(^|/)node_modules/(@hono/|hono/)" },
    },
    {
      name: "pages-load-plain-scripts",
      comment: "What a browser runs stands alone: it is served as it is.",
      severity: "error",
      from: { path: "^pipeline/web/static/" },
      to: {},
    },
    {
      name: "lexicons-are-data",
      comment: "Code reads lexicons through the loader, which checks them; no module lives there.",
      severity: "error",
      from: {},
      to: { path: "^lexicons/" },
    },
    {
      name: "lexicons-hold-no-code",
      severity: "error",
      from: { path: "^lexicons/" },
      to: {},
    },
    {
      name: "shipped-code-stands-alone",
      comment: "What is installed must not need the tests, the benchmarks or a devDependency.",
      severity: "error",
      from: { path: "^(pipeline|extractors)/" },
      to: { path: "^(test|bench|\\.ci)/" },
    },
    {
      name: "no-dev-dependency-in-shipped-code",
      severity: "error",
      from: { path: "^(pipeline|extractors)/" },
      to: { dependencyTypes: ["npm-dev", "npm-no-pkg", "npm-unknown"], pathNot: "(^|/)node_modules/@types/" },
    },
    {
      name: "no-cycles",
      severity: "error",
      from: {},
      to: { circular: true },
    },
    {
      name: "no-orphans",
      comment: "A module that imports nothing and that nothing imports is dead. Pages load scripts by their address.",
      severity: "error",
      from: { orphan: true, path: "^(pipeline|extractors|bench)/", pathNot: ["\\.d\\.ts$", "^pipeline/web/static/"] },
      to: {},
    },
    {
      name: "every-import-resolves",
      severity: "error",
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^dist/" },
    tsConfig: { fileName: "tsconfig.json" },
    // Types are dependencies too: a stage that borrows a type from another stage has crossed the boundary.
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "node", "types", "default"],
      mainFields: ["main", "types"],
    },
  },
};
