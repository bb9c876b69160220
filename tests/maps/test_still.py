"""The figure for paper: nothing hidden, nothing taken for a formula, the same bytes, words where there is room."""

from __future__ import annotations

import math
import os
import re
import subprocess
import sys
import unicodedata
import warnings
from datetime import date, timedelta
from xml.etree import ElementTree

import geopandas as gpd
import matplotlib
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from shapely.geometry import Point, box

import geoiraq
from geoiraq.errors import InputError, OutputError
from geoiraq.incidents.incident import LAYERS
from geoiraq.maps import palette
from geoiraq.maps.still import notes
from geoiraq.maps.still.arrangement import arrange
from geoiraq.maps.still.furniture import freest_corner
from geoiraq.maps.still.ground import land
from geoiraq.maps.still.lettering import MM_PER_POINT, lines_of, plain, width
from geoiraq.maps.still.marks import Mark, marks_of, seen_within
from geoiraq.maps.still.panels import panels_by
from geoiraq.maps.still.sheet import frame_of
from geoiraq.maps.still.speech import speech_of
from geoiraq.maps.still.stacks import BEGIN
from geoiraq.maps.still.view import fitted, kilometres

ENDINGS = (".png", ".svg", ".pdf")
HOSTILE = (
    "Deaths $\\frac{1}{0}$ -- <script>alert(1)</script> ]]> \x00 \u202e ${7*7} {{7*7}} file:///etc/passwd"
)


@pytest.fixture(scope="module")
def drawn(table):
    return geoiraq.still(table, title="Incidents", subtitle="of a test")


def rows(*facts):
    """A table of what a test says; the rest is as in a table that has little."""
    plain_row = {"layer": "attack", "date_start": "2020-03-11", "geometry": Point(44.4, 33.3)}
    return gpd.GeoDataFrame([{**plain_row, **each} for each in facts], geometry="geometry", crs="EPSG:4326")


def mark(x=0.0, y=0.0, layer="attack", killed=0, area=None, start=None, end=None, whole_days=True):
    return Mark(layer, (x, y), area, killed, start, end, whole_days, nationwide=False)


def words_on(figure):
    return [text.get_text() for axes in figure.axes for text in axes.texts]


class TestFiles:
    @pytest.mark.parametrize("ending", ENDINGS)
    def test_the_same_incidents_give_the_same_bytes_whatever_a_user_has_set(self, table, tmp_path, ending):
        one, other = tmp_path / f"one{ending}", tmp_path / f"other{ending}"
        geoiraq.still(table).save(one, dpi=60)
        with matplotlib.rc_context(
            {"font.size": 30, "svg.hashsalt": "x", "text.usetex": True, "path.snap": False}
        ):
            geoiraq.still(table).save(other, dpi=60)
        assert one.read_bytes() == other.read_bytes()

    def test_the_same_bytes_come_from_another_process(self, tmp_path):
        program = (
            "import geoiraq, geopandas, sys; from shapely import Point;"
            "t = geopandas.GeoDataFrame({'layer': ['attack', 'protest'], 'date_start': ['2020-03-11', '']},"
            " geometry=[Point(44.4, 33.3), Point(43.1, 36.3)], crs=4326);"
            "[geoiraq.still(t).save(name, dpi=60) for name in sys.argv[1:]]"
        )
        made = []
        for seed in ("1", "2"):
            names = [f"{seed}{ending}" for ending in ENDINGS]
            environment = {**os.environ, "PYTHONHASHSEED": seed}
            subprocess.run([sys.executable, "-c", program, *names], cwd=tmp_path, env=environment, check=True)
            made.append([(tmp_path / name).read_bytes() for name in names])
        assert made[0] == made[1]

    def test_a_file_is_what_its_ending_says(self, drawn, tmp_path):
        for ending, start in ((".png", b"\x89PNG"), (".svg", b"<?xml"), (".PDF", b"%PDF")):
            file = tmp_path / f"map{ending}"
            drawn.save(file, dpi=50)
            assert file.read_bytes().startswith(start)

    def test_it_says_nothing_of_when_it_was_made(self, drawn, tmp_path):
        drawn.save(tmp_path / "map.svg")
        drawn.save(tmp_path / "map.pdf")
        assert b"<dc:date>" not in (tmp_path / "map.svg").read_bytes()
        assert b"CreationDate" not in (tmp_path / "map.pdf").read_bytes()

    def test_another_ending_and_a_folder_that_is_not_there_are_refused(self, drawn, tmp_path):
        with pytest.raises(InputError, match=r"\.png, \.svg, \.pdf"):
            drawn.save(tmp_path / "map.gif")
        with pytest.raises(OutputError):
            drawn.save(tmp_path / "nowhere" / "map.png")

    def test_it_shows_itself_in_a_notebook(self, drawn):
        assert drawn._repr_png_().startswith(b"\x89PNG")


