"""The layers by which the map groups what happened: a reading of ACLED's event types."""

from __future__ import annotations

from typing import Literal

Layer = Literal["attack", "withdrawal", "deployment", "protest", "arrest", "other"]

LAYERS: tuple[Layer, ...] = ("attack", "withdrawal", "deployment", "protest", "arrest", "other")
