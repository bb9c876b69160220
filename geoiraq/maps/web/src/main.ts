// Puts the page together: reads the data, draws the map, and lets every part follow one filter.

import * as L from "leaflet";
import { Areas } from "./areas.ts";
import { drawBasemap, IRAQ, windowOf } from "./basemap.ts";
import { unseal } from "./block.ts";
import { decode, type About, type Base, type Incident, type Incidents, type Page } from "./data.ts";
import { h } from "./dom.ts";
import { asked, EVERYTHING, sameQuestion, type Filter } from "./filter.ts";
import { bundleDefaultIcon, installFor } from "./folium.ts";
import type { Box } from "./groups.ts";
import { Bases, Marks } from "./marks.ts";
import { Holder } from "./holder.ts";
import { legend, Panel } from "./panel.ts";
import { baseCard, incidentCard, stackCard } from "./popup.ts";
import { select } from "./selection.ts";
import { foldable } from "./sheet.ts";
import { extent } from "./time.ts";
import { Timeline } from "./timeline.ts";

/** Open the page whose map stands in the element of that id; gives the leaflet map at once, as folium expects. */
function open(id: string): L.Map {
  const frame = document.getElementById(id)!;
  const map = L.map(frame, { zoomControl: false, attributionControl: false, minZoom: 4, maxZoom: 14, zoomSnap: 0.25, zoomDelta: 0.5 });
  map.fitBounds(IRAQ, { animate: false, padding: [4, 4] });
  void fill(id, map, frame);
  return map;
}

/** Draw the incidents as soon as the block is open; until then the page is busy. */
async function fill(id: string, map: L.Map, frame: HTMLElement): Promise<void> {
  const [about, data] = [`${id}_about`, `${id}_data`].map((name) => document.getElementById(name)!);
  const block = await unseal(data!.textContent!);
  data!.remove();
  new View(decode(JSON.parse(about!.textContent!) as About, block), map, frame);
  frame.parentElement!.setAttribute("aria-busy", "false");
}

class View {
  private filter: Filter = EVERYTHING;
  private asked: Uint8Array;
  private readonly page: Page;
  private readonly map: L.Map;
  private readonly marks: Marks;
  private readonly areas: Areas;
  private readonly bases: Bases;
  private readonly panel: Panel;
  private readonly timeline: Timeline;
  private readonly holder: Holder;
  private readonly relabel: () => void;
  private uncover = (): void => {};

  constructor(page: Page, map: L.Map, frame: HTMLElement) {
    this.page = page;
    this.asked = asked(page.incidents, this.filter);
    this.map = map;
    this.panel = new Panel(page, { change: (c) => this.change(c), choose: (i) => this.chooseFromList(i) });
    this.timeline = new Timeline(page.incidents, (c) => this.change(c));
    this.layOut(frame);
    const extent = extentOf(page.incidents);
    map.fitBounds(extent, { animate: false, padding: [4, 4] });
    keepWithin(map, windowOf(page.basemap).extend(extent));
    const choose = (incidents: Incident[], at: L.LatLng): void => this.choose(incidents, at);
    this.areas = new Areas(map, choose);
    this.bases = new Bases(map, page.bases, (base, at) => this.openBase(base, at));
    this.marks = new Marks(map, choose);
    this.relabel = drawBasemap(map, page.basemap, () => (this.filter.bases ? page.bases : []), () => [...this.marks.obstacles(), ...controls(frame)]);
    const far = (): unknown => frame.classList.toggle("far", map.getZoom() < 7.5);
    map.on("zoomend", far);
    far();
    this.holder = new Holder(map, frame, () => this.areas.mark(null));
    this.show();
  }

