"""The command line: parses, calls a verb, prints. Data go to standard output, words to standard error.

Exit status: 0 done; 1 some input could not be used (it is named, the rest is done); 2 wrong use.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from geoiraq import __version__
from geoiraq.errors import GeoiraqError, InputError, Problem

if TYPE_CHECKING:
    from geopandas import GeoDataFrame

    from geoiraq.documents.document import Document
    from geoiraq.places.resolution import Resolution


class Told:
    """Counts the problems that were told on standard error: they decide the exit status."""

    def __init__(self) -> None:
        self.count = 0

    def __call__(self, problem: Problem) -> None:
        """Tell a problem and count it."""
        self.count += 1
        say(str(problem))


def say(words: str) -> None:
    """Write a line for people, on standard error; what came from documents cannot steer their terminal."""
    click.echo("geoiraq: " + "".join(c if c.isprintable() else " " for c in words), err=True)


class Day(click.ParamType[date]):
    """A date of the form 2020-02-12."""

    name = "date"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """Read the date, or say how one is written."""
        try:
            return value if isinstance(value, date) else date.fromisoformat(value)
        except ValueError:
            self.fail(f"{value!r} is no date of the form 2020-02-12", param, ctx)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="geoiraq")
def cli() -> None:
    """Turn documents about Iraq into maps that can be defended."""


documents = click.argument("documents", nargs=-1, required=True, type=click.Path(path_type=Path))
published = click.option(
    "--published", type=Day(), help="Publication date of documents that have none of their own."
)
review = click.option("--review", type=click.Path(path_type=Path), help="A CSV of a person's corrections.")
no_merge = click.option("--no-merge", is_flag=True, help="Keep the reports of different documents apart.")


@cli.command("map")
@documents
@published
@review
@no_merge
@click.option("-o", "--output", type=click.Path(path_type=Path), default=Path("map.html"), show_default=True)
@click.option("--title", default="", help="Stands above the map.")
@click.option("--no-bases", is_flag=True, help="Leave the military bases out.")
def map_command(
    documents: tuple[Path, ...],
    published: date | None,
    review: Path | None,
    no_merge: bool,
    output: Path,
    title: str,
    no_bases: bool,
) -> None:
    """Draw DOCUMENTS (or one incident file that `extract` wrote, edited or not) as one HTML file.

    A document is a text, Markdown, HTML or PDF file, a folder of them, or a table of reports (CSV, JSON
    Lines, Parquet).
    """
    told = Told()
    check_output(output, (".html", ".htm"))
    incidents = incidents_of(documents, published, review, no_merge, told)
    from geoiraq.maps import incident_map

    incident_map(incidents, bases=not no_bases, title=title).save(str(output))
    say(f"{output}: {summary(incidents)}")
    finish(told)


@cli.command("extract")
@documents
@published
@review
@no_merge
@click.option("-o", "--output", type=click.Path(path_type=Path), required=True)
def extract_command(
    documents: tuple[Path, ...],
    published: date | None,
    review: Path | None,
    no_merge: bool,
    output: Path,
) -> None:
    """Write the incidents that DOCUMENTS report to a .geojson, .parquet, .gpkg, .csv or .kml file."""
    from geoiraq.exchange import write_incidents
    from geoiraq.exchange.formats import FORMATS

    told = Told()
    check_output(output, FORMATS)
    incidents = extracted(documents, published, review, no_merge, told)
    write_incidents(incidents, output)
    say(f"{output}: {summary(incidents)}")
    finish(told)


@cli.command("resolve")
@click.argument("names", nargs=-1)
@click.option("--within", help="A governorate or district in which the places lie.")
@click.option("--jsonl", is_flag=True, help="Read one JSON object a line, write one answer a line.")
def resolve_command(names: tuple[str, ...], within: str | None, jsonl: bool) -> None:
    """Say where NAMES are, why, and what else they could be.

    With --jsonl each line of standard input is {"name": ..., "within": ..., "on": ...}.
    """
    if jsonl == bool(names):
        raise click.UsageError("give names, or --jsonl and lines on standard input")
    told = Told()
    if jsonl:
        for answer in answers(sys.stdin, told):
            click.echo(json.dumps(answer, ensure_ascii=False))
    else:
        from geoiraq.places.resolve import resolve

        for name in names:
            click.echo(in_words(resolve(name, within=within)))
    finish(told)


@cli.group("gazetteer")
def gazetteer_group() -> None:
    """Look into the gazetteer."""


@gazetteer_group.command("list")
@click.option("--kind", help="Only places of this kind (base, town, dam, ...).")
@click.option("--governorate", help="Only places in this governorate.")
def list_command(kind: str | None, governorate: str | None) -> None:
    """List places: id, name, kind, point, radius, governorate, whether the point was checked."""
    from geoiraq.places.gazetteer import gazetteer
    from geoiraq.places.kinds import KINDS
    from geoiraq.places.resolve import find_area, lies_in

    book = gazetteer()
    if kind is not None and kind not in KINDS:
        raise click.UsageError(f"no kind is called {kind!r}; there are {', '.join(sorted(KINDS))}")
    area = find_area(book, governorate) if governorate else None
    if governorate and area is None:
        raise click.UsageError(f"no governorate is called {governorate!r}")
    for place in book.places.values():
        if (kind is None or place.kind == kind) and (area is None or lies_in(book, place, area)):
            point = f"{place.latitude}\t{place.longitude}\t{place.radius_km:g}"
            checked = "checked" if place.checked else "unchecked"
            click.echo(
                f"{place.place_id}\t{place.name}\t{place.kind}\t{point}\t{place.governorate}\t{checked}"
            )


@gazetteer_group.command("show")
@click.argument("name")
def show_command(name: str) -> None:
    """Show everything that is known of one place, by its id or any of its names, as JSON."""
    from dataclasses import asdict

    from geoiraq.places.gazetteer import gazetteer
    from geoiraq.places.resolve import resolve

    book = gazetteer()
    answer = None if name in book.places else resolve(name)
    place = book.places.get(name if answer is None else answer.place_id or "")
    if place is None:
        raise InputError(f"{name}: {answer.reason if answer else 'is not known'}")
    click.echo(json.dumps(asdict(place), ensure_ascii=False, indent=2))


@gazetteer_group.command("check")
def check_command() -> None:
    """Prove the gazetteer's tables: references, containment in the governorate, names, sources."""
    from geoiraq.places.check import check
    from geoiraq.places.gazetteer import gazetteer

    told = Told()
    book = gazetteer()
    for problem in check(book):
        told(problem)
    names = sum(len(place.names) for place in book.places.values())
    checked = sum(place.checked for place in book.places.values())
    click.echo(f"{len(book.places)} places, {names} names, {checked} points checked against a second source")
    finish(told)


