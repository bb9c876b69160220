"""Online geocoders, against a server of our own that answers as Nominatim and Photon do."""

from __future__ import annotations

import json
import sqlite3
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

import geopandas as gpd
import pandas as pd
import pytest
from geopy.extra import rate_limiter
from geopy.geocoders.base import options
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from geoiraq.errors import GeocodingError, GeoiraqError, InputError
from geoiraq.places.geocoding.online import GIVE_UP_AFTER, RETRY_SECONDS, geocode_frame, online

AGENT = "river-survey/1.0 (maps@example.org)"
PROVIDERS = ("nominatim", "photon")


def nominatim(name: str, latitude: float, longitude: float, country: str) -> dict:
    return {
        "place_id": 221,
        "licence": "Data © OpenStreetMap contributors, ODbL 1.0",
        "osm_type": "node",
        "osm_id": 27,
        "lat": str(latitude),
        "lon": str(longitude),
        "category": "place",
        "type": "city",
        "importance": 0.5,
        "addresstype": "city",
        "name": name,
        "display_name": f"{name}, somewhere",
        "address": {"city": name, "country_code": country},
        "boundingbox": ["35.3", "35.6", "44.2", "44.5"],
    }


def photon(name: str, latitude: float, longitude: float, country: str) -> dict:
    return {
        "type": "Feature",
        "properties": {
            "osm_type": "N",
            "osm_id": 27,
            "osm_key": "place",
            "osm_value": "city",
            "type": "city",
            "countrycode": country.upper(),
            "name": name,
            "country": "somewhere",
        },
        "geometry": {"type": "Point", "coordinates": [longitude, latitude]},
    }


def answer(provider: str, *found: tuple[str, float, float, str]) -> bytes:
    if provider == "nominatim":
        return json.dumps([nominatim(*place) for place in found]).encode()
    return json.dumps({"type": "FeatureCollection", "features": [photon(*p) for p in found]}).encode()


KIRKUK = ("Kirkuk", 35.4687, 44.3922, "iq")
RAQQA = ("Raqqa", 35.9528, 39.0079, "sy")
BAGHDAD_IN_ARIZONA = ("Bagdad", 34.58, -113.2, "us")
ISTANBUL = ("Istanbul", 41.01, 28.95, "tr")
BEIRUT = ("Beirut", 33.89, 35.5, "lb")


class Service(ThreadingHTTPServer):
    """Answers what it is told to, and remembers what it was asked."""

    daemon_threads = True
    block_on_close = False

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.status, self.headers, self.body = 200, {}, b"[]"
        self.failures_first = 0
        self.asked: list[dict[str, list[str]]] = []
        self.paths: list[str] = []
        self.agents: list[str | None] = []
        self.hold: threading.Event | None = None

    def says(self, body: bytes, status: int = 200, **headers: str) -> None:
        self.body, self.status, self.headers = body, status, headers


class Handler(BaseHTTPRequestHandler):
    server: Service

    def do_GET(self) -> None:
        service = self.server
        url = urlsplit(self.path)
        service.asked.append(parse_qs(url.query, encoding="utf-8"))
        service.paths.append(url.path)
        service.agents.append(self.headers["User-Agent"])
        if service.hold is not None:
            service.hold.wait(30)
            return  # whoever asked has gone
        failing = len(service.asked) <= service.failures_first
        self.send_response(503 if failing else service.status)
        for name, value in service.headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.send_header("Content-Type", "application/json; charset=utf-8")
        self.send_header("Content-Length", str(len(service.body)))
        self.end_headers()
        self.wfile.write(service.body)

    def log_message(self, *_: object) -> None:
        pass


class Clock:
    """Time that passes only when someone sleeps."""

    def __init__(self) -> None:
        self.now, self.slept = 0.0, []

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.now += seconds


@pytest.fixture
def service() -> Iterator[Service]:
    server = Service()
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield server
    if server.hold is not None:
        server.hold.set()
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture(autouse=True)
def clock(monkeypatch) -> Clock:
    clock = Clock()
    monkeypatch.setattr(rate_limiter, "sleep", clock.sleep)
    monkeypatch.setattr(rate_limiter, "default_timer", lambda: clock.now)
    return clock