  private layOut(frame: HTMLElement): void {
    const root = frame.parentElement!;
    root.prepend(this.panel.element);
    root.append(this.timeline.element);
    this.uncover = foldable(root, this.panel.element, () => this.map.invalidateSize({ animate: false }));
    const key = legend(this.page);
    L.DomEvent.disableClickPropagation(key);
    frame.append(key, attributionLine(this.page));
    L.control.zoom({ position: "topright" }).addTo(this.map);
    L.control.scale({ imperial: false, position: "bottomright" }).addTo(this.map);
    new ResizeObserver(() => this.map.invalidateSize()).observe(frame);
  }

  private change(change: Partial<Filter>): void {
    const filter = { ...this.filter, ...change };
    if (!sameQuestion(filter, this.filter)) this.asked = asked(this.page.incidents, filter);
    this.filter = filter;
    this.holder.close();
    this.show();
  }

  private show(): void {
    const { incidents } = this.page;
    const selection = select(incidents, this.asked, this.filter);
    this.areas.draw(incidents, selection);
    this.marks.draw(incidents, selection);
    this.bases.show(this.filter.bases);
    this.panel.show(this.filter, selection);
    this.timeline.show(this.filter);
    this.relabel();
  }

  private choose(incidents: Incident[], at: L.LatLng): void {
    if (incidents.length === 1) this.openIncident(incidents[0]!, at, null);
    else this.openStack(incidents, at);
  }

  private openStack(incidents: Incident[], at: L.LatLng): void {
    const back = (): void => this.openStack(incidents, at);
    this.areas.mark(null);
    const spread = L.latLngBounds(incidents.map((incident) => incident.point!));
    const apart = !spread.getNorthEast().equals(spread.getSouthWest());
    const closer = (): void => {
      this.holder.close();
      this.map.fitBounds(spread, { padding: [60, 60], animate: false });
    };
    const choose = (incident: Incident): void => this.openIncident(incident, at, back);
    this.holder.open(stackCard(incidents, choose, apart ? closer : null), at);
  }

  private openIncident(incident: Incident, at: L.LatLng, back: (() => void) | null): void {
    this.holder.open(incidentCard(incident, back), at);
    this.areas.mark(incident);
  }

  private openBase(base: Base, at: L.LatLng): void {
    this.areas.mark(null);
    this.holder.open(baseCard(base), at);
  }

  private chooseFromList(incident: Incident): void {
    this.uncover();
    const at = L.latLng(incident.point!);
    if (!this.map.getBounds().pad(-0.1).contains(at)) this.map.panTo(at, { animate: false });
    this.openIncident(incident, at, null);
  }
}

/** What lies over the map and would cover names. */
function controls(frame: HTMLElement): Box[] {
  const { left: x, top: y } = frame.getBoundingClientRect();
  return [...frame.querySelectorAll(".legend, .leaflet-control, .attribution")].map((control) => {
    const { left, top, right, bottom } = control.getBoundingClientRect();
    return { left: left - x, top: top - y, right: right - x, bottom: bottom - y };
  });
}

/** Iraq, and whatever lies outside it. */
function extentOf({ numbers: { x, y }, scale }: Incidents): L.LatLngBounds {
  const bounds = L.latLngBounds(IRAQ);
  const [lons, lats] = [extent(x), extent(y)];
  if (lons && lats) bounds.extend([lats.start / scale, lons.start / scale]).extend([lats.end / scale, lons.end / scale]);
  return bounds;
}

/** Neither panned nor zoomed out to where there is nothing, though always as far as to see all of Iraq. */
function keepWithin(map: L.Map, bounds: L.LatLngBounds): void {
  map.setMinZoom(Math.min(map.getZoom(), map.getBoundsZoom(bounds, true)));
  map.panInsideBounds(bounds, { animate: false }); // else the bounds would be slid into
  map.setMaxBounds(bounds);
}

function attributionLine(page: Page): HTMLElement {
  const names = page.sources.map((source) => source.name).filter((name) => name !== "geoiraq");
  return h("p", { class: "attribution" }, `${names.join(", ")} · geoiraq ${page.version}`);
}

bundleDefaultIcon();
installFor(window);
Object.assign(window, { geoiraq: { open } });
