"""The gazetteer as a file that others read: Linked Places Format, GeoParquet, CSV; and back again."""

from __future__ import annotations

import csv
import json
import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from geoiraq.errors import OutputError
from geoiraq.places.export import write_gazetteer
from geoiraq.places.gazetteer import Gazetteer, data_folder, read_gazetteer
from geoiraq.places.own import add, with_own
from geoiraq.places.place import FormerName, Place, Presence
from geoiraq.places.sources.row import COLUMNS

EDGE = re.compile(r"-?\d{4}(-\d\d(-\d\d)?)?[~?%]?")
LANGUAGE = re.compile(r"[a-z]{2,3}")


@cache
def shipped() -> Gazetteer:
    """The gazetteer as it comes, whatever anyone has added."""
    return read_gazetteer(data_folder())


@pytest.fixture(autouse=True)
def own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("GEOIRAQ_HOME", str(tmp_path / "home"))
    return tmp_path / "home"


def flaws(feature: dict[str, Any]) -> list[str]:
    """What of a feature is not as Linked Places Format 1.2 wants it; none where all is."""
    found = []

    def want(holds: bool, what: str) -> None:
        if not holds:
            found.append(f"{feature.get('@id')}: {what}")

    want(feature.get("type") == "Feature", "is a Feature")
    want(re.fullmatch(r"[a-z][a-z0-9+.-]*:\S+", feature.get("@id", "")) is not None, "@id is a URI")
    properties = feature.get("properties", {})
    want(bool(properties.get("title")), "has a title")
    want(
        all(re.fullmatch("[A-Z]{2}", code) for code in properties.get("ccodes", [])), "ccodes are ISO 3166-1"
    )
    want(set(properties.get("fclasses", ["?"])) <= set("AHLPRST"), "fclasses are GeoNames'")
    names = feature.get("names", [])
    want(bool(names) and all(name.get("toponym") for name in names), "every name has a toponym")
    want(all(LANGUAGE.fullmatch(name.get("lang", "en")) for name in names), "languages are ISO 639")
    want(any(name.get("citations") for name in names), "at least one name has a citation")
    for citation in (citation for name in names for citation in name.get("citations", [])):
        want(bool(citation.get("label")) and ":" in citation.get("@id", ""), "citations have label and @id")
    for name in names:
        if "when" in name:
            want(bool(name["when"].get("timespans")), "a when has timespans")
            for span in name["when"].get("timespans", []):
                want("start" in span, "a timespan has a start")
                for edge in span.values():
                    want(set(edge) <= {"in", "earliest", "latest"}, "an edge is in, earliest or latest")
                    want(all(EDGE.fullmatch(value) for value in edge.values()), "edges are ISO 8601")
    for type_ in feature.get("types", []):
        want(re.fullmatch(r"aat:3\d{8}", type_.get("identifier", "")) is not None, "types are of the AAT")
        want(bool(type_.get("label")), "types have a label")
    geometry = feature.get("geometry", {})
    want(geometry.get("type") == "GeometryCollection" and bool(geometry.get("geometries")), "has geometries")
    for part in geometry.get("geometries", []):
        want(
            part.get("certainty", "certain") in ("certain", "less-certain", "uncertain"),
            "certainty is a term",
        )
        want("coordinates" in part, "has coordinates")
    for link in feature.get("links", []):
        want(
            link.get("type") in ("exactMatch", "closeMatch", "primaryTopicOf", "subjectOf", "seeAlso"),
            "link type",
        )
        want(link.get("identifier", "").startswith("http"), "link identifier")
    for relation in feature.get("relations", []):
        want(":" in relation.get("relationType", "") and ":" in relation.get("relationTo", ""), "relation")
    for description in feature.get("descriptions", []):
        want(bool(description.get("value")), "description has a value")
    return found


