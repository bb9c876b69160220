"""The page as its reader meets it: opened from a file, the network off."""

from __future__ import annotations

import re
from datetime import date

import folium
import pandas as pd
import pytest
from shapely.geometry import Point

from geoiraq.incidents.table import to_geodataframe
from geoiraq.maps import incident_map

HOSTILE = [
    "<img src=x onerror=alert(1)>",
    "<script>alert(2)</script>",
    "</script><script>alert(3)</script>",
    "<!--<script>",
    "${alert(4)} `${alert(5)}`",
    "\\1 \\u003cb\\u003e \\",
    "{{ 7 * 7 }} {% raw %}",
    "\u202egnol ton\u202c",
    "a\x00b\u2028c\u2029d",
    "' onmouseover='alert(6)",
    "=HYPERLINK(1)",
    "\ud800 half a character",
    "x" * 4_000,
]

WORDS = [
    "event_type",
    "sub_event_type",
    "actor",
    "target",
    "attribution",
    "toponym",
    "place_name",
    "governorate",
    "district",
    "incident_id",
]


def test_asks_nothing_of_any_host_and_is_silent(look, table):
    opened = look(incident_map(table))
    opened.click("Far Post")
    assert opened.page.locator(".holder").is_visible()
    assert [url.split(":")[0] for url in opened.requests] == ["file"]
    assert opened.noises == []


def test_says_what_it_is(look, table):
    page = look(incident_map(table, title="Withdrawals & attacks", subtitle="Spring 2020")).page
    assert page.title() == "Withdrawals & attacks"
    assert page.locator("h1").inner_text() == "Withdrawals & attacks"
    assert page.locator(".subtitle").inner_text() == "Spring 2020"
    assert page.locator("html").get_attribute("lang") == "en"
    assert "8 incidents from 8 documents" in page.locator(".summary").inner_text()
    assert re.search(r"geoiraq \d+\.\d+.*gazetteer [0-9a-f]{10}", page.locator(".sources").text_content())


def test_every_incident_with_a_place_has_a_mark_and_every_other_is_listed(look, table):
    opened = look(incident_map(table))
    assert opened.marks() == 6
    opened.page.get_by_role("button", name="Not on the map 2").click()
    assert opened.page.locator(".panel .row").count() == 2
    assert "known only to be in Iraq" in opened.row("Iraq").inner_text()
    assert "“Tell Nowhere” could not be placed" in opened.row("Tell Nowhere").inner_text()


def test_what_has_no_place_is_told_and_points_nowhere(look, table):
    opened = look(incident_map(table))
    opened.row("Tell Nowhere").click()
    assert "Sentence 8 of an invented report." in opened.page.locator(".holder .card").inner_text()
    assert opened.page.locator(".chosen").count() == 0


def test_incidents_at_one_place_share_a_mark_that_lists_them(look, table):
    opened = look(incident_map(table))
    page = opened.page
    opened.click("2 incidents around here")
    opened.click("2 incidents around here")
    card = page.locator(".holder .stack")
    assert card.locator(".row").count() == 2
    card.locator(".row", has_text="24 Jan 2020").click()
    assert "Protest" in page.locator(".holder .card h2").inner_text()
    page.get_by_text("all here").click()
    assert card.locator(".row").count() == 2


def test_a_layer_can_be_switched_off_and_on(look, table):
    opened = look(incident_map(table))
    attacks = opened.page.locator("input[data-layer=attack]")
    attacks.uncheck()
    assert opened.marks() == 2
    assert opened.page.locator(".area").count() == 0
    assert "2 of 8 incidents" in opened.page.locator(".summary").inner_text()
    attacks.check()
    assert opened.marks() == 6


def test_bases_are_context_that_can_be_switched_off(look, table):
    opened = look(incident_map(table))
    assert opened.page.locator(".base-icon").count() == 2
    opened.page.locator("input[data-layer=bases]").uncheck()
    assert opened.page.locator(".base-icon").count() == 0
    assert opened.marks() == 6


def test_a_base_tells_who_used_it_and_when_it_was_handed_over(look, table):
    page = look(incident_map(table[:0])).page
    page.get_by_label("Fort Alpha").click()
    told = page.locator(".holder").inner_text()
    for fact in (
        "Fort Alpha",
        "Visiting Force",
        "2016 – 26 March 2020",
        "handed over 26 March 2020",
        "checked against",
    ):
        assert fact in told


