"""The user's own places: kept between runs, joined to what is known, and taken away again without a trace."""

from __future__ import annotations

import csv
import json
import os
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from geoiraq.errors import GazetteerError, InputError
from geoiraq.places.areas import destination
from geoiraq.places.gazetteer import Gazetteer, data_folder, read_gazetteer
from geoiraq.places.home import home
from geoiraq.places.own import MADE, add, kept, remove, with_own
from geoiraq.places.resolve import resolve
from geoiraq.places.sources.row import COLUMNS

HEADER = "name,latitude,longitude,kind,names_ar\n"


@cache
def shipped() -> Gazetteer:
    """The gazetteer as it comes, whatever anyone has added."""
    return read_gazetteer(data_folder())


@pytest.fixture(autouse=True)
def own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """No test touches the home of whoever runs it."""
    monkeypatch.setenv("GEOIRAQ_HOME", str(tmp_path / "home"))
    return tmp_path / "home"


@pytest.fixture
def table(tmp_path: Path):
    def write(*rows: str, name: str = "mine.csv", header: str = HEADER) -> Path:
        file = tmp_path / name
        file.write_text(header + "\n".join(rows) + "\n", encoding="utf-8")
        return file

    return write


def added(file: Path, **options):
    return add(file, on_problem=lambda problem: None, **options)


def book():
    return with_own(shipped())


def beside(place_id: str, km: float) -> str:
    place = shipped().places[place_id]
    latitude, longitude = destination((place.latitude, place.longitude), km, 90)
    return f"{latitude:.5f},{longitude:.5f}"


def test_without_places_of_ones_own_the_gazetteer_is_the_very_same():
    assert with_own(shipped()) is shipped()
    assert kept() == []


def test_an_added_place_is_found_by_any_spelling(table):
    added(table("Tall Mithaliyya,33.15,43.15,village,تل المثالية"))
    for spelling in ("Tal Mithaliya", "Tell al-Mithaliyah", "تل المثاليه"):
        answer = resolve(spelling, gazetteer=book())
        assert (answer.status, answer.name) == ("resolved", "Tall Mithaliyya"), spelling


def test_what_was_read_once_is_made_ready_and_says_the_same(table, own_home):
    added(table("Tall Mithaliyya,33.15,43.15,village,تل المثالية"))
    first = book()
    assert (own_home / "places" / MADE).is_file()
    again = book()
    assert again == first
    assert resolve("Tell Mithaliyah", gazetteer=again) == resolve("Tell Mithaliyah", gazetteer=first)


def test_what_is_added_later_is_read_too(table):
    added(table("Tall Mithaliyya,33.15,43.15,village,"))
    assert resolve("Bir Ukhra", gazetteer=book()).status == "unresolved"
    added(table("Bir Ukhra,31.0,44.0,village,", name="more.csv"))
    assert resolve("Bir Ukhra", gazetteer=book()).status == "resolved"


def test_what_was_made_ready_and_damaged_is_made_again(table, own_home):
    added(table("Tall Mithaliyya,33.15,43.15,village,"))
    first = book()
    (own_home / "places" / MADE).write_bytes(b"nonsense")
    assert book() == first


def test_a_place_of_the_same_sound_within_5_km_is_joined_and_keeps_its_own_point(table):
    report = added(table(f"Haweeja,{beside('hawija', 4)},town,الحويجه"))
    assert (report.added, report.joined) == (0, 1)
    before, after = shipped().places["hawija"], book().places["hawija"]
    assert (after.latitude, after.longitude, after.checked) == (
        before.latitude,
        before.longitude,
        before.checked,
    )
    assert set(after.names) == {*before.names, "Haweeja", "الحويجه"}
    assert report.names == len(after.names) - len(before.names) > 0
    assert len(book().places) == len(shipped().places)


def test_the_point_of_a_joined_place_is_kept_as_a_check(table, own_home):
    added(table(f"Haweeja,{beside('hawija', 4)},town,"))
    (row,) = rows(own_home)
    assert (row["joined_to"], row["note"]) == ("hawija", "Its point lies 4.0 km from that of hawija.")


