"""Markdown's words, with headings and bullets on their lines, and what its front matter says."""

from __future__ import annotations

from datetime import date

import pytest

PAGE = """---
title: "Rockets at Taji"
date: 2020-03-12
source: A ministry
link: https://example.org/taji
---
# Rockets at *Taji*

Three soldiers were **killed** near
[Camp Taji](https://example.org "A camp"), a statement[^1] said.

* One in `Basra`
* Two in Kirkuk
  1. in Hawija

| place | killed |
|-------|--------|
| Mosul | 2 |

<!-- Fallujah -->
<div>Ana was <b>quiet</b>.<script>Rawa()</script></div>

![A map of Ramadi](map.png)
"""


def test_the_words_stay_and_the_markup_goes(read, tmp_path):
    (tmp_path / "taji.md").write_text(PAGE)
    (document,), problems = read()
    assert problems == []
    assert document.text == (
        "Rockets at Taji\n\n"
        "Three soldiers were killed near Camp Taji, a statement[^1] said.\n\n"
        "- One in Basra\n- Two in Kirkuk\n1. in Hawija\n\n"
        "place | killed\nMosul | 2\n\n"
        "Ana was quiet.\n\n"
        "A map of Ramadi"
    )


def test_the_front_matter_describes_it(read, tmp_path):
    (tmp_path / "taji.md").write_text(PAGE)
    (document,), _ = read(published=date(1999, 1, 1))
    assert (document.title, document.publisher, document.url, document.published) == (
        "Rockets at Taji",
        "A ministry",
        "https://example.org/taji",
        date(2020, 3, 12),
    )


def test_the_front_matter_may_stand_between_pluses(read, tmp_path):
    (tmp_path / "taji.md").write_text(
        '+++\ntitle = "Taji"\ndate = 2020-03-12\n+++\nRockets hit the base on Monday.\n'
    )
    (document,), problems = read()
    assert (document.title, document.published, problems) == ("Taji", date(2020, 3, 12), [])
    assert document.text == "Rockets hit the base on Monday."


def test_a_ruled_line_is_no_front_matter(read, tmp_path):
    (tmp_path / "taji.md").write_text("---\nRockets hit Taji\n---\nNo one died.\n")
    (document,), problems = read()
    assert "Rockets hit Taji" in document.text
    assert problems == []


def test_a_date_that_is_none_leaves_it_undated(read, tmp_path):
    (tmp_path / "taji.md").write_text("---\ndate: last week\n---\nRockets hit Taji.\n")
    (document,), problems = read(published=date(2020, 1, 1))
    assert document.published is None
    assert len(problems) == 1
    assert problems[0].startswith("taji.md: has a date that is not used: 'last week' is not a date")


@pytest.mark.parametrize("flood", ["[" * 20_000, "*_" * 20_000, "> " * 5_000, "`" * 20_000, "- " * 5_000])
def test_hostile_markup_is_read_in_time(read, tmp_path, flood):
    (tmp_path / "taji.md").write_text(flood + "Taji")
    documents, problems = read()
    assert len(documents) + len(problems) == 1