@pytest.fixture(scope="module")
def linked_places(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("export") / "places.lpf.json"
    write_gazetteer(shipped(), file)
    return file


@pytest.fixture(scope="module")
def features(linked_places: Path) -> dict[str, dict[str, Any]]:
    collection = json.loads(linked_places.read_text(encoding="utf-8"))
    assert collection["type"] == "FeatureCollection"
    assert collection["@context"].endswith(".jsonld")
    return {feature["@id"].rpartition(":")[2]: feature for feature in collection["features"]}


def test_the_checker_finds_what_is_wrong(features):
    broken = json.loads(json.dumps(features["mosul"]))
    del broken["names"][0]["citations"]
    broken["geometry"] = {"type": "Point"}
    assert len(flaws(broken)) == 2


def test_every_place_is_a_linked_place_as_the_format_wants_it(features):
    assert set(features) == set(shipped().places)
    assert [flaw for feature in features.values() for flaw in flaws(feature)] == []


def test_names_bear_their_language(features):
    languages = {name["toponym"]: name["lang"] for name in features["erbil"]["names"]}
    assert (languages["Erbil"], languages["أربيل"], languages["هەولێر"], languages["Hewlêr"]) == (
        "en",
        "ar",
        "ckb",
        "kmr",
    )


def test_names_of_the_past_bear_their_time(features):
    names = {name["toponym"]: name.get("when") for name in features["sadr-city"]["names"]}
    assert names["Saddam City"] == {"timespans": [{"start": {"in": "1982"}, "end": {"in": "2003-04"}}]}
    open_start = {name["toponym"]: name.get("when") for name in features["wasit"]["names"]}["Kut Liwa"]
    assert open_start == {"timespans": [{"start": {"latest": "1969"}, "end": {"in": "1969"}}]}


def test_a_place_with_an_outline_has_point_and_outline(features):
    kinds = [part["type"] for part in features["anbar"]["geometry"]["geometries"]]
    assert kinds[0] == "Point"
    assert kinds[1] in ("Polygon", "MultiPolygon")


def test_an_unchecked_point_is_less_certain(features):
    for place in shipped().places.values():
        certainty = features[place.place_id]["geometry"]["geometries"][0]["certainty"]
        assert certainty == ("certain" if place.checked else "less-certain")


def test_who_used_a_base_is_told(features):
    base = next(place for place in shipped().places.values() if any(p.handed_over for p in place.presence))
    told = " ".join(description["value"] for description in features[base.place_id]["descriptions"])
    assert all(presence.force in told for presence in base.presence)


def test_what_is_written_as_linked_places_joins_all_when_it_is_added(linked_places):
    report = add(linked_places, on_problem=pytest.fail)
    assert (report.added, report.joined, report.names) == (0, len(shipped().places), 0)
    book = with_own(shipped())
    assert book.places == shipped().places


def test_what_is_written_as_csv_joins_all_when_it_is_added(tmp_path):
    write_gazetteer(shipped(), tmp_path / "places.csv")
    report = add(tmp_path / "places.csv", on_problem=pytest.fail)
    assert (report.added, report.joined, report.names) == (0, len(shipped().places), 0)
    assert with_own(shipped()).places == shipped().places


def test_linked_places_make_an_equal_gazetteer_where_nothing_is_known(linked_places, tmp_path):
    """The format holds all that finds a place: names, kind, point, radius, governorate."""
    from geoiraq.places.sources.recognise import recognise

    read = {f.same_as: f for f in recognise([linked_places]).read()}
    for place in shipped().places.values():
        found = read[place.place_id]
        assert tuple(name for name, _ in found.names) == place.names
        assert (found.kind, found.latitude, found.longitude) == (place.kind, place.latitude, place.longitude)
        assert (found.radius_km, found.former_names) == (place.radius_km, place.former_names)


def test_csv_has_our_columns_and_every_name_in_its_own(tmp_path, repository):
    write_gazetteer(shipped(), tmp_path / "places.csv")
    with (tmp_path / "places.csv").open(encoding="utf-8-sig", newline="") as lines:
        written = {row["place_id"]: row for row in csv.DictReader(lines)}
    assert tuple(next(iter(written.values())))[: len(COLUMNS)] == COLUMNS
    with (repository / "gazetteer" / "places" / "governorates" / "nineveh.csv").open(
        encoding="utf-8", newline=""
    ) as lines:
        for row in csv.DictReader(lines):
            for column in ("names_ar", "names_ku"):
                assert set(row[column].split(";")) <= {
                    *written[row["place_id"]][column].split(";"),
                    row["name"],
                }


def test_geoparquet_has_points_and_lists_of_names(tmp_path):
    import geopandas as gpd

    write_gazetteer(shipped(), tmp_path / "places.parquet")
    table = gpd.read_parquet(tmp_path / "places.parquet").set_index("place_id")
    assert (len(table), table.crs.to_epsg()) == (len(shipped().places), 4326)
    assert "الموصل" in list(table.loc["mosul", "names"])
    assert table.loc["mosul"].geometry.y == shipped().places["mosul"].latitude


HOSTILE = Place(
    **{
        "place_id": "x",
        "name": '=cmd|"</script>',
        "kind": "base",
        "latitude": 33.0,
        "longitude": 43.0,
        "radius_km": 1.0,
    },
    **{"country": "IQ", "governorate": "anbar", "district": "", "also_in": (), "prominence": 1},
    **{"names": ('=cmd|"</script>', "+1"), "source": "own", "licence": "CC0-1.0", "checked": False},
    **{"checked_against": "", "note": "@note", "presence": (Presence("US", "2003", "", "", "", "own"),)},
    former_names=(FormerName("Old", "", ""),),
)


def test_no_cell_of_the_csv_starts_a_formula(tmp_path):
    write_gazetteer(Gazetteer({"x": HOSTILE}), tmp_path / "x.csv")
    with (tmp_path / "x.csv").open(encoding="utf-8-sig", newline="") as lines:
        cells = [cell for row in csv.reader(lines) for cell in row]
    assert [cell for cell in cells if cell[:1] in "=+@" and cell] == []


def test_hostile_names_and_open_spans_make_sound_linked_places(tmp_path):
    write_gazetteer(Gazetteer({"x": HOSTILE}), tmp_path / "x.json")
    (feature,) = json.loads((tmp_path / "x.json").read_text(encoding="utf-8"))["features"]
    assert flaws(feature) == []
    assert feature["properties"]["title"] == HOSTILE.name


def test_places_of_ones_own_are_written_with_the_rest(tmp_path):
    file = tmp_path / "mine.csv"
    file.write_text("name,latitude,longitude,names_kmr\nMithal,33.1,43.1,Mîsal\n", encoding="utf-8")
    add(file, on_problem=pytest.fail)
    book = with_own(shipped())
    write_gazetteer(book, tmp_path / "all.json")
    features = json.loads((tmp_path / "all.json").read_text(encoding="utf-8"))["features"]
    own = next(feature for feature in features if feature["properties"]["title"] == "Mithal")
    assert {name["toponym"]: name["lang"] for name in own["names"]} == {"Mithal": "en", "Mîsal": "kmr"}


def test_the_same_gazetteer_makes_the_same_bytes(tmp_path, linked_places):
    write_gazetteer(shipped(), tmp_path / "again.json")
    assert (tmp_path / "again.json").read_bytes() == linked_places.read_bytes()


@pytest.mark.parametrize("name", ["places.xlsx", "places", "missing/places.csv"])
def test_what_cannot_be_written_is_said_and_nothing_is_left(tmp_path, name):
    with pytest.raises(OutputError, match="cannot be written"):
        write_gazetteer(shipped(), tmp_path / name)
    assert [path for path in tmp_path.iterdir() if path.name != "home"] == []


def test_a_place_without_links_has_no_empty_list_of_them(tmp_path):
    write_gazetteer(Gazetteer({"x": HOSTILE._replace(presence=(), note="")}), tmp_path / "x.json")
    (feature,) = json.loads((tmp_path / "x.json").read_text(encoding="utf-8"))["features"]
    assert "links" not in feature
    assert "descriptions" not in feature
