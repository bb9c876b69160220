"""Deaths that a text tells beside its event: of an epoch, of an attack it is compared with, of wounds, in bed."""

from __future__ import annotations

import pytest

from geoiraq.reports.tolls.casualties import died_of_wounds, read_casualties

N = None


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        ("Gunmen killed a reporter. At least 60 journalists have been killed since 2003.", 1),
        (
            "More than a hundred doctors have been killed since the invasion. Gunmen shot one dead on Monday.",
            1,
        ),
        ("A car bomb killed three people. A similar attack in March killed 40.", 3),
        ("A bomb killed two in a market where 50 people died last year.", 2),
        ("The widow of a rebel killed last year blew herself up, killing five.", 5),
        ("Gunmen killed two in reprisal for a raid in which nine had died.", 2),
        ("Two people have been killed since Monday.", 2),
        ("The cell which killed 30 people last year was broken up.", 30),
        ("The attack came a day after a bomb killed 15. Two were killed.", 2),
        ("Two days after the death of his son, the mayor was shot dead.", 1),
        ("Two days after the raid, a guard died.", 1),
        ("Gunmen killed two in the worst attack since August, when 90 people were killed.", 2),
        ("A guard shot a man convicted of killing five people. He died.", 1),
        ("He survived three wars and died in bed.", N),
    ],
)
def test_only_the_dead_of_the_event_count(text, killed):
    assert read_casualties(text).best == killed


@pytest.mark.parametrize(
    ("clause", "expected"),
    [
        ("He died of his injuries on 26 April.", True),
        ("A fourth succumbed to his wounds in a Baghdad clinic.", True),
        ("Two guards died in a second attack.", False),
        ("No one was hurt.", False),
    ],
)
def test_a_clause_may_tell_only_who_died_of_wounds(clause, expected):
    assert died_of_wounds(clause, 0, len(clause)) is expected
