import type { Command } from "commander";

const NPM_BUILT_IN: ReadonlySet<string> = new Set(["ci", "install", "link"]);
const FENCE = /^(?:```|~~~)/u;
const SHELL = /^(?:\$ )?(?:npm|npx|faktum|node) /u;

/** Shell commands of a manual: lines of code blocks and pieces of inline code, each chain split at `&&`, `|`, `;`. */
export function manualCommands(markdown: string): readonly string[] {
  return codeOf(markdown)
    .filter((code) => SHELL.test(code))
    .flatMap((code) => outsideQuotes(code).split(/&&|\|\|?|;/u))
    .map((command) => command.trim().replace(/^\$ /u, ""))
    .filter((command) => SHELL.test(`${command} `));
}

/** `npm run x`, `npm test` and `npm start` that package.json does not have. */
export function missingScripts(
  commands: readonly string[],
  scripts: Readonly<Record<string, string>>,
): readonly string[] {
  return commands.filter((command) => {
    const [program, verb = "", script = ""] = command.split(/\s+/u);
    if (program !== "npm" || NPM_BUILT_IN.has(verb)) return false;
    return !Object.hasOwn(scripts, verb === "run" ? script : verb);
  });
}

/** Calls of faktum with a command or an option that the program does not have. */
export function wrongCalls(commands: readonly string[], program: Command): readonly string[] {
  return commands.filter((command) => {
    const words = command.split(/\s+/u).filter((word) => word !== "npx" && word !== "--");
    if (words[0] !== "faktum") return false;
    return !isKnownCall(words.slice(1), program);
  });
}

function isKnownCall(words: readonly string[], program: Command): boolean {
  let called = program;
  for (const word of words) {
    if (word.startsWith("-")) {
      if (!hasOption(called, word.split("=")[0] ?? word)) return false;
      continue;
    }
    const next = called.commands.find((command) => command.name() === word);
    if (next) called = next;
    else if (called.commands.length > 0) return false;
  }
  return true;
}

function hasOption(command: Command, flag: string): boolean {
  if (["-h", "--help"].includes(flag)) return true;
  return command.options.some((option) => option.short === flag || option.long === flag);
}

function codeOf(markdown: string): readonly string[] {
  const code: string[] = [];
  let fenced = false;
  for (const line of markdown.split("\n")) {
    if (FENCE.test(line.trim())) fenced = !fenced;
    else if (fenced || line.startsWith("    ")) code.push(line.trim());
    else code.push(...[...line.matchAll(/`([^`]+)`/gu)].map((match) => match[1] ?? ""));
  }
  return code;
}

/** SQL and other quoted arguments hold words and signs that are not the shell's. */
function outsideQuotes(code: string): string {
  return code.replace(/"[^"]*"|'[^']*'/gu, "QUOTED").replace(/\s#\s.*$/u, "");
}