class TestHostileWords:
    def test_none_is_a_formula_markup_or_a_link(self, table, tmp_path):
        geoiraq.still(table, title=HOSTILE, subtitle=HOSTILE).save(tmp_path / "map.svg")
        tree = ElementTree.parse(tmp_path / "map.svg")
        elements = list(tree.iter())
        names = {element.tag.rpartition("}")[2] for element in elements}
        assert not names & {"script", "image", "foreignObject", "a"}
        links = [value for each in elements for name, value in each.items() if name.endswith("href")]
        assert all(link.startswith("#") for link in links)

    def test_all_that_can_be_read_of_them_is_written(self, table):
        figure = geoiraq.still(table, title=HOSTILE).figure
        written = " ".join(words_on(figure))
        for words in ("$\\frac{1}{0}$", "<script>alert(1)</script>", "${7*7}"):
            assert words in written
        texts = [text for axes in figure.axes for text in axes.texts]
        assert not any(text.get_parse_math() or text.get_usetex() for text in texts)

    def test_a_publisher_cannot_break_the_note(self, table):
        hostile = table.copy()
        hostile["evidence"] = [[{"document": "d", "publisher": HOSTILE}]] * len(hostile)
        note = notes.reported_by(hostile, speech_of("en"))
        assert "\x00" not in note
        assert "\u202e" not in note

    def test_a_megabyte_is_cut_and_not_waited_for(self):
        assert len(plain("x" * 1_000_000)) == 300
        assert len(lines_of(plain("word " * 200_000), 12, "bold", 170)) <= 3

    @given(st.text(max_size=400))
    def test_a_line_holds_nothing_that_steers(self, words):
        line = plain(words)
        assert line == plain(line)
        kinds = {unicodedata.category(c) for c in line if c not in "\u200c\u200d "}
        assert not kinds & {"Cc", "Cf", "Cs", "Zl", "Zp"}

    @given(st.text(alphabet="abcdefg ", max_size=200), st.floats(20, 170))
    @settings(deadline=None)
    def test_no_line_is_wider_than_its_column(self, words, room):
        assert all(width(line, 8) <= room for line in lines_of(words, 8, "", room))


