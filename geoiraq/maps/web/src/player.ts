// Plays through time: moves the window along by itself, until it is stopped or has come to the end.

import type { Day } from "./time.ts";

interface Window {
  start: Day;
  end: Day;
}

/** So many steps from the first day to the last; each waits until the one before is drawn. */
const STEPS = 160;
const PAUSE = 90;
/** How much of all time is shown at once, where no window was chosen. */
const PART = 12;

/** The next window; null where it has come to the end. */
export function next(window: Window, span: Window): Window | null {
  if (window.end >= span.end) return null;
  const step = Math.min(Math.max(1, Math.round((span.end - span.start) / STEPS)), span.end - window.end);
  return { start: window.start + step, end: window.end + step };
}

/** Where to begin: with the window that was chosen, or, where that is at the end, with one as long at the start. */
export function first(window: Window | null, span: Window): Window {
  if (window !== null && window.end < span.end) return window;
  const long = window === null ? Math.ceil((span.end - span.start) / PART) : window.end - window.start;
  return { start: span.start, end: Math.min(span.start + long, span.end) };
}

export class Player {
  private waiting: ReturnType<typeof setTimeout> | null = null;
  private readonly span: Window;
  private readonly show: (window: Window) => void;
  private readonly changed: (playing: boolean) => void;

  constructor(span: Window, show: (window: Window) => void, changed: (playing: boolean) => void) {
    this.span = span;
    this.show = show;
    this.changed = changed;
  }

  get playing(): boolean {
    return this.waiting !== null;
  }

  play(window: Window | null): void {
    this.step(first(window, this.span));
    this.changed(this.playing);
  }

  stop(): void {
    if (this.waiting === null) return;
    clearTimeout(this.waiting);
    this.waiting = null;
    this.changed(false);
  }

  private step(window: Window): void {
    this.show(window);
    const following = next(window, this.span);
    if (following === null) this.stop();
    else this.waiting = setTimeout(() => this.step(following), PAUSE);
  }
}
