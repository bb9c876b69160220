"""How sure an incident is: what its reports are worth together, on a scale that gold has set.

This is where the calibration lives. `python -m benchmarks.extraction` prints, of the incidents at each confidence,
how many are right in layer, date and place; where that share is not the confidence, `SCALE` is what to change.
"""

from __future__ import annotations

from itertools import pairwise

#: What each further document that tells the same event adds, and the most that a machine may be sure.
ANOTHER_DOCUMENT, SUREST = 0.04, 0.98
#: From what the rules of reading add up to (`geoiraq.reports.accept.confidence`) to the share that is right on gold;
#: straight lines between.
SCALE: tuple[tuple[float, float], ...] = ((0.0, 0.0), (1.0, 1.0))


def calibrated(told: float, documents: int = 1) -> float:
    """Give the confidence of an incident.

    Parameters
    ----------
    told
        What its surest report adds up to, 0-1.
    documents
        How many documents tell it.

    Returns
    -------
    float
        0-1: of the incidents at 0.9, nine in ten are right in layer, date and place.

    Examples
    --------
    >>> calibrated(0.8) < calibrated(0.8, documents=2)
    True
    """
    added = min(told + ANOTHER_DOCUMENT * (documents - 1), 1.0)
    (low, below), (high, above) = next(part for part in pairwise(SCALE) if added <= part[1][0])
    return round(min(below + (above - below) * (added - low) / (high - low), SUREST), 2)
