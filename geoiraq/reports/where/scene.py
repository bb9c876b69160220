"""A place at which something happened, as a text names it."""

from __future__ import annotations

from typing import NamedTuple

from geoiraq.places.recognition.recognise import Mention
from geoiraq.places.resolution import Resolution


class Scene(NamedTuple):
    """A place at which an event of a clause took place, in the words of the text."""

    mention: Mention
    role: int

    @property
    def area(self) -> Resolution:
        """What the words resolve to."""
        return self.mention.area
