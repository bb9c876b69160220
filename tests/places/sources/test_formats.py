"""Each format of gazetteers is recognised by what is in it, and its places are read with all their names."""

from __future__ import annotations

import json
import struct
import zipfile
import zlib
from pathlib import Path

import pytest
from shapely.geometry import box

from geoiraq.places.place import FormerName

GEONAMES = [
    (
        "900001",
        "Tall al Mithāl",
        "Tall al Mithal",
        "Tel el Mithal,تل المثال,TMX,示例",
        "35.12345",
        "43.4321",
        "P",
        "PPL",
        "120",
    ),
    ("900002", "Mithalabad", "Mithalabad", "", "33.5", "44.6", "P", "PPL", "9000"),
    ("900003", "Mithal Air Base", "Mithal Air Base", "", "33.1", "43.1", "S", "AIRB", "0"),
]


def geonames(rows=GEONAMES) -> str:
    lines = (
        [
            *row[:8],
            "IQ",
            "",
            "18" if row[0] == "900001" else "",
            "",
            "",
            "",
            row[8],
            "",
            "",
            "Asia/Baghdad",
            "2020-01-01",
        ]
        for row in rows
    )
    return "".join("\t".join(line) + "\n" for line in lines)


def test_a_geonames_dump_gives_kinds_by_feature_code_and_people(adding):
    report = adding("IQ.txt", geonames())
    assert (report.format, report.added, report.joined) == ("a GeoNames country dump", 3, 0)
    places = adding.book().places
    assert [places[f"geonames-{n}"].kind for n in ("900001", "900002", "900003")] == [
        "village",
        "town",
        "base",
    ]


def test_a_geonames_place_has_its_alternate_names_but_not_codes_or_other_scripts(adding):
    adding("IQ.txt", geonames())
    place = adding.book().places["geonames-900001"]
    assert place.names == ("Tall al Mithāl", "Tall al Mithal", "Tel el Mithal", "تل المثال")
    assert (place.latitude, place.longitude, place.governorate) == (35.12345, 43.4321, "salah-al-din")
    assert (place.source, place.licence, place.checked) == ("geonames", "CC-BY-4.0", False)


def test_a_geonames_dump_is_read_as_downloaded(adding, tmp_path):
    file = tmp_path / "IQ.zip"
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("readme.txt", "What the columns mean. " * 1000)
        archive.writestr("IQ.txt", geonames())
    assert adding.file(file).added == 3


OLD_GNS = [
    "RC",
    "UFI",
    "UNI",
    "LAT",
    "LONG",
    "MGRS",
    "FC",
    "DSG",
    "PC",
    "CC1",
    "ADM1",
    "NT",
    "LC",
    "FULL_NAME_RO",
]
NEW_GNS = [
    "rk",
    "ufi",
    "uni",
    "full_name",
    "nt",
    "lat_dd",
    "long_dd",
    "efctv_dt",
    "desig_cd",
    "fc",
    "cc_ft",
    "lang_cd",
]


def gns(header: list[str], rows: list[dict[str, str]]) -> str:
    return "\n".join(
        "\t".join(cells) for cells in [header, *([row.get(h, "") for h in header] for row in rows)]
    )


def gns_rows(new: bool) -> list[dict[str, str]]:
    facts = [
        ("-11", "V", "Nahr al Misal", ""),
        ("-12", "N", "Jabal Misal", ""),
        ("-11", "N", "Nahr al Mithāl", ""),
    ]
    facts.append(("-11", "NS", "نهر المثال", "ara"))
    names = ("ufi", "nt", "full_name", "lang_cd") if new else ("UFI", "NT", "FULL_NAME_RO", "LC")
    rest = (
        {"lat_dd": "33.2", "long_dd": "44.2", "desig_cd": "STM", "fc": "H", "cc_ft": "IRQ"}
        if new
        else {"LAT": "33.2", "LONG": "44.2", "DSG": "STM", "FC": "H", "CC1": "IZ"}
    )
    return [dict(zip(names, fact, strict=True)) | rest for fact in facts]


@pytest.mark.parametrize("new", [False, True], ids=["old header", "new header"])
def test_a_gns_file_gives_one_place_for_all_rows_of_a_feature_its_approved_name_first(adding, new):
    report = adding("iz.txt", gns(NEW_GNS if new else OLD_GNS, gns_rows(new)))
    assert (report.format, report.rows, report.added) == ("an NGA GNS country file", 2, 2)
    place = adding.book().places["nga-gns-11"]
    assert place.names == ("Nahr al Mithāl", "Nahr al Misal", "نهر المثال")
    assert (place.kind, place.country) == ("river", "IQ")


