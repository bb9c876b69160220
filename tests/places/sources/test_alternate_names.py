"""GeoNames' file of alternate names beside its dump: each name with its language and time, codes left out."""

from __future__ import annotations

import csv
import io
import zipfile
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from geoiraq.errors import GeoiraqError, InputError
from geoiraq.places.compare import compare
from geoiraq.places.place import FormerName
from geoiraq.places.resolve import resolve
from geoiraq.places.sources import alternate_names
from geoiraq.places.sources.row import MOST_NAMES

HERE, ELSEWHERE = "900001", "900099"


def of_dump(id_: str, name: str, names: str, latitude: str, longitude: str) -> str:
    cells = (id_, name, name, names, latitude, longitude, "P", "PPL", "IQ", *[""] * 10)
    return "\t".join(cells) + "\n"


def dump(cell: str = "") -> str:
    other = of_dump("900002", "Jabal Misal", "", "33.45", "43.15")
    return of_dump(HERE, "Mithaliyya", cell, "33.15", "43.15") + other


def row(
    name: str,
    language: str = "",
    *,
    place: str = HERE,
    preferred: bool = False,
    historic: bool = False,
    start: str = "",
    end: str = "",
) -> str:
    flags = ("1" if preferred else "", "", "", "1" if historic else "")
    return "\t".join(("1", place, language, name, *flags, start, end)) + "\n"


def zipped(**members: str) -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in members.items():
            archive.writestr(name.replace("__", "/") + ".txt", text)
    return content.getvalue()


@pytest.fixture
def add_both(adding):
    """Adds a dump and, beside it, a file of alternate names."""

    def add(*rows: str, cell: str = "") -> object:
        names = adding.folder / "alternatenames-IQ.txt"
        names.write_text("".join(rows), encoding="utf-8")
        return adding("IQ.txt", dump(cell), names=names)

    return add


@pytest.fixture
def place(adding):
    return lambda: adding.book().places[f"geonames-{HERE}"]


def kept_row(home: Path) -> dict[str, str]:
    (kept,) = home.glob("places/*/places.csv")
    with kept.open(encoding="utf-8", newline="") as lines:
        return next(csv.DictReader(lines))


def test_a_place_has_the_names_of_both_files_each_once(add_both, place):
    report = add_both(row("Misaliya", "en"), row("المثالية", "ar"), cell="Mithalia,المثالية")
    assert (report.name, report.added) == ("geonames-iq", 2)
    assert report.format == "a GeoNames country dump with its alternate names"
    assert place().names == ("Mithaliyya", "Misaliya", "Mithalia", "المثالية")


@pytest.mark.parametrize(
    ("name", "language", "column"),
    [
        ("Misalî", "ku", "names_kmr"),
        ("Misalî", "ku-Latn", "names_kmr"),
        ("میسالی", "ckb", "names_ku"),
        ("میسالی", "ar", "names_ar"),
        ("Misaliya", "en", "names_en"),
        ("Misaliya", "", "names_en"),
    ],
)
def test_a_name_stands_with_its_language(add_both, home, name, language, column):
    add_both(row(name, language), cell=name)
    assert kept_row(home)[column] == name


@pytest.mark.parametrize(
    "language", ["link", "post", "iata", "icao", "faac", "unlc", "wkdt", "phon", "fr_1793", "?", "AR"]
)
def test_what_bears_no_language_but_a_code_is_no_name_not_in_the_dump_either(add_both, place, language):
    add_both(row("Qx1234", language), cell="Qx1234,Misaliya")
    assert place().names == ("Mithaliyya", "Misaliya")


def test_names_that_are_preferred_stand_before_the_others_and_historic_ones_last(add_both, place):
    add_both(row("Ur Misal", historic=True), row("Misaliya"), row("Mithala", "en", preferred=True))
    assert place().names == ("Mithaliyya", "Mithala", "Misaliya", "Ur Misal")