class TestStacks:
    """Whatever falls together, every incident is in exactly one symbol, and of symbols none hides another."""

    positions = st.tuples(
        st.floats(-400, 400), st.floats(-400, 400), st.sampled_from(LAYERS), st.integers(0, 300)
    )

    @given(st.lists(positions, min_size=1, max_size=40))
    @settings(deadline=None)
    def test_none_is_lost(self, found):
        marks = [mark(*each) for each in found]
        view = fitted((-500, -500, 500, 500), 0, 0, 170)
        arrangement = arrange([(marks, view)])
        stacks = [stack for cluster in arrangement.clusters(marks, view) for stack in cluster.stacks]
        assert sum(stack.incidents for stack in stacks) == len(marks)
        assert sum(stack.killed for stack in stacks) == sum(each.killed for each in marks)

    @given(st.lists(positions, min_size=1, max_size=30))
    @settings(deadline=None)
    def test_those_of_a_place_stand_side_by_side(self, found):
        marks = [mark(0.0, 0.0, layer, killed) for _, _, layer, killed in found]
        view = fitted((-500, -500, 500, 500), 0, 0, 170)
        (cluster,) = arrange([(marks, view)]).clusters(marks, view)
        for i, one in enumerate(cluster.stacks):
            for other in cluster.stacks[i + 1 :]:
                assert math.dist(one.at, other.at) >= one.radius + other.radius - 1e-6

    def test_two_places_step_aside_and_remember_where_they_belong(self):
        marks = [mark(0.0, 0.0, killed=200), mark(20.0, 0.0, killed=200)]
        view = fitted((-500, -500, 500, 500), 0, 0, 170)
        one, other = arrange([(marks, view)]).clusters(marks, view)
        assert math.dist(one.at, other.at) >= one.radius + other.radius - 0.05
        assert {one.place, other.place} == {tuple(view.at_point(each.point)) for each in marks}

    def test_area_follows_the_toll(self):
        sizes = arrange([([mark(killed=100)], fitted((-500, -500, 500, 500), 0, 0, 170))]).sizes
        grown = [sizes.radius(killed) ** 2 for killed in (0, 10, 20)]
        assert grown[2] - grown[1] == pytest.approx(grown[1] - grown[0])

    @pytest.mark.parametrize("number", [2, 30, 400])
    def test_the_number_of_a_symbol_runs_into_no_other_symbol(self, number):
        marks = [mark(layer=layer) for layer in LAYERS for _ in range(number)]
        view = fitted((-500, -500, 500, 500), 0, 0, 170)
        (cluster,) = arrange([(marks, view)]).clusters(marks, view)
        numbered = [stack for stack in cluster.stacks if not stack.holds_number]
        assert numbered
        for stack in numbered:
            x, y = stack.at
            left, middle = x + BEGIN * stack.radius, y + 0.55 * stack.radius
            written = box(left, middle - 0.6, left + width(str(number), 4.8, "bold"), middle + 0.6)
            others = (other for other in cluster.stacks if other is not stack)
            assert all(written.distance(Point(*other.at)) > 0.9 * other.radius for other in others)

    def test_a_crowd_gathers_where_most_of_it_is(self):
        dense = [mark(100.0, 100.0) for _ in range(50)]
        rng = np.random.default_rng(5)
        sparse = [mark(float(x), float(y)) for x, y in rng.uniform(-480, 480, (3000, 2))]
        view = fitted((-500, -500, 500, 500), 0, 0, 170)
        largest = max(
            arrange([(dense + sparse, view)]).clusters(dense + sparse, view),
            key=lambda cluster: sum(stack.incidents for stack in cluster.stacks),
        )
        assert largest.place == pytest.approx(view.at_point((100.0, 100.0)), abs=1e-3)

    def test_a_small_map_that_is_too_crowded_shows_every_incident_small(self):
        rng = np.random.default_rng(5)
        marks = [
            mark(float(x), float(y), LAYERS[i % 6])
            for i, (x, y) in enumerate(rng.uniform(-480, 480, (900, 2)))
        ]
        arrangement = arrange([(marks, fitted((-500, -500, 500, 500), 0, 0, 40))])
        assert arrangement.scattered
        assert arrangement.within_km == 0


class TestAreas:
    def test_what_is_known_to_be_in_an_area_is_drawn_as_that_area(self):
        province = box(43, 34, 45, 36)
        (found,) = marks_of(rows({"basis": "governorate", "footprint": province, "geometry": Point(44, 35)}))
        corner = kilometres(np.array([[43.0, 34.0]]))[0]
        assert found.area.distance(Point(*corner)) < 0.1

    def test_a_radius_is_a_circle_of_kilometres(self):
        (found,) = marks_of(rows({"basis": "relative", "radius_km": 12.0}))
        assert math.sqrt(found.area.area / math.pi) == pytest.approx(12, rel=0.01)

    def test_a_place_that_is_known_has_none(self):
        (found,) = marks_of(
            rows({"basis": "settlement", "radius_km": 12.0, "footprint": box(43, 34, 45, 36)})
        )
        assert found.area is None

    def test_the_country_is_no_place(self):
        (found,) = marks_of(rows({"basis": "country"}))
        assert found.point is None
        assert found.nationwide


