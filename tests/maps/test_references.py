"""The page as it was when somebody last looked at it: pictures that are kept, and compared by what stands where.

Fonts differ between machines, so pictures are compared by the mean colour of patches of 40 pixels: what moves, goes or
changes its colour is seen, the shape of a letter is not. A change that is meant is drawn anew, and looked at:

    python -m pytest tests/maps/test_references.py --draw-references
"""

from __future__ import annotations

import io
import re
from itertools import product
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageStat

from geoiraq.maps import incident_map

REFERENCES = Path(__file__).with_name("references")
TITLE = {"en": "Iraq, December 2019 to July 2020", "ar": "العراق، كانون الأول 2019 إلى تموز 2020"}
ROOMS = {
    "1440": {"width": 1440, "height": 900},
    "768": {"width": 768, "height": 1024},
    "360": {"width": 360, "height": 740, "has_touch": True, "is_mobile": True},
}
#: Language and colours of each picture.
LOOKS = {"light": ("en", "light"), "dark": ("en", "dark"), "arabic": ("ar", "light")}
#: The side of a patch, how far its colour may be off (of 255), and how many of a hundred patches may be.
PATCH, OFF, MOST = 40, 12, 1.0


@pytest.fixture
def compare(request):
    """Tell how far a page is from the picture that is kept of it, which --draw-references draws anew."""

    def with_kept(name: str, page, **part) -> float:
        # Names take the places that the marks leave free once nothing has changed for a moment.
        page.locator(".leaflet-labels-pane").get_by_text(re.compile("Capital|العاصمة")).wait_for()
        seen = Image.open(io.BytesIO(page.screenshot(animations="disabled", **part))).convert("RGB")
        file = REFERENCES / f"{name}.png"
        if request.config.getoption("--draw-references") and name == request.node.callspec.id:
            seen.quantize(128, dither=Image.Dither.NONE).save(file, optimize=True)
        return patches_off(Image.open(file).convert("RGB"), seen)

    return with_kept


def patches_off(kept: Image.Image, seen: Image.Image) -> float:
    """Of a hundred patches, how many have another colour; all where the pictures are not of one size."""
    if kept.size != seen.size:
        return 100.0
    red, green, blue = ImageChops.difference(kept.reduce(PATCH), seen.reduce(PATCH)).split()
    furthest = ImageChops.lighter(ImageChops.lighter(red, green), blue)
    return ImageStat.Stat(furthest.point(lambda by: 100 * (by > OFF))).mean[0]


@pytest.mark.parametrize(("looks", "room"), list(product(LOOKS, ROOMS)), ids=lambda name: name)
def test_the_page_looks_as_it_did(look, table, compare, looks, room):
    language, colours = LOOKS[looks]
    drawn = incident_map(table, title=TITLE[language], language=language)
    page = look(drawn, **ROOMS[room], color_scheme=colours).page
    assert compare(f"{looks}-{room}", page) <= MOST


@pytest.mark.parametrize("name", ["print"])
def test_the_page_on_paper_looks_as_it_did(look, table, compare, name):
    page = look(incident_map(table, title=TITLE["en"]), width=720, height=1000).page
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    assert compare(name, page, clip={"x": 0, "y": 0, "width": 720, "height": 1000}) <= MOST


@pytest.mark.parametrize("part", [".legend", ".timeline", ".panel-content"])
def test_a_part_that_is_gone_is_seen(look, table, compare, part):
    page = look(incident_map(table, title=TITLE["en"]), **ROOMS["1440"], color_scheme="light").page
    assert compare("light-1440", page) <= MOST
    page.locator(part).evaluate("part => part.style.setProperty('visibility', 'hidden', 'important')")
    assert compare("light-1440", page) > MOST
