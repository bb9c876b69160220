"""A further blow at the scene of the one just told, which belongs to the same event: "as rescuers arrived"."""

from __future__ import annotations

import re

_HELPERS = (
    r"(?:rescuers|rescue\s+(?:workers?|teams?|crews?)|first\s+responders|paramedics|medics"
    r"|ambulances?|firefighters)"
)
_CROWD = (
    rf"(?:{_HELPERS}|onlookers|bystanders|passers-by|helpers|(?:the|a)\s+crowd|people|residents"
    r"|police|policemen|soldiers)"
)
_COMING = (
    r"(?:arriv|com|rush|runn|hurry|gather|flock|crowd)ing|(?:arriv|rush|hurri|gather|flock|crowd)ed|came|ran"
)
#: "A second bomb hit people rushing to the scene", "as rescuers arrived", "at the same spot", "minutes later".
_STRUCK_AGAIN = re.compile(
    r"\b(?:(?:to|at|on|near|reached|towards?)\s+the\s+(?:(?:same|first)\s+)?(?:scene|site|spot|blast|explosion)"
    r"|(?:at|in|on|near)\s+the\s+(?:very\s+)?same\s+(?:place|spot|site|location|scene|checkpoint|market|building|gate)"
    rf"|(?:as|when|while|after|where|on|at|against)\s+(?:\w+\s+)?{_CROWD}(?:\s+who|\s+that|\s+had|\s+were)*\s+(?:{_COMING})"
    rf"|(?:hit|struck|among|amid|kill(?:ing|ed)|wound(?:ing|ed)|target(?:ing|ed)|against|at)\s+(?:the\s+)?{_HELPERS}"
    r"|(?:minutes?|moments|seconds)\s+(?:later|after|afterwards?|apart))\b",
    re.IGNORECASE,
)


def strikes_again(text: str, start: int, end: int) -> bool:
    """Tell whether a clause tells of a further blow at the scene of the one told before it.

    Parameters
    ----------
    text
        The text.
    start, end
        The clause, which names no other place.

    Returns
    -------
    bool
        True for "a second bomb went off as rescuers arrived", "minutes later another exploded at the same spot".
    """
    return _STRUCK_AGAIN.search(text, start, end) is not None