class TestWords:
    def test_what_is_not_on_the_map_is_counted_with_the_reason(self, drawn):
        said = " ".join(words_on(drawn.figure))
        assert "Not on the map: 1 known only to be in the country, 1 without a known place." in said

    def test_what_lies_beyond_the_frame_is_counted_too(self):
        said = " ".join(words_on(geoiraq.still(rows({}, {"geometry": Point(2.3, 48.9)})).figure))
        assert "Not on the map: 1 beyond the frame." in said

    def test_sources_version_and_edition_are_named(self, drawn):
        said = " ".join(words_on(drawn.figure))
        for words in ("GeoNames", "Natural Earth", f"geoiraq {geoiraq.__version__}", "gazetteer", "The Wire"):
            assert words in said

    def test_the_legend_names_the_layers_that_are_drawn_and_no_others(self):
        said = words_on(geoiraq.still(rows({}, {"layer": "protest"})).figure)
        assert {"Attacks", "Protests"} <= set(said)
        assert not {"Arrests", "Withdrawals"} & set(said)

    def test_the_legend_of_a_map_without_marks_explains_none(self):
        assert "place known" not in words_on(geoiraq.still(rows({"geometry": None})).figure)
        assert "place known" in words_on(geoiraq.still(rows({})).figure)

    def test_names_cover_neither_one_another_nor_a_symbol(self):
        places = [Point(x, y) for x in np.arange(42, 48, 0.7) for y in np.arange(31, 36.5, 0.7)]
        figure = geoiraq.still(rows(*({"geometry": place} for place in places))).figure
        axes = figure.axes[0]
        names = [text for text in axes.texts if text.get_path_effects() and not text.get_rotation()]
        figure.canvas.draw()
        extents = [name.get_window_extent() for name in names]
        millimetre = figure.dpi / 25.4
        assert len(names) > 12
        for i, one in enumerate(extents):
            for other in extents[i + 1 :]:
                shared_x = min(one.x1, other.x1) - max(one.x0, other.x0)
                shared_y = min(one.y1, other.y1) - max(one.y0, other.y0)
                assert min(shared_x, shared_y) < 0.4 * millimetre

    def test_governorates_are_named(self, drawn):
        said = set(words_on(drawn.figure))
        named = {name for name, _ in land().governorates} & said
        assert len(named) >= 14

    def test_a_table_without_layers_is_told_which_column_it_lacks(self):
        with pytest.raises(InputError, match="'layer'"):
            geoiraq.still(rows({}).drop(columns="layer"))

    def test_a_table_of_no_incidents_is_a_map_of_none(self):
        assert "0 incidents" in words_on(geoiraq.still(rows({}).iloc[:0]).figure)


class TestArabic:
    def test_words_figures_and_names_are_arabic_and_lines_begin_at_the_right(self, table):
        figure = geoiraq.still(table, language="ar").figure
        texts = [text for axes in figure.axes for text in axes.texts]
        said = "\n".join(text.get_text() for text in texts)
        for words in (
            "حوادث في العراق",
            "٨ حوادث",
            "هجمات",
            "المكان معروف",
            "ليس على الخريطة",
            "الموصل",
            "إيران",
            "نهر دجلة",
            "كم",
        ):
            assert words in said
        assert not re.search("[0-9]", said.split("GeoNames")[0])
        beginning = [text for text in texts if text.get_text().startswith("\u200f")]
        assert len(beginning) >= 9
        assert {text.get_ha() for text in beginning} == {"right"}

    def test_nothing_is_written_in_letters_that_the_typeface_lacks(self, table):
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            for axes in geoiraq.still(table, language="ar").figure.axes:
                for text in axes.texts:
                    assert text.get_window_extent().width > 0

    @pytest.mark.parametrize("by", [None, "month"])
    def test_the_same_bytes_each_time(self, table, tmp_path, by):
        for name in ("one.svg", "two.svg"):
            geoiraq.still(table, language="ar", by=by).save(tmp_path / name)
        assert (tmp_path / "one.svg").read_bytes() == (tmp_path / "two.svg").read_bytes()

    def test_small_maps_follow_one_another_from_the_right(self):
        marked = rows({"date_start": "2020-01-01"}, {"date_start": "2020-02-01"})
        sides = {}
        for language in ("en", "ar"):
            sheet = geoiraq.still(marked, by="month", language=language).figure.axes[0]
            sides[language] = [
                text.get_position()[0]
                for text in sheet.texts
                if text.get_text().strip("\u200f").endswith(("2020", "٢٠٢٠"))
            ][-2:]
        assert sides["en"][0] < sides["en"][1]
        assert sides["ar"][0] > sides["ar"][1]

    @pytest.mark.parametrize(
        ("number", "said"),
        [
            (0, "لا حوادث"),
            (1, "حادثة واحدة"),
            (2, "حادثتان"),
            (3, "٣ حوادث"),
            (11, "١١ حادثةً"),
            (100, "١٠٠ حادثة"),
            (1103, "١٬١٠٣ حوادث"),
        ],
    )
    def test_a_number_takes_its_plural(self, number, said):
        assert speech_of("ar").count("incidents", number) == said

    def test_both_languages_say_the_same_things(self):
        english, arabic = (speech_of(language).words for language in ("en", "ar"))
        assert english.keys() == arabic.keys()
        assert english["reasons"].keys() == arabic["reasons"].keys()

    def test_another_language_is_refused(self, table):
        with pytest.raises(InputError, match="en and ar"):
            geoiraq.still(table, language="ku")