@pytest.fixture
def geocoder_of(service, tmp_path):
    def make(provider="nominatim", **settings):
        defaults = {"user_agent": AGENT, "cache": tmp_path / "answers.sqlite", "min_delay_seconds": 0}
        domain = f"127.0.0.1:{service.server_port}"
        return online(provider, domain=domain, scheme="http", **{**defaults, **settings})

    return make


@pytest.mark.parametrize("provider", PROVIDERS)
def test_an_address_is_found(provider, service, geocoder_of):
    service.says(answer(provider, KIRKUK))
    location = geocoder_of(provider).geocode("Kirkuk, Iraq")
    assert (location.latitude, location.longitude) == (35.4687, 44.3922)
    assert location.address == "Kirkuk, somewhere"
    assert "27" in json.dumps(location.raw)


@pytest.mark.parametrize("provider", PROVIDERS)
def test_the_service_learns_who_asks_and_where_to_look(provider, service, geocoder_of):
    geocoder_of(provider)
    assert service.asked == []
    service.says(answer(provider))
    geocoder_of(provider).geocode("الموصل")
    (asked,) = service.asked
    assert asked["q"] == ["الموصل"]
    assert service.agents == [AGENT]
    west, south, east, north = map(float, (asked.get("viewbox") or asked["bbox"])[0].split(","))
    assert west < 38.8 < 48.6 < east
    assert south < 29.1 < 37.4 < north
    if provider == "nominatim":
        assert asked["countrycodes"] == ["iq,sy,ir,tr,jo,kw,sa"]
        assert asked["bounded"] == ["1"]


@pytest.mark.parametrize("provider", PROVIDERS)
def test_what_lies_elsewhere_is_no_answer_though_the_server_gives_it(provider, service, geocoder_of):
    service.says(answer(provider, BAGHDAD_IN_ARIZONA, BEIRUT, ISTANBUL, RAQQA))
    geocoder = geocoder_of(provider)
    assert geocoder.geocode("Raqqa").address == "Raqqa, somewhere"
    assert len(geocoder.geocode("Raqqa", exactly_one=False)) == 1


@pytest.mark.parametrize("provider", PROVIDERS)
def test_a_place_that_the_service_does_not_know_is_none(provider, service, geocoder_of):
    service.says(answer(provider))
    assert geocoder_of(provider).geocode("Atlantis") is None
    assert geocoder_of(provider).geocode("Atlantis", exactly_one=False) == []


@pytest.mark.parametrize("agent", ["", "  ", None, options.default_user_agent, "geopy/9", "my-application"])
@pytest.mark.parametrize("provider", PROVIDERS)
def test_who_does_not_say_who_asks_is_refused(provider, agent, geocoder_of):
    with pytest.raises(InputError, match="name your program"):
        geocoder_of(provider, user_agent=agent)


@pytest.mark.parametrize("agent", ["survey\r\nX-Evil: 1", "مسح/1", "a\x00b"])
def test_a_user_agent_cannot_smuggle_a_header(agent, geocoder_of):
    with pytest.raises(InputError, match="header"):
        geocoder_of(user_agent=agent)


@pytest.mark.parametrize("settings", [{"provider": "bing"}, {"min_delay_seconds": -1}])
def test_settings_that_make_no_sense_are_refused(settings, geocoder_of):
    with pytest.raises(InputError):
        geocoder_of(**settings)


def test_a_scheme_that_is_none_of_the_web_is_refused(tmp_path):
    with pytest.raises(InputError, match="schemes"):
        online("photon", user_agent=AGENT, cache=tmp_path / "c", scheme="file")


