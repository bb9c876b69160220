"""`geoiraq gazetteer`: look into the places, prove them, add your own."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from geoiraq.places.gazetteer import Gazetteer

from geoiraq.cli.telling import Told, check_output, finish, say
from geoiraq.errors import InputError


@click.group("gazetteer")
def gazetteer_group() -> None:
    """Look into the gazetteer."""


@gazetteer_group.command("list")
@click.option("--kind", help="Only places of this kind (base, town, dam, ...).")
@click.option("--governorate", help="Only places in this governorate.")
def list_command(kind: str | None, governorate: str | None) -> None:
    """List places: id, name, kind, point, radius, governorate, whether the point was checked."""
    from geoiraq.places.choose import find_area, lies_in
    from geoiraq.places.gazetteer import gazetteer
    from geoiraq.places.kinds import KINDS

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
    row = place._asdict()
    row["presence"] = list(map(asdict, place.presence))
    row["former_names"] = list(map(asdict, place.former_names))
    click.echo(json.dumps(row, ensure_ascii=False, indent=2))


@gazetteer_group.command("check")
@click.option(
    "--against", type=click.Path(path_type=Path), help="Also compare the points with those of this list."
)
def check_command(against: Path | None) -> None:
    """Prove the gazetteer's tables: references, containment in the governorate, twins, names, sources.

    The list may have any format that `geoiraq gazetteer add` takes. Places whose points disagree with it are
    written one a line: place_id, name, our point, its point, kilometres between them.
    """
    from geoiraq.places.check import ambiguous_names, check
    from geoiraq.places.gazetteer import gazetteer

    told = Told()
    book = gazetteer()
    for problem in check(book):
        told(problem)
    if against is not None:
        _tell_differences(book, against)
    names = sum(len(place.names) for place in book.places.values())
    checked = sum(place.checked for place in book.places.values())
    click.echo(
        f"{len(book.places)} places, {names} names, {checked} points checked against a second source,"
        f" {ambiguous_names(book)} names that only context decides"
    )
    finish(told)


def _tell_differences(book: Gazetteer, against: Path) -> None:
    from geoiraq.places.compare import compare

    compared = compare(book, against)
    differing = [each for each in compared if not each.agrees]
    for each in differing:
        points = f"{each.here[0]},{each.here[1]}\t{each.there[0]},{each.there[1]}"
        click.echo(f"{each.place_id}\t{each.name}\t{points}\t{each.apart_km:.0f}")
    say(f"{against}: {len(compared)} of our places are in it, {len(differing)} of them elsewhere")


@gazetteer_group.command("add")
@click.argument("file", type=click.Path(path_type=Path))
@click.argument("names", type=click.Path(path_type=Path), required=False)
@click.option("--kind", help="The kind of rows that say none (village, base, dam, ...).")
@click.option("--source", help="Whence the places are, where the file does not say.")
@click.option("--licence", help="On which terms they are, where the file does not say (an SPDX identifier).")
def add_command(
    file: Path, names: Path | None, kind: str | None, source: str | None, licence: str | None
) -> None:
    """Add the places of FILE to your own, which are kept between runs.

    FILE is a GeoNames country dump, an NGA GNS file, an OpenStreetMap extract, boundaries of OCHA or
    geoBoundaries, an IOM DTM list, a Linked Places file, or a table with name, latitude and longitude;
    itself or in a ZIP archive. NAMES is GeoNames' file of alternate names, beside its dump of the country.
    """
    from geoiraq.places.kinds import KINDS
    from geoiraq.places.own import add

    if kind is not None and kind not in KINDS:
        raise click.UsageError(f"no kind is called {kind!r}; there are {', '.join(sorted(KINDS))}")
    told = Told()
    report = add(file, names, kind=kind, source=source, licence=licence, on_problem=told)
    say(f"{report}; kept as {report.name}")
    finish(told)


@gazetteer_group.command("added")
def added_command() -> None:
    """List the files whose places were added: name, format, places added and joined, source, licence."""
    from geoiraq.places.own import kept

    for report in kept():
        counts = f"{report.added}\t{report.joined}"
        click.echo(f"{report.name}\t{report.format}\t{counts}\t{report.source}\t{report.licence}")


@gazetteer_group.command("remove")
@click.argument("name")
def remove_command(name: str) -> None:
    """Forget the places that were added under NAME."""
    from geoiraq.places.own import remove

    remove(name)
    say(f"{name}: removed")


@gazetteer_group.command("write")
@click.argument("output", type=click.Path(path_type=Path))
def write_command(output: Path) -> None:
    """Write the gazetteer, your own places among it, to OUTPUT.

    It ends in .json (Linked Places Format), .parquet (GeoParquet) or .csv.
    """
    from geoiraq.places.export import WRITERS, write_gazetteer
    from geoiraq.places.gazetteer import gazetteer

    check_output(output, WRITERS)
    book = gazetteer()
    write_gazetteer(book, output)
    say(f"{output}: {len(book.places)} places")
