"""The places that a user has added: read from files of others, and kept between runs.

Each file added is a folder of files that a person can read: `places.csv` (the columns of gazetteer/README.md, and
`joined_to`, the place of ours that a row turned out to be), `shapes.geojson`, and `about.json` (whence, and on
which terms).
"""

from __future__ import annotations

import csv
import json
import shutil
import sys
import zlib
from collections.abc import Callable, Iterable, Iterator
from contextlib import nullcontext, suppress
from dataclasses import asdict, dataclass, field, fields, replace
from pathlib import Path

from geoiraq.errors import GazetteerError, InputError, OutputError, Problem
from geoiraq.formulas import unguarded
from geoiraq.places.compiled import pack, unpack
from geoiraq.places.gazetteer import Gazetteer, shipped, shipped_fingerprint
from geoiraq.places.home import ABOUT, kept_files, places_folder
from geoiraq.places.kinds import KINDS
from geoiraq.places.place import FormerName, Place

OnProblem = Callable[[Problem], None]

PLACES, SHAPES = "places.csv", "shapes.geojson"
#: The gazetteer with all of them, made ready.
MADE = ".gazetteer"


@dataclass(frozen=True, slots=True)
class Added:
    """What came of a file: which format it was, and what was added, joined and refused.

    Attributes
    ----------
    name
        Under which it is kept; `remove` takes it.
    format
        In words.
    source, licence
        Whence the places are, and on which terms.
    rows
        How many places the file describes, those refused included.
    added
        Places that were not known.
    joined
        Places that were known: they are known under the file's names as well.
    names
        How many names those places gained.
    shapes
        Outlines kept.
    refused
        How many rows were refused for each reason.
    order
        Files are joined to the gazetteer in this order, each to those before it.
    """

    name: str
    file: str
    format: str
    source: str
    licence: str
    rows: int = 0
    added: int = 0
    joined: int = 0
    names: int = 0
    shapes: int = 0
    refused: dict[str, int] = field(default_factory=dict)
    order: int = 1

    def __str__(self) -> str:
        joined = f"{self.joined} joined to places already known" + (
            f" ({self.names} new names)" if self.names else ""
        )
        refused = sum(self.refused.values())
        return f"{self.file}: {self.format}: {self.added} added, {joined}, {refused} refused"


def add(
    file: str | Path,
    names: str | Path | None = None,
    *,
    kind: str | None = None,
    source: str | None = None,
    licence: str | None = None,
    folder: str | Path | None = None,
    on_problem: OnProblem,
) -> Added:
    """Add the places of a file to the user's own.

    The file may be a country dump of GeoNames, a file of NGA's GNS, an OpenStreetMap extract, boundaries of OCHA or
    geoBoundaries, a list of IOM's DTM, a Linked Places file, or a table with name, latitude and longitude; itself or
    in a ZIP archive. Added again, it takes its own place.

    Parameters
    ----------
    file
        The file.
    names
        Beside a dump of GeoNames, its file of alternate names, which says of each name in which language it is;
        not needed where one archive holds both.
    kind
        Of the rows that say none.
    source, licence
        Whence the places are and on which terms, where the file does not say.
    folder
        Where the user's places are kept; `home()` if None.
    on_problem
        Told of rows that are refused: the first of each reason one by one, the rest by their number.

    Returns
    -------
    Added
        What came of it.

    Raises
    ------
    InputError
        Where the file cannot be used at all; nothing has changed then.
    OutputError
        Where the places cannot be kept.
    """
    from geoiraq.places.sources.adding import Terms, write_rows
    from geoiraq.places.sources.archive import opened
    from geoiraq.places.sources.recognise import recognise
    from geoiraq.places.sources.replacing import replaced

    path = Path(file)
    if kind is not None and kind not in KINDS:
        raise InputError(f"no kind is called {kind!r}; there are {', '.join(sorted(KINDS))}")
    store = places_folder(folder)
    with opened(path) as files, opened(Path(names)) if names else nullcontext(()) as more:
        try:
            format_ = recognise(files, more)
            name = _set_name(format_.key, path)
            others = [kept_set for kept_set in kept(folder) if kept_set.name != name]
            book = _joined(shipped(), store, others)
            terms = Terms(kind or format_.kind, source or "", licence or "", format_.source, format_.licence)
            order = 1 + max((kept_set.order for kept_set in others), default=0)
            blank = Added(
                name,
                path.name,
                format_.label,
                source or format_.source,
                licence or format_.licence,
                order=order,
            )
            with replaced(store / name) as beside:
                counts = write_rows(format_.read(), book, terms, beside, str(file), on_problem)
                report = replace(blank, **counts)
                if not report.added and not report.joined:
                    raise InputError(_nothing(report))
                text = json.dumps(asdict(report), ensure_ascii=False, indent=2)
                (beside / ABOUT).write_text(text + "\n", encoding="utf-8")
        except InputError as error:
            raise InputError(f"{file}: {error}") from None
    return report


