import { LOG_LEVELS, type LogFormat, type LogLevel } from "../runtime/config-types.js";
import { printMessage } from "./exit.js";

/** What a program may want to know of a message beside its text. */
export type LogFields = Readonly<Record<string, unknown>>;

/** Messages on stderr. What is below the log's level is not written. */
export interface Log extends Readonly<Record<LogLevel, (message: string, fields?: LogFields) => void>> {
  readonly format: LogFormat;
  /** Whether messages of this level are written; asked where making one is work. */
  isOn(level: LogLevel): boolean;
}

export interface LogOptions {
  readonly level: LogLevel;
  /** `text` is a line `faktum: message`, without the fields; `json` an object with level, time, message and the fields. */
  readonly format: LogFormat;
}

export async function createLog({ level, format }: LogOptions): Promise<Log> {
  const write = format === "json" ? await jsonWriter(level) : writeText;
  const isOn = (asked: LogLevel): boolean => LOG_LEVELS.indexOf(asked) <= LOG_LEVELS.indexOf(level);
  const at =
    (asked: LogLevel) =>
    (message: string, fields: LogFields = {}) => {
      if (isOn(asked)) write(asked, message, fields);
    };
  return { format, isOn, error: at("error"), warn: at("warn"), info: at("info"), debug: at("debug") };
}

type Writer = (level: LogLevel, message: string, fields: LogFields) => void;

function writeText(_level: LogLevel, message: string): void {
  printMessage(message);
}

/** Loaded only when asked for. Written at once, so that nothing is lost when the process ends. */
async function jsonWriter(level: LogLevel): Promise<Writer> {
  const { destination, pino, stdTimeFunctions } = await import("pino");
  const logger = pino(
    {
      level,
      base: null,
      messageKey: "message",
      timestamp: stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
    },
    destination({ fd: process.stderr.fd, sync: true }),
  );
  return (at, message, fields) => logger[at](fields, message);
}