def test_the_legend_tells_the_states_of_bases_apart_on_the_day_that_is_shown(look, table):
    page = look(incident_map(table), width=1440, height=900).page
    legend = page.locator(".legend")
    lines = [line for line in legend.inner_text().splitlines() if line]
    assert lines[-4:] == ["Bases on 4 May 2020", "in use", "left or handed over", "no use on record"]
    looks = [
        f"{sign.evaluate('e => getComputedStyle(e).fill')} {sign.bounding_box()['width']:.0f}"
        for sign in page.locator(".legend-bases .shape.base").all()
    ]
    assert len(set(looks)) == 3
    set_handle(page, "Last day shown", "2020-03-01")
    assert "Bases on 1 Mar 2020" in legend.inner_text()
    states = page.locator(".base-icon").evaluate_all("icons => icons.map(icon => icon.dataset.state)")
    assert sorted(states) == ["unknown", "used"]


def test_no_bases_where_none_are_asked_for(look, table):
    page = look(incident_map(table, bases=False)).page
    assert page.locator(".base-icon").count() == 0
    assert page.locator("input[data-layer=bases]").count() == 0


def set_handle(page, name, iso):
    day = (date.fromisoformat(iso) - date(1970, 1, 1)).days
    page.get_by_label(name).evaluate(
        "(handle, day) => { handle.value = day; handle.dispatchEvent(new Event('input', {bubbles: true})); }",
        day,
    )


def test_the_window_of_time_shows_what_may_have_happened_in_it(look, table):
    opened = look(incident_map(table))
    set_handle(opened.page, "First day shown", "2020-01-31")
    set_handle(opened.page, "Last day shown", "2020-02-10")
    rows = opened.page.locator(".panel .row-title").all_inner_texts()
    # January's last day, the first of February, "on or before 4 May", and the two that have no date at all.
    assert sorted(rows) == sorted(["Capital", "Iraq", "North", "Far Post", "Tell Nowhere"])
    assert opened.page.locator(".span").inner_text() == "31 Jan 2020 – 10 Feb 2020"
    opened.page.get_by_text("all time").click()
    assert opened.marks() == 6


def test_the_window_is_moved_with_the_keyboard(look, table):
    page = look(incident_map(table)).page
    handle = page.get_by_label("First day shown")
    handle.focus()
    page.keyboard.press("ArrowRight")
    assert handle.get_attribute("aria-valuetext") == "2 January 2020"
    assert page.locator(".span").inner_text().startswith("2 Jan 2020")


def test_the_window_can_be_dragged_along(look, table):
    page = look(incident_map(table)).page
    set_handle(page, "Last day shown", "2020-01-31")
    window = page.locator(".window").bounding_box()
    middle = (window["x"] + window["width"] / 2, window["y"] + 6)
    page.mouse.move(*middle)
    page.mouse.down()
    page.mouse.move(middle[0] + 200, middle[1], steps=4)
    page.mouse.up()
    first, last = (int(page.get_by_label(f"{end} day shown").input_value()) for end in ("First", "Last"))
    assert last - first == 30
    assert first > (date(2020, 1, 1) - date(1970, 1, 1)).days


def test_a_handle_is_dragged_with_the_mouse_and_the_window_moved_with_keys(look, table):
    page = look(incident_map(table)).page
    track = page.locator(".track").bounding_box()
    y = track["y"] + track["height"] / 2
    page.mouse.move(track["x"] + track["width"], y)
    page.mouse.down()
    page.mouse.move(track["x"] + track["width"] / 2, y, steps=4)
    page.mouse.up()
    # Half of the days from the first of January to the fourth of May.
    last = int(page.get_by_label("Last day shown").input_value())
    assert abs(last - (date(2020, 3, 3) - date(1970, 1, 1)).days) <= 2
    window = page.get_by_role("slider", name="Window of time")
    window.focus()
    page.keyboard.press("ArrowRight")
    assert int(page.get_by_label("Last day shown").input_value()) == last + 1
    assert page.get_by_label("First day shown").get_attribute("aria-valuetext") == "2 January 2020"
    page.keyboard.press("PageUp")
    assert page.get_by_label("Last day shown").get_attribute("aria-valuetext") == "4 May 2020"


