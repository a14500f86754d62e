/** How rows can be written. Apart from the writing itself, so that a command's help need not load it. */
export const ROW_FORMATS = ["table", "json", "jsonl", "csv"] as const;

export type RowFormat = (typeof ROW_FORMATS)[number];