def main(arguments: list[str] | None = None) -> None:
    """Run the command line and exit with its status."""
    try:
        status = cli.main(arguments, prog_name="geoiraq", standalone_mode=False)
    except click.ClickException as error:
        say(error.format_message())
        sys.exit(2)
    except click.exceptions.Abort:
        say("stopped")
        sys.exit(130)
    except GeoiraqError as error:
        say(str(error))
        sys.exit(1)
    except BrokenPipeError:
        sys.exit(1)
    sys.exit(status if isinstance(status, int) else 0)


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
    return extracted(sources, published, review, no_merge, told)


def extracted(
    sources: tuple[Path, ...], published: date | None, review: Path | None, no_merge: bool, told: Told
) -> GeoDataFrame:
    """Give the incidents of documents, showing how far the reading has come."""
    from geoiraq.incidents.extract import extract

    read = 0
    with progress() as advance:

        def count(_: Document) -> None:
            nonlocal read
            read += 1
            advance()

        table = extract(
            sources,
            published=published,
            merge=not no_merge,
            review=review,
            on_problem=told,
            on_document=count,
        )
    if not read:
        raise InputError("no document could be read")
    return table


class progress:  # noqa: N801 - reads as a verb where it is used
    """Shows on a terminal how many documents were read; shows nothing elsewhere."""

    def __enter__(self) -> Callable[[], None]:
        """Start to show."""
        from rich.console import Console
        from rich.progress import MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

        columns = (SpinnerColumn(), TextColumn("documents read"), MofNCompleteColumn(), TimeElapsedColumn())
        self._bar = Progress(
            *columns, console=Console(stderr=True), transient=True, disable=not sys.stderr.isatty()
        )
        task = self._bar.add_task("read", total=None)
        self._bar.start()
        return lambda: self._bar.advance(task)

    def __exit__(self, *_: object) -> None:
        """Take what was shown away."""
        self._bar.stop()


def check_output(output: Path, endings: Iterable[str]) -> None:
    """Refuse an output that cannot be written before any work is done."""
    if output.suffix.lower() not in endings:
        raise click.UsageError(f"{output}: ends in none of {', '.join(endings)}")
    if output.is_dir():
        raise click.UsageError(f"{output}: is a folder")
    if not output.parent.is_dir():
        raise click.UsageError(f"{output}: there is no folder {output.parent}")


def answers(lines: Iterable[str], told: Told) -> Iterator[dict[str, Any]]:
    """Answer one JSON object a line, in order; a line that is none gets an answer that says so."""
    from geoiraq.places.resolution import Resolution
    from geoiraq.places.resolve import resolve

    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            asked = json.loads(line)
            name = asked["name"]
            if not isinstance(name, str):
                raise TypeError("name is not text")
            answer = resolve(name, within=asked.get("within") or None, on=asked.get("on") or None)
        except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
            reason = "has no name" if isinstance(error, KeyError) else str(error)
            told(Problem("standard input", reason, number))
            answer = Resolution(
                line.strip()[:200], "unresolved", reason=f"line {number} is no question: {reason}"
            )
        yield answer.to_dict()


def in_words(answer: Resolution) -> str:
    """Tell an answer in one line."""
    if answer.status == "resolved":
        point = f"{answer.latitude:.3f} {answer.longitude:.3f} within {answer.radius_km:g} km"
        told = f"{answer.name} ({answer.basis}), {answer.governorate}: {point}; {answer.reason}"
    else:
        told = f"{answer.status}: {answer.reason}"
    others = [c for c in answer.candidates if c.place_id != answer.place_id]
    could = "; ".join(f"{c.name} ({c.kind}, {c.governorate})" for c in others)
    return f"{answer.query}\t{told}" + (f"; could also be: {could}" if could else "")


def summary(incidents: GeoDataFrame) -> str:
    """Say what a table holds."""
    placed = int(incidents.geometry.notna().sum())
    return f"{len(incidents)} incidents, {placed} on the map, {len(incidents) - placed} without a place"


def finish(told: Told) -> None:
    """Exit with the status that the problems call for."""
    if told.count:
        raise click.exceptions.Exit(1)
