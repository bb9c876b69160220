// Puts the page together: reads the data, draws the map, and lets every part follow one filter.

import "./trusted.ts";
import * as L from "leaflet";
import { Areas } from "./areas.ts";
import { drawBasemap, drawTiles, IRAQ, windowOf } from "./basemap.ts";
import { unseal } from "./block.ts";
import { read, type Sight, type State, type Theme } from "./address.ts";
import { decode, type About, type Base, type Incident, type Incidents, type Page } from "./data.ts";
import { h } from "./dom.ts";
import { csv, geojson, save } from "./download.ts";
import { ownLayer } from "./own-layer.ts";
import { asked, sameQuestion, type Filter } from "./filter.ts";
import { bundleDefaultIcon, installFor } from "./folium.ts";
import type { Box } from "./groups.ts";
import { Bases } from "./bases.ts";
import { Marks } from "./marks.ts";
import { Journeys } from "./journeys.ts";
import { Holder } from "./holder.ts";
import { direction, isLanguage, language, learn, say, speak, type Language } from "./language.ts";
import { legend, tellDay } from "./legend.ts";
import { Memory } from "./memory.ts";
import { Panel, type Listing } from "./panel.ts";
import { layOutForPaper } from "./paper.ts";
import { baseCard, incidentCard, MOST_ROWS, MOST_TOGETHER, stackCard } from "./popup.ts";
import { ScaleBar, zoomButtons } from "./controls.ts";
import { SearchIndex } from "./search-index.ts";
import { select, type Selection } from "./selection.ts";
import { foldable } from "./sheet.ts";
import { extent, type Day } from "./time.ts";
import { Timeline } from "./timeline.ts";
import { foot } from "./tools.ts";

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

/** Milliseconds without a change after which names take the places that the marks leave free. */
const SETTLED = 120;

class View {
  private state: State;
  private asked: Uint8Array;
  /** Whether the words that were asked for have been looked for. */
  private isSearched = false;
  private selection!: Selection;
  private panel!: Panel;
  private timeline!: Timeline;
  private key!: HTMLElement;
  private readonly page: Page;
  private readonly map: L.Map;
  private readonly frame: HTMLElement;
  private readonly index: SearchIndex;
  private readonly memory = new Memory((state) => this.restore(state));
  private readonly marks: Marks;
  private readonly areas: Areas;
  private readonly bases: Bases;
  private readonly journeys: Journeys;
  private readonly holder: Holder;
  private readonly relabel: () => void;
  private settling: ReturnType<typeof setTimeout> | undefined;
  private controls: L.Control[] = [];
  private uncover = (): void => {};
  /** Ends what listens for the panel that is put on, once another is. */
  private worn = new AbortController();

