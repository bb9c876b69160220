// Plays through time: moves the window along by itself, until it is stopped or has come to the end.

import type { Day } from "./time.ts";

interface Window {
  start: Day;
  end: Day;
}

type Onward = (day: Day, part: number) => Day;

/** So many steps from the first day to the last; each waits until the one before is drawn. */
const STEPS = 160;
const PAUSE = 90;
/** Which part of all time is shown at once, where no window was chosen. */
const PART = 12;

/** The next window; null where it has come to the end. `onward` is the day that stands so far along the axis after another. */
export function next(window: Window, span: Window, onward: Onward): Window | null {
  if (window.end >= span.end) return null;
  const step = Math.min(Math.max(1, onward(window.end, 1 / STEPS) - window.end), span.end - window.end);
  return { start: window.start + step, end: window.end + step };
}

/** Where to begin: with the window that was chosen, or, where that is at the end, with one as long at the start. */
export function first(window: Window | null, span: Window, onward: Onward): Window {
  if (window !== null && window.end < span.end) return window;
  const long = window === null ? Math.max(1, onward(span.start, 1 / PART) - span.start) : window.end - window.start;
  return { start: span.start, end: Math.min(span.start + long, span.end) };
}

export class Player {
  private waiting: ReturnType<typeof setTimeout> | null = null;
  private readonly span: Window;
  private readonly onward: Onward;
  private readonly show: (window: Window) => void;
  private readonly changed: (playing: boolean) => void;

  constructor(span: Window, onward: Onward, show: (window: Window) => void, changed: (playing: boolean) => void) {
    this.span = span;
    this.onward = onward;
    this.show = show;
    this.changed = changed;
  }

  get playing(): boolean {
    return this.waiting !== null;
  }

  play(window: Window | null): void {
    this.step(first(window, this.span, this.onward));
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
    const following = next(window, this.span, this.onward);
    if (following === null) this.stop();
    else this.waiting = setTimeout(() => this.step(following), PAUSE);
  }
}
