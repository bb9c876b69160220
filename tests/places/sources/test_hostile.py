"""A damaged, huge or hostile file is refused, whole or row by row, with the reason; nothing is half written."""

from __future__ import annotations

import io
import json
import os
import stat
import zipfile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from geoiraq.errors import GeoiraqError, InputError
from geoiraq.places.place import FormerName
from geoiraq.places.sources import adding as adding_module
from geoiraq.places.sources import archive as archive_module

TABLE = "name,latitude,longitude\nMithal,33.1,43.1\n"


def zipped(**members: str | bytes) -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in members.items():
            archive.writestr(name.replace("__", "."), text)
    return content.getvalue()


def archive_with(name: str, text: str = TABLE) -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        archive.writestr(zipfile.ZipInfo(name), text)
    return content.getvalue()


def refusal(adding, name: str, content: str | bytes) -> str:
    """The reason for which a file is refused whole; nothing of it may be kept."""
    with pytest.raises(InputError) as caught:
        adding(name, content)
    store = adding.folder.parent / "home" / "places"
    assert not store.exists() or list(store.iterdir()) == []
    assert str(caught.value).startswith(f"{adding.folder / name}: "), "the file is named"
    assert str(caught.value).count(str(adding.folder)) == 1, "and once"
    return str(caught.value)


@pytest.mark.parametrize("name", ["../../outside.csv", "/etc/places.csv", "..\\outside.csv", "C:/places.csv"])
def test_an_archive_with_a_path_that_leads_out_of_it_is_refused_whole(adding, name):
    assert "a path that leads out of it" in refusal(adding, "IQ.zip", archive_with(name))
    assert not (adding.folder.parent / "outside.csv").exists()


def test_an_archive_that_was_made_to_burst_is_refused_before_it_is_unpacked(adding):
    bomb = zipped(IQ__csv=TABLE + "\n" * (50 << 20))
    assert len(bomb) < 100_000
    assert "made to burst" in refusal(adding, "IQ.zip", bomb)


def test_an_archive_that_lies_about_its_sizes_is_refused(adding):
    honest = zipped(IQ__csv=TABLE + "x,33,43\n" * 10_000)
    size = len(TABLE + "x,33,43\n" * 10_000)
    lying = honest.replace(size.to_bytes(4, "little"), (1000).to_bytes(4, "little"))
    assert lying != honest
    assert "archive" in refusal(adding, "IQ.zip", lying)


def test_an_archive_larger_than_any_country_is_refused_by_what_it_declares(adding, monkeypatch):
    monkeypatch.setattr(archive_module, "LARGEST_FILE", 1000)
    content = zipped(a__csv=os.urandom(300).hex(), b__csv=os.urandom(300).hex())
    monkeypatch.setattr(archive_module, "check_size", lambda path: None)
    assert "more than 1 GB" in refusal(adding, "IQ.zip", content)


def test_an_archive_of_very_many_files_is_refused(adding):
    assert "more than 200 files" in refusal(adding, "x.zip", zipped(**{f"f{n}": "" for n in range(201)}))


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (zipped(picture__png=b"..."), "without a file of places"),
        (zipped(inner__zip=b"PK.."), "without a file of places"),
        (archive_with("xl/workbook.xml"), "save its sheet as CSV"),
        (zipped(IQ__csv=TABLE)[:60], "damaged archive"),
    ],
    ids=["picture", "archive within", "workbook", "cut off"],
)
def test_an_archive_without_places_is_refused(adding, content, reason):
    assert reason in refusal(adding, "x.zip", content)


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("empty.csv", "", "is empty"),
        ("picture.csv", b"\x89PNG\r\n\x1a\n\0\0\0", "PNG"),
        ("page.html", "<!doctype html><p>Mithal", "none of the formats"),
        ("zeros.csv", b"\0" * 100_000, "zero bytes"),
        ("zero.csv", TABLE + "Ze\0ro,33.1,43.1\n", "zero bytes"),
        ("header.csv", "name,latitude,longitude\n", "none of its rows can be used"),
        ("columns.csv", "a,b,c\n1,2,3\n", "no column that is called name"),
        ("cut.geojson", '{"type": "FeatureCollection", "features": [{"type": "Fea', "no GeoJSON"),
        ("list.geojson", "[1, 2]", "none of the formats"),
        ("empty.geojson", '{"type": "FeatureCollection", "features": []}', "has no features"),
        ("deep.geojson", '{"features": ' + "[" * 200_000, "nested too deep"),
        ("deep2.geojson", '{"a": ' + '{"a":' * 200_000, "nested too deep"),
        ("broken.gpkg", b"SQLite format 3\0" + b"\x07" * 4096, "damaged"),
        ("broken.pbf", b"\0\0\0\x0d\x0a\x09OSMHeader" + b"\xff" * 4096, ""),
        ("broken.osm", "<osm><node id='1' lat='33' lon='44'><tag k='name'", ""),
        ("external.osm", "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><osm>&e;</osm>", ""),
    ],
)
def test_a_file_that_is_no_gazetteer_is_refused_with_the_reason(adding, name, content, reason):
    assert reason in refusal(adding, name, content)


