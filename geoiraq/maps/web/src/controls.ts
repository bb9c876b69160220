// The map's own controls, in the language of the page.

import * as L from "leaflet";
import { digits, say } from "./language.ts";

export function zoomButtons(): L.Control {
  return L.control.zoom({ position: "topright", zoomInTitle: say("zoom.in"), zoomOutTitle: say("zoom.out") });
}

/** The longest round distance that a bar of so many metres holds: 1, 2, 3 or 5 and noughts. */
export function roundLength(metres: number): number {
  const power = 10 ** Math.floor(Math.log10(metres));
  return ([5, 3, 2].find((part) => part * power <= metres) ?? 1) * power;
}

/** Pixels. */
const LONGEST = 100;

export class ScaleBar extends L.Control {
  private readonly bar = L.DomUtil.create("div", "leaflet-control-scale-line");
  private map: L.Map | null = null;

  constructor() {
    super({ position: "bottomright" });
  }

  override onAdd(map: L.Map): HTMLElement {
    this.map = map;
    map.on("move resize", this.update, this);
    map.whenReady(this.update, this);
    const frame = L.DomUtil.create("div", "leaflet-control-scale");
    frame.append(this.bar);
    return frame;
  }

  override onRemove(map: L.Map): void {
    map.off("move resize", this.update, this);
  }

  private update(): void {
    const map = this.map!;
    const middle = map.getSize().y / 2;
    const metres = map.distance(map.containerPointToLatLng([0, middle]), map.containerPointToLatLng([LONGEST, middle]));
    const length = roundLength(metres);
    this.bar.style.width = `${Math.round((LONGEST * length) / metres)}px`;
    this.bar.textContent = length < 1000 ? say("scale.metres", { n: digits(length) }) : say("scale.kilometres", { n: digits(length / 1000) });
  }
}
