// On paper everything is unfolded, in the light colours, the map in the size of the page and showing what it showed, the
// legend beneath it, where it hides nothing; afterwards all is as it was on the screen.

import * as L from "leaflet";

const FOLDED = ".legend, .about";

export interface PaperEvents {
  /** The page is laid out for paper, or for the screen again. */
  layOut: (onPaper: boolean) => void;
  /** What is painted has to be painted anew, for its colours have changed. */
  recoloured: () => void;
}

/** `extent`: where there is something to see. */
export function layOutForPaper(root: HTMLElement, map: L.Map, extent: L.LatLngBounds, events: PaperEvents): void {
  let undo = (): void => {};
  window.addEventListener("beforeprint", () => {
    undo();
    const unfolded = [...root.querySelectorAll<HTMLDetailsElement>(FOLDED)].filter((details) => !details.open);
    const [centre, zoom, bounds] = [map.getCenter(), map.getZoom(), map.getBounds()];
    // What keeps a reader from leaving the map was measured for the screen.
    const { minZoom, maxBounds } = map.options;
    const frame = map.getContainer();
    const legend = root.querySelector(".legend");
    const fit = (onPaper: boolean): void => {
      for (const details of unfolded) details.open = onPaper;
      if (legend) onPaper ? frame.after(legend) : frame.append(legend);
      root.classList.toggle("paper", onPaper);
      events.layOut(onPaper);
      map.setMinZoom(onPaper ? 0 : minZoom!);
      map.setMaxBounds(onPaper ? null! : maxBounds!);
      map.invalidateSize({ animate: false });
    };
    fit(true);
    map.fitBounds(bounds.intersects(extent) ? common(bounds, extent) : bounds, { animate: false });
    undo = () => {
      fit(false);
      map.setView(centre, zoom, { animate: false });
      undo = () => {};
    };
  });
  window.addEventListener("afterprint", () => undo());
  window.matchMedia("print").addEventListener("change", events.recoloured);
}

function common(a: L.LatLngBounds, b: L.LatLngBounds): L.LatLngBounds {
  return L.latLngBounds(
    [Math.max(a.getSouth(), b.getSouth()), Math.max(a.getWest(), b.getWest())],
    [Math.min(a.getNorth(), b.getNorth()), Math.min(a.getEast(), b.getEast())],
  );
}