def kept(folder: str | Path | None = None) -> list[Added]:
    """List the files whose places are kept, in the order in which they were added.

    Parameters
    ----------
    folder
        Where they are kept; `home()` if None.

    Returns
    -------
    list of Added
        As `add` returned them.

    Raises
    ------
    GazetteerError
        Where what is kept of a file cannot be read.
    """
    found = []
    for about in kept_files(folder):
        try:
            facts = json.loads(about.read_text(encoding="utf-8"))
            names = {f.name for f in fields(Added)}
            report = Added(**{key: value for key, value in facts.items() if key in names})
            found.append(replace(report, name=about.parent.name, order=int(report.order)))
        except (OSError, ValueError, TypeError, AttributeError) as error:
            raise GazetteerError(_broken(about, str(error))) from None
    return sorted(found, key=lambda report: (report.order, report.name))


def remove(name: str, folder: str | Path | None = None) -> None:
    """Forget the places of a file.

    Parameters
    ----------
    name
        As `kept` lists it.
    folder
        Where they are kept; `home()` if None.

    Raises
    ------
    InputError
        Where no file is kept under that name.
    OutputError
        Where it cannot be removed.
    """
    import secrets

    store = places_folder(folder)
    names = [path.name for path in store.iterdir() if not path.name.startswith(".")] if store.is_dir() else []
    if name not in names:
        known = f"; there are {', '.join(sorted(names))}" if names else ": none was added"
        raise InputError(f"no added file is called {name!r}{known}")
    away = store / f".removed-{secrets.token_hex(6)}"
    try:
        (store / name).rename(away)
        shutil.rmtree(away)
    except OSError as error:
        raise OutputError(f"{store / name}: cannot be removed: {error.strerror or error}") from error


def with_own(book: Gazetteer, folder: str | Path | None = None) -> Gazetteer:
    """Join the user's own places to a gazetteer.

    Parameters
    ----------
    book
        The gazetteer that comes with the package.
    folder
        Where the user's places are kept; `home()` if None.

    Returns
    -------
    Gazetteer
        The same object where the user has added none.

    Raises
    ------
    GazetteerError
        Where a kept file does not hold together; its text says how to be rid of it.
    """
    sets, store = kept(folder), places_folder(folder)
    if not sets:
        return book
    stamp = _stamp(store, sets)
    made = unpack(store / MADE, stamp)
    if made is not None:
        return Gazetteer(*made)
    from geoiraq.atomic import write_beside

    joined = _joined(book, store, sets)
    # Only a help: where it cannot be kept (a home that may not be written), it is made again the next time.
    with suppress(OutputError), write_beside(store / MADE) as beside:
        beside.write_bytes(pack(joined.index, joined.shapes_geojson, stamp))
    return joined


