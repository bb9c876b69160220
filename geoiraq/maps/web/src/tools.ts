// The panel's foot: hands out what is shown, changes the page's language and colours, and says what it stands on.

import { THEMES, type Theme } from "./address.ts";
import type { Page } from "./data.ts";
import { h } from "./dom.ts";
import { language, LANGUAGES, nameOf, say, type Language } from "./language.ts";
import { sources } from "./sources.ts";

export interface ToolEvents {
  csv: () => void;
  geojson: () => void;
  speak: (language: Language) => void;
  colour: (theme: Theme) => void;
}

export function foot(page: Page, theme: Theme, events: ToolEvents): HTMLElement {
  const others = LANGUAGES.filter((other) => other !== language());
  return h("footer", { class: "foot" },
    h("div", { class: "tool-row", role: "group", "aria-label": say("download.name") },
      h("span", {}, say("download")), tool("CSV", events.csv), tool("GeoJSON", events.geojson)),
    ...others.map((other) => tool(nameOf(other), () => events.speak(other), { lang: other, class: "tool language" })),
    h("details", { class: "about" }, h("summary", {}, say("about")),
      h("div", { class: "about-content" }, themes(theme, events.colour), sources(page))));
}

function themes(chosen: Theme, choose: (theme: Theme) => void): HTMLElement {
  const buttons = THEMES.map((theme) => {
    const press = (): void => {
      for (const button of buttons) button.setAttribute("aria-pressed", String(button.dataset.theme === theme));
      choose(theme);
    };
    return tool(say(`theme.${theme}`), press, { "data-theme": theme, "aria-pressed": String(theme === chosen) });
  });
  return h("div", { class: "tool-row", role: "group", "aria-label": say("theme") }, h("span", {}, say("theme")), ...buttons);
}

function tool(words: string, act: () => void, attributes: Record<string, string> = {}): HTMLButtonElement {
  const button = h("button", { type: "button", class: "tool", ...attributes }, words);
  button.addEventListener("click", act);
  return button;
}
