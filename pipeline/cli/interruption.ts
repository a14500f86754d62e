import { constants } from "node:os";

const SIGNALS = ["SIGINT", "SIGTERM"] as const;

/** The user's wish to stop, as long as someone listens. */
export interface Interruption {
  /** Aborts at the first signal. */
  readonly signal: AbortSignal;
  /** Resolves at the first signal. */
  readonly come: Promise<void>;
  /** 128 + number of the signal that came, as shells expect: 130 or 143; `undefined` when none did. */
  exitCode(): number | undefined;
  stop(): void;
}

/** Turns the first SIGINT or SIGTERM into an abort; a second one ends the process at once, as it does by default. */
export function listenForInterruption(): Interruption {
  const controller = new AbortController();
  const come = new Promise<void>((resolve) => controller.signal.addEventListener("abort", () => resolve()));
  let code: number | undefined;
  const stop = (): void => {
    for (const name of SIGNALS) process.off(name, onSignal);
  };
  function onSignal(name: NodeJS.Signals): void {
    code = 128 + constants.signals[name];
    stop();
    controller.abort();
  }
  for (const name of SIGNALS) process.on(name, onSignal);
  return { signal: controller.signal, come, exitCode: () => code, stop };
}