def _stamp(store: Path, sets: list[Added]) -> str:
    """Sum up the tables and the files added to them."""
    files = [store / each.name / file for each in sets for file in (PLACES, SHAPES)]
    sums = (f"{file.parent.name}:{zlib.crc32(file.read_bytes()):08x}" for file in files if file.is_file())
    return " ".join((shipped_fingerprint(), *sums))


def _joined(book: Gazetteer, store: Path, sets: list[Added]) -> Gazetteer:
    if not sets:
        return book
    places, shapes = dict(book.places), dict(book.shapes_geojson)
    for kept_set in sets:
        where = store / kept_set.name
        try:
            for joined_to, place in _rows(where / PLACES):
                known = places.get(joined_to)
                if known is None:
                    places.setdefault(place.place_id, place)
                else:
                    places[joined_to] = _with_names(known, place)
            if (where / SHAPES).is_file():
                for feature in json.loads((where / SHAPES).read_text(encoding="utf-8"))["features"]:
                    shapes[feature["properties"]["place_id"]] = feature["geometry"]
        except (OSError, ValueError, KeyError, TypeError, csv.Error) as error:
            raise GazetteerError(_broken(where / PLACES, str(error))) from None
    return Gazetteer(places, {place_id: shape for place_id, shape in shapes.items() if place_id in places})


def _rows(file: Path) -> Iterator[tuple[str, Place]]:
    from geoiraq.places.sources.row import KEPT_COLUMNS, NAME_COLUMNS

    with file.open(encoding="utf-8", newline="") as lines:
        reader = csv.reader(lines, strict=True)
        if tuple(next(reader, ())) != KEPT_COLUMNS:
            raise ValueError("its columns are not those of the gazetteer's tables")
        for number, written in enumerate(reader, start=1):
            cells = [unguarded(cell) if cell[:1] == "'" else cell for cell in written]
            try:
                row = dict(zip(KEPT_COLUMNS, cells, strict=True))
                yield row["joined_to"], _place(row, NAME_COLUMNS)
            except ValueError as error:
                raise ValueError(f"row {number}: {error}") from None


def _place(row: dict[str, str], name_columns: Iterable[str]) -> Place:
    if row["kind"] not in KINDS:
        raise ValueError(f"unknown kind {row['kind']!r}")
    names = [
        row["name"],
        *(name for column in name_columns if row[column] for name in row[column].split(";")),
    ]
    former = [FormerName(*text.split("|")) for text in row["former_names"].split(";") if text]
    return Place(
        place_id=row["place_id"],
        name=row["name"],
        kind=sys.intern(row["kind"]),
        latitude=float(row["latitude"]),
        longitude=float(row["longitude"]),
        radius_km=float(row["radius_km"]),
        country=sys.intern(row["country"]),
        governorate=sys.intern(row["governorate"]),
        district=sys.intern(row["district"]),
        also_in=tuple(row["also_in"].split(";")) if row["also_in"] else (),
        prominence=int(row["prominence"]),
        names=tuple(dict.fromkeys(names)),
        source=sys.intern(row["source"]),
        licence=sys.intern(row["licence"]),
        checked=False,
        checked_against="",
        note=row["note"],
        former_names=tuple(former),
    )


def _with_names(known: Place, place: Place) -> Place:
    names = tuple(dict.fromkeys((*known.names, *place.names)))
    former = tuple(dict.fromkeys((*known.former_names, *place.former_names)))
    return known._replace(names=names, former_names=former)


def _set_name(key: str, path: Path) -> str:
    from geoiraq.places.sources.adding import slug

    stem = path.name.split(".")[0]
    return f"{key}-{slug(stem) or 'file'}"


def _nothing(report: Added) -> str:
    reasons = sorted(report.refused.items(), key=lambda each: -each[1])
    why = f": {reasons[0][0]} ({reasons[0][1]} of {report.rows} rows)" if reasons else ""
    return f"is {report.format}, but none of its rows can be used{why}"


def _broken(file: Path, reason: str) -> str:
    return f"{file}: {reason}; geoiraq gazetteer remove {file.parent.name} is rid of it"