def collection(*features: dict, **more) -> str:
    return json.dumps({"type": "FeatureCollection", **more, "features": list(features)}, ensure_ascii=False)


def feature(geometry: dict, **properties) -> dict:
    return {"type": "Feature", "properties": properties, "geometry": geometry}


def point(longitude: float, latitude: float) -> dict:
    return {"type": "Point", "coordinates": [longitude, latitude]}


def square(west: float, south: float, size: float = 0.2) -> dict:
    return box(west, south, west + size, south + size).__geo_interface__


def test_openstreetmap_as_geojson_gives_names_by_language_and_kinds_by_tags(adding):
    tags = {
        "@id": "node/77",
        "place": "village",
        "name": "مثالية",
        "name:ar": "مثالية",
        "name:en": "Mithaliya",
    }
    report = adding("export.geojson", collection(feature(point(44.1, 35.9), **tags, **{"name:ku": "Mîsalî"})))
    assert report.format == "an OpenStreetMap extract"
    place = adding.book().places["openstreetmap-node-77"]
    assert (place.name, place.kind, place.licence) == ("Mithaliya", "village", "ODbL-1.0")
    assert place.names == ("Mithaliya", "مثالية", "Mîsalî")


OSM_XML = """<?xml version='1.0' encoding='UTF-8'?>
<osm version="0.6"><node id="5" lat="35.5" lon="44.5" version="1">
<tag k="name" v="مثال"/><tag k="name:en" v="Mithal"/><tag k="place" v="hamlet"/></node>
<node id="6" lat="35.6" lon="44.5" version="1"><tag k="place" v="hamlet"/></node></osm>
"""


def test_openstreetmap_as_xml_is_read_through_gdal_nameless_nodes_aside(adding):
    report = adding("map.osm", OSM_XML)
    assert (report.format, report.rows, report.added) == ("an OpenStreetMap extract", 1, 1)
    assert adding.book().places["openstreetmap-5"].names == ("Mithal", "مثال")


def test_openstreetmap_as_pbf_is_read_through_gdal(adding):
    assert adding("iraq.osm.pbf", pbf()).added == 1
    assert adding.book().places["openstreetmap-5"].kind == "village"


def varint(number: int) -> bytes:
    out = bytearray()
    while number > 127:
        out.append(number & 127 | 128)
        number >>= 7
    return bytes((*out, number))


def zigzag(number: int) -> int:
    return number * 2 if number >= 0 else -number * 2 - 1


def message(tag: int, value: bytes | int) -> bytes:
    if isinstance(value, int):
        return varint(tag << 3) + varint(value)
    return varint(tag << 3 | 2) + varint(len(value)) + value


def pbf() -> bytes:
    """One dense node in the binary format of OpenStreetMap, as its documentation describes it."""
    strings = [b"", b"name", b"Mithal", b"place", b"village"]
    table = b"".join(message(1, string) for string in strings)
    dense = message(1, varint(zigzag(5)))
    dense += message(8, varint(zigzag(355_000_000))) + message(9, varint(zigzag(445_000_000)))
    dense += message(10, bytes([1, 2, 3, 4, 0]))
    block = message(1, table) + message(2, message(2, dense))
    header = message(4, b"OsmSchema-V0.6") + message(4, b"DenseNodes")
    return blob(b"OSMHeader", header) + blob(b"OSMData", block)


def blob(kind: bytes, content: bytes) -> bytes:
    body = message(2, len(content)) + message(3, zlib.compress(content))
    head = message(1, kind) + message(3, len(body))
    return struct.pack(">I", len(head)) + head + body


OCHA = {
    "ADM0_EN": "Iraq",
    "ADM0_PCODE": "IQ",
    "ADM1_EN": "Al-Anbar",
    "ADM2_EN": "Mithal",
    "ADM2_AR": "المثال",
}


def test_boundaries_of_ocha_give_districts_with_their_outlines(adding):
    report = adding(
        "irq_adm2.geojson", collection(feature(square(41.0, 33.0), **OCHA, ADM2_PCODE="IQG01Q99"))
    )
    assert (report.format, report.added, report.shapes) == ("administrative boundaries of OCHA", 1, 1)
    book = adding.book()
    place = book.places["ocha-cod-iqg01q99"]
    assert (place.kind, place.governorate, place.names) == ("district", "anbar", ("Mithal", "المثال"))
    assert book.shape("ocha-cod-iqg01q99").bounds == (41.0, 33.0, 41.2, 33.2)
    assert 10 < place.radius_km < 20


