"""The data files that a download holds: itself, or those within a ZIP archive, which nothing is believed of."""

from __future__ import annotations

import tempfile
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath

from geoiraq.errors import InputError

#: Nothing that lists the places of a country is larger.
LARGEST_FILE = 1 << 30
#: Text of places shrinks to a fifth; what shrinks to less than a hundredth was made to burst.
GREATEST_RATIO = 100
SMALL = 8 << 20
MOST_MEMBERS = 200

_DATA = (".txt", ".tsv", ".csv", ".geojson", ".json", ".jsonld", ".gpkg", ".pbf", ".osm")
#: More than one of these may belong together: what they hold says which of them do.
_TEXT = (".txt", ".tsv")
_SHAPEFILE = (".shp", ".shx", ".dbf", ".prj", ".cpg")
_CHUNK = 1 << 20


@contextmanager
def opened(path: Path) -> Iterator[tuple[Path, ...]]:
    """Give the files to read: this one, or the data of the archive that it is, for as long as they are read.

    Parameters
    ----------
    path
        A file.

    Yields
    ------
    tuple of Path
        The file; or a copy of the archive's largest data file, with its other text files after it where that is
        one; or a folder with copies of its shapefiles.

    Raises
    ------
    InputError
        Where it is too large, empty, no file, or an archive that cannot be trusted.
    """
    check_size(path)
    if not _is_archive(path):
        yield (path,)
        return
    with tempfile.TemporaryDirectory(prefix="geoiraq-") as folder:
        try:
            with zipfile.ZipFile(path) as archive:
                unpacked = _unpack(archive, Path(folder))
        except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError) as error:
            raise InputError(f"{path}: is a damaged archive ({error})") from None
        except InputError as error:
            raise InputError(f"{path}: {error}") from None
        yield unpacked


def _is_archive(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(2) == b"PK"


def check_size(path: Path) -> None:
    """Refuse a file that is missing, empty, or larger than any country's places."""
    try:
        if not path.is_file():
            raise InputError(f"{path}: {'is a folder' if path.is_dir() else 'there is no such file'}")
        size = path.stat().st_size
        with path.open("rb") as file:
            file.read(1)
    except OSError as error:
        raise InputError(f"{path}: cannot be read: {error.strerror or error}") from None
    if size == 0:
        raise InputError(f"{path}: is empty")
    if size > LARGEST_FILE:
        raise InputError(f"{path}: is larger than 1 GB: give the file of one country")


def _unpack(archive: zipfile.ZipFile, folder: Path) -> tuple[Path, ...]:
    members = [member for member in archive.infolist() if not member.is_dir()]
    _distrust(members)
    # Under names of our own: what the archive calls its files never becomes a path.
    layers = sorted(m.filename[:-4] for m in members if _ending(m) == ".shp")
    if layers:
        for member in members:
            if member.filename[:-4] in layers and _ending(member) in _SHAPEFILE:
                _copy(archive, member, folder / f"layer{layers.index(member.filename[:-4])}{_ending(member)}")
        return (folder,)
    targets = []
    for number, member in enumerate(_chosen(members)):
        targets.append(folder / f"data{number}{_ending(member)}")
        _copy(archive, member, targets[-1])
    return tuple(targets)


def _distrust(members: list[zipfile.ZipInfo]) -> None:
    if len(members) > MOST_MEMBERS:
        raise InputError(f"is an archive of more than {MOST_MEMBERS} files")
    for member in members:
        path = PurePosixPath(member.filename.replace("\\", "/"))
        if path.is_absolute() or ".." in path.parts or ":" in member.filename or "\0" in member.filename:
            raise InputError(f"is an archive with a path that leads out of it ({member.filename[:80]!r})")
        if member.flag_bits & 1:
            raise InputError("is an archive that needs a password")
        if member.file_size > max(SMALL, member.compress_size * GREATEST_RATIO):
            raise InputError(f"is an archive that was made to burst ({member.filename[:80]!r})")
    if sum(member.file_size for member in members) > LARGEST_FILE:
        raise InputError("is an archive of more than 1 GB")


def _chosen(members: list[zipfile.ZipInfo]) -> list[zipfile.ZipInfo]:
    """Choose the largest file of data; if it is text, the others of text too, the largest first."""
    found = [m for m in members if _ending(m) in _DATA and not _is_readme(m) and m.file_size]
    if not found:
        what = (
            "a workbook: save its sheet as CSV"
            if _is_workbook(members)
            else "an archive without a file of places"
        )
        raise InputError(f"is {what}")
    largest, *others = sorted(found, key=lambda m: -m.file_size)
    return [largest, *(m for m in others if _ending(m) in _TEXT)] if _ending(largest) in _TEXT else [largest]


def _copy(archive: zipfile.ZipFile, member: zipfile.ZipInfo, target: Path) -> None:
    """Copy a member; its size is counted, not believed."""
    copied = 0
    with archive.open(member) as source, target.open("wb") as file:
        while chunk := source.read(_CHUNK):
            copied += len(chunk)
            if copied > member.file_size:
                raise InputError("is an archive whose files are larger than it says")
            file.write(chunk)
    if copied != member.file_size:
        raise InputError("is an archive whose files are smaller than it says")


def _ending(member: zipfile.ZipInfo) -> str:
    return PurePosixPath(member.filename).suffix.lower()


def _is_readme(member: zipfile.ZipInfo) -> bool:
    stem = PurePosixPath(member.filename).stem.lower()
    return (
        stem.startswith(("readme", "license", "licence", ".", "disclaimer")) or "__MACOSX" in member.filename
    )


def _is_workbook(members: list[zipfile.ZipInfo]) -> bool:
    return any(member.filename in ("xl/workbook.xml", "content.xml") for member in members)
