import path from "node:path";

/** The sorts of values that a configuration holds: how each is read and what to write instead of a wrong one. */
export interface ConfigType<Value> {
  /** From a command line or a variable of the environment; nothing when it is no such value. */
  fromText(text: string): Value | undefined;
  /** From a parsed configuration file; nothing when it is no such value. */
  fromToml(value: unknown): Value | undefined;
  /** A remedy, without a full stop: `give ...`. */
  readonly remedy: string;
  /** Of paths: each of them moved, for values from a file that stands in another folder. */
  moved?(value: Value, move: (file: string) => string): Value;
}

/** From the fewest messages to the most. */
export const LOG_LEVELS = ["error", "warn", "info", "debug"] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

export const LOG_FORMATS = ["text", "json"] as const;
export type LogFormat = (typeof LOG_FORMATS)[number];

const UNITS: Readonly<Record<string, number>> = { "": 1, K: 2 ** 10, M: 2 ** 20, G: 2 ** 30 };
/** Beyond it no text can be held in memory as one. */
const LARGEST_SIZE = 512 * 2 ** 20;
const LARGEST_COUNT = 999_999_999_999;
/** Timers cannot wait longer than 2^31 ms, some 24 days. */
const LONGEST_SECONDS = 86_400;

export const FILE: ConfigType<string> = {
  fromText: fileName,
  fromToml: (value) => (typeof value === "string" ? fileName(value) : undefined),
  remedy: "give the path of a file",
  moved: (value, move) => move(value),
};

export const FILES: ConfigType<readonly string[]> = {
  fromText: (text) => allOf(text.split(path.delimiter).map(fileName)),
  fromToml: (value) => (Array.isArray(value) ? allOf(value.map(FILE.fromToml)) : undefined),
  remedy: `give a list of paths, ["one", "two"] in a file, one${path.delimiter}two in a variable`,
  moved: (value, move) => value.map(move),
};

export const NAME: ConfigType<string> = {
  fromText: (text) => (text === "" ? undefined : text),
  fromToml: (value) => (typeof value === "string" && value !== "" ? value : undefined),
  remedy: "give a name in quotation marks",
};

/** Bytes. */
export const SIZE: ConfigType<number> = {
  fromText: sizeOf,
  fromToml: (value) => (typeof value === "string" || typeof value === "number" ? sizeOf(String(value)) : undefined),
  remedy: "give bytes or 500K, 8M, 64M; up to 512M",
};

export const COUNT: ConfigType<number> = {
  fromText: (text) => (/^[1-9][0-9]{0,11}$/u.test(text) ? Number(text) : undefined),
  fromToml: (value) => (isWhole(value) && value >= 1 ? value : undefined),
  remedy: "give a whole number from 1 on",
};

export const COUNT_OR_NONE: ConfigType<number | undefined> = {
  fromText: (text) => (/^[0-9]{1,12}$/u.test(text) ? Number(text) : undefined),
  fromToml: (value) => (isWhole(value) && value >= 0 ? value : undefined),
  remedy: "give a whole number from 0 on",
};

export const SECONDS: ConfigType<number> = {
  fromText: (text) => (/^[0-9]{1,6}(?:\.[0-9]{1,3})?$/u.test(text) ? secondsOf(Number(text)) : undefined),
  fromToml: (value) => (typeof value === "number" ? secondsOf(value) : undefined),
  remedy: `give seconds, more than 0 and up to ${LONGEST_SECONDS}`,
};

/** For what is not done unless it is set. */
export const SECONDS_OR_NONE: ConfigType<number | undefined> = { ...SECONDS };

export const LEVEL: ConfigType<LogLevel> = oneOf(LOG_LEVELS);
export const FORMAT: ConfigType<LogFormat> = oneOf(LOG_FORMATS);

function oneOf<Choice extends string>(choices: readonly Choice[]): ConfigType<Choice> {
  const choiceOf = (value: unknown): Choice | undefined => choices.find((choice) => choice === value);
  return { fromText: choiceOf, fromToml: choiceOf, remedy: `give one of ${choices.join(", ")}` };
}

/** No operating system has a NUL in its names. */
function fileName(text: string): string | undefined {
  return text === "" || text.includes("\0") ? undefined : text;
}

function allOf(files: readonly (string | undefined)[]): readonly string[] | undefined {
  const known = files.filter((file) => file !== undefined);
  return known.length === files.length && known.length > 0 ? known : undefined;
}

function sizeOf(text: string): number | undefined {
  const [, digits, unit] = /^([0-9]{1,12})([KMG]?)B?$/iu.exec(text) ?? [];
  const bytes = Number(digits) * (UNITS[unit?.toUpperCase() ?? ""] ?? 1);
  return digits === undefined || bytes < 1 || bytes > LARGEST_SIZE ? undefined : bytes;
}

function secondsOf(value: number): number | undefined {
  return value > 0 && value <= LONGEST_SECONDS ? value : undefined;
}

function isWhole(value: unknown): value is number {
  return typeof value === "number" && Number.isInteger(value) && value <= LARGEST_COUNT;
}
