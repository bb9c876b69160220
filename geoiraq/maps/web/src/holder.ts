// Where a card is shown: beside its mark, never over it and never over the edge; on a phone at the foot of the map.

import * as L from "leaflet";
import { h } from "./dom.ts";
import { direction, say } from "./language.ts";

/** Between a mark's middle and a card. */
const GAP = 26;
const EDGE = 10;
/** As much as the sheet of a phone covers of the map. */
const FOOT = 20;
/** From here on a map can be moved about without leaving the country. */
const CLOSE = 6.75;
/** Narrower than this, a card takes the map's whole width. */
const NARROW = 520;

export interface Room {
  width: number;
  height: number;
}

/** What stands about a mark and is not to be covered: so many pixels to its left and right. */
export interface Clear {
  left: number;
  right: number;
}

/** Left and top of a card of that size, for a mark at that point of the map. */
export function besides(mark: { x: number; y: number }, card: Room, map: Room, clear: Clear): { left: number; top: number } {
  const within = (wanted: number, size: number, room: number): number => Math.max(EDGE, Math.min(wanted, room - size - EDGE));
  if (map.width < NARROW) {
    return { left: EDGE, top: Math.max(EDGE, map.height - card.height - FOOT) };
  }
  const fits = ({ left, right }: Clear): number | null => {
    if (mark.x + right + GAP + card.width + EDGE <= map.width) return mark.x + right + GAP;
    const beyond = mark.x - left - GAP - card.width;
    return beyond >= EDGE ? beyond : null;
  };
  const side = fits(clear) ?? fits(NOTHING) ?? mark.x + GAP;
  return { left: within(side, card.width, map.width), top: within(mark.y - card.height / 3, card.height, map.height) };
}

const NOTHING: Clear = { left: 0, right: 0 };

export class Holder {
  private readonly element = h("div", { class: "holder", role: "dialog", hidden: true });
  private readonly ring = L.circleMarker([0, 0], { radius: 22, className: "chosen", interactive: false, pane: "chosen" });
  private readonly map: L.Map;
  private readonly closed: (refocus: boolean) => void;
  /** null: what is told has no place on the map. */
  private at: L.LatLng | null = null;
  private clear: Clear = NOTHING;
  private from: Element | null = null;

  /** `closed` is told whether the keyboard has to be given a place, for what it came from is gone. */
  constructor(map: L.Map, frame: HTMLElement, closed: (refocus: boolean) => void) {
    this.map = map;
    this.closed = closed;
    Object.assign(map.createPane("chosen").style, { zIndex: "595", pointerEvents: "none" });
    L.DomEvent.disableClickPropagation(this.element);
    L.DomEvent.disableScrollPropagation(this.element);
    // What a click took out of the card is no longer within it when the click arrives at the map.
    L.DomEvent.on(this.element, "click", L.DomEvent.stopPropagation);
    frame.append(this.element);
    frame.addEventListener("keydown", (event) => {
      if (event.key === "Escape") this.close();
    });
    map.on("move zoom resize", () => this.place());
    map.on("click", () => this.close());
  }

  get isOpen(): boolean {
    return !this.element.hidden;
  }

  /** `about`: what stands about the mark; the map is then not zoomed either, which would shut it. */
  open(card: HTMLElement, at: L.LatLng | null, about: Clear | null = null): void {
    if (!this.isOpen) this.from = document.activeElement;
    this.at = at;
    this.clear = about ?? NOTHING;
    const close = h("button", { type: "button", class: "close", "aria-label": say("card.close") }, "×");
    close.addEventListener("click", () => this.close());
    card.tabIndex = -1;
    this.element.dir = direction();
    this.element.setAttribute("aria-label", say("card.details"));
    this.element.replaceChildren(close, card);
    this.element.hidden = false;
    if (at === null) this.ring.remove();
    else this.ring.setLatLng(at).addTo(this.map);
    this.place();
    if (at !== null) this.reveal(at, about === null);
    card.focus({ preventScroll: true });
  }

  close(): void {
    if (!this.isOpen) return;
    const held = this.element.contains(document.activeElement);
    this.element.hidden = true;
    this.element.replaceChildren();
    this.ring.remove();
    const isThere = this.from instanceof HTMLElement && this.from.isConnected && this.from !== document.body;
    if (held && isThere) (this.from as HTMLElement).focus({ preventScroll: true });
    this.closed(held && !isThere);
  }

  /** On a phone, bring the mark to the middle of what the card leaves free. */
  private reveal(at: L.LatLng, nearer: boolean): void {
    const { x: width, y: height } = this.map.getSize();
    if (width >= NARROW) return;
    const zoom = Math.max(this.map.getZoom(), nearer ? CLOSE : 0);
    const middle = this.element.offsetTop / 2;
    const centre = this.map.project(at, zoom).add([0, height / 2 - middle]);
    this.map.setView(this.map.unproject(centre, zoom), zoom, { animate: false });
  }

  private place(): void {
    if (!this.isOpen) return;
    const { x: width, y: height } = this.map.getSize();
    const most = width < NARROW ? height * 0.6 : Math.min(520, height - 2 * EDGE);
    this.element.style.maxHeight = `${Math.max(160, most)}px`;
    this.element.style.width = `${Math.min(340, width - 2 * EDGE)}px`;
    if (width < NARROW) this.element.style.width = `${width - 2 * EDGE}px`;
    const card = { width: this.element.offsetWidth, height: this.element.offsetHeight };
    const corner = { x: direction() === "rtl" ? width : -GAP, y: 0 };
    const mark = this.at === null ? corner : this.map.latLngToContainerPoint(this.at);
    const { left, top } = besides(mark, card, { width, height }, this.clear);
    this.element.style.left = `${left}px`;
    this.element.style.top = `${top}px`;
  }
}
