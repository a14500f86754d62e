import type { Kind } from "../model/mention.js";
import type { Store } from "./store.js";

/** What the store keeps of a lexicon: enough to tell later what a fact's rule was. */
export interface RegisteredLexicon {
  /** BCP 47 tag. */
  readonly tag: string;
  /** Content hash; another content or another language has another version. */
  readonly version: string;
  readonly rules: readonly RegisteredRule[];
}

export interface RegisteredRule {
  readonly id: string;
  readonly kind: Kind;
  readonly template: string;
}

/** Makes lexicons and their rules known; facts can only be stored with a rule that is. Writes nothing that is there. */
export function registerLexicons(store: Store, lexicons: readonly RegisteredLexicon[]): void {
  if (lexicons.every(({ version }) => isRegistered(store, version))) return;
  store.transaction(() => {
    const insertRule = store.statement(INSERT_RULE);
    for (const { tag, version, rules } of lexicons) {
      // Asked again under the lock: another process may have registered it meanwhile.
      if (isRegistered(store, version)) continue;
      store.statement("INSERT INTO lexicon_versions (version, language) VALUES (?, ?)").run(version, tag);
      for (const { id, kind, template } of rules) insertRule.run(version, id, kind, template);
    }
  });
}

/** Whether one of these versions is not known to the store. */
export function unregistered(store: Store, versions: readonly string[]): boolean {
  return !versions.every((version) => isRegistered(store, version));
}

function isRegistered(store: Store, version: string): boolean {
  return store.guard(
    () => store.statement("SELECT 1 FROM lexicon_versions WHERE version = ?").get(version) !== undefined,
  );
}

const INSERT_RULE = "INSERT INTO rules (lexicon_version, id, kind, template) VALUES (?, ?, ?, ?)";
