// Keeps markup out: where a browser knows Trusted Types, nothing on this page is parsed as markup but what is written here.

interface Factory {
  createPolicy(name: string, rules: { createHTML(markup: string): string | null }): unknown;
}

/** What Leaflet sets as markup: a question to old browsers, and the signs on its buttons. */
const LEAFLETS = ["<svg/>", ...["+", "&#x2212;", "&#215;"].map((sign) => `<span aria-hidden="true">${sign}</span>`)];

export function asMarkup(text: string): string | null {
  return !text.includes("<") || LEAFLETS.includes(text) ? text : null;
}

// Asked only on pages whose policy requires it (`maps/page.py`): not where a user's own folium layers are, which are markup.
const { trustedTypes } = globalThis as { trustedTypes?: Factory };
trustedTypes?.createPolicy("default", { createHTML: asMarkup });