  constructor(page: Page, map: L.Map, frame: HTMLElement) {
    this.page = page;
    this.map = map;
    this.frame = frame;
    this.state = read(location.hash);
    learn([...page.basemap.governorates, ...page.districts]);
    this.index = new SearchIndex(page.incidents);
    this.asked = asked(page.incidents, this.state.filter);
    this.dress();
    const extent = extentOf(page.incidents);
    map.fitBounds(extent, { animate: false, padding: [4, 4] });
    keepWithin(map, windowOf(page.basemap).extend(extent));
    const { incidents } = page;
    const choose = (rows: Uint32Array, at: L.LatLng): void => this.choose(rows, at);
    this.areas = new Areas(map, incidents, (area, at) => choose(this.selection.rows.filter((row) => this.areas.areaOf[row] === area), at));
    this.bases = new Bases(map, page.bases, (base, at, on) => this.openBase(base, at, on));
    this.journeys = new Journeys(map, incidents);
    this.marks = new Marks(map, incidents, this.areas, { choose, unfolded: () => this.unfolded() });
    const bases = (): Base[] => (this.state.filter.bases ? page.bases : []);
    this.relabel = drawBasemap(map, page.basemap, bases, () => [...this.marks.obstacles(), ...controls(frame)]);
    if (page.tiles !== null) drawTiles(map, page.tiles.url, frame);
    const far = (): unknown => frame.classList.toggle("far", map.getZoom() < 7.5);
    map.on("zoomend", far);
    far();
    new ResizeObserver(() => map.invalidateSize()).observe(frame);
    frame.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && !this.holder.isOpen) this.marks.fold();
    });
    this.holder = new Holder(map, frame, (refocus) => this.closed(refocus));
    this.show();
    this.restore(this.state);
    layOutForPaper(frame.parentElement!, map, extent, {
      layOut: (onPaper) => {
        this.panel.table.layOut(onPaper);
        this.marks.layOut(onPaper);
      },
      recoloured: () => this.recoloured(),
    });
    map.on("moveend", () => this.note({ sight: sightOf(map) }));
  }

  /** Put on what speaks: the panel, the time, the legend, in the language of the moment. */
  private dress(): void {
    const { page, frame } = this;
    const root = frame.parentElement!;
    speak(this.state.language ?? (isLanguage(page.language) ? page.language : "en"));
    Object.assign(document.documentElement, { lang: language(), dir: direction() });
    document.title = page.title || say("title");
    colour(this.state.theme);
    for (const old of root.querySelectorAll(".panel, .timeline, .legend, .attribution")) old.remove();
    const tools = foot(page, this.state.theme, {
      csv: () => save("incidents.csv", "text/csv", csv(page.incidents, this.selection.rows)),
      geojson: () => save("incidents.geojson", "application/geo+json", geojson(page.incidents, this.selection.rows)),
      speak: (language) => this.speak(language),
      colour: (theme) => this.colour(theme),
    });
    this.panel = new Panel(page, this.index, this.state, tools, {
      change: (change) => this.change(change), list: (change) => this.list(change), choose: (row) => this.chooseFromList(row),
    });
    this.timeline = new Timeline(page.incidents, (change) => this.change(change));
    root.prepend(this.panel.element);
    root.append(this.timeline.element);
    this.worn.abort();
    this.worn = new AbortController();
    this.uncover = foldable(root, this.panel.element, this.worn.signal, () => this.map.invalidateSize({ animate: false }));
    for (const control of this.controls) control.remove();
    this.controls = [zoomButtons(), new ScaleBar()].map((control) => control.addTo(this.map));
    this.key = legend(page);
    L.DomEvent.disableClickPropagation(this.key);
    frame.append(this.key, attributionLine(page));
  }

  private speak(language: Language): void {
    this.timeline.stop();
    this.holder.close();
    this.note({ language });
    this.dress();
    this.show();
    this.panel.element.querySelector<HTMLElement>(".language")?.focus();
  }

  private colour(theme: Theme): void {
    this.note({ theme });
    colour(theme);
    this.recoloured();
  }

  private recoloured(): void {
    this.marks.recolour();
    this.show();
  }

  private change(change: Partial<Filter>): void {
    this.ask({ ...this.state.filter, ...change });
    this.holder.close();
    this.show();
  }

  private ask(filter: Filter): void {
    const isNew = !sameQuestion(filter, this.state.filter) || (filter.text !== "" && !this.isSearched);
    this.note({ filter });
    if (!isNew) return;
    this.asked = asked(this.page.incidents, filter, this.index);
    this.isSearched = this.index.isReady;
  }

  private list(change: Partial<Listing>): void {
    this.note(change);
    this.panel.show(this.state.filter, this.selection, this.state);
  }

  private show(): void {
    const { incidents } = this.page;
    const { filter } = this.state;
    this.selection = select(incidents, this.asked, filter);
    // The table first: it asks the browser how much of it is in sight, which is dear once other parts have changed.
    this.panel.show(filter, this.selection, this.state);
    this.marks.draw(this.selection);
    this.journeys.draw(this.selection);
    const day = filter.window?.end ?? this.timeline.last;
    this.bases.show(filter.bases, day);
    tellDay(this.key, day);
    this.timeline.show(filter, this.selection);
    clearTimeout(this.settling);
    this.settling = setTimeout(this.relabel, SETTLED);
  }

  private note(change: Partial<State>): void {
    this.state = { ...this.state, ...change };
    this.memory.write(this.state);
  }

  /** Show what an address says. */
  private restore(state: State): void {
    const isSpokenAnew = state.language !== this.state.language || state.theme !== this.state.theme;
    const isAskedAnew = state !== this.state;
    const { open, sight, filter } = state;
    if (isAskedAnew) this.holder.close();
    this.state = state;
    if (isAskedAnew) this.timeline.stop();
    if (isSpokenAnew) this.dress();
    if (isAskedAnew) this.asked = asked(this.page.incidents, filter, this.index);
    if (isAskedAnew || isSpokenAnew) this.show();
    const look = (): void => {
      if (sight) this.map.setView([sight.latitude, sight.longitude], sight.zoom, { animate: false });
      const row = open === "" ? null : this.page.incidents.find(open);
      if (row !== null) this.chooseFromList(row);
    };
    if (filter.text === "") return look();
    void this.index.ready().then(() => {
      this.change({});
      look();
    });
  }

  private closed(refocus: boolean): void {
    this.areas.mark(null);
    this.panel.table.choose(null);
    this.note({ open: "" });
    if (refocus) this.panel.table.focus();
  }

  private choose(rows: Uint32Array, at: L.LatLng): void {
    if (rows.length === 1) this.openIncident(this.page.incidents.read(rows[0]!), at, null);
    else this.openStack(rows, at);
  }

  /** What was told of is told no more, and names keep clear of what is opened. */
  private unfolded(): void {
    this.holder.close();
    this.relabel();
  }

  private openStack(rows: Uint32Array, at: L.LatLng): void {
    const back = (): void => this.openStack(rows, at);
    this.areas.mark(null);
    const spread = L.latLngBounds([]);
    for (const row of rows) spread.extend(this.page.incidents.point(row)!);
    const apart = !spread.getNorthEast().equals(spread.getSouthWest());
    const closer = (): void => {
      this.holder.close();
      this.map.fitBounds(spread, { padding: [60, 60], animate: false });
    };
    const choose = (incident: Incident): void => this.openIncident(incident, at, back);
    const listed = Array.from(rows.subarray(0, MOST_ROWS), (row) => this.page.incidents.read(row));
    this.holder.open(stackCard(listed, rows.length, choose, apart ? closer : null), at, this.marks.about(at));
  }

  /** `at`: beside which point; null: it has none. */
  private openIncident(incident: Incident, at: L.LatLng | null, back: (() => void) | null): void {
    const { incidents } = this.page;
    const together = incidents.toldWith(incident.row, MOST_TOGETHER).map((row) => incidents.read(row));
    this.holder.open(incidentCard(incident, back, together, (other) => this.chooseFromList(other.row)), at, at && this.marks.about(at));
    this.areas.mark(at && incident.row);
    this.panel.table.choose(incident.row);
    this.note({ open: incident.id });
  }

  private openBase(base: Base, at: L.LatLng, on: Day | null): void {
    this.areas.mark(null);
    this.holder.open(baseCard(base, on), at);
  }

  private chooseFromList(row: number): void {
    this.uncover();
    const incident = this.page.incidents.read(row);
    const at = incident.point && L.latLng(incident.point);
    if (at && !this.map.getBounds().pad(-0.1).contains(at)) this.map.panTo(at, { animate: false });
    this.openIncident(incident, at, null);
  }
}

/** The colours that were chosen; on paper always the light ones, as the style has it. */
function colour(theme: Theme): void {
  if (theme === "auto") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
}

function sightOf(map: L.Map): Sight {
  const { lat, lng } = map.getCenter();
  return { latitude: lat, longitude: lng, zoom: map.getZoom() };
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
  if (page.tiles !== null && page.tiles.by !== "") names.unshift(page.tiles.by);
  return h("p", { class: "attribution" }, `${names.join(", ")} · geoiraq ${page.version}`);
}

bundleDefaultIcon();
installFor(window);
Object.assign(window, { geoiraq: { open, ownLayer } });
