"""The answer to "where is that?": a place or an area, why, what else it could be, or that it is not known."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict, dataclass, field, fields
from typing import TYPE_CHECKING, Any, Literal

from geoiraq.places.areas import distance_km

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

Status = Literal["resolved", "ambiguous", "unresolved"]


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place that a name could mean; `score` (0-1) orders the candidates of one answer."""

    place_id: str
    name: str
    kind: str
    governorate: str
    latitude: float
    longitude: float
    score: float


@dataclass(frozen=True)
class Resolution:
    """What a name or phrase resolves to.

    Attributes
    ----------
    query
        The words asked for.
    status
        "resolved", "ambiguous" (readings more than 25 km apart of which none prevails) or "unresolved".
    place_id, name, kind
        The place; of a relative phrase the place it starts from, and `name` says the relation too.
    latitude, longitude
        Degrees, EPSG:4326; None unless resolved.
    radius_km
        How far from the point the truth may lie.
    basis
        The incident table's `basis`.
    governorate, district
        Names; empty where not known.
    confidence
        0-1.
    reason
        One sentence.
    candidates
        What else it could be, the best first, the answer itself included.
    checked
        Whether the point was checked against an independent source.
    draw
        Draws `shape`; None where the area is a circle. Drawing is put off since most answers are never drawn.
    """

    query: str
    status: Status
    place_id: str | None = None
    name: str | None = None
    kind: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    radius_km: float | None = None
    basis: str | None = None
    governorate: str | None = None
    district: str | None = None
    confidence: float = 0.0
    reason: str = field(default_factory=str)
    candidates: tuple[Candidate, ...] = field(default_factory=tuple)
    checked: bool = False
    draw: Callable[[], BaseGeometry] | None = field(default=None, repr=False, compare=False)

    @classmethod
    def told_later(cls, known: dict[str, Any], **later: Callable[[], Any]) -> Resolution:
        """Give an answer of which the reason or the candidates are made when they are first asked for.

        Parameters
        ----------
        known
            The other fields; those left out are as they stand above.
        **later
            What makes each of those that are put off.

        Returns
        -------
        Resolution
            Like any other.
        """
        answer = object.__new__(cls)
        # All at once: a frozen dataclass sets its fields one by one, which takes three times as long.
        vars(answer).update(known, _later=later)
        return answer

    if not TYPE_CHECKING:  # else any misspelt attribute would be taken for one of these

        def __getattr__(self, name: str) -> Any:
            make = vars(self).get("_later", {}).get(name)
            if make is None:
                raise AttributeError(f"{type(self).__name__!r} object has no attribute {name!r}")
            return vars(self).setdefault(name, make())

    def __getstate__(self) -> dict[str, Any]:
        return {each.name: getattr(self, each.name) for each in fields(self)}

    @property
    def point(self) -> tuple[float, float] | None:
        """Latitude and longitude, degrees, EPSG:4326; None unless resolved."""
        return None if self.latitude is None or self.longitude is None else (self.latitude, self.longitude)

    @property
    def shape(self) -> BaseGeometry | None:
        """The area as a geometry, EPSG:4326, where it is not a circle; see `footprint`."""
        return None if self.draw is None else self.draw()

    @property
    def footprint(self) -> BaseGeometry | None:
        """The area in which the truth lies, EPSG:4326; None unless resolved."""
        from geoiraq.places.areas import circle

        if self.draw is not None:
            return self.draw()
        if self.latitude is None or self.longitude is None or self.radius_km is None:
            return None
        return circle(self.latitude, self.longitude, self.radius_km)

    def to_dict(self) -> dict[str, Any]:
        """Give the answer as `resolve --jsonl` writes it.

        Returns
        -------
        dict
            Plain values only; the candidates as a list of dicts.
        """
        plain = (
            "query status place_id name kind latitude longitude radius_km basis governorate district"
            " confidence reason"
        )
        answer: dict[str, Any] = {name: getattr(self, name) for name in plain.split()}
        answer["candidates"] = [asdict(candidate) for candidate in self.candidates]
        return answer


def apart_km(a: Resolution, b: Resolution) -> float:
    """Tell how far apart two answers lie.

    Parameters
    ----------
    a, b
        The answers.

    Returns
    -------
    float
        Kilometres between their points; infinite where one has none.
    """
    if a.latitude is None or a.longitude is None or b.latitude is None or b.longitude is None:
        return float("inf")
    return distance_km((a.latitude, a.longitude), (b.latitude, b.longitude))
