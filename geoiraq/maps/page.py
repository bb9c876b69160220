"""The page: one document that carries its script, its style and its data within itself and asks nothing of any host."""

from __future__ import annotations

import base64
import hashlib
import re
from dataclasses import dataclass
from functools import cache
from html import escape
from importlib.resources import files
from pathlib import Path

from geoiraq.atomic import write_beside
from geoiraq.errors import GeoiraqError
from geoiraq.maps.tiles import Tiles

#: The element in which the map stands, and the script variable that holds the leaflet map.
NAME = "incident_map_geoiraq"

_DOCUMENT = """<!DOCTYPE html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="referrer" content="no-referrer">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="generator" content="geoiraq">
<title>{title}</title>
<style>{style}</style>
<script>{code}</script>
{head}</head>
<body>
<main class="geoiraq" aria-busy="true"><div class="folium-map" id="{name}"></div></main>
<noscript>This map is drawn by a script within this file, which this browser does not run.</noscript>
<script type="application/json" id="{name}_about">{about}</script>
<script type="text/plain" id="{name}_data">{data}</script>
<script>{opening}</script>
{body}</body>
</html>
"""
_OPENING = f'var {NAME} = geoiraq.open("{NAME}");'

_POLICY = "default-src 'none'; script-src {scripts}; img-src data: blob:{tiles}; base-uri 'none'; form-action 'none'; "
# Nothing on the page of our own is made from markup, and no style stands in an attribute: a browser can see to it.
_OWN = "style-src {styles}; require-trusted-types-for 'script'; trusted-types default"
_WITH_MARKUP = "style-src 'unsafe-inline'; font-src data:"
_SCRIPT = re.compile(r"<script[^>]*>(?P<code>.*?)</script>", re.DOTALL | re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Added:
    """What a user's own layers bring to the page.

    Attributes
    ----------
    head, body
        Markup.
    is_markup
        Whether they set markup and styles while the page is open, as folium's do: its policy has to let them.
    """

    head: str = ""
    body: str = ""
    is_markup: bool = False


@dataclass(frozen=True, slots=True)
class Page:
    """A map of incidents as a document: same page, same bytes.

    Attributes
    ----------
    about
        What the page says of itself, as `block.as_json` writes it.
    data
        The page's block of data, as `block.sealed` writes it.
    title
        Plain text.
    language
        In which it opens.
    tiles
        The tiles beneath, whose host alone the page may ask.
    """

    about: str
    data: str
    title: str
    language: str = "en"
    tiles: Tiles | None = None

    def written(self, added: Added = Added()) -> str:
        """Write the document.

        Parameters
        ----------
        added
            What stands on it beside the incidents.

        Returns
        -------
        str
            HTML, with a policy that lets run only what is written here, and lets it ask no host.
        """
        code, style = built("page.js"), built("page.css")
        further = [found["code"] for found in _SCRIPT.finditer(added.head + added.body)]
        rest = _WITH_MARKUP if added.is_markup else _OWN
        policy = (_POLICY + rest).format(
            scripts=" ".join(dict.fromkeys(_hash(script) for script in (code, _OPENING, *further))),
            styles=_hash(style),
            tiles=f" {self.tiles.origin}" if self.tiles else "",
        )
        return _DOCUMENT.format(
            language=self.language,
            policy=policy,
            title=escape(self.title),
            style=style,
            code=code,
            head=added.head,
            name=NAME,
            about=self.about,
            data=self.data,
            opening=_OPENING,
            body=added.body,
        )

    def save(self, path: str | Path) -> None:
        """Write the document to a file, which is there whole or as it was.

        Parameters
        ----------
        path
            Of the file.

        Raises
        ------
        OutputError
            Where it cannot be written.
        """
        save(self.written(), path)


def save(document: str, path: str | Path) -> None:
    """Write a document to a file, which is there whole or as it was; halves of characters become question marks."""
    with write_beside(path) as beside:
        beside.write_bytes(encoded(document))


def encoded(document: str) -> bytes:
    """Give a document as bytes."""
    return document.encode("utf-8", "replace")


@cache
def _hash(code: str) -> str:
    # The browser hashes the text as it parsed it: with every line ending a line feed.
    text = code.replace("\r\n", "\n").replace("\r", "\n")
    return f"'sha256-{base64.b64encode(hashlib.sha256(encoded(text)).digest()).decode()}'"


@cache
def built(name: str) -> str:
    """Read what was bundled when the package was built: the page's script, its style, its words."""
    file = files("geoiraq.maps") / "built" / name
    try:
        return file.read_text(encoding="utf-8")
    except FileNotFoundError as error:
        raise GeoiraqError(
            "the map's page is not built: install the package (pip install .) first"
        ) from error
