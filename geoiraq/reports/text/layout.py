"""The parts of a document: headings, bullets, paragraphs and sentences, each with its span."""

from __future__ import annotations

import re
from typing import NamedTuple

from geoiraq.reports.text.labels import Label, find_labels
from geoiraq.reports.text.tables import Row, find_rows

_BULLET = re.compile(
    r"[ \t\u00a0]*(?:[*•●■►](?=\w)"
    r"|(?:-{1,3}|[*•·▪◦‣–—●○■□►▶➢➤✓»]|[.o](?=\s{2,})|\(?\d{1,2}[.)-]|\(?[a-hiv]{1,4}\))[ \t\u00a0]+)"
)
#: "Najaf: a depot ...", "5 February: ...": a line that names its place or day first is an entry of a list.
_LABEL = re.compile(r"[ \t]*[^\W_a-z][\w '’.()/\u2010-]{1,38}:[ \t]+\S")
_MARKUP = re.compile(r"[ \t]*#{1,6}[ \t]+")
_SENTENCE_END = re.compile(r"[.!?؟۔…]+[\"”’')\]]*(?=\s+[\"“‘'(\[]?[^\Wa-z_]|\s*$)|(?<=[.!?][\"”])(?=\s)")
#: A full stop after one of these ends no sentence.
_ABBREVIATION = re.compile(
    r"(?:^|[\s(\"“‘'-])(?:[A-Z]|(?:[A-Za-z]\.)+[A-Za-z]|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Gen|Lt|Col|Maj|Capt"
    r"|Sgt|Brig|Spc|Pfc|Adm|Dr|Mr|Mrs|Ms|Prof|St|No|vs|approx|Gov|Sen|Rep|Jr|Sr|Mt|Ft|km|Inc|Co|Fla|Va|Calif)\.$"
)
_ENDED = re.compile(r"[.!?؟:][\"”’')\]]*$")
#: "By our correspondents in Baghdad and Erbil", "(Reporting by ...; editing by ...)": who wrote it, and where.
_BYLINE = re.compile(
    r"\s*(?:By\s[^.!?]{1,90}$|\(?(?:(?:additional\s+)?reporting|writing|written|editing|edited|photos?)\s+by\s)",
    re.IGNORECASE,
)
#: "Also read: Blast in Karrada", and a heading "Related" over a list: what else there is to read, and no part of it.
_LINKS = re.compile(
    r"[ \t]*(?:(?:also\s+read|read\s+(?:also|more|next)|see\s+also|more\s+(?:on\s+this|from|news|stories)"
    r"|don['’]t\s+miss|you\s+(?:may|might)\s+also\s+like|most\s+read|latest\s+news|اقرأ\s+أيضا|اقرأ\s+المزيد|مواضيع\s+ذات\s+صلة|أخبار\s+ذات\s+صلة)(?:\b|ً)"
    r"|related(?:\s+(?:articles?|stories|news|posts?|topics|links|content|coverage))?\s*(?::|$))",
    re.IGNORECASE,
)
LONGEST_HEADING = 70
MOST_HEADING_WORDS = 9
#: A sentence longer than this is cut: nobody wrote it to be read as one.
LONGEST_SENTENCE = 1500


class Sentence(NamedTuple):
    """A sentence: `text[start:end]`, and where it stands.

    Attributes
    ----------
    start, end
        Its span in the text.
    paragraph
        The number of its paragraph.
    block
        The span of its paragraph.
    section
        The spans of the headings it stands under, the outermost first.
    bullet
        Whether its paragraph is an item of a list.
    title
        Whether it is the headline.
    label
        The words before its item that may say where it happened, "IRAQ (Mosul)."; None where there are none.
    row
        The row of a table that it stands in; None elsewhere.
    """

    start: int
    end: int
    paragraph: int
    block: tuple[int, int]
    section: tuple[tuple[int, int], ...]
    bullet: bool = False
    title: bool = False
    label: Label | None = None
    row: Row | None = None

    @property
    def listed(self) -> bool:
        """Whether it belongs to an item that stands for itself, and takes no date from the item before."""
        return self.bullet or self.label is not None