class TestCache:
    def test_a_question_is_asked_once(self, service, geocoder_of):
        service.says(answer("nominatim", KIRKUK))
        geocoder = geocoder_of()
        first = geocoder.geocode("Kirkuk")
        assert geocoder.geocode("  Kirkuk\n") == first
        assert geocoder_of().geocode("Kirkuk") == first
        assert len(service.asked) == 1

    def test_not_found_is_an_answer_and_kept(self, service, geocoder_of):
        for _ in range(2):
            assert geocoder_of().geocode("Atlantis") is None
        assert len(service.asked) == 1

    def test_a_failure_is_not_kept(self, service, geocoder_of):
        service.says(b"", status=401)
        with pytest.raises(GeocodingError):
            geocoder_of().geocode("Kirkuk")
        service.says(answer("nominatim", KIRKUK))
        assert geocoder_of().geocode("Kirkuk")

    def test_services_do_not_share_answers(self, service, geocoder_of):
        service.says(answer("nominatim", KIRKUK))
        geocoder_of("nominatim").geocode("Kirkuk")
        service.says(answer("photon"))
        assert geocoder_of("photon").geocode("Kirkuk") is None

    def test_it_stands_before_the_rate_limiter(self, service, geocoder_of, clock):
        service.says(answer("nominatim", KIRKUK))
        geocoder = geocoder_of(min_delay_seconds=1.0)
        for _ in range(50):
            geocoder.geocode("Kirkuk")
        assert clock.slept == []

    def test_a_file_that_is_no_cache_is_named_and_left_alone(self, tmp_path, geocoder_of, service):
        file = tmp_path / "notes.txt"
        file.write_text("not a database, but dear to someone " * 50)
        with pytest.raises(GeocodingError, match=r"notes\.txt cannot be used"):
            geocoder_of(cache=file).geocode("Kirkuk")
        assert file.read_text().startswith("not a database")
        assert service.asked == []

    def test_a_folder_that_is_not_there_is_named(self, tmp_path, geocoder_of):
        with pytest.raises(GeocodingError, match="cannot be used"):
            geocoder_of(cache=tmp_path / "nowhere" / "answers.sqlite").geocode("Kirkuk")

    @pytest.mark.parametrize(
        "kept", ["", "{", "5", '[{"address": "x"}]', '[{"address":"x","latitude":"n"}]', '"x"']
    )
    def test_a_damaged_answer_is_no_answer(self, kept, tmp_path, service, geocoder_of):
        service.says(answer("nominatim", KIRKUK))
        geocoder_of().geocode("Kirkuk")
        with closing(sqlite3.connect(tmp_path / "answers.sqlite")) as connection, connection:
            connection.execute("update answers set answer = ?", (kept,))
        with pytest.raises(GeocodingError, match="holds what is no answer"):
            geocoder_of().geocode("Kirkuk")

    def test_threads_may_share_it(self, service, geocoder_of):
        service.says(answer("nominatim", KIRKUK))
        geocoder = geocoder_of()
        with ThreadPoolExecutor(8) as pool:
            found = list(pool.map(geocoder.geocode, [f"Kirkuk {n % 10}" for n in range(80)]))
        assert all(location.address == "Kirkuk, somewhere" for location in found)


class TestPatience:
    def test_questions_are_as_far_apart_as_was_said(self, service, geocoder_of, clock):
        geocoder = geocoder_of(min_delay_seconds=1.5)
        for name in ("Kirkuk", "Mosul", "Basra"):
            geocoder.geocode(name)
        assert clock.slept == [1.5, 1.5]

    def test_a_service_that_stumbles_is_asked_once_more(self, service, geocoder_of, clock):
        service.says(answer("nominatim", KIRKUK))
        service.failures_first = 1
        assert geocoder_of().geocode("Kirkuk").address == "Kirkuk, somewhere"
        assert clock.slept == [RETRY_SECONDS]
        assert len(service.asked) == 2

    @pytest.mark.parametrize(
        ("status", "reason"),
        [(500, "failed: .*500"), (502, "failed"), (503, "in time"), (504, "in time")],
    )
    def test_one_that_stays_down_is_a_failure(self, status, reason, service, geocoder_of):
        service.says(b"<h1>down</h1>", status=status)
        with pytest.raises(GeocodingError, match=reason):
            geocoder_of().geocode("Kirkuk")
        assert len(service.asked) == 2

    @pytest.mark.parametrize(
        ("status", "reason"),
        [
            (400, "does not understand"),
            (401, "refuses"),
            (402, "fewer questions"),
            (403, "refuses"),
            (429, "fewer questions"),
        ],
    )
    def test_one_that_says_no_is_not_asked_again(self, status, reason, service, geocoder_of):
        service.says(b"no", status=status)
        with pytest.raises(GeocodingError, match=reason):
            geocoder_of().geocode("Kirkuk")
        assert len(service.asked) == 1

    def test_how_long_it_asks_to_be_left_alone_is_passed_on(self, service, geocoder_of):
        service.says(b"", status=429, Retry_After="120")
        with pytest.raises(GeocodingError, match="for 120 s"):
            geocoder_of().geocode("Kirkuk")
        assert len(service.asked) == 1

    def test_one_that_does_not_answer_in_time_is_a_failure(self, service, geocoder_of):
        service.hold = threading.Event()
        with pytest.raises(GeocodingError, match="did not answer in time"):
            geocoder_of(timeout=0.1).geocode("Kirkuk")
        assert len(service.asked) == 2

    def test_one_that_is_not_there_is_a_failure(self, tmp_path, service):
        port = service.server_port
        service.server_close()
        nobody = online(
            "photon", user_agent=AGENT, cache=tmp_path / "c", domain=f"127.0.0.1:{port}", scheme="http"
        )
        with pytest.raises(GeocodingError):
            nobody.geocode("Kirkuk")