@pytest.fixture
def outlier(incident):
    """One incident decades before the others."""
    early = incident(0, date_start=date(1958, 7, 14), geometry=Point(44, 33), place_name="Early")
    march = [
        incident(i, date_start=date(2020, 3, i), geometry=Point(44, 31), place_name=f"Day {i}")
        for i in range(1, 32)
    ]
    return to_geodataframe([early, *march])


def test_an_early_incident_does_not_squeeze_the_others_and_what_is_left_out_is_said(look, outlier):
    page = look(incident_map(outlier), width=1440, height=900).page
    track = page.locator(".track").bounding_box()
    widths = [bar.bounding_box()["width"] for bar in page.locator(".histogram .bar").all()]
    assert len(widths) == 32
    assert min(widths) > track["width"] / 60
    assert page.locator(".left-out").inner_text() == "left out: 15 Jul 1958 – 29 Feb 2020"
    told = page.get_by_role("img", name="No incident is dated from 15 July 1958 to 29 February 2020.")
    assert told.count() == 1
    assert page.locator(".tick", has_text="1958").is_visible()


def test_on_a_cut_axis_every_day_is_reached_with_the_mouse_and_the_keyboard(look, outlier):
    page = look(incident_map(outlier), width=1440, height=900).page
    track = page.locator(".track").bounding_box()
    y = track["y"] + track["height"] / 2
    page.mouse.move(track["x"], y)
    page.mouse.down()
    page.mouse.move(track["x"] + track["width"] * 0.5, y, steps=4)
    page.mouse.up()
    first = page.get_by_label("First day shown")
    assert 18322 < int(first.input_value()) < 18352  # in March 2020
    set_handle(page, "First day shown", "2020-03-01")
    first.focus()
    page.keyboard.press("ArrowLeft")
    assert first.get_attribute("aria-valuetext") == "29 February 2020"
    set_handle(page, "First day shown", "1958-07-14")
    set_handle(page, "Last day shown", "1990-01-01")
    assert page.locator(".panel .row-title").all_inner_texts() == ["Early"]


def test_time_plays_until_it_is_stopped(look, table):
    page = look(incident_map(table)).page
    shown = {page.locator(".span").inner_text()}
    page.get_by_label("Play through time").click()
    for _ in range(3):
        page.wait_for_function(
            "shown => !shown.includes(document.querySelector('.span').value)", arg=[*shown]
        )
        shown.add(page.locator(".span").inner_text())
    page.get_by_label("Pause").click()
    assert page.get_by_label("Play through time").is_visible()
    assert page.get_by_label("Last day shown").get_attribute("aria-valuetext") != "4 May 2020"


def test_time_that_has_played_stands_at_its_end(look, table):
    page = look(incident_map(table)).page
    set_handle(page, "First day shown", "2020-05-01")
    set_handle(page, "Last day shown", "2020-05-03")
    page.get_by_label("Play through time").click()
    page.wait_for_function("() => document.querySelector('.span').textContent.startsWith('2 May 2020')")
    assert page.get_by_label("Play through time").is_visible()


def test_bars_are_of_what_is_asked_for_in_the_layers_colours_and_those_killed_below(look, table):
    page = look(incident_map(table)).page
    assert page.locator(".reported .layer-protest").count() == 1
    assert page.locator(".killed .bar").count() == 1
    page.locator("input[data-layer=protest]").uncheck()
    assert page.locator(".reported .layer-protest").count() == 0
    page.locator("input[data-layer=attack]").uncheck()
    assert page.locator(".killed .bar").count() == 0


def test_bases_are_as_they_were_on_the_last_day_shown(look, table):
    page = look(incident_map(table)).page
    alpha = page.locator(".base-icon[aria-label^='Fort Alpha']")
    assert alpha.get_attribute("aria-label") == "Fort Alpha, handed over 26 March 2020"
    set_handle(page, "Last day shown", "2020-03-01")
    assert alpha.get_attribute("aria-label") == "Fort Alpha, used by Visiting Force"
    assert alpha.get_attribute("data-state") == "used"


def test_the_undated_have_their_own_switch(look, table):
    opened = look(incident_map(table))
    opened.page.get_by_label("undated (2)").uncheck()
    assert opened.marks() == 5
    assert opened.row("Tell Nowhere").count() == 0


