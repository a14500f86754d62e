import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

type Rule = readonly [base: string, body: string];
type RuleSets = Readonly<Record<string, readonly Rule[]>>;

/** Makes a function that writes whole numbers in words, by the rule set of a language in CLDR's rule-based number formats. */
export function spellOut(language: string, ruleSet: string): (value: number) => string {
  const require = createRequire(import.meta.url);
  const folder = join(dirname(require.resolve("cldr-rbnf/package.json")), "rbnf");
  const data: { rbnf: { rbnf: { SpelloutRules: RuleSets } } } = JSON.parse(
    readFileSync(join(folder, `${language}.json`), "utf8"),
  );
  const ruleSets = data.rbnf.rbnf.SpelloutRules;
  // CLDR marks the seams of long words with soft hyphens, which running text does not print.
  return (value) => spell(ruleSets, ruleSet, value).replaceAll("\u00ad", "").trim();
}

function spell(ruleSets: RuleSets, name: string, value: number): string {
  const rules = (ruleSets[name] ?? []).filter(([base]) => /^[0-9]/u.test(base));
  const [base, body] = rules.findLast(([start]) => Number.parseInt(start, 10) <= value) ?? ["0", ""];
  const divisor = divisorOf(base);
  const rest = value % divisor;
  const text = body
    .replace(/;$/u, "")
    .replace(/^'/u, "")
    .replace(/\[(.*?)\]/gu, rest === 0 ? "" : "$1");
  return text.replace(/([←→=])(%[^←→=]*)?\1/gu, (_, sign: string, other: string = name) => {
    if (sign === "=") return spell(ruleSets, other, value);
    return spell(ruleSets, other, sign === "→" ? rest : Math.floor(value / divisor));
  });
}

/** The highest power of a rule's radix that is not above its base: `11000/1000` divides by 1000. */
function divisorOf(base: string): number {
  const [start = 0, radix = 10] = base.split("/").map(Number);
  let divisor = 1;
  while (divisor * radix <= start) divisor *= radix;
  return divisor;
}