def test_a_place_of_the_same_name_further_off_is_another_place(table):
    report = added(table(f"Haweeja,{beside('hawija', 30)},town,"))
    assert (report.added, report.joined) == (1, 0)


def test_a_place_of_another_kind_is_another_place(table):
    assert added(table(f"Hawija,{beside('hawija', 1)},dam,")).added == 1


def test_a_place_that_a_file_has_twice_is_one_place(table):
    report = added(table("Mithal,33.1,43.1,village,", "Midhal,33.11,43.11,village,مثال"))
    assert (report.added, report.joined) == (1, 1)
    (place,) = (place for place in book().places.values() if place.source == "own")
    assert set(place.names) == {"Mithal", "Midhal", "مثال"}


def test_a_file_is_joined_to_those_before_it_and_stands_alone_when_they_go(table):
    added(table("Mithal,33.1,43.1,village,", name="first.csv"))
    second = added(table("Midhal,33.11,43.11,village,", name="second.csv"))
    assert second.joined == 1
    assert [report.name for report in kept()] == ["table-first", "table-second"]
    remove("table-first")
    (place,) = (place for place in book().places.values() if place.source == "own")
    assert (place.names, place.latitude) == (("Midhal",), 33.11)


def test_added_again_a_file_takes_its_own_place(table):
    added(table("Mithal,33.1,43.1,village,", "Tharthura,34.1,43.1,village,"))
    report = added(table("Mithal,33.1,43.1,village,"))
    assert (report.added, report.joined) == (1, 0)
    assert len(kept()) == 1
    assert "Tharthura" not in {place.name for place in book().places.values()}


def test_removed_it_leaves_nothing(table, own_home):
    added(table("Mithal,33.1,43.1,village,"))
    remove("table-mine")
    assert list((own_home / "places").iterdir()) == []
    assert with_own(shipped()) is shipped()
    with pytest.raises(InputError, match="none was added"):
        remove("table-mine")


@pytest.mark.parametrize("name", ["..", ".", "../..", "/etc", ""])
def test_only_what_was_added_is_removed(table, name, own_home):
    added(table("Mithal,33.1,43.1,village,"))
    with pytest.raises(InputError, match="there are table-mine"):
        remove(name)
    assert own_home.exists()


def test_what_is_kept_is_a_table_in_our_columns_that_names_source_and_licence(table, own_home):
    added(table("Mithal,33.1,43.1,village,مثال"), source="survey of 2021", licence="CC0-1.0")
    (row,) = rows(own_home)
    assert tuple(row)[: len(COLUMNS)] == COLUMNS
    assert (row["source"], row["licence"], row["checked"]) == ("survey of 2021", "CC0-1.0", "no")
    about = json.loads((own_home / "places" / "table-mine" / "about.json").read_text(encoding="utf-8"))
    assert (about["file"], about["source"], about["licence"]) == ("mine.csv", "survey of 2021", "CC0-1.0")


def test_the_governorate_comes_from_the_row_in_any_spelling_else_from_the_outlines(table):
    header = "name,latitude,longitude,governorate\n"
    added(table("Mithala,36.2,43.3,Ninewa", "Mithalb,31.1,46.2,", "Mithalc,32.9,41.0,", header=header))
    found = {place.name: place.governorate for place in book().places.values() if place.source == "own"}
    assert found == {"Mithala": "nineveh", "Mithalb": "dhi-qar", "Mithalc": "anbar"}


def test_a_place_near_a_border_may_lie_in_either_governorate(table):
    from shapely import shortest_line

    line = shortest_line(shipped().shape("anbar").exterior, shipped().shape("najaf-governorate"))
    longitude, latitude = line.coords[0]
    added(table(f"Mithal,{latitude:.4f},{longitude + 0.01:.4f},village,"))
    (place,) = (place for place in book().places.values() if place.source == "own")
    assert {"anbar", "najaf-governorate"} <= {place.governorate, *place.also_in}


def test_a_place_abroad_has_its_country_and_no_governorate_of_ours(table):
    added(table("Mithal,35.5,39.0,village,"))
    (place,) = (place for place in book().places.values() if place.source == "own")
    assert (place.country, place.governorate, place.district) == ("SY", "", "")


