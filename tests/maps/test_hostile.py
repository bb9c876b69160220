"""Hostile text in every field, opened in a real browser: nothing runs and nothing is lost."""

from __future__ import annotations

import json
import random

import geopandas as gpd
from shapely.geometry import Point

from geoiraq.maps import incident_map

#: What breaks pages, scripts, templates, style sheets, addresses, spreadsheets and the order of letters.
SNIPPETS = [
    *(
        "<script>alert(1)</script>",
        "</script>",
        "<!--",
        "-->",
        "<img src=x onerror=alert(1)>",
        "<svg onload=alert(1)>",
    ),
    *(
        "</title>",
        "</style>",
        "]]>",
        "<iframe srcdoc='<script>alert(1)</script>'>",
        "&lt;b&gt;",
        "&#x3c;",
        "&amp;",
    ),
    *(
        "{{7*7}}",
        "{%raw%}",
        "${alert(1)}",
        "`",
        "\\",
        "\\u003c",
        "\\x3c",
        "\\n",
        "'",
        '"',
        "'-alert(1)-'",
        "%3Cscript%3E",
    ),
    *(
        "=HYPERLINK(1)",
        "+1",
        "-1",
        "@SUM(1)",
        "\t=1",
        "\u202e",
        "\u202c",
        "\u2066",
        "\u200f",
        "\u2028",
        "\u2029",
    ),
    *(
        "\x00",
        "\x07",
        "\x1b[31m",
        "\ufeff",
        "\ufffe",
        "\u0301" * 40,
        "سامراء",
        "هەولێر",
        "😀",
        "\U000e0001",
        "a" * 300,
    ),
    *(
        "javascript:alert(1)",
        "data:text/html,<script>alert(1)</script>",
        "__proto__",
        "constructor",
        "toString",
    ),
]
WORDS = [
    "event_type",
    "sub_event_type",
    "actor",
    "target",
    "attribution",
    "destination",
    "toponym",
    "place_name",
]
WORDS += ["place_id", "governorate", "district", "basis", "incident_id"]
DOCUMENT = ["document", "title", "publisher", "published", "url"]
ROWS = 40
MEGABYTE = 1_000_000


def corpus() -> gpd.GeoDataFrame:
    """Every snippet in every field, alone and beside others; one text of a megabyte."""
    chance = random.Random(5)

    def text(number: int) -> str:
        return f"{''.join(chance.choices(SNIPPETS, k=chance.randint(1, 5)))} {number}".strip()

    columns = {name: [text(i) for i in range(ROWS)] for name in WORDS}
    evidence = [
        [{**{name: text(i) for name in DOCUMENT}, "quote": text(i), "start": 0, "end": 9} for _ in range(2)]
        for i in range(ROWS)
    ]
    evidence[0][0]["quote"] = "<b>\u202e&" * (MEGABYTE // 5)
    return gpd.GeoDataFrame(
        {
            "layer": ["attack"] * ROWS,
            "date_start": ["2020-01-01"] * ROWS,
            **columns,
            "evidence": evidence,
        },
        geometry=[Point(39 + i / 5, 33) for i in range(ROWS)],
        crs="EPSG:4326",
    )


def test_nothing_runs_and_nothing_is_lost(look, table):
    rows = corpus()
    hostile = "".join(SNIPPETS)
    plain = look(incident_map(table)).page.locator("script").count()
    opened = look(incident_map(rows, title=hostile, subtitle=hostile))
    page = opened.page
    with page.expect_download() as download:
        page.get_by_role("button", name="GeoJSON").click()
    written = json.loads(download.value.path().read_text(encoding="utf-8"))["features"]
    for feature, row in zip(written, rows.to_dict("records"), strict=True):
        for name in WORDS:
            assert feature["properties"][name] == row[name]
        for told, given in zip(feature["properties"]["evidence"], row["evidence"], strict=True):
            assert {name: told[name] for name in [*DOCUMENT, "quote"]} == {
                name: given[name].strip() for name in [*DOCUMENT, "quote"]
            }
    assert page.locator("script").count() == plain
    assert page.locator("img, iframe, object, embed, form").count() == 0
    assert opened.noises == []
    assert {url.split(":")[0] for url in opened.requests} <= {"file", "blob"}


def test_every_card_shows_its_text_as_text(look):
    rows = corpus()[1:8]
    # What every object of a script has stands for no name.
    rows["place_id"] = ["constructor", "__proto__", "toString", "valueOf", "hasOwnProperty", "", "x"]
    rows["basis"] = rows["place_id"]
    opened = look(incident_map(rows))
    page = opened.page
    for number in range(len(rows)):
        page.locator(".panel .row").nth(number).click()
        quotes = page.locator(".holder blockquote").evaluate_all("all => all.map(quote => quote.textContent)")
        assert quotes in [[report["quote"] for report in reports] for reports in rows["evidence"]]
        assert page.locator(".holder .card a").count() == 0
        assert "native code" not in page.locator(".holder").inner_text()
        page.keyboard.press("Escape")
    assert opened.noises == []


def test_a_megabyte_is_shown_in_part_and_whole_when_asked_for(look):
    rows = corpus()[:1]
    rows.at[0, "evidence"] = [{"document": "a", "quote": "<b>&" * (MEGABYTE // 4)}]
    opened = look(incident_map(rows))
    opened.page.locator(".panel .row").click()
    quote = opened.page.locator(".holder blockquote")
    assert len(quote.text_content()) < MEGABYTE / 100
    quote.get_by_role("button").click()
    assert quote.text_content() == rows.at[0, "evidence"][0]["quote"]
    assert opened.noises == []