class TestMap:
    def test_lengths_are_true_to_half_a_percent(self):
        from geopy.distance import geodesic

        ends = [((33.3, 44.4), (36.3, 43.1)), ((30.5, 47.8), (31.0, 46.3)), ((37.0, 42.7), (34.4, 41.0))]
        for one, other in ends:
            a, b = kilometres(np.array([one[::-1], other[::-1]]))
            assert math.dist(a, b) == pytest.approx(geodesic(one, other).km, rel=0.006)

    def test_the_frame_reaches_for_what_is_near_and_not_for_what_is_far(self):
        alone = frame_of([])
        near, far = mark(*kilometres(np.array([[40.2, 35.3]]))[0]), mark(5000.0, 0.0)
        assert frame_of([far]) == alone
        assert frame_of([near]) == alone
        kuwait_bay = mark(*kilometres(np.array([[48.5, 28.2]]))[0])
        assert frame_of([kuwait_bay])[1] < alone[1]

    def test_the_inset_goes_where_it_hides_least(self):
        view = fitted(frame_of([]), 0, 0, 170)
        west, south, _, _ = view.seen
        marks = [mark(west + 30, south + 30)]
        clusters = arrange([(marks, view)]).clusters(marks, view)
        assert freest_corner(view, clusters, 45, ("south-west", "north-east"))[1] > view.bottom + 45


class TestPanels:
    def test_every_month_from_the_first_to_the_last_has_one_the_empty_ones_too(self):
        marks = [mark(start=day, end=day) for day in (date(2019, 11, 30), date(2020, 2, 1))]
        panels = panels_by(marks, "month", speech_of("en"))
        assert [panel.title for panel in panels] == [
            "November 2019",
            "December 2019",
            "January 2020",
            "February 2020",
        ]
        assert [len(panel.marks) for panel in panels] == [1, 0, 0, 1]

    @given(
        st.lists(st.tuples(st.dates(date(2015, 1, 1), date(2019, 12, 31)), st.integers(0, 80)), min_size=1),
        st.booleans(),
    )
    def test_one_that_may_be_of_two_months_is_in_neither(self, spans, lasted):
        spans = [*spans, (date(2016, 1, 1), 0)]
        marks = [
            mark(start=first, end=first + timedelta(days=days), whole_days=lasted) for first, days in spans
        ]
        panels = panels_by(marks, "month", speech_of("en"))
        shown = sum(len(panel.marks) for panel in panels)
        one_month = [m for m in marks if (m.start.year, m.start.month) == (m.end.year, m.end.month)]
        assert shown == (len(marks) if lasted else len(one_month))

    def test_they_share_one_scale_and_say_what_they_leave_out(self, table):
        figure = geoiraq.still(table, by="month").figure
        said = words_on(figure)
        assert [
            words for words in said if words.endswith(" 2020") and words[0] in "JFM" and "to" not in words
        ] == [
            "January 2020",
            "February 2020",
            "March 2020",
        ]
        assert "3 whose date is not known to the month" in " ".join(said)

    def test_more_than_a_sheet_holds_and_none_at_all_are_refused(self):
        early, late = (mark(start=day, end=day) for day in (date(1990, 1, 1), date(2020, 1, 1)))
        with pytest.raises(InputError, match="by year"):
            panels_by([early, late], "month", speech_of("en"))
        assert len(panels_by([early, late], "year", speech_of("en"))) == 31
        with pytest.raises(InputError, match="no incident has a date"):
            panels_by([mark()], "month", speech_of("en"))
        with pytest.raises(InputError, match="month or year"):
            panels_by([early], "day", speech_of("en"))


class TestPalette:
    """The page and the picture look alike, and in grey too."""

    def test_the_page_has_the_same_colours(self, repository):
        source = repository / "geoiraq" / "maps" / "web" / "src"
        style = (source / "style" / "colours.css").read_text(encoding="utf-8")
        for layer, look in palette.looks().items():
            assert set(re.findall(rf"--{layer}: (#\w+);", style)) == {look.colour, look.dark}

    def test_no_layer_is_told_by_its_colour_alone(self):
        looks = palette.looks()
        assert tuple(looks) == LAYERS
        assert (
            len({look.path for look in looks.values()}) == len({look.hatch for look in looks.values()}) == 6
        )


def test_a_point_is_measured_by_the_letters_it_takes():
    assert width("mm", 10) == pytest.approx(2 * width("m", 10), rel=0.02)
    assert width("m", 10) == pytest.approx(9.74 * MM_PER_POINT, rel=0.1)


def test_marks_are_seen_within_a_part_of_the_plane():
    inside, outside = mark(1.0, 1.0), mark(3.0, 1.0)
    assert seen_within([inside, outside], (0, 0, 2, 2)) == [inside]