class _Block(NamedTuple):
    start: int
    end: int
    heading: bool
    bullet: bool
    row: Row | None = None


def sentences(text: str) -> list[Sentence]:
    """Cut a text into sentences.

    Parameters
    ----------
    text
        A document's text.

    Returns
    -------
    list of Sentence
        In order; headings other than the headline are no sentences but the `section` of what follows them.
    """
    found: list[Sentence] = []
    section: tuple[tuple[int, int], ...] = ()
    blocks = _blocks(text)
    told = [block for block in blocks if not block.heading and not block.bullet]
    paragraphs = [(block.start, block.end) for block in told]
    alone = len(told) == 1 and not any(block.bullet for block in blocks)
    labels = dict(zip(told, find_labels(text, paragraphs, alone=alone), strict=True))
    listed = False
    for number, block in enumerate(blocks):
        below = (
            number == 1 and bool(found) and found[0].title and "\n\n" not in text[found[0].end : block.start]
        )
        opens = number == 0 and len(blocks) > 1 and not _leads_in(text, block.end)
        if block.heading and (opens or below):
            found.append(Sentence(block.start, block.end, number, (block.start, block.end), (), title=True))
        elif block.heading:
            section = _under(section, text, block)
            listed = False
        elif _is_link(text, block, section):
            continue
        else:
            if listed and not block.bullet:
                # "The bases so far:" stands over its list, not over what comes after the list.
                section = tuple(heading for heading in section if _form(text, *heading)[0])
            listed = block.bullet
            span, row = (block.start, block.end), block.row
            label = labels.get(block) if row is None else _place_column(row)
            spans = _cut(text, *(row.told if row else span))
            found.extend(
                Sentence(s, e, number, span, section, block.bullet, label=label, row=row) for s, e in spans
            )
    return found


def _place_column(row: Row) -> Label | None:
    return Label(*row.place, told_from=row.told[0]) if row.place else None


def _is_link(text: str, block: _Block, section: tuple[tuple[int, int], ...]) -> bool:
    """Tell whether a paragraph only names other stories, by its first words or, of an item, by the heading over it."""
    headed = block.bullet and section and _LINKS.match(text, *section[-1]) is not None
    return bool(headed) or _LINKS.match(text, block.start, block.end) is not None


def _blocks(text: str) -> list[_Block]:
    """Join the lines of a paragraph, and tell headings and bullets from it."""
    lines = _lines(text)
    wrapped = _is_wrapped(text, lines)
    rows = find_rows(text, lines)
    blocks: list[_Block] = []
    open_block: _Block | None = None
    for number, (start, end) in enumerate(lines):
        line = text[start:end]
        if start in rows:
            row = rows[start]
            blocks += [_Block(start, end, False, True, row)] if row else []
            open_block = None
            continue
        if not line.strip() or (open_block is None and _BYLINE.match(line)):
            open_block = None
            continue
        bullet = _BULLET.match(line)
        entry = bullet is not None or (
            _LABEL.match(line) is not None and _stands_in_a_list(text, lines, number)
        )
        begin = start + (bullet.end() if bullet else len(line) - len(line.lstrip()))
        if not (entry and bullet is None) and _is_heading(text, lines, number, bullet is not None):
            markup = _MARKUP.match(line)
            blocks.append(_Block(start + markup.end() if markup else begin, end, True, False))
            open_block = None
        elif open_block is not None and not entry and _goes_on(line, wrapped):
            blocks[-1] = open_block = _Block(open_block.start, end, False, open_block.bullet)
        else:
            open_block = _Block(begin, end, False, entry)
            blocks.append(open_block)
    return blocks


def _lines(text: str) -> list[tuple[int, int]]:
    spans, start = [], 0
    for line in text.split("\n"):
        spans.append((start, start + len(line.rstrip())))
        start += len(line) + 1
    return spans