@pytest.mark.parametrize("ending", [".gpkg", ".zip"])
def test_boundaries_of_ocha_are_read_from_every_layer_of_a_geopackage_or_of_shapefiles(
    adding, tmp_path, ending
):
    import geopandas as gpd

    levels = {"adm1": {"ADM1_EN": "Mithalistan"}, "adm2": {"ADM1_EN": "Mithalistan", "ADM2_EN": "Mithal"}}
    file = tmp_path / f"irq{ending}"
    for level, columns in levels.items():
        table = gpd.GeoDataFrame([columns], geometry=[box(41, 33, 41.5, 33.5)], crs="EPSG:4326").to_crs(
            "EPSG:32638"
        )
        if ending == ".gpkg":
            table.to_file(file, layer=f"irq_{level}", driver="GPKG")
        else:
            table.to_file(tmp_path / f"irq_{level}.shp")
    if ending == ".zip":
        with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
            for part in tmp_path.glob("irq_*.*"):
                archive.write(part, f"boundaries/{part.name}")
    report = adding.file(file)
    assert (report.format, report.added) == ("administrative boundaries of OCHA", 2)
    places = [place for place in adding.book().places.values() if place.source == "ocha-cod"]
    assert sorted(place.kind for place in places) == ["district", "governorate"]
    assert all(abs(place.latitude - 33.25) < 0.1 for place in places)


def test_boundaries_of_geoboundaries_join_the_governorate_of_their_code_and_give_it_their_outline(adding):
    shape = square(41.0, 32.5, 1.5)
    row = feature(shape, shapeName="Anbar, otherwise", shapeISO="IQ-AN", shapeGroup="IRQ", shapeType="ADM1")
    report = adding("gb.geojson", collection(row))
    assert (report.format, report.added, report.joined) == (
        "administrative boundaries of geoBoundaries",
        0,
        1,
    )
    book = adding.book()
    assert "Anbar, otherwise" in book.places["anbar"].names
    assert book.shape("anbar").bounds == (41.0, 32.5, 42.5, 34.0)


@pytest.mark.parametrize(
    "header",
    [
        "location_name,arabic_name,governorate,district,latitude,longitude",
        "Location name in English;Location name in Arabic;Governorate;District;LATITUDE;LONGITUDE",
    ],
)
def test_a_dtm_list_gives_villages_with_both_names_in_their_districts(adding, header):
    cells = ["Al Mithaliyah", "المثالية", "Ninewa", "Al-Hamdaniya", "36.2", "43.4"]
    delimiter = ";" if ";" in header else ","
    report = adding("dtm.csv", f"{header}\n{delimiter.join(cells)}\n")
    assert report.format == "an IOM DTM list of locations"
    (place,) = (place for place in adding.book().places.values() if place.source == "iom-dtm")
    assert (place.names, place.kind) == (("Al Mithaliyah", "المثالية"), "village")
    assert (place.governorate, place.district) == ("nineveh", "hamdaniya-district")


def linked_place(**more) -> dict:
    return {
        "@id": "http://example.org/places/9",
        "type": "Feature",
        "properties": {"title": "Mithal", "ccodes": ["IQ"]},
        "names": [
            {"toponym": "مثال", "lang": "ar"},
            {
                "toponym": "Mithal",
                "lang": "en",
                "citations": [{"label": "A survey", "@id": "http://example.org"}],
            },
            {
                "toponym": "Saddamiyat al-Mithal",
                "when": {"timespans": [{"start": {"in": "1982"}, "end": {"in": "2003"}}]},
            },
        ],
        "types": [{"identifier": "aat:300008375", "label": "town"}],
        "geometry": {"type": "GeometryCollection", "geometries": [point(44.0, 33.0)]},
    } | more


def test_a_linked_places_file_gives_names_their_span_and_the_place_its_citation(adding):
    report = adding("places.json", collection(linked_place(), **{"@context": "..."}))
    assert report.format == "a Linked Places file"
    (place,) = (place for place in adding.book().places.values() if place.source == "A survey")
    assert (place.name, place.kind, place.names) == ("Mithal", "town", ("Mithal", "مثال"))
    assert place.former_names == (FormerName("Saddamiyat al-Mithal", "1982", "2003"),)


