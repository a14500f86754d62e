// The parser that comes with Readability has no types. It reads well-formed source only, and builds of it the least tree
// that Readability can work on.
declare module "@mozilla/readability/JSDOMParser.js" {
  const TreeParser: new () => { error(message: string): void; parse(source: string): object };
  export = TreeParser;
}