def test_days_before_1970_and_across_2001_are_exact(look, incident):
    days = [date(1958, 7, 14), date(1991, 1, 17), date(2001, 9, 9), date(2001, 9, 10)]
    rows = [
        incident(i, date_start=day, geometry=Point(43 + i, 33), place_name=f"Place {i}")
        for i, day in enumerate(days)
    ]
    opened = look(incident_map(to_geodataframe(rows)))
    assert opened.page.locator(".span").inner_text() == "14 Jul 1958 – 10 Sep 2001"
    set_handle(opened.page, "First day shown", "2001-09-10")
    assert opened.page.locator(".panel .row-title").all_inner_texts() == ["Place 3"]
    set_handle(opened.page, "First day shown", "1958-07-14")
    set_handle(opened.page, "Last day shown", "1958-07-14")
    assert opened.page.locator(".panel .row-title").all_inner_texts() == ["Place 0"]


def test_the_card_tells_everything_with_its_evidence(look, table):
    opened = look(incident_map(table))
    opened.row("Fort Alpha").click()
    card = opened.page.locator(".holder .card")
    told = card.inner_text()
    for fact in (
        "Attack",
        "11 March 2020",
        "unknown gunmen",
        "Visiting Force",
        "blamed on a militia",
        "3 killed (2 to 5), 14 injured",
        "at Fort Alpha",
        "within 2 km",
        "Rockets struck the fort on Wednesday, killing three.",
        "Report 1",
        "The Wire, 2 April 2020",
    ):
        assert fact in told
    link = card.get_by_role("link", name="Report 1")
    assert link.get_attribute("href") == "https://example.org/"
    assert link.get_attribute("rel") == "noopener noreferrer"
    assert link.get_attribute("referrerpolicy") == "no-referrer"


@pytest.mark.parametrize(
    ("place", "words"),
    [
        ("Capital", "some time in January 2020"),
        ("North", "on or before 4 May 2020"),
        ("North", "somewhere in North governorate"),
        ("Far Post", "not dated"),
    ],
)
def test_the_card_claims_no_more_than_is_known(look, table, place, words):
    opened = look(incident_map(table))
    opened.row(place).first.click()
    assert words in opened.page.locator(".holder .card").inner_text()


@pytest.mark.parametrize("width", [360, 1200])
@pytest.mark.parametrize("name", ["Withdrawal, Fort Beta, 26 Mar 2020", "Attack, Far Post, not dated"])
def test_a_card_covers_neither_its_mark_nor_the_edge(look, table, width, name):
    opened = look(incident_map(table), width=width, height=740)
    frame = opened.page.locator(".folium-map").bounding_box()
    opened.click(name)
    opened.page.locator(".holder").wait_for()
    card, mark = opened.page.locator(".holder").bounding_box(), opened.where(name)
    for at, size in (("x", "width"), ("y", "height")):
        assert frame[at] <= card[at]
        assert card[at] + card[size] <= frame[at] + frame[size]
    over = all(
        card[at] <= m <= card[at] + card[size]
        for m, at, size in zip(mark, "xy", ("width", "height"), strict=True)
    )
    assert not over


def test_an_area_is_drawn_as_an_area_and_has_a_tag_and_no_mark(look, table):
    opened = look(incident_map(table))
    assert opened.page.locator("path.area").count() == 1
    assert opened.mark("somewhere in North governorate").get_attribute("data-kind") == "tag"
    assert opened.mark("Fort Beta").get_attribute("data-kind") == "symbol"
    assert opened.mark("around here").get_attribute("data-kind") == "ring"
    opened.click("somewhere in North governorate")
    assert "somewhere in North governorate" in opened.page.locator(".holder .card").inner_text()
    assert opened.page.locator("path.area.marked").count() == 1