@pytest.mark.parametrize("key", ["geowkt", "geo_wkt"])
def test_a_linked_place_may_have_its_geometry_as_well_known_text(adding, key):
    text = {key: "POINT (44.5 33.5)", "certainty": "uncertain"}
    place = linked_place(geometry={"type": "GeometryCollection", "geometries": [text]})
    assert adding("places.json", collection(place)).added == 1
    assert {(p.latitude, p.longitude) for p in adding.book().places.values() if p.source == "A survey"} == {
        (33.5, 44.5)
    }


def test_a_linked_place_of_unknown_position_is_refused(adding):
    nowhere = linked_place(geometry={"type": "GeometryCollection", "geometries": ["null"]})
    report = adding("places.json", collection(linked_place(), nowhere))
    assert report.refused == {"has an empty geometry": 1}


@pytest.mark.parametrize(
    ("header", "row"),
    [
        ("name,latitude,longitude", "Mithal,33.1,43.1"),
        ("Place name\tLAT\tLong", "Mithal\t33.1\t43.1"),
        ("Site;Y;X", "Mithal;33,1;43,1"),
        ("الاسم,خط العرض,خط الطول", "Mithal,33.1,43.1"),
    ],
)
def test_a_plain_table_is_read_under_many_names_of_its_columns(adding, header, row):
    report = adding("mine.csv", f"{header}\n{row}\n", kind="village")
    assert (report.format, report.added) == ("a table of places", 1)
    (place,) = (place for place in adding.book().places.values() if place.source == "own")
    assert (place.name, place.latitude, place.longitude, place.kind) == ("Mithal", 33.1, 43.1, "village")


def test_a_plain_table_may_have_any_of_our_columns(adding):
    header = "name,latitude,longitude,kind,names_ar,names_ku,radius_km,prominence,source,licence,note"
    header += ",district,governorate"
    row = "Mithal,33.1,43.1,power station,مثال;المثال,میسال,1.5,9,survey,CC0-1.0,Not far.,Fallujah,Anbar"
    adding("mine.csv", f"{header}\n{row}\n")
    (place,) = (place for place in adding.book().places.values() if place.source == "survey")
    assert place.names == ("Mithal", "مثال", "المثال", "میسال")
    assert (place.kind, place.radius_km, place.licence, place.note) == (
        "power_station",
        1.5,
        "CC0-1.0",
        "Not far.",
    )
    assert (place.governorate, place.district) == ("anbar", "fallujah-district")
    assert place.prominence == 4, "no added place is as prominent as our own cities"


def test_features_of_geojson_without_a_known_scheme_are_a_table(adding):
    assert adding("mine.geojson", collection(feature(point(43.1, 33.1), Name="Mithal"))).added == 1


def test_a_file_of_no_known_columns_says_which_it_lacks(adding):
    with pytest.raises(ValueError, match=r"things\.csv: has no column that is called latitude"):
        adding("things.csv", "name,colour\nMithal,red\n")


def test_a_list_of_points_with_the_divisions_they_lie_in_is_no_list_of_divisions(adding):
    row = feature(point(43.1, 33.1), Location="Mithal", ADM1_EN="Anbar", ADM2_EN="Fallujah")
    assert adding("points.geojson", collection(row)).format == "a GeoJSON file of places"
    (place,) = (place for place in adding.book().places.values() if place.source == "own")
    assert (place.name, place.kind, place.district) == ("Mithal", "site", "fallujah-district")


def test_a_column_that_is_called_type_may_hold_what_is_no_kind_of_ours(adding):
    report = adding(
        "mine.csv", "name,type,latitude,longitude\nMithal,host community,33.1,43.1\nMizal,town,34,43\n"
    )
    assert report.added == 2
    assert {p.kind for p in adding.book().places.values() if p.source == "own"} == {"site", "town"}


def test_shops_and_streets_of_openstreetmap_are_no_places(adding):
    rows = [
        feature(point(43.1, 33.1), osm_id="1", name="Mithal Bakery", shop="bakery"),
        feature(
            point(43.2, 33.1), osm_id="2", name="Mithal Mosque", amenity="place_of_worship", building="yes"
        ),
        feature(point(43.3, 33.1), osm_id="3", name="Mithal"),
    ]
    report = adding("osm.geojson", collection(*rows))
    assert (report.added, report.refused) == (2, {"is no kind of place that reports name": 1})


def test_the_ending_does_not_matter(adding):
    assert adding("whatever.dat", geonames()).format == "a GeoNames country dump"


def test_the_real_dtm_list_joins_what_we_know_of_it(adding, shared):
    report = adding.file(Path(shared) / "reference" / "iom_dtm_places.csv")
    assert report.rows == 6689
    assert report.joined > 400
    assert sum(report.refused.values()) < 10
