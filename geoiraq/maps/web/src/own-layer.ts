// A user's own geodata on the map: what stands in their table is text here as everywhere.

import * as L from "leaflet";
import type { GeoJsonObject } from "geojson";
import { h, said } from "./dom.ts";

export interface Look {
  colour: string;
  /** Above the values, for a person who opens one of many layers. */
  name: string;
}

/** Draw features in one colour; a click lists what is known of one. */
export function ownLayer(features: GeoJsonObject, { colour, name }: Look): L.GeoJSON {
  const style = { color: colour, weight: 2, fillColor: colour, fillOpacity: 0.12 };
  return L.geoJSON(features, {
    style: () => style,
    pointToLayer: (_, at) => L.circleMarker(at, { ...style, radius: 5, fillOpacity: 0.7 }),
    onEachFeature: (feature, layer) => void layer.bindPopup(() => values(name, feature.properties ?? {})),
  });
}

function values(name: string, properties: Record<string, string>): HTMLElement {
  const rows = Object.entries(properties).flatMap(([key, value]) => [h("dt", {}, said(key)), h("dd", {}, said(value))]);
  return h("div", { class: "own", tabindex: 0 }, h("strong", {}, said(name)), h("dl", {}, ...rows));
}
