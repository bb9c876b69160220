"""A page's article is the document; its navigation, scripts, comments and footer are not."""

from __future__ import annotations

from datetime import date

import pytest

PARAGRAPH = (
    "<p>Three soldiers were killed when rockets struck <b>Camp Taji</b> north of Baghdad on Wednesday night, "
    "the coalition said in a statement that named neither the dead nor those who had fired number {}.</p>"
)

PAGE = """<!doctype html>
<html lang="en"><head>
<title>Rockets hit Taji | The Tigris Post</title>
<meta property="og:title" content="Rockets hit Taji">
<meta property="og:site_name" content="The Tigris Post">
<link rel="canonical" href="https://example.org/taji">
<script type="application/ld+json">
{"@type": "NewsArticle", "datePublished": "2020-03-12T08:00:00+03:00"}</script>
<script>var archive = "Bombing in Fallujah, 1 January 2019";</script>
<style>.mosul { color: red }</style>
</head><body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/mosul">All of Mosul</a></li></ul></nav>
<article><h1>Rockets hit Taji</h1>%s
<h2>Elsewhere</h2><ul><li>One died in Basra.</li><li>Two in Kirkuk.</li></ul>
</article>
<aside>Related: five killed in Ramadi</aside>
<div class="comments"><p>I heard it as far as Samarra!</p></div>
<footer>Copyright 2018 The Tigris Post, Karbala</footer>
</body></html>"""

LONG = PAGE % "".join(PARAGRAPH.format(n) for n in range(4))
SHORT = PAGE % "<p>Rockets struck <b>Camp Taji</b> on Wednesday.</p>"


@pytest.mark.parametrize("page", [LONG, SHORT], ids=["long", "short"])
def test_the_article_is_the_text(read, tmp_path, page):
    (tmp_path / "taji.html").write_text(page)
    (document,), problems = read()
    assert problems == []
    for told in ("struck Camp Taji", "One died in Basra.", "Two in Kirkuk."):
        assert told in document.text
    for not_told in ("Home", "Mosul", "Fallujah", "Ramadi", "Samarra", "Karbala", "<", "color"):
        assert not_told not in document.text
    assert "\n\nElsewhere\n\n" in document.text


@pytest.mark.parametrize(
    "hidden", ["hidden", 'style="color: red; display:none"', 'style="VISIBILITY: hidden"']
)
def test_what_a_browser_does_not_show_is_not_the_story(read, tmp_path, hidden):
    shown = "<p>Rockets struck Camp Taji on Wednesday, and two soldiers were hurt.</p>"
    (tmp_path / "taji.html").write_text(
        f"<body><div {hidden}>A bomb in Samarra killed six.</div>{shown}</body>"
    )
    (document,), _ = read()
    assert document.text == "Rockets struck Camp Taji on Wednesday, and two soldiers were hurt."


def test_a_page_that_only_a_script_would_show_is_read(read, tmp_path):
    story = "<p>Rockets struck Camp Taji on Wednesday, and two soldiers were hurt.</p>"
    (tmp_path / "taji.html").write_text(
        f'<body><main style="display:none">{story}</main><p>Loading</p></body>'
    )
    (document,), _ = read()
    assert "Camp Taji" in document.text


def test_what_a_pages_elements_are_called_tells_the_story_from_the_rest(read, tmp_path):
    """A brief report between the parts of a page that says nothing of itself in HTML."""
    (tmp_path / "brief.html").write_text(
        """<body class="has-sidebar"><div class="top_menu"><a>Politics</a> <a>Security</a></div>
        <div id="cookie-notice"><p>We use cookies.</p></div>
        <div class="text"><p>Rockets struck Camp Taji on Wednesday.</p></div>
        <div class="related-posts"><a>Car bomb kills 30 in Tal Afar</a></div>
        <div id="disqus_thread"><p>A bomb in Samarra killed six.</p></div>
        <div class="entry-footer">All rights reserved</div></body>"""
    )
    (document,), _ = read()
    assert document.text == "Rockets struck Camp Taji on Wednesday."


