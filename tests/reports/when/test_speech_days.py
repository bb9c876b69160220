"""Whether a day beside words of speech is that of the event or of what was said."""

from __future__ import annotations

from datetime import date

import pytest

from geoiraq.documents import Document
from geoiraq.reports.read import read_reports

THURSDAY = date(2008, 1, 10)


def day(text):
    (report,) = read_reports(Document("d", text, THURSDAY))
    return report.dating.start, report.dating.end


@pytest.mark.parametrize(
    "text",
    [
        "A bomb killed two men in Kut on Thursday, a security source said.",
        "A bomb killed two men in Kut on Thursday, an Interior Ministry official told reporters.",
        "A bomb killed two men on Thursday, police said.",
    ],
)
def test_a_day_that_ends_what_is_said_is_the_event_s(text):
    assert day(text) == (THURSDAY, THURSDAY)


@pytest.mark.parametrize(
    "text",
    [
        "On Thursday a doctor in Kut said gunmen killed two men in the town.",
        "On Thursday, a doctor in Kut said gunmen killed two men in the town.",
    ],
)
def test_a_day_that_opens_what_is_said_is_that_of_speech_and_the_event_then_or_the_day_before(text):
    assert day(text) == (date(2008, 1, 9), THURSDAY)
