// What the page stands on: the documents that were read, whose data the map is drawn from, and with what.

import type { Page } from "./data.ts";
import { h, link, said } from "./dom.ts";
import { say } from "./language.ts";

/** A list longer than this is shown in part, and says so. */
const MOST_DOCUMENTS = 200;

export function sources({ documents, sources, version, gazetteer }: Page): HTMLElement {
  const rest = documents.length - MOST_DOCUMENTS;
  const read = documents.slice(0, MOST_DOCUMENTS).map(({ url, title, id, publisher }) => {
    const name = said(title || id);
    return h("li", {}, link(url, name) ?? name, publisher !== "" && say("list"), publisher !== "" && said(publisher));
  });
  const drawn = sources.map(({ what, url, name, licence }) => h("li", { dir: "ltr" }, what, ": ", link(url, name) ?? name, ` (${licence})`));
  return h("div", { class: "sources" },
    documents.length > 0 && h("h2", {}, say("sources.documents")),
    documents.length > 0 && h("ul", {}, ...read),
    rest > 0 && h("p", { class: "aside" }, say("sources.more", { n: rest })),
    h("h2", {}, say("sources.map")),
    h("ul", {}, ...drawn),
    h("p", { class: "aside" }, say("sources.made", { version, gazetteer })));
}
