"""What tests of reports share: reading a text as one document."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from geoiraq.documents.document import Document
from geoiraq.incidents.incident import Incident
from geoiraq.incidents.merge import merge_reports
from geoiraq.reports.read import read_reports


@pytest.fixture(scope="session")
def tell() -> Callable[..., list[Incident]]:
    """Read the incidents that a text tells."""

    def read(text: str, published: str | None = "2020-05-06") -> list[Incident]:
        day = date.fromisoformat(published) if published else None
        return merge_reports(read_reports(Document("report", text, day)))

    return read
