import { type Command, InvalidArgumentError } from "commander";
import { FIELD_NAMES, fieldCalled, type ReadingChoices, readingChoices } from "../runtime/reading-choices.js";

/** What the options of reading were set to; absent where they were not. */
export interface ReadingFlags {
  readonly field?: ReadingChoices["fields"];
  readonly maxFileSize?: number;
  readonly maxDocuments?: number;
}

const UNITS: Readonly<Record<string, number>> = { "": 1, K: 2 ** 10, M: 2 ** 20, G: 2 ** 30 };
/** Beyond it no text can be held in memory as one. */
const LARGEST = 512 * 2 ** 20;

/** The options by which files and containers are read, the same for every command that reads. */
export function addReadingOptions(command: Command): Command {
  return command
    .option("--field <name=key>", FIELD_HELP, collectField)
    .option(
      "--max-file-size <size>",
      "largest article, alone or in a container: bytes, or 500K, 8M (default: 8M)",
      size,
    )
    .option("--max-documents <count>", "most articles of one container (default: 1000000)", count);
}

/** The choices that the flags make. */
export function choicesOf({ field, maxFileSize, maxDocuments }: ReadingFlags): ReadingChoices {
  return readingChoices({ fields: field, maxFileBytes: maxFileSize, maxDocuments });
}

const FIELD_HELP = `the key or column of lists of articles (JSON, JSONL, CSV) that holds a field, such as text=maintext; may be repeated (fields: ${FIELD_NAMES.join(", ")})`;

function collectField(value: string, before: ReadingChoices["fields"] = new Map()): ReadingChoices["fields"] {
  const at = value.indexOf("=");
  const name = fieldCalled(value.slice(0, Math.max(at, 0)));
  const key = value.slice(at + 1);
  if (name === undefined || key === "") {
    throw new InvalidArgumentError(`Give NAME=KEY; names are ${FIELD_NAMES.join(", ")}.`);
  }
  return new Map([...before, [name, key]]);
}

function size(value: string): number {
  const [, digits, unit] = /^([0-9]{1,12})([KMG]?)B?$/iu.exec(value) ?? [];
  const bytes = Number(digits) * (UNITS[unit?.toUpperCase() ?? ""] ?? 1);
  if (digits === undefined || bytes < 1 || bytes > LARGEST) {
    throw new InvalidArgumentError("Give bytes or 500K, 8M, 64M; up to 512M.");
  }
  return bytes;
}

function count(value: string): number {
  if (!/^[1-9][0-9]{0,11}$/u.test(value)) throw new InvalidArgumentError("Give a whole number from 1 on.");
  return Number(value);
}