def test_a_name_of_the_past_is_known_in_its_time_and_shown_no_more(add_both, adding, place):
    add_both(row("Saddam Qasaba", historic=True, start="1982", end="2003-04"), cell="Saddam Qasaba")
    assert place().names == ("Mithaliyya",)
    assert place().former_names == (FormerName("Saddam Qasaba", "1982", "2003-04"),)
    book = adding.book()
    assert resolve("Saddam Qasaba", on=date(1990, 1, 1), gazetteer=book).place_id == place().place_id
    assert resolve("Saddam Qasaba", on=date(2010, 1, 1), gazetteer=book).place_id != place().place_id


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("1958", "1958"),
        ("1958-07", "1958-07"),
        ("19580714", "1958-07-14"),
        ("1958-07-14", "1958-07-14"),
    ],
)
def test_dates_are_read_as_exactly_as_they_are_written(add_both, place, written, read):
    add_both(row("Qasr Misal", start=written, end="2003"))
    assert place().former_names == (FormerName("Qasr Misal", read, "2003"),)


@pytest.mark.parametrize("end", ["", "the fifties", "1958-13", "19", "۱۹۵۸"])
def test_a_name_whose_end_is_not_known_is_in_use(add_both, place, end):
    add_both(row("Qasr Misal", historic=True, start="1932", end=end))
    assert (place().names, place().former_names) == (("Mithaliyya", "Qasr Misal"), ())


@pytest.mark.parametrize(
    "line",
    [f"1\t{HERE}\ten\tMisaliya\t\t\t\t\n", f"1\t{HERE}\ten\tMisaliya\t1\t\t\t\r\n"],
    ids=["old", "Windows"],
)
def test_older_files_have_no_dates(add_both, place, line):
    add_both(line, f"1\t{HERE}\tar\tالمثالية\n")
    assert place().names == ("Mithaliyya", "Misaliya", "المثالية")


BOTH = {"dump__IQ": dump(), "alternatenames__IQ": row("Misaliya", "en") * 100, "notes": "Downloaded in May\n"}


def test_one_archive_may_hold_both_under_whatever_names(adding, place):
    assert adding("IQ.zip", zipped(**BOTH, readme="What the columns mean. " * 5000)).added == 2
    assert place().names == ("Mithaliyya", "Misaliya")


def test_each_may_be_an_archive_as_it_was_downloaded(adding, place, tmp_path):
    names = tmp_path / "alternatenames.zip"
    names.write_bytes(zipped(IQ=row("Misaliya", "en"), readme="What the columns mean."))
    adding("IQ.zip", zipped(IQ=dump(), readme="What the columns mean."), names=names)
    assert place().names == ("Mithaliyya", "Misaliya")


def test_names_of_places_elsewhere_are_passed_over(add_both, adding):
    report = add_both(row("Elsewhere", "en", place=ELSEWHERE), row("Misaliya", "en"))
    assert (report.rows, report.refused) == (2, {})
    assert resolve("Elsewhere", gazetteer=adding.book()).status == "unresolved"


def test_added_again_without_them_the_names_are_gone(add_both, adding, place):
    add_both(row("Misaliya", "en"))
    adding("IQ.txt", dump())
    assert place().names == ("Mithaliyya",)


def test_a_list_to_compare_with_may_have_them_too(adding, tmp_path):
    file = tmp_path / "IQ.zip"
    place = of_dump(HERE, "Mithaliyya", "", "34.61", "43.68")
    file.write_bytes(zipped(IQ=place, names=row("Tikrit", "en") * 5))
    assert "tikrit" in {each.place_id for each in compare(adding.book(), file)}


def refusal(adding, content: str | bytes, names: Path | None = None) -> str:
    with pytest.raises(InputError) as caught:
        adding("IQ.zip", content, names=names)
    assert not list((adding.folder.parent / "home").glob("places/geonames*"))
    return str(caught.value)


@pytest.mark.parametrize(
    "content",
    [
        row("Misaliya", "en"),
        zipped(IQ=row("Misaliya", "en"), readme="What the columns mean."),
        zipped(alternateNamesV2=row("Misaliya", "en") * 9, languages="ISO 639-3\tISO 639-2\n"),
    ],
    ids=["file", "archive", "archive with the languages' codes"],
)
def test_alternate_names_alone_are_refused_and_what_is_missing_is_said(adding, content):
    said = refusal(adding, content)
    assert "say of no place where it lies: give the dump of the country, and after it these" in said


