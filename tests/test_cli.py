"""The command line, as a person runs it: what it prints, where, and with which exit status."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.maps import reading

STORY = "On Monday a roadside bomb killed two soldiers near Hawija.\n\nNobody said more.\n"
ENDINGS = [".geojson", ".parquet", ".gpkg", ".csv", ".kml"]


def geoiraq(*arguments: object, stdin: str = "", cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "geoiraq", *map(str, arguments)],
        input=stdin,
        capture_output=True,
        text=True,
        cwd=cwd,
        check=False,
    )


@pytest.fixture
def story(tmp_path: Path) -> Path:
    file = tmp_path / "story.txt"
    file.write_text(STORY, encoding="utf-8")
    return file


def complaints(done: subprocess.CompletedProcess[str]) -> list[str]:
    """What it said of the input; the line that says what was written is none."""
    return [line for line in done.stderr.splitlines() if " incidents, " not in line]


def drawn_on(page: Path) -> str:
    """The data of a map's page, as text."""
    return json.dumps(reading.data(page.read_text(encoding="utf-8")))


def test_help_imports_nothing_geographic():
    code = (
        "import sys, geoiraq, geoiraq.cli\n"
        "try: geoiraq.cli.main(['--help'])\n"
        "except SystemExit: pass\n"
        "print(sorted({'geopandas', 'shapely', 'folium', 'pandas', 'pyogrio', 'pyarrow'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"


def test_a_map_of_texts_loads_nothing_that_other_documents_or_figures_need(story, tmp_path):
    others = {"trafilatura", "lxml", "pypdf", "matplotlib", "pyogrio", "sqlite3", "rich", "geopy"}
    code = (
        "import sys, geoiraq.cli\n"
        f"try: geoiraq.cli.main(['map', {str(story)!r}, '-o', {str(tmp_path / 'map.html')!r}])\n"
        f"finally: print(sorted({others!r} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"


@pytest.mark.parametrize("ending", ENDINGS)
def test_extract_writes_every_format_and_map_draws_it_again(story, tmp_path, ending):
    out, page = tmp_path / f"incidents{ending}", tmp_path / "map.html"
    done = geoiraq("extract", story, "--published", "2020-05-06", "-o", out)
    assert (done.returncode, done.stdout, complaints(done)) == (0, "", [])
    assert out.is_file()
    drawn = geoiraq("map", out, "-o", page)
    assert (drawn.returncode, complaints(drawn)) == (0, [])
    assert "roadside bomb killed two soldiers" in drawn_on(page)


def test_the_table_says_what_the_story_says(story, tmp_path):
    out = tmp_path / "incidents.geojson"
    geoiraq("extract", story, "--published", "2020-05-06", "-o", out)
    (feature,) = json.loads(out.read_text(encoding="utf-8"))["features"]
    told = feature["properties"]
    assert told["layer"] == "attack"
    assert told["date_start"] == told["date_end"] == "2020-05-04"
    assert told["fatalities_best"] == 2
    assert told["basis"] == "relative"
    assert STORY[told["quote_start"] : told["quote_end"]] == told["quote"]


def test_map_draws_documents_in_one_go(story, tmp_path):
    page = tmp_path / "map.html"
    done = geoiraq("map", story, "-o", page)
    assert done.returncode == 0
    assert done.stderr.strip().endswith("1 incidents, 1 on the map, 0 without a place")


def test_the_page_opens_in_the_language_that_is_asked_for(story, tmp_path):
    page = tmp_path / "map.html"
    assert geoiraq("map", story, "-o", page, "--language", "ar").returncode == 0
    assert '<html lang="ar">' in page.read_text(encoding="utf-8")
    assert geoiraq("map", story, "-o", page, "--language", "xx").returncode == 2


def test_an_edited_table_is_drawn_as_edited(story, tmp_path):
    table, page = tmp_path / "incidents.csv", tmp_path / "map.html"
    geoiraq("extract", story, "-o", table)
    table.write_text(
        table.read_text(encoding="utf-8-sig").replace("near Hawija,", "by the old bridge,"), encoding="utf-8"
    )
    assert geoiraq("map", table, "-o", page).returncode == 0
    assert "by the old bridge" in drawn_on(page)


def test_a_person_has_the_last_word(story, tmp_path):
    review, out = tmp_path / "review.csv", tmp_path / "incidents.geojson"
    geoiraq("extract", story, "--published", "2020-05-06", "--for-review", "-o", review)
    table = review.read_text(encoding="utf-8-sig").replace("\n,,1,", "\naccept,,1,")
    review.write_text(table.replace("near Hawija,", "Camp Taji,"), encoding="utf-8")
    done = geoiraq("extract", story, "--published", "2020-05-06", "--review", review, "-o", out)
    assert (done.returncode, complaints(done)) == (0, [])
    (feature,) = json.loads(out.read_text(encoding="utf-8"))["features"]
    assert feature["properties"]["place_name"] == "Camp Taji"
    assert feature["properties"]["reviewed"] == "changed: place"


def test_a_table_for_review_is_one_that_a_person_can_change(story, tmp_path):
    done = geoiraq("extract", story, "--for-review", "-o", tmp_path / "review.geojson")
    assert done.returncode == 2
    assert "ends in none of .csv, .gpkg" in done.stderr


def test_the_texts_as_read_are_what_the_spans_count_in(story, tmp_path):
    out, texts = tmp_path / "incidents.geojson", tmp_path / "texts.jsonl"
    geoiraq("extract", story, "--published", "2020-05-06", "-o", out, "--texts", texts)
    (feature,) = json.loads(out.read_text(encoding="utf-8"))["features"]
    (line,) = texts.read_text(encoding="utf-8").splitlines()
    told = feature["properties"]
    assert json.loads(line)["text"][told["quote_start"] : told["quote_end"]] == told["quote"]
    again = tmp_path / "again.geojson"
    geoiraq("extract", texts, "-o", again)
    assert again.read_bytes() == out.read_bytes()


SCAN = b"""%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>endobj
trailer<</Root 1 0 R>>
%%EOF"""

BAD = {
    "a missing file": ("absent.txt", None, "absent.txt"),
    "an empty file": ("empty.txt", b"", "empty"),
    "a binary file": ("binary.txt", bytes(range(256)) * 8, "binary.txt"),
    "a PDF without text": ("scan.pdf", SCAN, "scan.pdf"),
    "a table without text": ("table.csv", b"id,published\n1,2020-05-06\n", "text"),
    "a document in no encoding": ("torn.txt", b"\xff\xfe\x00\xd8\x00\xd8" * 20 + b"\x81\x8d", "torn.txt"),
}


@pytest.mark.parametrize("what", BAD)
def test_bad_input_is_one_clear_line_and_the_rest_is_done(what, story, tmp_path):
    name, content, named = BAD[what]
    bad, out = tmp_path / name, tmp_path / "incidents.geojson"
    if content is not None:
        bad.write_bytes(content)
    done = geoiraq("extract", bad, story, "-o", out)
    (line,) = complaints(done)
    assert done.returncode == 1
    assert named in line
    assert "Traceback" not in line
    assert len(json.loads(out.read_text(encoding="utf-8"))["features"]) == 1


def test_a_row_with_a_broken_date_is_kept_undated(tmp_path):
    table, out = tmp_path / "reports.csv", tmp_path / "incidents.geojson"
    table.write_text(
        'id,text,published\n1,"Gunmen killed a judge in Kirkuk on Monday.",soon\n', encoding="utf-8"
    )
    done = geoiraq("extract", table, "-o", out)
    (line,) = complaints(done)
    assert done.returncode == 1
    assert "row 1" in line
    assert "soon" in line
    (feature,) = json.loads(out.read_text(encoding="utf-8"))["features"]
    assert feature["properties"]["date_start"] is None


def test_still_draws_pictures_and_no_page_unless_one_is_asked_for(story, tmp_path):
    pictures = ["--still", "a.png", "--still", "b.svg", "--by", "month"]
    done = geoiraq("map", story, "--published", "2020-04-02", *pictures, cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert {file.name for file in tmp_path.iterdir()} >= {"a.png", "b.svg"}
    assert not (tmp_path / "map.html").exists()
    assert geoiraq("map", story, "--still", "c.pdf", "-o", "page.html", cwd=tmp_path).returncode == 0
    assert (tmp_path / "c.pdf").exists()
    assert (tmp_path / "page.html").exists()


def test_a_picture_speaks_arabic_too(story, tmp_path):
    for language in ("en", "ar"):
        done = geoiraq("map", story, "--still", f"{language}.svg", "--language", language, cwd=tmp_path)
        assert done.returncode == 0, done.stderr
    described = (tmp_path / "ar.svg").read_text(encoding="utf-8")
    assert "حوادث في العراق" in described
    assert "حوادث" not in (tmp_path / "en.svg").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "options", [["--by", "month"], ["--still", "map.gif"], ["--still", "a.png", "--by", "day"]]
)
def test_a_picture_that_cannot_be_is_a_wrong_use(story, tmp_path, options):
    done = geoiraq("map", story, *options, cwd=tmp_path)
    assert done.returncode == 2
    assert "Traceback" not in done.stderr


def test_tiles_are_of_a_provider_or_an_address_and_known_before_any_work(story, tmp_path):
    page = tmp_path / "map.html"
    assert geoiraq("map", story, "-o", page).returncode == 0
    assert "opentopomap" not in page.read_text(encoding="utf-8")
    assert geoiraq("map", story, "-o", page, "--tiles", "OpenTopoMap").returncode == 0
    assert "img-src data: blob: https://a.tile.opentopomap.org;" in page.read_text(encoding="utf-8")
    address = ["--tiles", "https://tiles.example/{z}/{x}/{y}.png", "--tiles-by", "© Example"]
    assert geoiraq("map", story, "-o", page, *address).returncode == 0
    assert "© Example" in page.read_text(encoding="utf-8")
    for wrong in ("Nobody", "http://tiles.example/{z}/{x}/{y}.png"):
        done = geoiraq("map", "absent.txt", "-o", page, "--tiles", wrong)
        assert done.returncode == 2
        assert "absent" not in done.stderr


@pytest.mark.parametrize("output", ["nowhere/map.html", "map.docx", "."])
def test_an_output_that_cannot_be_written_is_refused_before_any_work(story, tmp_path, output):
    done = geoiraq("map", story, "-o", output, cwd=tmp_path)
    assert done.returncode == 2
    assert len(done.stderr.splitlines()) == 1
    assert [file.name for file in tmp_path.iterdir()] == ["story.txt"]


def test_nothing_readable_leaves_no_file(tmp_path):
    done = geoiraq("map", "absent.txt", "-o", "map.html", cwd=tmp_path)
    assert done.returncode == 1
    assert not (tmp_path / "map.html").exists()


def test_a_wrong_date_is_wrong_use(story, tmp_path):
    done = geoiraq("extract", story, "--published", "last week", "-o", tmp_path / "i.csv")
    assert done.returncode == 2
    assert "last week" in done.stderr


def test_resolve_tells_in_a_line_each():
    done = geoiraq("resolve", "Camp Taji", "Atlantis")
    first, second = done.stdout.splitlines()
    assert done.returncode == 0
    assert first.startswith("Camp Taji\tCamp Taji (site)")
    assert second.startswith("Atlantis\tunresolved")


def test_resolve_answers_json_lines_in_order_a_bad_one_included():
    asked = [
        '{"name": "Balad", "within": "Salahuddin"}',
        "no json",
        '{"name": "K-1", "on": "2019-12-27"}',
        "[]",
    ]
    done = geoiraq("resolve", "--jsonl", stdin="\n".join(asked) + "\n")
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    assert [a["status"] for a in answers] == ["resolved", "unresolved", "resolved", "unresolved"]
    assert [a["latitude"] is None for a in answers] == [False, True, False, True]
    assert done.returncode == 1
    assert len(complaints(done)) == 2


def test_resolve_without_names_is_wrong_use():
    assert geoiraq("resolve").returncode == 2


def test_the_gazetteer_lists_shows_and_checks():
    listed = geoiraq("gazetteer", "list", "--kind", "dam").stdout
    assert "Mosul Dam" in listed
    shown = json.loads(geoiraq("gazetteer", "show", "K-1").stdout)
    assert shown["kind"] == "base"
    checked = geoiraq("gazetteer", "check")
    assert (checked.returncode, checked.stderr) == (0, "")


def test_what_a_document_says_cannot_steer_the_terminal(tmp_path):
    table = tmp_path / "reports.csv"
    table.write_text(
        'id,text,published\n1,"Gunmen killed a judge in Kirkuk.","\x1b[2Jgone"\n', encoding="utf-8"
    )
    assert "\x1b" not in geoiraq("extract", table, "-o", tmp_path / "i.csv").stderr


def test_a_review_has_the_last_word(story, tmp_path):
    first, second, review = tmp_path / "a.geojson", tmp_path / "b.geojson", tmp_path / "review.csv"
    geoiraq("extract", story, "-o", first)
    identity = json.loads(first.read_text(encoding="utf-8"))["features"][0]["properties"]["incident_id"]
    review.write_text(
        f"incident_id,verdict,fatalities_best,place\n{identity},accept,3,Baiji\n", encoding="utf-8"
    )
    assert geoiraq("extract", story, "--review", review, "-o", second).returncode == 0
    (feature,) = json.loads(second.read_text(encoding="utf-8"))["features"]
    assert feature["properties"]["fatalities_best"] == 3
    assert feature["properties"]["place_name"] == "Baiji"
    assert feature["properties"]["confidence"] == 1


@pytest.fixture
def own(tmp_path, monkeypatch):
    monkeypatch.setenv("GEOIRAQ_HOME", str(tmp_path / "home"))
    file = tmp_path / "mine.csv"
    file.write_text("name,latitude,longitude\nMithaliyya,33.1,43.1\nFar,900,43\n", encoding="utf-8")
    return file


def test_a_gazetteer_of_ones_own_is_added_used_written_and_removed(own, tmp_path):
    done = geoiraq("gazetteer", "add", own, "--kind", "village")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.splitlines() == [
        f"geoiraq: {own}, row 2: has a latitude that is none ('900'): refused",
        "geoiraq: mine.csv: a table of places: 1 added, 0 joined to places already known, 1 refused; "
        "kept as table-mine",
    ]
    assert geoiraq("gazetteer", "added").stdout.startswith("table-mine\ta table of places\t1\t0\town\t")
    assert "Mithaliyya (settlement), Anbar" in geoiraq("resolve", "Mithaliya").stdout
    out = tmp_path / "all.json"
    assert geoiraq("gazetteer", "write", out).returncode == 0
    assert "Mithaliyya" in out.read_text(encoding="utf-8")
    assert geoiraq("gazetteer", "remove", "table-mine").returncode == 0
    assert "unresolved" in geoiraq("resolve", "Mithaliya").stdout


def test_a_dump_is_added_with_the_alternate_names_beside_it(own, tmp_path):
    cells = ("7", "Mithaliyya", "Mithaliyya", "", "33.1", "43.1", "P", "PPL", "IQ", *[""] * 10)
    dump, names = tmp_path / "IQ.txt", tmp_path / "names.txt"
    dump.write_text("\t".join(cells) + "\n", encoding="utf-8")
    names.write_text("1\t7\tku\tZêdgeh\t\t\t\t\t\t\n", encoding="utf-8")
    done = geoiraq("gazetteer", "add", dump, names)
    assert (done.returncode, done.stdout) == (0, "")
    assert "a GeoNames country dump with its alternate names: 1 added" in done.stderr
    assert "Mithaliyya (settlement), Anbar" in geoiraq("resolve", "Zêdgeh").stdout


@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        (("add", "missing.csv"), 1),
        (("add", "mine.csv", "mine.csv"), 1),
        (("add", "mine.csv", "--kind", "vilage"), 2),
        (("remove", "nothing"), 1),
        (("write", "places.xlsx"), 2),
        (("write", "missing/places.csv"), 2),
    ],
)
def test_wrong_use_of_ones_own_gazetteer_is_one_line(own, tmp_path, arguments, status):
    done = geoiraq("gazetteer", *arguments, cwd=tmp_path)
    assert (done.returncode, done.stdout, len(done.stderr.splitlines())) == (status, "", 1)
