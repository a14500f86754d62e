/** Addresses of pages that others link to; every value is encoded. */

/** A parameter without a value is left out. */
export type Parameters = Readonly<Record<string, string | number | undefined>>;

export function pathWith(path: string, parameters: Parameters): string {
  const stated = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) {
    if (value !== undefined && value !== "") stated.set(name, String(value));
  }
  return stated.size === 0 ? path : `${path}?${stated}`;
}

/** The facts that fit every filter: `kind`, `language`, `concept`, `unit`, `publisher`, `year`, `q`. */
export function factsPath(filters: Parameters): string {
  return pathWith("/facts", filters);
}

export function sqlPath(sql: string): string {
  return pathWith("/sql", { sql });
}