MALFORMED = [
    *(b"", b"<html>busy</html>", b"{", b"\xff\xfe", b"null1", b"[" * 100_000),
    *(
        b"5",
        b'"text"',
        b"true",
        b"[5]",
        b"[[]]",
        b'[{"lat": "35"}]',
        b'{"features": 5}',
        b'{"features": [{}]}',
    ),
    b'[{"lat": "north", "lon": "44", "display_name": "x"}]',
    b'[{"lat": "NaN", "lon": "44", "display_name": "x"}]',
    b'[{"lat": "95", "lon": "44", "display_name": "x"}]',
    b'{"features": [{"properties": {}, "geometry": null}]}',
    b'{"features": [{"properties": {}, "geometry": {"coordinates": ["x", "y"]}}]}',
    b'{"error": "Unable to parse"}',
]


@pytest.mark.filterwarnings("ignore:Latitude normalization")
@pytest.mark.parametrize("body", MALFORMED)
@pytest.mark.parametrize("provider", PROVIDERS)
def test_an_answer_that_makes_no_sense_is_a_failure(provider, body, service, geocoder_of):
    service.says(body)
    with pytest.raises(GeocodingError) as caught:
        geocoder_of(provider).geocode("Kirkuk")
    assert isinstance(caught.value, GeoiraqError)
    assert len(str(caught.value)) < 200


def test_a_page_where_an_answer_should_be_is_not_asked_for_again_nor_quoted(service, geocoder_of):
    service.says(b"<script>alert(1)</script>")
    with pytest.raises(GeocodingError, match=r"^the service's answer is not JSON$"):
        geocoder_of().geocode("Kirkuk")
    assert len(service.asked) == 1


HOSTILE = [
    "Kirkuk&q=Paris&format=xml",
    "'; drop table answers; --",
    "../../etc/passwd",
    "Kirkuk\r\nHost: example.org",
    "<script>alert(1)</script>",
    "a\x00b",
    "‮kukriK",
    "=HYPERLINK(1)",
]


@pytest.mark.parametrize("query", HOSTILE)
@pytest.mark.parametrize("provider", PROVIDERS)
def test_a_hostile_address_is_a_question_and_nothing_else(provider, query, service, geocoder_of):
    service.says(answer(provider, KIRKUK))
    geocoder = geocoder_of(provider)
    assert geocoder.geocode(query) == geocoder.geocode(query)
    (asked,) = service.asked
    assert asked["q"] == [" ".join(query.split())]
    assert service.paths == [{"nominatim": "/search", "photon": "/api"}[provider]]


@pytest.mark.parametrize("query", ["x" * 100_000, "half \ud83d a character", None, 5, ["Kirkuk"]])
def test_what_is_no_address_is_refused_and_not_sent(query, service, geocoder_of):
    with pytest.raises(InputError):
        geocoder_of().geocode(query)
    assert service.asked == []


def test_an_empty_address_is_not_found_and_not_sent(service, geocoder_of):
    assert geocoder_of().geocode(" \n") is None
    assert service.asked == []


