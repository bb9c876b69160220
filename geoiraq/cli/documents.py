"""`geoiraq map` and `geoiraq extract`: documents in, a map or a table out."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from datetime import date
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import click

from geoiraq.cli.telling import Day, Told, check_output, finish, say
from geoiraq.errors import InputError

if TYPE_CHECKING:
    from geopandas import GeoDataFrame

    from geoiraq.documents.document import Document

#: The endings of tables that a person can correct.
REVIEWED = (".csv", ".gpkg")
#: Those of a file of texts.
TEXTS = (".jsonl", ".ndjson")

documents = click.argument("documents", nargs=-1, required=True, type=click.Path(path_type=Path))
published = click.option(
    "--published", type=Day(), help="Publication date of documents that have none of their own."
)
review = click.option(
    "--review",
    type=click.Path(path_type=Path),
    help="A review table (CSV or GPKG) with a person's corrections.",
)
no_merge = click.option("--no-merge", is_flag=True, help="Keep the reports of different documents apart.")


@click.command("map")
@documents
@published
@review
@no_merge
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    help="The page; map.html, unless only pictures are wanted.",
)
@click.option(
    "--still",
    "stills",
    multiple=True,
    type=click.Path(path_type=Path),
    help="A figure for paper, by its ending: .png, .svg or .pdf. Can be given more than once.",
)
@click.option(
    "--by", type=click.Choice(["month", "year"]), help="With --still: a small map for each month or year."
)
@click.option("--title", default="", help="Stands above the map.")
@click.option("--no-bases", is_flag=True, help="Leave the military bases out.")
@click.option(
    "--language",
    type=click.Choice(["en", "ar"]),
    default="en",
    show_default=True,
    help="In which the figure is, and the page opens; its reader can switch.",
)
@click.option(
    "--tiles",
    default="",
    metavar="NAME|URL",
    help="Online tiles beneath: a provider that xyzservices knows (OpenTopoMap, Esri.WorldImagery), or an https"
    " address with {z}, {x} and {y}. The page asks that host alone; without this it asks none.",
)
@click.option("--tiles-by", default="", help="Whom tiles at an address are owed to.")
def map_command(
    documents: tuple[Path, ...],
    published: date | None,
    review: Path | None,
    no_merge: bool,
    output: Path | None,
    stills: tuple[Path, ...],
    by: Literal["month", "year"] | None,
    title: str,
    no_bases: bool,
    language: Literal["en", "ar"],
    tiles: str,
    tiles_by: str,
) -> None:
    """Draw DOCUMENTS (or one incident file that `extract` wrote, edited or not) as one HTML file or as a figure.

    A document is a text, Markdown, HTML or PDF file, a folder of them, or a table of reports (CSV, JSON
    Lines, Parquet).
    """
    from geoiraq.maps.still.formats import FORMATS

    told = Told()
    if by and not stills:
        raise click.UsageError("--by divides a figure: it needs --still")
    page = output or (None if stills else Path("map.html"))
    if page is not None:
        check_output(page, (".html", ".htm"))
    for still in stills:
        check_output(still, FORMATS)
    if tiles:
        check_tiles(tiles)
    counted = Counted()
    incidents = counted(incidents_of(documents, published, review, no_merge, told))
    if page is not None:
        # The very page of `incident_map`, which is a folium.Map: nobody adds a layer here, so folium is not loaded.
        from geoiraq.maps.draw import incident_page

        drawn = incident_page(
            incidents,
            bases=not no_bases,
            title=title,
            language=language,
            tiles=tiles,
            tiles_by=tiles_by,
        )
        drawn.save(page)
    if stills:
        from geoiraq.maps.still import still as draw

        figure = draw(incidents, title=title, by=by, language=language)
        for still in stills:
            figure.save(still)
    for written in (page, *stills):
        if written is not None:
            say(f"{written}: {counted}")
    finish(told)


@click.command("extract")
@documents
@published
@review
@no_merge
@click.option("-o", "--output", type=click.Path(path_type=Path), required=True)
@click.option(
    "--texts",
    type=click.Path(path_type=Path),
    help="Write the documents' texts as read to a .jsonl file: what the quotes' offsets count in.",
)
@click.option(
    "--for-review", is_flag=True, help="Write a table (.csv or .gpkg) to correct and give to --review."
)
def extract_command(
    documents: tuple[Path, ...],
    published: date | None,
    review: Path | None,
    no_merge: bool,
    output: Path,
    texts: Path | None,
    for_review: bool,
) -> None:
    """Write the incidents that DOCUMENTS report to a .geojson, .parquet, .gpkg, .csv or .kml file."""
    from geoiraq.exchange import write_parts
    from geoiraq.exchange.formats import FORMATS
    from geoiraq.incidents.extract import PART

    told = Told()
    check_output(output, REVIEWED if for_review else FORMATS)
    if texts is not None:
        check_output(texts, TEXTS)
    counted = Counted()
    parts = extracted(
        documents, published, review, no_merge, told, for_review=for_review, texts=texts, rows=PART
    )
    write_parts(map(counted, parts), output)
    say(f"{output}: {counted}")
    finish(told)


def incidents_of(
    sources: tuple[Path, ...], published: date | None, review: Path | None, no_merge: bool, told: Told
) -> GeoDataFrame:
    """Give the incidents of documents, or of one incident file."""
    from geoiraq.exchange import is_incident_file, read_incidents

    if len(sources) == 1 and sources[0].is_file() and is_incident_file(sources[0]):
        if review is not None:
            raise click.UsageError(
                "--review corrects what is extracted; an incident file is corrected in itself"
            )
        return read_incidents(sources[0], on_problem=told)
    (incidents,) = extracted(sources, published, review, no_merge, told)
    return incidents


def extracted(
    sources: tuple[Path, ...],
    published: date | None,
    review: Path | None,
    no_merge: bool,
    told: Told,
    *,
    for_review: bool = False,
    texts: Path | None = None,
    rows: int = sys.maxsize,
) -> Iterator[GeoDataFrame]:
    """Read documents, showing how far that has come, and give their incidents in tables of so many rows."""
    from geoiraq.documents.texts import write_texts
    from geoiraq.incidents.extract import extract_parts

    read = 0
    with (
        progress(sources) as advance,
        write_texts(texts) if texts is not None else nullcontext(lambda _: None) as keep,
    ):

        def count(document: Document) -> None:
            nonlocal read
            read += 1
            keep(document)
            advance()

        parts = extract_parts(
            sources,
            published=published,
            merge=not no_merge,
            review=review,
            for_review=for_review,
            on_problem=told,
            on_document=count,
            rows=rows,
        )
        first = next(parts)
    if not read:
        raise InputError("no document could be read")
    return chain((first,), parts)


def check_tiles(tiles: str) -> None:
    """Refuse tiles that there are not before any work is done."""
    from geoiraq.maps.tiles import find_tiles

    try:
        find_tiles(tiles)
    except InputError as error:
        raise click.UsageError(str(error)) from error


@contextmanager
def progress(sources: tuple[Path, ...]) -> Iterator[Callable[[], None]]:
    """Show on a terminal how many documents were read, and of how many; show nothing elsewhere."""
    if not sys.stderr.isatty():
        yield lambda: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    from geoiraq.documents.count import count_documents

    columns = (TextColumn("documents read"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("read", total=count_documents(sources))
        yield lambda: bar.advance(task)


class Counted:
    """Counts the incidents of the tables that pass, to say what was written."""

    def __init__(self) -> None:
        self._all = self._placed = 0

    def __call__(self, incidents: GeoDataFrame) -> GeoDataFrame:
        """Count those of one table."""
        self._all += len(incidents)
        self._placed += int(incidents.geometry.notna().sum())
        return incidents

    def __str__(self) -> str:
        return f"{self._all} incidents, {self._placed} on the map, {self._all - self._placed} without a place"
