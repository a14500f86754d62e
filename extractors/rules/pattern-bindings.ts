import type { Binding, Bindings } from "./match.js";

/** The bindings of one match, found by going through its few roles: to fill a map for each match costs more than matching. */
export class PatternBindings implements Bindings {
  readonly roles: readonly string[];
  readonly bound: readonly (Binding | undefined)[];

  constructor(roles: readonly string[], bound: readonly (Binding | undefined)[]) {
    this.roles = roles;
    this.bound = bound;
  }

  get(role: string): Binding | undefined {
    const { roles } = this;
    for (let index = 0; index < roles.length; index++) {
      if (roles[index] === role) return this.bound[index];
    }
    return undefined;
  }

  has(role: string): boolean {
    return this.get(role) !== undefined;
  }
}
