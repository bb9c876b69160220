"""Tolls as lists and logs shorten them, and persons told by whose they are."""

from __future__ import annotations

import pytest

from geoiraq.reports.tolls.casualties import read_casualties

N = None


@pytest.mark.parametrize(
    ("text", "killed", "injured"),
    [
        ("Four killed, 25+ wounded.", 4, 25),
        ("30+ dead, 60-plus hurt.", 30, 60),
        ("Six dead incl. 2 guards, 11 hurt.", 6, 11),
        ("Nine killed (inc. the driver), 4 wounded (incl. a child).", 9, 4),
        ("The blast hurt two soldiers' brothers.", N, 2),
        ("Gunmen shot dead two teachers' sons.", 2, N),
        ("Police killed two 'looters' in Hit.", 2, N),
    ],
)
def test_what_is_shortened_counts_as_if_written_out(text, killed, injured):
    told = read_casualties(text)
    assert (told.best, told.injured) == (killed, injured)


def test_a_plus_leaves_the_number_open_upwards():
    told = read_casualties("Four killed, 25+ wounded.")
    assert (told.injured_low, told.injured_high) == (25, None)
