"""Nominatim and Photon, where the user asks for them: restricted to Iraq and around it, cached, never silent.

Nothing else in geoiraq imports this module: a server is asked only by who names it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from textwrap import shorten
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, get_args

from geopy.adapters import URLLibAdapter
from geopy.exc import (
    ConfigurationError,
    GeocoderAuthenticationFailure,
    GeocoderInsufficientPrivileges,
    GeocoderParseError,
    GeocoderQueryError,
    GeocoderQuotaExceeded,
    GeocoderTimedOut,
    GeopyError,
)
from geopy.extra.rate_limiter import RateLimiter
from geopy.geocoders import Nominatim, Photon
from geopy.location import Location

from geoiraq.errors import GeocodingError, InputError
from geoiraq.places.geocoding.online_cache import AnswerCache

if TYPE_CHECKING:
    from geopandas import GeoDataFrame

Provider = Literal["nominatim", "photon"]

#: Iraq and the countries around it, and the box (south-west, north-east) that reports on Iraq speak of.
COUNTRIES = ("iq", "sy", "ir", "tr", "jo", "kw", "sa")
BOX = ((24.0, 34.5), (40.0, 54.0))
#: Names that geopy gives a program which has given itself none, or that its manual uses.
NOT_ONES_OWN = ("geopy", "my-application", "my_app", "my_user_agent", "specify_your_app_name")
#: An address that is longer is a mistake, and is not sent.
LONGEST_ADDRESS = 300
ANSWERS_WANTED = 10
#: A service that did not answer is asked once more, after so long.
RETRIES, RETRY_SECONDS = 1, 5.0
#: A service that failed so often in a row is left alone.
GIVE_UP_AFTER = 3

#: Asking again would not help: what each of these means. The service's own words may be long, or hostile.
FINAL = {
    GeocoderQuotaExceeded: "the service asks for fewer questions",
    GeocoderAuthenticationFailure: "the service refuses to answer this program",
    GeocoderInsufficientPrivileges: "the service refuses to answer this program",
    GeocoderParseError: "the service's answer is not JSON",
    GeocoderQueryError: "the service does not understand the question",
}


def online(
    provider: Provider,
    *,
    user_agent: str,
    cache: Path,
    domain: str | None = None,
    scheme: str | None = None,
    min_delay_seconds: float = 1.0,
    timeout: float = 10.0,
) -> OnlineGeocoder:
    """Make a geocoder that asks a server: once for each question, and not too often.

    Parameters
    ----------
    provider
        "nominatim" or "photon".
    user_agent
        Who asks, as the services' terms demand: the name of your program, best with an address to write to.
    cache
        The SQLite file in which answers are kept; delete it to ask anew.
    domain, scheme
        Of a server of your own; the public one over https if None.
    min_delay_seconds
        The least time between two questions; the public services allow one a second.
    timeout
        How long to wait for an answer, seconds.

    Returns
    -------
    OnlineGeocoder
        Nothing has been asked yet.

    Raises
    ------
    InputError
        Where the provider is unknown, or the user agent is not one's own.
    """
    if provider not in get_args(Provider):
        raise InputError(f"{provider!r} is not one of {', '.join(get_args(Provider))}")
    if not min_delay_seconds >= 0:
        raise InputError(f"min_delay_seconds is {min_delay_seconds}, and time does not run backwards")
    settings: dict[str, Any] = {"user_agent": _own(user_agent), "timeout": timeout, "scheme": scheme}
    # geopy would take `requests` where it is installed, which asks again, unseen by the rate limiter.
    settings["adapter_factory"] = URLLibAdapter
    if domain is not None:
        settings["domain"] = domain
    try:
        client = Nominatim(**settings) if provider == "nominatim" else Photon(**settings)
    except ConfigurationError as error:
        raise InputError(str(error)) from error
    area: dict[str, Any] = {"bbox": BOX}
    if provider == "nominatim":
        area = {"viewbox": BOX, "bounded": True, "country_codes": list(COUNTRIES), "addressdetails": True}
    question = partial(client.geocode, exactly_one=False, limit=ANSWERS_WANTED, language="en", **area)
    ask = RateLimiter(
        partial(_ask, question),
        min_delay_seconds=min_delay_seconds,
        max_retries=RETRIES,
        error_wait_seconds=max(RETRY_SECONDS, min_delay_seconds),
        swallow_exceptions=False,
    )
    return OnlineGeocoder(service=client.api, cache=AnswerCache(Path(cache)), ask=ask)


@dataclass(frozen=True, slots=True)
class OnlineGeocoder:
    """A geocoder that asks a server what it was not asked before; made by `online()`.

    Attributes
    ----------
    service
        The server's address.
    cache
        What it has answered.
    ask
        Asks it, no more often than it allows.
    """

    service: str
    cache: AnswerCache
    ask: Callable[[str], list[Location]]

    def geocode(self, query: str, *, exactly_one: bool = True) -> Location | list[Location] | None:
        """Find an address in Iraq or around it.

        Parameters
        ----------
        query
            The address, in any language that the service reads.
        exactly_one
            Whether to give the service's first answer or all.

        Returns
        -------
        geopy.Location, list of geopy.Location or None
            None, or an empty list, where the service answers that it knows no such address in or around Iraq.

        Raises
        ------
        GeocodingError
            Where there is no answer: the service failed, refused or made no sense, or the cache cannot be used.
        InputError
            Where the query is not text that can be sent.
        """
        address = _address(query)
        found = self.kept(address) if address else []
        if found is None:
            self._ask_and_keep(address)
            found = self.kept(address) or []
        return (found[0] if found else None) if exactly_one else found

    def kept(self, query: str) -> list[Location] | None:
        """Give what the service answered before.

        Parameters
        ----------
        query
            The address.

        Returns
        -------
        list of geopy.Location or None
            None where it was not asked.

        Raises
        ------
        GeocodingError
            Where the cache cannot be used.
        """
        answers = self.cache.get(self.service, _address(query))
        if answers is None:
            return None
        try:
            found = [Location(a["address"], (a["latitude"], a["longitude"]), a["raw"]) for a in answers]
        except (LookupError, TypeError, ValueError) as error:
            raise GeocodingError(f"the cache {self.cache.path} holds what is no answer: {error}") from error
        return [location for location in found if _is_around_iraq(location)]

    def _ask_and_keep(self, address: str) -> None:
        try:
            found = self.ask(address)
        except GeocoderTimedOut as error:
            raise GeocodingError("the service did not answer in time") from error
        except GeopyError as error:
            raise GeocodingError(f"the service failed: {shorten(str(error), 120)}") from error
        self.cache.put(self.service, address, [_plain(location) for location in found])


def geocode_frame(addresses: Iterable[Any], geocoder: OnlineGeocoder) -> GeoDataFrame:
    """Geocode many addresses; what was not found, or not answered, keeps its row and says why.

    Answers are cached as they come: to go on after an interruption, or to ask again what failed, call it again.

    Parameters
    ----------
    addresses
        Texts, such as a column of a table.
    geocoder
        Made by `online()`.

    Returns
    -------
    geopandas.GeoDataFrame
        address; status: "found", "not found" (the service knows none) or "failed" (it did not answer); reason: what
        the service calls the place found, else why there is none; geometry: points, EPSG:4326, missing
        unless found. The index of `addresses` is kept where it has one.

    Raises
    ------
    InputError
        Where `addresses` is a single text.
    """
    import geopandas as gpd
    import pandas as pd

    if isinstance(addresses, str):
        raise InputError("addresses is one text: give a list of them")
    rows = list(_rows(addresses, geocoder))
    table = gpd.GeoDataFrame(
        {name: [getattr(row, name) for row in rows] for name in ("address", "status", "reason")},
        geometry=gpd.GeoSeries([row.point for row in rows], crs="EPSG:4326"),
    )
    return table.set_axis(addresses.index) if isinstance(addresses, pd.Series) else table


class _Row(NamedTuple):
    address: Any
    status: Literal["found", "not found", "failed"]
    reason: str
    point: Any = None


def _rows(addresses: Iterable[Any], geocoder: OnlineGeocoder) -> Iterator[_Row]:
    import pandas as pd
    from shapely.geometry import Point

    failures = 0
    for address in addresses:
        if not str(address).strip() or (pd.api.types.is_scalar(address) and pd.isna(address)):
            yield _Row(address, "not found", "no address was given")
            continue
        try:
            if failures >= GIVE_UP_AFTER and geocoder.kept(address) is None:
                raise GeocodingError(f"not asked: the service failed {GIVE_UP_AFTER} times in a row")
            location = geocoder.geocode(address)
        except (GeocodingError, InputError) as error:
            failures += isinstance(error, GeocodingError)
            yield _Row(address, "failed", str(error))
            continue
        failures = 0 if failures < GIVE_UP_AFTER else failures
        if location is None:
            yield _Row(address, "not found", "the service knows no such address in or around Iraq")
        else:
            assert isinstance(location, Location)  # noqa: S101 - exactly one was asked for
            yield _Row(address, "found", location.address, Point(location.longitude, location.latitude))


def _ask(question: Callable[[str], list[Location] | None], address: str) -> list[Location]:
    """Ask, and tell what may be asked again (geopy's errors) from what may not (ours)."""
    try:
        return question(address) or []
    except tuple(FINAL) as error:
        meaning = next(text for kind, text in FINAL.items() if isinstance(error, kind))
        patience = getattr(error, "retry_after", None)
        raise GeocodingError(f"{meaning}, for {patience} s" if patience else meaning) from error
    except GeopyError:
        raise
    except (LookupError, TypeError, ValueError, AttributeError, RecursionError) as error:
        raise GeocodingError("the service's answer is not in the form that was agreed") from error


def _plain(location: Location) -> dict[str, Any]:
    """Give an answer as it is kept; half characters, which no file can hold, become question marks."""
    address = str(location.address).encode(errors="replace").decode()
    point = {"latitude": location.latitude, "longitude": location.longitude}
    return {"address": address, **point, "raw": location.raw}


def _is_around_iraq(location: Location) -> bool:
    """Tell whether an answer is one that was asked for: not every server heeds the box and the countries."""
    (south, west), (north, east) = BOX
    match location.raw:
        case {"properties": {"countrycode": str(code)}} | {"address": {"country_code": str(code)}}:
            if code.lower() not in COUNTRIES:
                return False
    return bool(south <= location.latitude <= north and west <= location.longitude <= east)


def _address(query: Any) -> str:
    """Give an address as it is sent and kept: on one line, in characters that can be written."""
    if not isinstance(query, str):
        raise InputError(f"an address is text, not {type(query).__name__}")
    address = " ".join(query.split())
    if len(address) > LONGEST_ADDRESS:
        raise InputError(f"an address of {len(address)} characters is none")
    try:
        address.encode()
    except UnicodeEncodeError as error:
        raise InputError("the address holds half a character (a lone surrogate)") from error
    return address


def _own(user_agent: str) -> str:
    name = user_agent.strip() if isinstance(user_agent, str) else ""
    if not name or name.casefold().startswith(NOT_ONES_OWN):
        raise InputError("name your program as user_agent: the services' terms demand it")
    if not (name.isascii() and name.isprintable()):
        raise InputError("user_agent goes into a header: plain ASCII on one line")
    return name