def test_a_mark_is_reached_and_left_with_the_keyboard(look, table):
    opened = look(incident_map(table))
    page = opened.page
    assert page.locator("canvas.marks button[tabindex='0']").count() == 1
    page.locator("canvas.marks button[tabindex='0']").focus()
    seen = {page.evaluate("document.activeElement.textContent")}
    for _ in range(5):
        page.keyboard.press("ArrowRight")
        seen.add(page.evaluate("document.activeElement.textContent"))
    assert seen == set(page.locator("canvas.marks button").all_text_contents())
    opened.mark("Withdrawal, Fort Beta, 26 Mar 2020").focus()
    assert page.locator(".caption").inner_text() == "Withdrawal, Fort Beta, 26 Mar 2020"
    page.keyboard.press("Enter")
    assert "Fort Beta" in page.locator(".holder .card").inner_text()
    page.keyboard.press("Escape")
    page.locator(".holder").wait_for(state="hidden")


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: ascii(text[:24]))
def test_hostile_text_is_text_in_every_field(look, incident, text):
    words = dict.fromkeys(WORDS, text)
    row = incident(1, geometry=Point(44, 33), date_start=date(2020, 1, 1), quote=text, **words)
    frame = to_geodataframe([row])
    frame.at[0, "evidence"] = [
        {"document": text, "title": text, "publisher": text, "published": text, "url": text, "quote": text}
    ]
    bases = to_geodataframe([incident(1, geometry=Point(45, 32))]).assign(
        name=pd.Series([text], dtype=object)
    )
    plain = look(incident_map(to_geodataframe([incident(1, geometry=Point(44, 33))]), bases)).page
    opened = look(incident_map(frame, bases, title=text, subtitle=text))
    opened.page.locator("canvas.marks button").dispatch_event("click")
    assert opened.page.locator("script").count() == plain.locator("script").count()
    assert opened.page.locator("img, iframe, object").count() == 0
    quote = opened.page.locator(".holder blockquote").evaluate("quote => quote.textContent")
    assert quote == text.strip()
    assert opened.page.locator(".card a").count() == 0
    assert opened.noises == []
    assert len(opened.requests) == 1


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "data:text/html,x",
        "file:///etc/passwd",
        "//example.org",
        "x",
    ],
)
def test_only_web_addresses_become_links(look, incident, url):
    frame = to_geodataframe([incident(1, geometry=Point(44, 33))])
    frame.at[0, "evidence"] = [{**frame.at[0, "evidence"][0], "url": url}]
    opened = look(incident_map(frame))
    opened.page.locator("canvas.marks button").dispatch_event("click")
    assert opened.page.locator("blockquote").count() == 1
    assert opened.page.locator(".card a, .sources a[href*='javascript']").count() == 0


def test_folium_layers_of_the_users_own_are_drawn_offline(look, table):
    drawn = incident_map(table)
    group = folium.FeatureGroup(name="mine").add_to(drawn)
    folium.Marker([32, 42], popup="Mine <b>bold</b>", tooltip="hello").add_to(group)
    folium.Marker([31, 43], icon=folium.Icon(color="red")).add_to(drawn)
    folium.GeoJson({"type": "Point", "coordinates": [41, 33]}).add_to(drawn)
    folium.LayerControl().add_to(drawn)
    opened = look(drawn)
    marker = opened.page.locator("img.leaflet-marker-icon").first
    assert marker.evaluate("image => image.complete && image.naturalWidth > 0")
    marker.click()
    assert opened.page.locator(".leaflet-popup b").inner_text() == "bold"
    assert opened.noises == []
    assert {url.split(":")[0] for url in opened.requests} <= {"file", "data"}


def test_it_shows_in_a_notebook_cell(look, table, tmp_path):
    cell = tmp_path / "cell.html"
    cell.write_text(
        f"<!DOCTYPE html><meta charset=utf-8>{incident_map(table)._repr_html_()}", encoding="utf-8"
    )
    opened = look(cell)
    marks = opened.page.frame_locator("iframe").locator("canvas.marks button")
    marks.first.wait_for(state="attached")
    assert marks.count() >= 4
    assert opened.noises == []


def test_an_empty_table_is_a_map_of_the_country(look, table):
    opened = look(incident_map(table[:0]))
    assert opened.page.locator("path.home").count() == 1
    assert "0 incidents" in opened.page.locator(".summary").inner_text()
    assert opened.noises == []


@pytest.mark.parametrize("width", [360, 768, 1440])
def test_nothing_runs_over_the_edge(look, table, width):
    page = look(incident_map(table, title="A title of some length, " * 6), width=width, height=740).page
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.evaluate("document.documentElement.scrollHeight") <= 740


def test_on_a_phone_the_list_is_a_sheet_that_pulls_up(look, table):
    opened = look(incident_map(table), width=360, height=740, has_touch=True, is_mobile=True)
    content = opened.page.locator(".panel-content")
    assert not content.is_visible()
    opened.page.get_by_label("Show or hide the list").click()
    assert content.is_visible()
    opened.row("Fort Alpha").click()
    assert not content.is_visible()
    assert opened.page.locator(".holder").is_visible()