@pytest.mark.parametrize(
    ("first", "second", "reason"),
    [
        (dump(), "name,latitude,longitude\nMithal,33,43\n", "the file beside it holds no alternate names"),
        (dump(), dump(), "the file beside it holds no alternate names"),
        ("name,latitude,longitude\nMithal,33,43\n", row("Misaliya"), "give the dump of the country"),
        (row("Misaliya"), dump(), "the file beside it holds no alternate names"),
        (dump(), row("Misaliya", place=ELSEWHERE), "are both of one country?"),
        (dump(), "", "is empty"),
    ],
    ids=["table beside", "dump beside", "beside a table", "turned round", "of another country", "empty"],
)
def test_files_that_do_not_belong_together_are_refused_whole(adding, tmp_path, first, second, reason):
    names = tmp_path / "names.txt"
    names.write_text(second, encoding="utf-8")
    assert reason in refusal(adding, first, names)


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (zipped(**{"..__outside": row("Misaliya")}), "a path that leads out of it"),
        (zipped(IQ=row("Misaliya") + "\n" * (50 << 20)), "made to burst"),
        (zipped(IQ=row("Misaliya"))[:60], "damaged archive"),
    ],
    ids=["path", "bomb", "cut off"],
)
def test_an_archive_beside_the_dump_is_trusted_no_more_than_another(adding, tmp_path, content, reason):
    names = tmp_path / "names.zip"
    names.write_bytes(content)
    said = refusal(adding, dump(), names)
    assert reason in said
    assert said.startswith(f"{names}: ")


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("1\t900001\ten\n", "has not the columns of alternate names"),
        ("1\t900001\ten\tMi\0sal\t\t\t\t\n", "has zero bytes, in the alternate names"),
        ("x" * (2 << 20) + "\n", "is longer than a line of places can be, in the alternate names"),
    ],
)
def test_a_line_that_cannot_be_read_is_told_and_the_rest_is_taken(add_both, adding, place, line, reason):
    report = add_both(row("Misaliya"), line, row("Mithala"))
    assert (report.added, report.refused) == (2, {reason: 1})
    assert adding.said[0].startswith(f"2: {reason}")
    assert place().names == ("Mithaliyya", "Misaliya", "Mithala")


def test_more_names_than_a_country_has_are_refused_whole(adding, tmp_path, monkeypatch):
    monkeypatch.setattr(alternate_names, "MOST_NAMES", 10)
    names = tmp_path / "names.txt"
    names.write_text(row("Misaliya") * 11, encoding="utf-8")
    assert "more than 10 alternate names" in refusal(adding, dump(), names)


@pytest.mark.parametrize("end", ["", "2003"])
def test_a_place_with_more_names_than_any_has_is_refused_and_can_do_no_harm(add_both, adding, end):
    report = add_both(*(row(f"Misal {number}", end=end) for number in range(MOST_NAMES + 1)))
    assert (report.added, report.refused) == (1, {f"has more than {MOST_NAMES} names": 1})
    assert f"geonames-{HERE}" not in adding.book().places


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(st.text(st.characters(exclude_categories=["Cs"]), max_size=12), max_size=12), st.text(max_size=9)
)
def test_whatever_stands_in_its_rows_what_is_kept_can_be_read_back(adding, cells, name):
    names = adding.folder / "names.txt"
    written = (
        "\t".join(["1", HERE, *cells]) + "\n" + row(name, "ar", historic=True, end="1999") + row("Misaliya")
    )
    names.write_bytes(written.encode("utf-8", "replace"))
    try:
        adding("IQ.txt", dump(), names=names)
    except GeoiraqError as error:
        assert "names" in str(error)  # noqa: PT017
        return
    assert adding.book().places[f"geonames-{HERE}"].names[0] == "Mithaliyya"
