/** Waits that something can end early. */
export class Alarm {
  #wake: (() => void) | undefined;

  /** Ends the wait that is under way, if there is one. */
  ring(): void {
    this.#wake?.();
  }

  /** Until it rings, or for so many ms. */
  async wait(ms: number): Promise<void> {
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms);
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
    this.#wake = undefined;
  }
}
