"""The page: a folium.Map that carries its scripts, its style and its data within itself."""

from __future__ import annotations

import base64
import hashlib
import os
import re
import warnings
from collections.abc import Iterator
from functools import cache
from html import escape
from importlib.resources import files
from pathlib import Path
from typing import Any

import folium
from branca.element import CssLink, Element, Figure, JavascriptLink
from folium.template import Template

from geoiraq.errors import GeoiraqError, InputWarning, OutputError
from geoiraq.maps.tiles import Tiles

NAME = "incident_map"
ID = "geoiraq"

_HEAD = """<!DOCTYPE html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="referrer" content="no-referrer">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="generator" content="geoiraq">
<title>{title}</title>
"""
_BODY = """<main class="geoiraq" aria-busy="true"><div class="folium-map" id="{name}"></div></main>
<noscript>This map is drawn by a script within this file, which this browser does not run.</noscript>
<script type="application/json" id="{name}_about">{about}</script>
<script type="text/plain" id="{name}_data">{data}</script>"""
_CELL = """<div style="position:relative;height:640px">
<span style="color:#777">The map shows once this notebook is trusted.</span>
<iframe srcdoc="{page}" title="Map of incidents" allowfullscreen
 style="position:absolute;inset:0;width:100%;height:100%;border:1px solid #ddd;border-radius:6px"></iframe>
</div>"""
_POLICY = (
    "default-src 'none'; script-src {hashes}; style-src 'unsafe-inline'; "
    "img-src data: blob:{tiles}; font-src data:; base-uri 'none'; form-action 'none'"
)
_SCRIPT = re.compile(r"<script[^>]*>(?P<code>.*?)</script>", re.DOTALL | re.IGNORECASE)
_RANDOM_ID = re.compile(r"[0-9a-f]{32}")


class Verbatim(Element):
    """Text that goes into the page as it is: folium would read it as a template and run what is in braces.

    Parameters
    ----------
    text
        Markup.
    code
        The script in it, which the page's policy is to let run.
    """

    def __init__(self, text: str, code: str = "") -> None:
        super().__init__()
        self.text = text
        self.code = code

    def render(self, **_: Any) -> str:
        """Give the text."""
        return self.text


_END_OF_HEAD = Verbatim("</head>\n<body>")


class IncidentMap(folium.Map):
    """A `folium.Map` of incidents; made by `incident_map`.

    It shows offline, in a file and in a notebook's cell. Folium's layers can be added to it; where one needs
    a library from the network, that library is left out, with a warning.

    Parameters
    ----------
    about
        What the page says of itself, as `block.as_json` writes it.
    data
        The page's block of data, as `block.sealed` writes it.
    title
        Of the page.
    language
        In which it opens.
    tiles
        The tiles beneath, whose host alone the page may ask.
    """

    default_js: list[tuple[str, str]] = []  # noqa: RUF012 -- folium's own attributes, emptied: all is within the page
    default_css: list[tuple[str, str]] = []  # noqa: RUF012
    _template = Template(
        """
        {% macro script(this, kwargs) %}
            var {{ this.get_name() }} = geoiraq.open({{ this.get_name()|tojson }});
            {%- if this.objects_to_stay_in_front %}
            $(document).ready(function () {
                {%- for layer in this.objects_to_stay_in_front %}
                {{ layer.get_name() }}.bringToFront();
                {%- endfor %}
            });
            {%- endif %}
        {% endmacro %}
        """
    )

    def __init__(
        self, about: str, data: str, title: str, language: str = "en", tiles: Tiles | None = None
    ) -> None:
        super().__init__(tiles=None)
        self._name = NAME
        self._id = ID
        self.about = about
        self.data = data
        self.code = _built("page.js")
        self.style = _built("page.css")
        Page(title, language, tiles).add_child(self)

    def render(self, **kwargs: Any) -> None:  # type: ignore[override]  # as folium's elements do
        """Put style, script, frame and data into the page, then what folium adds."""
        figure: Any = self.get_root()
        name = self.get_name()
        head = f"<style>{self.style}</style>\n<script>{self.code}</script>"
        figure.header.add_child(Verbatim(head, self.code), name=ID)
        figure.html.add_child(Verbatim(_BODY.format(name=name, about=self.about, data=self.data)), name=ID)
        super().render(**kwargs)  # type: ignore[no-untyped-call]

    def get_name(self) -> str:
        """Give the script variable that holds the leaflet map."""
        return f"{self._name}_{self._id}"

    def save(self, outfile: Any, close_file: bool = True, **kwargs: Any) -> None:
        """Write the page to a file: beside it first, so that a file is there whole or as it was.

        Parameters
        ----------
        outfile
            A path, or a binary file that is open.
        close_file
            Whether to close an open file.
        **kwargs
            Handed to folium.

        Raises
        ------
        OutputError
            Where it cannot be written.
        """
        page = self.get_root().render(**kwargs).encode("utf-8", "replace")
        if not isinstance(outfile, str | bytes | os.PathLike):
            outfile.write(page)
            if close_file:
                outfile.close()
            return
        _write(Path(os.fsdecode(outfile)), page)

    def _repr_html_(self, **kwargs: Any) -> str:
        page = escape(self.get_root().render(**kwargs))
        return _CELL.format(page=page)


