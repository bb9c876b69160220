"""Online tiles beneath the map, for whoever asks for them: the one host that a page may then ask."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import urlsplit

from geoiraq.errors import InputError

# Nothing that would end a directive of the page's policy, or begin another.
_HOST = re.compile(r"[A-Za-z0-9.-]+(:[0-9]+)?")


@dataclass(frozen=True, slots=True)
class Tiles:
    """Raster tiles of a server.

    Attributes
    ----------
    url
        With ``{z}``, ``{x}`` and ``{y}`` where the server wants them: https, and one host.
    by
        Whom they are owed to; stands in the map's corner, as plain text.

    Raises
    ------
    InputError
        Where the address is not such a one.
    """

    url: str
    by: str = ""

    def __post_init__(self) -> None:
        parts = urlsplit(self.url)
        asked = all(part in self.url for part in ("{z}", "{x}", "{y}"))
        if parts.scheme != "https" or not _HOST.fullmatch(parts.netloc) or not asked:
            raise InputError(
                f"tiles are at an https address of one host with {{z}}, {{x}} and {{y}}, not {self.url!r}"
            )

    @property
    def origin(self) -> str:
        """The host, as the page's policy names it."""
        return f"https://{urlsplit(self.url).netloc}"


def find_tiles(asked: str, by: str = "") -> Tiles:
    """Give the tiles at an address, or those of a provider that xyzservices knows by that name.

    Parameters
    ----------
    asked
        An address, or a name such as "OpenTopoMap" or "Esri.WorldImagery"; case and full stops do not count.
    by
        Whom the tiles are owed to; where it is empty, what the provider says of itself.

    Returns
    -------
    Tiles
        Of one host, whichever others the provider has.

    Raises
    ------
    InputError
        Where there is no such provider, where it wants a key, and where the address is none.

    Examples
    --------
    >>> find_tiles("OpenTopoMap").origin
    'https://a.tile.opentopomap.org'
    """
    if "/" in asked or "{" in asked:
        return Tiles(asked, by)
    import xyzservices

    try:
        provider = xyzservices.providers.query_name(asked)
    except ValueError as error:
        raise InputError(f"no provider of tiles is called {asked!r}; xyzservices lists them") from error
    if provider.requires_token():
        raise InputError(
            f"{provider.name} wants a key of your own: give its address, with the key, for tiles"
        )
    return Tiles(provider.build_url(), by or provider.attribution.replace("(C)", "©"))
