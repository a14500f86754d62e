import type { Binding, Bindings } from "./match.js";
import type { RulePattern } from "./rule-pattern.js";

/** The bindings of one match: those of its pattern's parts, by place. A map for each match would cost more than matching. */
export class PatternBindings implements Bindings {
  readonly #pattern: RulePattern;
  readonly #bound: readonly (Binding | undefined)[];

  /** `bound` has a place for each part of the template, empty where an optional part was not filled. */
  constructor(pattern: RulePattern, bound: readonly (Binding | undefined)[]) {
    this.#pattern = pattern;
    this.#bound = bound;
  }

  get(role: string): Binding | undefined {
    const index = this.#pattern.roles.get(role);
    return index === undefined ? undefined : this.#bound[index];
  }

  has(role: string): boolean {
    return this.get(role) !== undefined;
  }

  *[Symbol.iterator](): Iterator<readonly [string, Binding]> {
    for (const [role, index] of this.#pattern.roles) {
      const binding = this.#bound[index];
      if (binding !== undefined) yield [role, binding];
    }
  }
}
