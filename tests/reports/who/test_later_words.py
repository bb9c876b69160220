"""Who did it, as a later sentence of the paragraph tells: who claims it, and whom others hold it against."""

from __future__ import annotations

import pytest

from geoiraq.documents import Document
from geoiraq.reports.read import read_reports


@pytest.mark.parametrize(
    ("later", "actor"),
    [
        ("The shooting was ascribed by neighbours to the Mahdi Army.", "Mahdi Army"),
        ("It was attributed by residents of the town to the Mahdi Army.", "Mahdi Army"),
        ("The Mahdi Army was blamed by residents.", "Mahdi Army"),
        ("Ansar al-Islam claimed responsibility for this and other attacks.", "Ansar al-Islam"),
        ("Neighbours had seen nothing.", "Unidentified gunmen"),
    ],
)
def test_a_claim_or_a_charge_names_who_was_only_told_as_gunmen(later, actor):
    (report,) = read_reports(Document("d", f"Gunmen shot a teacher dead in Kut on 3 May 2007. {later}"))
    assert report.actor == actor
