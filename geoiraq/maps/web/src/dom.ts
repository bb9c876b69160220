// The only way this page makes elements: text is set as text, never parsed.

type Child = Node | string | null | undefined | false;
type Attributes = Record<string, string | number | boolean | null | undefined>;

const SVG = "http://www.w3.org/2000/svg";

function fill<E extends Element>(element: E, attributes: Attributes, children: Child[]): E {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    element.setAttribute(name, value === true ? "" : String(value));
  }
  element.append(...children.filter((child): child is Node | string => !!child));
  return element;
}

export function h<K extends keyof HTMLElementTagNameMap>(
  tag: K, attributes: Attributes = {}, ...children: Child[]
): HTMLElementTagNameMap[K] {
  return fill(document.createElement(tag), attributes, children);
}

export function svg<K extends keyof SVGElementTagNameMap>(
  tag: K, attributes: Attributes = {}, ...children: Child[]
): SVGElementTagNameMap[K] {
  return fill(document.createElementNS(SVG, tag) as SVGElementTagNameMap[K], attributes, children);
}

/** Text from a document: its own direction, kept apart from what stands around it. */
export function said(text: string): HTMLElement {
  return h("bdi", { dir: "auto" }, text);
}

/** A text for one line: no one reads, and no browser lays out gladly, a megabyte of it. */
export function clipped(text: string, most = 160): string {
  return text.length > most ? `${text.slice(0, most)}…` : text;
}

/** A link, if it is one that can be followed safely; else nothing. */
export function link(url: string | null | undefined, ...children: Child[]): HTMLAnchorElement | null {
  const safe = safeUrl(url);
  if (safe === null) return null;
  const rules = { target: "_blank", rel: "noopener noreferrer", referrerpolicy: "no-referrer" };
  return h("a", { href: safe, ...rules }, ...children);
}

/** The address, if it is an absolute http or https one; else null. */
export function safeUrl(url: string | null | undefined): string | null {
  if (!url) return null;
  try {
    const parsed = new URL(url);
    return parsed.protocol === "https:" || parsed.protocol === "http:" ? parsed.href : null;
  } catch {
    return null;
  }
}
