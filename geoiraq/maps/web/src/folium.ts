// What the layers that a user adds with folium expect to find on the page, without the libraries it loads for them.

import * as L from "leaflet";
import icon from "leaflet/dist/images/marker-icon.png";
import icon2x from "leaflet/dist/images/marker-icon-2x.png";
import shadow from "leaflet/dist/images/marker-shadow.png";
import { h } from "./dom.ts";

/** Leaflet's own marker, from within the page. */
export function bundleDefaultIcon(): void {
  delete (L.Icon.Default.prototype as { _getIconUrl?: unknown })._getIconUrl;
  L.Icon.Default.mergeOptions({ iconUrl: icon, iconRetinaUrl: icon2x, shadowUrl: shadow });
}

/** folium.Icon asks for L.AwesomeMarkers: a pin in the colour asked for, without its pictograms. */
function awesomeIcon(options: { markerColor?: string }): L.DivIcon {
  const pin = h("span", { class: "pin" });
  pin.style.background = options.markerColor ?? "blue";
  return L.divIcon({ html: pin, className: "", iconSize: [22, 22], iconAnchor: [11, 26], popupAnchor: [0, -24] });
}

/** folium makes popups from the markup its user wrote with `$(...)[0]`, and waits with `$(document).ready`. */
function dollar(what: string | Document): { 0?: Node | null; ready: (then: () => void) => void } {
  const ready = (then: () => void): void => void queueMicrotask(then);
  if (typeof what !== "string") return { ready };
  const template = document.createElement("template");
  template.innerHTML = what;
  return { 0: template.content.firstElementChild, ready };
}

export function installFor(window: Window): void {
  const leaflet = { ...L, AwesomeMarkers: { icon: awesomeIcon } };
  Object.assign(window, { L: leaflet, $: dollar, jQuery: dollar });
}