def _is_heading(text: str, lines: list[tuple[int, int]], number: int, bullet: bool) -> bool:
    start, end = lines[number]
    line = text[start:end].strip()
    if _MARKUP.match(line):
        return True
    if bullet or len(line) > (120 if number == 0 else LONGEST_HEADING):
        return False
    if line.endswith(":") and len(line.split()) <= MOST_HEADING_WORDS:
        return True
    if re.search(r"[.!?؟;,”\"]$", line) or not line[0].isalnum() or line[0].islower():
        return False
    before = text[lines[number - 1][0] : lines[number - 1][1]].strip() if number else ""
    after = text[lines[number + 1][0] : lines[number + 1][1]].strip() if number + 1 < len(lines) else ""
    apart = not before or re.search(r"[.!?؟:]$", before) is not None
    words = len(line.split())
    if number == 0:
        return number + 1 < len(lines) and not after[:1].islower()
    if _is_below_title(text, lines, number):
        return True
    follows = not after or after[0].isupper() or _BULLET.match(after) is not None or not after[0].isascii()
    return apart and follows and words <= MOST_HEADING_WORDS


def _is_below_title(text: str, lines: list[tuple[int, int]], number: int) -> bool:
    """Tell whether a line is the second one of a headline: an empty line, and the report, come after it."""
    if number != 1 or len(lines) < 4 or lines[2][0] < lines[2][1]:
        return False
    said = text[lines[1][0] : lines[1][1]]
    return _is_heading(text, lines, 0, bullet=False) and not any(c.isdigit() for c in said)


def _stands_in_a_list(text: str, lines: list[tuple[int, int]], number: int) -> bool:
    """Tell whether the line before or after, but for an empty one between, has a label too."""
    before = [line for line in lines[max(0, number - 2) : number] if line[0] < line[1]][-1:]
    after = [line for line in lines[number + 1 : number + 3] if line[0] < line[1]][:1]
    return any(_LABEL.match(text, start, end) for start, end in (*before, *after))


def _is_wrapped(text: str, lines: list[tuple[int, int]]) -> bool:
    """Tell whether lines end where the page did: most long lines then end within a sentence."""
    long = [text[start:end] for start, end in lines if end - start > 45]
    broken = [line for line in long if not _ENDED.search(line)]
    return len(broken) > len(long) / 2 and all(len(line) < 140 for line in broken)


def _goes_on(line: str, wrapped: bool) -> bool:
    """Tell whether a line goes on with the paragraph of the line before, which was only wrapped."""
    return wrapped or line.strip()[:1].islower()


def _under(section: tuple[tuple[int, int], ...], text: str, block: _Block) -> tuple[tuple[int, int], ...]:
    """Put a heading under those it is part of: one of the same form replaces its like."""
    form = _form(text, block.start, block.end)
    kept = []
    for start, end in section:
        if _form(text, start, end) == form:
            break
        kept.append((start, end))
    return (*kept[-2:], (block.start, block.end))


def _form(text: str, start: int, end: int) -> tuple[int, bool, bool]:
    line_start = text.rfind("\n", 0, start) + 1
    hashes = len(text[line_start:start].strip()) if text[line_start:start].strip().startswith("#") else 0
    words = text[start:end]
    if hashes:
        return hashes, False, False
    return 0, words.endswith(":"), any(c.isdigit() for c in words)


def _leads_in(text: str, end: int) -> bool:
    return text[end - 1 : end] == ":"


def _cut(text: str, start: int, end: int) -> list[tuple[int, int]]:
    spans: list[tuple[int, int]] = []
    begin = start
    for match in _SENTENCE_END.finditer(text, start, end):
        stop = match.end()
        if (
            match.group().startswith(".")
            and _ABBREVIATION.search(text[max(begin, stop - 12) : stop])
            and stop < end
        ):
            continue
        spans.extend(_pieces(text, begin, stop))
        begin = stop
    spans.extend(_pieces(text, begin, end))
    return spans


def _pieces(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Give a sentence without the space around it; one that never ends in pieces, so that no work grows with it."""
    pieces = []
    while end - start > LONGEST_SENTENCE:
        stop = text.rfind(" ", start, start + LONGEST_SENTENCE) + 1 or start + LONGEST_SENTENCE
        pieces.append((start, stop))
        start = stop
    pieces.append((start, end))
    return [_trim(text, low, high) for low, high in pieces if text[low:high].strip()]


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    words = text[start:end]
    return start + len(words) - len(words.lstrip()), end - (len(words) - len(words.rstrip()))