@pytest.mark.parametrize(
    ("damage", "reason"),
    [
        (lambda text: text.replace("village", "vilage"), "unknown kind 'vilage'"),
        (lambda text: text.replace("33.1", "north"), "row 1"),
        (lambda text: text.replace("place_id", "id"), "columns are not those"),
        (lambda text: text + "more,cells\n", "row 2"),
    ],
)
def test_a_kept_file_that_was_broken_by_hand_says_so_and_how_to_be_rid_of_it(table, own_home, damage, reason):
    added(table("Mithal,33.1,43.1,village,"))
    file = own_home / "places" / "table-mine" / "places.csv"
    file.write_text(damage(file.read_text(encoding="utf-8")), encoding="utf-8")
    with pytest.raises(GazetteerError, match=reason) as caught:
        book()
    assert str(caught.value).endswith("geoiraq gazetteer remove table-mine is rid of it")
    remove("table-mine")
    book()


def test_an_unknown_kind_is_refused_before_anything_is_read(table):
    with pytest.raises(InputError, match="no kind is called 'vilage'"):
        added(table("Mithal,33.1,43.1,,"), kind="vilage")


@pytest.mark.parametrize(
    ("platform", "variables", "expected"),
    [
        ("linux", {}, ".local/share/geoiraq"),
        ("linux", {"XDG_DATA_HOME": "/data"}, "/data/geoiraq"),
        ("darwin", {}, "Library/Application Support/geoiraq"),
        ("win32", {"LOCALAPPDATA": "/local"}, "/local/geoiraq"),
        ("linux", {"GEOIRAQ_HOME": "/chosen"}, "/chosen"),
    ],
)
def test_the_home_is_where_programs_keep_data_on_each_system(
    monkeypatch, tmp_path, platform, variables, expected
):
    monkeypatch.setattr(sys, "platform", platform)
    for name in ("GEOIRAQ_HOME", "XDG_DATA_HOME", "LOCALAPPDATA"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert home() == tmp_path / expected


def test_asking_where_home_is_makes_no_folder(own_home):
    home()
    kept()
    assert not own_home.exists()


def test_a_run_that_is_killed_leaves_nothing_that_counts(table, own_home):
    file = table(*(f"Mithal{n}x,33.{n},43.{n},village," for n in range(100, 900)))
    code = (
        "import os, sys\n"
        "from geoiraq.places import own\n"
        "from geoiraq.places.sources import adding\n"
        "real = adding.row_of\n"
        "def dying(*a, **k):\n"
        "    dying.n = getattr(dying, 'n', 0) + 1\n"
        "    if dying.n == 300: os._exit(9)\n"
        "    return real(*a, **k)\n"
        "adding.row_of = dying\n"
        "own.add(sys.argv[1], on_problem=print)\n"
    )
    done = subprocess.run([sys.executable, "-c", code, str(file)], env=dict(os.environ), check=False)
    assert done.returncode == 9
    assert kept() == []
    assert with_own(shipped()) is shipped()
    (left,) = (own_home / "places").iterdir()
    os.utime(left, (0, 0))
    assert added(file).rows == 800
    assert not left.exists(), "what it left is cleared away later"


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(st.text(alphabet=st.characters(codec="utf-8"), min_size=1, max_size=20), min_size=1, max_size=4)
)
def test_whatever_the_names_what_was_written_is_read_again(tmp_path, names):
    file = tmp_path / "names.csv"
    with file.open("w", encoding="utf-8", newline="") as lines:
        writer = csv.writer(lines)
        writer.writerow(("name", "latitude", "longitude"))
        writer.writerow(("Mithal", 33.1, 43.1))
        writer.writerows((name.replace("\0", ""), 34 + index / 10, 43.1) for index, name in enumerate(names))
    report = added(file)
    assert report.rows == report.added + report.joined + sum(report.refused.values())
    own = [place for place in book().places.values() if place.source == "own"]
    assert len(own) == report.added
    assert all(
        name.strip() == name and name.isprintable() and ";" not in name for p in own for name in p.names
    )


def rows(own_home: Path) -> list[dict[str, str]]:
    (file,) = own_home.glob("places/*/places.csv")
    with file.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))