def test_a_folder_and_a_missing_file_are_refused(adding, tmp_path):
    with pytest.raises(InputError, match="is a folder"):
        adding.file(tmp_path)
    with pytest.raises(InputError, match="no such file"):
        adding.file(tmp_path / "none.csv")


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("Far,900,43.1", "has a latitude that is none ('900')"),
        ("Word,north,43.1", "has a latitude that is none ('north')"),
        ("Nan,nan,43.1", "has a latitude that is none ('nan')"),
        ("Inf,33,inf", "has a longitude that is none ('inf')"),
        ("Empty,,43.1", "has no latitude"),
        (",33.1,43.1", "has no name"),
        ("Paris,48.9,2.4", "lies neither in Iraq nor near it ('48.9, 2.4')"),
        ("Swapped,43.1,33.1", "latitude and longitude seem to be exchanged"),
        ("123,33.1,43.1", "has no name in Latin or Arabic letters"),
        ("示例,33.1,43.1", "has no name in Latin or Arabic letters"),
        (f"{'x' * 500},33.1,43.1", "has no name in Latin or Arabic letters"),
        (f"{'x' * (10 << 20)},33.1,43.1", "has a cell that is longer than any description of a place"),
        ("Two,33.1,43.1,5,6", "has 5 cells where the header has 3"),
    ],
)
def test_a_row_that_cannot_be_used_is_refused_by_its_number_and_the_rest_is_added(adding, row, reason):
    report = adding("mine.csv", f"{TABLE}{row}\nMisal,33.2,43.2\n")
    assert (report.added, sum(report.refused.values())) == (2, 1)
    (said,) = adding.said
    assert said.startswith("2: ")
    assert reason in said


GOOD = "1\tMithal\tMithal\t\t33.1\t43.1\tP\tPPL\tIQ" + "\t" * 10


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (b"2\tTwo\tcolumns", "19 columns"),
        (b"2\t" + b"x" * (10 << 20), "longer than a line"),
        (GOOD.encode().replace(b"Mithal", b"Mi\0thal"), "zero bytes"),
        (GOOD.encode().replace(b"Mithal", b"Mi\xffthal"), "not text in UTF-8"),
    ],
    ids=["columns", "long", "zero", "encoding"],
)
def test_a_line_that_cannot_be_read_does_not_spoil_a_dump(adding, line, reason):
    content = GOOD.encode() + b"\n" + line + b"\n" + GOOD.replace("Mithal", "Misal").encode()
    report = adding("IQ.txt", content)
    assert report.added == 2
    assert reason in adding.said[0]
    assert adding.said[0].startswith("2: ")


def test_of_many_refused_rows_only_the_first_are_told_one_by_one(adding):
    adding("mine.csv", TABLE + "Far,900,43\n" * 5000)
    assert len(adding.said) == 11
    assert adding.said[-1] == "None: 4990 more rows: has a latitude that is none: refused"


def test_more_rows_than_any_country_has_are_refused_whole(adding, monkeypatch):
    monkeypatch.setattr(adding_module, "MOST_ROWS", 10)
    assert "more than 10 rows" in refusal(adding, "big.csv", TABLE + "Misal,33,43\n" * 20)


def test_a_file_that_breaks_off_leaves_what_was_kept_of_it_before(adding):
    feature = {
        "type": "Feature",
        "properties": {"name": "Mithal"},
        "geometry": {"type": "Point", "coordinates": [43, 33]},
    }
    whole = json.dumps({"type": "FeatureCollection", "features": [feature]})
    adding("mine.geojson", whole)
    broken = json.dumps({"type": "FeatureCollection", "features": [feature] * 5000})[:-50]
    with pytest.raises(InputError, match="no GeoJSON"):
        adding("mine.geojson", broken)
    assert [place.name for place in adding.book().places.values() if place.source == "own"] == ["Mithal"]


def test_what_a_name_brings_is_no_formula_no_separator_and_no_control_character(adding, home):
    rows = ["=HYPERLINK(1),33,43", "@x\u202e\u0007y,33.5,43", '"a;b|c\nd",34,43']
    adding("mine.csv", "name,latitude,longitude\n" + "\n".join(rows) + "\n")
    (kept,) = home.glob("places/*/places.csv")
    names = [line.split(",")[1] for line in kept.read_text(encoding="utf-8").splitlines()[1:]]
    assert names == ["'=HYPERLINK(1)", "'@x y", '"a'] or names == ["'=HYPERLINK(1)", "'@xy", '"a']
    names = {place.name for place in adding.book().places.values() if place.source == "own"}
    assert "=HYPERLINK(1)" in names
    assert "a, b|c d" in names or "a,b|c d" in names


@pytest.mark.parametrize("written", ["1|2", "1;2", "=1+1", "1958-7", "soon"])
def test_a_date_of_a_name_that_is_none_does_no_harm(adding, written):
    when = {"timespans": [{"start": {"in": written}, "end": {"in": "1968"}}]}
    feature = {
        "type": "Feature",
        "geometry": {"type": "Point", "coordinates": [43, 33]},
        "names": [{"toponym": "Mithal"}, {"toponym": "Qasr Mithal", "when": when}],
    }
    adding("mine.json", json.dumps({"type": "FeatureCollection", "features": [feature]}))
    (place,) = (place for place in adding.book().places.values() if place.name == "Mithal")
    assert place.former_names == (FormerName("Qasr Mithal", "", "1968"),)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_home_that_cannot_be_written_is_said(adding, home):
    home.mkdir()
    home.chmod(stat.S_IRUSR | stat.S_IXUSR)
    with pytest.raises(GeoiraqError, match="cannot be written"):
        adding("mine.csv", TABLE)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.binary(max_size=400),
    st.sampled_from([b"", b"{", b"PK\x03\x04", b"SQLite format 3\0", b"name,latitude,longitude\n"]),
)
def test_whatever_the_bytes_a_file_is_added_or_refused(adding, content, start):
    try:
        adding("any", start + content)
    except GeoiraqError as error:
        assert str(error).strip()  # noqa: PT017
