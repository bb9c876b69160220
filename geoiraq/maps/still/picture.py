"""The verb: incidents in, a figure for paper out."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

from geoiraq.atomic import write_beside
from geoiraq.errors import InputError
from geoiraq.maps.still.formats import FORMATS, METADATA
from geoiraq.maps.still.lettering import plain

if TYPE_CHECKING:
    from geopandas import GeoDataFrame
    from matplotlib.figure import Figure

    from geoiraq.maps.still.panels import By
    from geoiraq.maps.still.speech import Language

#: Settings of matplotlib's that a figure depends on, whatever a user's own are.
SETTINGS: Any = {
    "text.parse_math": False,
    "text.usetex": False,
    "text.hinting": "none",
    "svg.fonttype": "path",
    "svg.hashsalt": "geoiraq",
    "pdf.fonttype": 42,
    "path.simplify": True,
    "axes.unicode_minus": True,
}


def still(
    incidents: GeoDataFrame,
    *,
    title: str = "",
    subtitle: str = "",
    by: By | None = None,
    language: Language = "en",
) -> Still:
    """Draw incidents as a figure for paper, without a browser.

    Parameters
    ----------
    incidents
        The incident table. Only geometry, layer and date_start are needed; what else there is of the table's
        columns is used. Incidents without a place are counted beneath the map, not pinned.
    title, subtitle
        Stand above, as plain text; without them, what is shown, how many incidents there are and of when.
    by
        "month" or "year" for small multiples: a map for each, all of one scale.
    language
        en or ar: in Arabic it is read from the right, and places have their Arabic names where they are known.

    Returns
    -------
    Still
        Its `save` writes PNG, SVG or PDF; in a notebook it shows itself.

    Raises
    ------
    InputError
        Where a needed column is missing, naming it, where `by` asks for what one sheet cannot hold, and where the
        figure does not speak the language.

    Examples
    --------
    >>> import geopandas as gpd
    >>> from shapely import Point
    >>> rows = {"layer": ["attack"], "date_start": ["2020-03-11"]}
    >>> table = gpd.GeoDataFrame(rows, geometry=[Point(44.26, 33.52)], crs="EPSG:4326")
    >>> still(table).save("map.pdf")  # doctest: +SKIP
    """
    from geoiraq.maps.still import notes
    from geoiraq.maps.still.marks import marks_of
    from geoiraq.maps.still.panels import Panel, panels_by
    from geoiraq.maps.still.sheet import Words, draw_sheet, frame_of
    from geoiraq.maps.still.speech import speech_of

    speech = speech_of(language)
    marks = marks_of(incidents)
    panels = panels_by(marks, by, speech) if by else [Panel("", tuple(marks))]
    divided = [mark for panel in panels for mark in panel.marks]
    frame = frame_of(divided)
    words = Words(
        title=plain(title) or str(speech.page["title"]),
        subtitle=plain(subtitle) or notes.summary(marks, speech),
        notes=(
            notes.left_out(divided, frame, speech, by, len(marks) - len(divided)),
            notes.reported_by(incidents, speech),
            notes.made_with(speech),
        ),
    )
    with _settings():
        return Still(draw_sheet(panels, frame, words, speech), words.title, words.subtitle)


class Still:
    """A figure of incidents; made by `still`.

    Parameters
    ----------
    figure
        A matplotlib figure, to which a user may add what they know how to draw.
    title, subtitle
        What the file says of itself.

    Attributes
    ----------
    figure
        The matplotlib figure.
    """

    def __init__(self, figure: Figure, title: str, subtitle: str) -> None:
        self.figure = figure
        self._told = {"Title": title, "Description": subtitle, "Subject": subtitle}

    def save(self, path: str | Path, *, dpi: int = 300) -> None:
        """Write the figure to a file, by its ending: .png, .svg or .pdf.

        Parameters
        ----------
        path
            Where to; the same incidents give the same bytes.
        dpi
            Pixels for an inch, for a PNG.

        Raises
        ------
        InputError
            Where the ending is none of these.
        OutputError
            Where it cannot be written; nothing was left half done.
        """
        ending = Path(path).suffix.lower()
        if ending not in METADATA:
            raise InputError(f"{path}: a picture ends in one of {', '.join(FORMATS)}")
        written = self._written(ending, dpi)
        with write_beside(path) as beside:
            beside.write_bytes(written)

    def _repr_png_(self) -> bytes:
        return self._written(".png", 150)

    def _written(self, ending: str, dpi: int) -> bytes:
        file = BytesIO()
        metadata = {name: self._told.get(name, said) for name, said in METADATA[ending].items()}
        with _settings():
            self.figure.savefig(file, format=ending[1:], dpi=dpi, metadata=metadata)
        return file.getvalue()


@contextmanager
def _settings() -> Iterator[None]:
    import matplotlib

    with matplotlib.rc_context(), warnings.catch_warnings():
        # A letter that the typeface lacks is drawn as a box, which says as much.
        warnings.filterwarnings("ignore", message="Glyph .* missing from font")
        matplotlib.rcdefaults()
        matplotlib.rcParams.update(SETTINGS)
        yield
