// Keeps the page's state in its address, and hears when the address is changed by hand.

import { read, write, type State } from "./address.ts";

/** Browsers forbid to change the address more often. */
const PAUSE = 250;

export class Memory {
  private waiting: ReturnType<typeof setTimeout> | null = null;
  private latest: State | null = null;

  constructor(changed: (state: State) => void) {
    window.addEventListener("hashchange", () => changed(read(location.hash)));
  }

  write(state: State): void {
    this.latest = state;
    this.waiting ??= setTimeout(() => this.keep(), PAUSE);
  }

  private keep(): void {
    this.waiting = null;
    const written = write(this.latest!);
    const address = location.href.replace(/#.*$/s, "");
    try {
      history.replaceState(null, "", written === "" ? address : `${address}#${written}`);
    } catch {
      // A page within another, as in a notebook, has no address to keep anything in.
    }
  }
}
