"""The UCDP and ACLED codes follow from how exactly a place is known."""

from __future__ import annotations

from typing import get_args

import pytest

from geoiraq.incidents.codes import acled_geo_precision, where_precision
from geoiraq.incidents.incident import Basis


@pytest.mark.parametrize(
    ("basis", "radius_km", "ucdp", "acled"),
    [
        ("site", 2.0, 1, 1),
        ("settlement", 6.0, 1, 1),
        ("neighbourhood", 1.0, 1, 1),
        ("relative", 12.0, 2, 2),
        ("relative", 60.0, 5, 2),
        ("between", 25.0, 2, 2),
        ("district", 30.0, 3, 2),
        ("governorate", 120.0, 4, 3),
        ("landform", 90.0, 5, 2),
        ("country", None, 6, None),
        ("unknown", None, None, None),
    ],
)
def test_each_basis_has_its_codes(basis, radius_km, ucdp, acled):
    assert where_precision(basis, radius_km) == ucdp
    assert acled_geo_precision(basis, radius_km) == acled


@pytest.mark.parametrize("basis", get_args(Basis))
def test_every_basis_of_the_table_is_covered(basis):
    assert where_precision(basis, 10.0) in (None, 1, 2, 3, 4, 5, 6)
    assert acled_geo_precision(basis, 10.0) in (None, 1, 2, 3)
