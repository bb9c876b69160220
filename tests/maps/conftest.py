"""A small invented country, incidents in it, and a real browser to look at them with."""

from __future__ import annotations

import importlib.util
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from shapely.geometry import Point, box, mapping

from geoiraq.incidents.incident import Evidence, Incident
from geoiraq.incidents.table import to_geodataframe

PLACES = """place_id,name,kind,latitude,longitude,radius_km,country,governorate,district,also_in,prominence,\
names_en,names_ar,names_ku,names_kmr,source,licence,checked,checked_against,note
capital,Capital,city,33.3,44.4,15,IQ,middle,,,9,,العاصمة,,,curated,MIT,no,,
northtown,Northtown,city,36.3,43.1,8,IQ,north,,,7,,,,,curated,MIT,no,,
middle,Middle,governorate,33.3,44.0,80,IQ,middle,,,7,,,,,curated,MIT,no,,
fort-alpha,Fort Alpha,base,34.2,43.2,3,IQ,middle,,,5,,,,,curated,MIT,yes,curated,
fort-beta,Fort Beta,base,35.9,42.8,3,IQ,north,,,5,,,,,curated,MIT,no,,
"""
PRESENCE = """place_id,force,from,until,handed_over,note,source
fort-alpha,Visiting Force,2016,2020-03-26,2020-03-26,left by road,curated
"""


@pytest.fixture(scope="session")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A gazetteer's folder of a country that is easily seen through."""
    folder = tmp_path_factory.mktemp("gazetteer")
    (folder / "places").mkdir()
    (folder / "places" / "places.csv").write_text(PLACES, encoding="utf-8")
    (folder / "presence.csv").write_text(PRESENCE, encoding="utf-8")
    home, abroad = box(39, 29.5, 48.5, 37.3), box(30, 20, 39, 40)
    north, middle = box(39, 35, 48.5, 37.3), box(39, 29.5, 48.5, 35)
    write_features(folder / "basemap" / "countries.geojson", [("IQ", "Home", home), ("SY", "Abroad", abroad)])
    write_features(
        folder / "basemap" / "rivers.geojson", [("", "Broad River", home.exterior.intersection(north))]
    )
    write_features(folder / "basemap" / "lakes.geojson", [("", "Clear Lake", Point(45, 31).buffer(0.3))])
    write_features(
        folder / "outlines" / "governorates.geojson", [("", "North", north), ("", "Middle", middle)]
    )
    return folder


def write_features(file: Path, shapes: list[tuple[str, str, Any]]) -> None:
    file.parent.mkdir(exist_ok=True)
    features = [
        {
            "type": "Feature",
            "properties": {"iso2": code, "name": name, "place_id": name.lower()},
            "geometry": mapping(s),
        }
        for code, name, s in shapes
    ]
    file.write_text(json.dumps({"type": "FeatureCollection", "features": features}), encoding="utf-8")


@pytest.fixture(scope="session", autouse=True)
def _small_country(data: Path) -> Iterator[None]:
    from geoiraq.maps import draw
    from geoiraq.places.gazetteer import read_gazetteer

    places = read_gazetteer(data)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(draw, "data_folder", lambda: data)
        patch.setattr(draw, "gazetteer", lambda: places)
        yield


Make = Callable[..., Incident]


def make_incident(number: int = 1, **facts: Any) -> Incident:
    """An incident of which a test says what matters to it."""
    quote = facts.pop("quote", f"Sentence {number} of an invented report.")
    report = Evidence(
        f"report-{number}",
        f"Report {number}",
        "The Wire",
        date(2020, 4, 2),
        "https://example.org/",
        quote,
        0,
        len(quote),
    )
    start = facts.get("date_start")
    plain: dict[str, Any] = {
        "incident_id": f"incident-{number}",
        "layer": "attack",
        "event_type": "",
        "sub_event_type": "",
        "date_start": None,
        "date_end": start,
        "date_precision": 1 if start else None,
        "actor": "",
        "target": "",
        "attribution": "",
        "fatalities_low": None,
        "fatalities_best": None,
        "fatalities_high": None,
        "injured": None,
        "toponym": "",
        "place_id": "",
        "place_name": "",
        "governorate": "",
        "district": "",
        "basis": "site",
        "radius_km": 2.0,
        "where_precision": 1,
        "acled_geo_precision": 1,
        "geometry": None,
        "footprint": None,
        "confidence": 0.9,
        "documents": (report.document,),
        "reports": 1,
        "evidence": (report,),
    }
    return Incident(**{**plain, **facts})


@pytest.fixture(scope="session")
def incident() -> Make:
    return make_incident


