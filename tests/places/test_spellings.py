"""The spellings that reports use, in three scripts, resolve to the places they mean."""

from __future__ import annotations

import csv
from collections import Counter

from benchmarks.spellings import SPELLINGS, verdict

RIGHT, WRONG = 0.97, 0.005


def test_nearly_all_are_right_and_almost_none_is_wrong():
    with SPELLINGS.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    found = Counter(verdict(row["name"], row["place_id"]) for row in rows)
    assert len(rows) > 300
    assert found["right"] / len(rows) >= RIGHT
    assert found["wrong"] / len(rows) <= WRONG
