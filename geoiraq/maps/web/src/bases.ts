// The bases: small and quiet beneath the marks, each as it was on the day that the timeline stands at.

import * as L from "leaflet";
import type { Base } from "./data.ts";
import { h } from "./dom.ts";
import { language, say } from "./language.ts";
import { baseSymbol } from "./symbols.ts";
import { NOWADAYS, stateInWords, stateOn } from "./state.ts";
import type { Day } from "./time.ts";

export class Bases {
  private readonly layer = L.layerGroup();
  private readonly map: L.Map;
  private readonly markers: { base: Base; marker: L.Marker }[];
  private day: Day | null = null;

  constructor(map: L.Map, bases: Base[], choose: (base: Base, at: L.LatLng, on: Day | null) => void) {
    this.map = map;
    map.createPane("bases").style.zIndex = "440";
    this.markers = bases.map((base) => {
      const icon = L.divIcon({ html: h("div", { class: "mark" }, baseSymbol(12)), className: "base-icon", iconSize: [14, 14] });
      const marker = L.marker(base.point, { icon, pane: "bases" });
      marker.on("add", () => this.tell(base, marker));
      marker.on("click", () => choose(base, marker.getLatLng(), this.day));
      marker.addTo(this.layer);
      return { base, marker };
    });
  }

  /** Show them as they were on that day, or not at all. */
  show(on: boolean, day: Day | null): void {
    const changed = day !== this.day;
    this.day = day;
    if (on) this.layer.addTo(this.map);
    else this.layer.remove();
    if (on && changed) this.markers.forEach(({ base, marker }) => this.tell(base, marker));
  }

  private tell(base: Base, marker: L.Marker): void {
    const element = marker.getElement();
    if (element === undefined) return;
    const day = this.day ?? NOWADAYS;
    const words = stateInWords(base, day);
    const own = (language() === "ar" && base.arabic) || base.name;
    const name = words === "" ? own : `${own}${say("list")}${words}`;
    element.dataset.state = stateOn(base, day).state;
    element.setAttribute("aria-label", name);
    element.setAttribute("title", name);
  }
}