class Page(Figure):
    """The document around a map: same input same bytes, and a policy that forbids every outside request.

    Parameters
    ----------
    title
        Of the document, plain text.
    language
        Its code.
    tiles
        Where the policy lets it ask for images; nowhere, where none are given.
    """

    def __init__(self, title: str, language: str, tiles: Tiles | None) -> None:
        super().__init__(title=title)
        self._id = ID
        self.tiles = f" {tiles.origin}" if tiles else ""
        self.language = language

    def render(self, **kwargs: Any) -> str:
        """Write the document; what folium adds while rendering is taken away again, so it can be repeated."""
        held = [(element, dict(element._children)) for element in _elements(self)]
        for child in list(self._children.values()):
            child.render(**kwargs)
        links = self._take_links()
        header = [child for name, child in self.header._children.items() if name != "meta_http"]
        parts = [*header, _END_OF_HEAD, *self.html._children.values()]
        written = [(part, part.render(**kwargs)) for part in parts]
        script = f"<script>{self.script.render(**kwargs)}</script>"
        ids = [element._id for element in _elements(self)]
        for element, children in held:
            element._children.clear()
            element._children.update(children)
        if links:
            warnings.warn(
                f"left out of the page, which asks nothing of any host: {', '.join(links)}",
                InputWarning,
                stacklevel=2,
            )
        parts_written = _steady(set(ids), [*written, (self.script, script)])
        codes = [code for part, text in parts_written for code in _codes(part, text)]
        hashes = " ".join(dict.fromkeys(_hash(code) for code in codes))
        policy = _POLICY.format(hashes=hashes, tiles=self.tiles)
        head = _HEAD.format(policy=policy, title=escape(self.title or ""), language=self.language)
        return "\n".join([head, *(text for _, text in parts_written), "</body>\n</html>\n"])

    def _take_links(self) -> list[str]:
        links = {n: c for n, c in self.header._children.items() if isinstance(c, JavascriptLink | CssLink)}
        for name in links:
            del self.header._children[name]
        return [link.url for link in links.values()]


def _codes(part: Element, written: str) -> list[str]:
    if isinstance(part, Verbatim):
        return [part.code] if part.code else []
    return [found["code"] for found in _SCRIPT.finditer(written)]


@cache
def _hash(code: str) -> str:
    # The browser hashes the text as it parsed it: with every line ending a line feed.
    text = code.replace("\r\n", "\n").replace("\r", "\n")
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode('utf-8', 'replace')).digest()).decode()}'"


def _steady(random: set[str], parts: list[tuple[Element, str]]) -> list[tuple[Element, str]]:
    """Give folium's random ids numbers in the order in which they appear."""
    numbers: dict[str, str] = {}

    def number(found: re.Match[str]) -> str:
        written = found.group()
        return numbers.setdefault(written, f"{len(numbers):x}") if written in random else written

    return [
        (part, written if isinstance(part, Verbatim) else _RANDOM_ID.sub(number, written))
        for part, written in parts
    ]


def _elements(root: Element) -> Iterator[Element]:
    """Walk over everything that hangs on an element: folium also keeps children in plain attributes."""
    seen: set[int] = set()
    waiting: list[Any] = [root]
    while waiting:
        found = waiting.pop()
        if isinstance(found, dict):
            waiting += found.values()
        elif isinstance(found, list | tuple):
            waiting += [item for item in found if isinstance(item, Element)]
        elif isinstance(found, Element) and id(found) not in seen:
            seen.add(id(found))
            yield found
            waiting += [value for name, value in vars(found).items() if name != "_parent" and name != "data"]


def _write(path: Path, page: bytes) -> None:
    beside = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        beside.write_bytes(page)
        beside.replace(path)
    except OSError as error:
        beside.unlink(missing_ok=True)
        raise OutputError(f"{path}: cannot be written ({error.strerror or error})") from error


@cache
def _built(name: str) -> str:
    file = files("geoiraq.maps") / "built" / name
    try:
        return file.read_text(encoding="utf-8")
    except FileNotFoundError as error:
        raise GeoiraqError(
            "the map's page is not built: install the package (pip install .) first"
        ) from error