def test_half_characters_in_an_answer_do_not_reach_a_file(service, geocoder_of, tmp_path):
    service.says(answer("nominatim", ("Kir\ud83dkuk", *KIRKUK[1:])))
    table = geocode_frame(["Kirkuk"], geocoder_of())
    table.to_file(tmp_path / "found.geojson")
    assert table["reason"][0] == "Kir?kuk, somewhere"


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.text(st.characters(), max_size=80))
def test_any_text_is_found_not_found_or_refused(service, geocoder_of, text):
    try:
        assert geocoder_of().geocode(text) is None
    except InputError:
        assert any("\ud800" <= c <= "\udfff" for c in text)


class TestGeocodeFrame:
    def test_every_address_keeps_its_row_with_what_became_of_it(self, service, geocoder_of):
        service.says(answer("photon", KIRKUK))
        geocoder = geocoder_of("photon")
        geocoder.geocode("Kirkuk")
        service.says(answer("photon"))
        geocoder.geocode("Atlantis")
        service.says(b"", status=429, Retry_After="60")
        table = geocode_frame(["Kirkuk", "Atlantis", "Mosul", "", "x" * 999], geocoder)
        assert isinstance(table, gpd.GeoDataFrame)
        assert table.crs.to_epsg() == 4326
        assert list(table.columns) == ["address", "status", "reason", "geometry"]
        assert table["status"].tolist() == ["found", "not found", "failed", "not found", "failed"]
        assert table["reason"].tolist() == [
            "Kirkuk, somewhere",
            "the service knows no such address in or around Iraq",
            "the service asks for fewer questions, for 60 s",
            "no address was given",
            "an address of 999 characters is none",
        ]
        assert (table.geometry[0].x, table.geometry[0].y) == (44.3922, 35.4687)
        assert table.geometry.isna().tolist() == [False, True, True, True, True]

    def test_no_geometry_is_ever_empty_in_silence(self, service, geocoder_of):
        service.says(b"{", status=200)
        table = geocode_frame(["Kirkuk", None, float("nan"), pd.NA, 5], geocoder_of())
        assert not table.geometry.is_empty.any()
        assert (table["reason"].str.len() > 0).all()

    def test_the_index_of_a_column_is_kept(self, service, geocoder_of):
        column = pd.Series(["Kirkuk", "Mosul"], index=["first", "second"])
        assert geocode_frame(column, geocoder_of()).index.tolist() == ["first", "second"]

    def test_no_addresses_make_an_empty_table(self, geocoder_of):
        table = geocode_frame([], geocoder_of())
        assert len(table) == 0
        assert list(table.columns) == ["address", "status", "reason", "geometry"]

    def test_one_text_is_not_a_list_of_letters(self, geocoder_of):
        with pytest.raises(InputError, match="list"):
            geocode_frame("Kirkuk", geocoder_of())

    def test_a_service_that_keeps_failing_is_left_alone_but_what_is_known_is_given(
        self, service, geocoder_of
    ):
        service.says(answer("nominatim", KIRKUK))
        geocoder = geocoder_of()
        geocoder.geocode("Kirkuk")
        service.says(b"", status=403)
        table = geocode_frame([*(f"village {n}" for n in range(20)), "Kirkuk", "village 21"], geocoder)
        assert len(service.asked) == 1 + GIVE_UP_AFTER
        assert table["status"].tolist() == [*["failed"] * 20, "found", "failed"]
        assert table["reason"].iloc[-1].startswith("not asked")

    def test_addresses_that_cannot_be_sent_are_no_failures_of_the_service(self, service, geocoder_of):
        service.says(answer("nominatim", KIRKUK))
        table = geocode_frame([*["x" * 999] * (GIVE_UP_AFTER + 1), "Kirkuk"], geocoder_of())
        assert table["status"].tolist() == [*["failed"] * (GIVE_UP_AFTER + 1), "found"]

    def test_the_same_address_twice_is_asked_once(self, service, geocoder_of):
        service.says(answer("nominatim", KIRKUK))
        table = geocode_frame(["Kirkuk"] * 5, geocoder_of())
        assert len(service.asked) == 1
        assert table["status"].tolist() == ["found"] * 5