@pytest.fixture(scope="session")
def table() -> Any:
    """One incident of every kind that the page treats in its own way."""
    return to_geodataframe(
        [
            make_incident(
                1,
                date_start=date(2020, 3, 11),
                geometry=Point(43.2, 34.2),
                place_name="Fort Alpha",
                actor="unknown gunmen",
                target="Visiting Force",
                attribution="blamed on a militia",
                fatalities_low=2,
                fatalities_best=3,
                fatalities_high=5,
                injured=14,
                quote="Rockets struck the fort on Wednesday, killing three.",
            ),
            make_incident(
                2,
                layer="withdrawal",
                date_start=date(2020, 3, 26),
                geometry=Point(42.8, 35.9),
                place_name="Fort Beta",
            ),
            make_incident(
                3,
                layer="protest",
                date_start=date(2020, 1, 24),
                geometry=Point(44.4, 33.3),
                place_name="Capital",
                basis="settlement",
            ),
            make_incident(
                4,
                date_start=date(2020, 1, 1),
                date_end=date(2020, 1, 31),
                date_precision=3,
                geometry=Point(44.4, 33.3),
                place_name="Capital",
                basis="settlement",
            ),
            make_incident(
                5,
                date_end=date(2020, 5, 4),
                geometry=Point(43.75, 36.15),
                footprint=box(39, 35, 48.5, 37.3),
                basis="governorate",
                place_name="North",
                radius_km=110.0,
            ),
            make_incident(6, geometry=Point(46, 31), place_name="Far Post"),
            make_incident(7, date_start=date(2020, 2, 1), basis="country", place_name="Iraq"),
            make_incident(8, basis="unknown", toponym="Tell Nowhere"),
        ]
    )


@pytest.fixture(scope="session")
def browser(repository: Path) -> Iterator[Any]:
    """A real Chromium, for the whole session."""
    from playwright.sync_api import sync_playwright

    spec = importlib.util.spec_from_file_location("browser", repository / "scripts" / "browser.py")
    assert spec is not None
    assert spec.loader is not None
    finder = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(finder)
    path = finder.find_browser()
    if path is None:
        pytest.fail("no browser: python scripts/browser.py gets one")
    arguments = ["--no-sandbox", "--disable-background-networking", "--disable-gpu"]
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=arguments)
        yield chromium
        chromium.close()


#: WCAG 2.2 AA, and what axe holds for good practice beyond it.
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
#: WCAG lets pins of a map stand where the places are, however close, and what stands for a time be as narrow as that
#: (its handles move it too); all else is large enough to be touched.
AUDIT = """async rules => {
    // What users add with folium, and how it is named, is theirs.
    const {violations} = await axe.run({exclude: [".leaflet-marker-pane"]}, {
        runOnly: rules, resultTypes: ["violations"], rules: {"target-size": {enabled: false}}});
    const touched = await axe.run({exclude: [".leaflet-map-pane", ".window"]}, {
        runOnly: {type: "rule", values: ["target-size"]}});
    return [...violations, ...touched.violations].flatMap(({id, help, nodes}) =>
        nodes.map(({target, failureSummary}) => `${id} (${help}): ${target}: ${failureSummary}`));
}"""


@dataclass
class Opened:
    """A page in the browser and what it did that it should not."""

    page: Any
    requests: list[str] = field(default_factory=list)
    noises: list[str] = field(default_factory=list)

    def violations(self) -> list[str]:
        """What axe finds against the accessibility of the page as it stands."""
        self.page.evaluate((files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8"))
        return list(self.page.evaluate(AUDIT, RULES))

    def row(self, text: str) -> Any:
        """The row of an incident in the panel's table."""
        return self.page.locator(".panel .row", has_text=text)

    def marks(self) -> int:
        """How many incidents have a mark, those that share one included."""
        return int(self.page.locator("canvas.marks").get_attribute("data-incidents"))

    def mark(self, name: str) -> Any:
        """The button that stands for a mark where the canvas cannot be seen."""
        return self.page.locator("canvas.marks button", has_text=name)

    def where(self, name: str) -> tuple[float, float]:
        """Where on the page a mark is painted."""
        frame = self.page.locator(".folium-map").bounding_box()
        x, y = (float(self.mark(name).get_attribute(f"data-{axis}")) for axis in "xy")
        return frame["x"] + x, frame["y"] + y

    def click(self, name: str) -> None:
        """Click where a mark is painted."""
        self.page.mouse.click(*self.where(name))


@pytest.fixture
def look(browser: Any, tmp_path: Path) -> Iterator[Callable[..., Opened]]:
    """Open a map from its file, the network off; afterwards it has asked nothing, said nothing and hindered nobody."""
    contexts = []
    everything = []

    def open_page(drawn: Any, width: int = 1200, height: int = 800, **settings: Any) -> Opened:
        file = drawn if isinstance(drawn, Path) else tmp_path / "map.html"
        if file is not drawn:
            drawn.save(file)
        context = browser.new_context(viewport={"width": width, "height": height}, offline=True, **settings)
        contexts.append(context)
        context.set_default_timeout(5000)
        opened = Opened(context.new_page())
        everything.append(opened)
        opened.page.on("request", lambda request: opened.requests.append(request.url))
        opened.page.on("console", lambda message: opened.noises.append(message.text))
        opened.page.on("pageerror", lambda error: opened.noises.append(str(error)))
        opened.page.on("dialog", lambda dialog: (opened.noises.append(dialog.message), dialog.dismiss()))
        opened.page.goto(file.as_uri())
        opened.page.locator("main[aria-busy=false], iframe").wait_for()
        return opened

    yield open_page
    for opened in everything:
        assert {url.split(":")[0] for url in opened.requests} <= {"file", "data", "blob"}
        assert opened.noises == []
        if opened.page.locator("main.geoiraq").count() == 1:
            assert opened.violations() == []
    for context in contexts:
        context.close()