def test_a_page_that_is_laid_out_by_a_table_is_paragraphs_all_the_same(read, tmp_path):
    story = "<br><br>".join(
        f"On day {n} rockets struck Camp Taji, and nobody was hurt, the army said." for n in range(6)
    )
    (tmp_path / "old.html").write_text(
        f"""<table width="100%"><tr><td><a href="/">Home</a><br><a href="/a">Archive</a></td><td><h2>Rockets</h2>
        <font>{story}</font><table><tr><td>Taji<td>0 killed</table></td><td>Buy now</td></tr></table>"""
    )
    (document,), _ = read()
    assert "the army said.\n\nOn day 5 rockets" in document.text
    assert "Taji | 0 killed" in document.text
    assert "Archive" not in document.text.split("On day 0")[1]


@pytest.mark.parametrize(
    "link",
    [
        "Read also: Car bomb kills 30 in Tal Afar",
        "RELATED: Shooting in Kut",
        "اقرأ أيضاً: انفجار في الموصل",
        "See also",
    ],
)
def test_what_leads_to_another_story_is_not_told_here(read, tmp_path, link):
    paragraphs = [PARAGRAPH.format(n) for n in range(4)]
    paragraphs.insert(2, f"<p><b>{link}</b></p>")
    paragraphs.append("<p>Related attacks in May were claimed by the same group, the statement said.</p>")
    (tmp_path / "taji.html").write_text(PAGE % "".join(paragraphs), encoding="utf-8")
    (document,), _ = read()
    assert link not in document.text
    assert "Related attacks in May" in document.text


def test_the_page_describes_itself(read, tmp_path):
    (tmp_path / "taji.htm").write_text(LONG)
    (document,), _ = read(published=date(1999, 1, 1))
    assert document.id == "taji"
    assert (document.title, document.publisher, document.url, document.published) == (
        "Rockets hit Taji",
        "The Tigris Post",
        "https://example.org/taji",
        date(2020, 3, 12),
    )


def test_a_page_that_declares_no_date_takes_none_from_its_story(read, tmp_path):
    (tmp_path / "taji.html").write_text("<html><body><p>On 5 May 2019 rockets hit Taji.</p></body></html>")
    (document,), problems = read()
    assert document.published is None
    assert problems == []
    (document,), _ = read(published=date(2020, 3, 12))
    assert document.published == date(2020, 3, 12)


@pytest.mark.parametrize(
    ("page", "text"),
    [
        ("<p>A bomb exploded in Kirkuk.</p><p>Two died.</p>", "A bomb exploded in Kirkuk.\n\nTwo died."),
        ("<html><body>Rawa fell.<br>Two died in Ana.</body></html>", "Rawa fell.\n\nTwo died in Ana."),
        ("Only words, and a < b &amp; c", "Only words, and a < b & c"),
        ("<table><tr><td>Mosul<td>2 killed</table>", "Mosul | 2 killed"),
    ],
)
def test_fragments_are_read(read, tmp_path, page, text):
    (tmp_path / "taji.html").write_text(page)
    (document,), problems = read()
    assert problems == []
    assert document.text == text


@pytest.mark.parametrize("encoding", ["utf-8", "windows-1256", "utf-16"])
def test_an_arabic_page_is_decoded(read, tmp_path, encoding):
    page = f"<html><head><meta charset='{encoding}'></head><body><p>انفجار في بغداد</p></body></html>"
    (tmp_path / "taji.html").write_bytes(page.encode(encoding))
    (document,), problems = read()
    assert problems == []
    assert document.text == "انفجار في بغداد"


@pytest.mark.parametrize(
    "page",
    ["<html><head><title>x</title></head><body><script>Taji()</script></body></html>", "<nav>Home</nav>"],
)
def test_a_page_without_words_is_said(read, tmp_path, page):
    (tmp_path / "taji.html").write_text(page)
    documents, problems = read()
    assert documents == []
    assert problems == ["taji.html: has no text"]


@pytest.mark.parametrize("flood", ["<!--", "<meta ", "<!a", "<?", "</", "<a ", "&#", "<script>", "<p>a<b>"])
def test_a_flood_of_markup_never_closed_is_read_in_time(read, tmp_path, flood):
    (tmp_path / "flood.html").write_text(flood * 200_000)
    documents, problems = read()
    assert len(documents) + len(problems) == 1


@pytest.mark.parametrize("deep", ["<div>", "<p><b>", "<ul><li>", "<table><tr><td>"])
def test_a_page_nested_without_end_does_not_crash(read, tmp_path, deep):
    (tmp_path / "deep.html").write_text(deep * 20_000 + "Taji")
    (tmp_path / "taji.txt").write_text("Rockets hit Taji.")
    documents, _ = read()
    assert documents[-1].id == "taji"
