// The panel folds away: to the side on a desktop; on a phone it is a sheet, pulled up or tapped.

const PULL = 24;

/** As the style has it. */
export const PHONE = "(max-width: 720px)";
/** A phone, whichever way it is held: the panel would cover the map, or leave little of it. */
const SMALL = `${PHONE}, (max-height: 480px)`;

/** Lets the panel fold, as long as it is worn; gives what folds it away where it covers the map. */
export function foldable(root: HTMLElement, panel: HTMLElement, worn: AbortSignal, changed: () => void): () => void {
  const fold = panel.querySelector<HTMLButtonElement>(".fold")!;
  const header = panel.querySelector<HTMLElement>(".panel-header")!;
  const [phone, small] = [PHONE, SMALL].map((query) => window.matchMedia(query)) as [MediaQueryList, MediaQueryList];
  const set = (open: boolean): void => {
    root.classList.toggle("folded", !open);
    fold.setAttribute("aria-expanded", String(open));
    panel.querySelector<HTMLElement>(".panel-content")!.inert = !open;
    changed();
  };
  fold.addEventListener("click", () => set(root.classList.contains("folded")));
  pulled(header, phone, set);
  small.addEventListener("change", () => set(!small.matches), { signal: worn });
  set(!small.matches);
  return () => {
    if (small.matches) set(false);
  };
}

function pulled(header: HTMLElement, phone: MediaQueryList, set: (open: boolean) => void): void {
  let from: number | null = null;
  header.addEventListener("pointerdown", (event) => {
    from = phone.matches ? event.clientY : null;
  });
  header.addEventListener("pointerup", (event) => {
    if (from === null) return;
    const way = event.clientY - from;
    from = null;
    if (Math.abs(way) > PULL) set(way < 0);
  });
}
