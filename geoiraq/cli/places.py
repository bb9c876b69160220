"""`geoiraq resolve`: names in, answers out."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

import click

from geoiraq.cli.telling import Told, finish
from geoiraq.errors import Problem

if TYPE_CHECKING:
    from geoiraq.places.resolution import Resolution


@click.command("resolve")
@click.argument("names", nargs=-1)
@click.option("--within", help="A governorate or district in which the places lie.")
@click.option("--jsonl", is_flag=True, help="Read one JSON object a line, write one answer a line.")
def resolve_command(names: tuple[str, ...], within: str | None, jsonl: bool) -> None:
    """Say where NAMES are, why, and what else they could be.

    With --jsonl each line of standard input is {"name": ..., "within": ..., "on": ...}.
    """
    if jsonl == bool(names):
        raise click.UsageError("give names, or --jsonl and lines on standard input")
    told = Told()
    if jsonl:
        for answer in answers(sys.stdin, told):
            click.echo(json.dumps(answer, ensure_ascii=False))
    else:
        from geoiraq.places.resolve import resolve

        for name in names:
            click.echo(in_words(resolve(name, within=within)))
    finish(told)


def answers(lines: Iterable[str], told: Told) -> Iterator[dict[str, Any]]:
    """Answer one JSON object a line, in order; a line that is none gets an answer that says so."""
    from geoiraq.places.resolution import Resolution
    from geoiraq.places.resolve import resolve

    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            asked = json.loads(line)
            name = asked["name"]
            if not isinstance(name, str):
                raise TypeError("name is not text")
            answer = resolve(name, within=asked.get("within") or None, on=asked.get("on") or None)
        except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
            reason = "has no name" if isinstance(error, KeyError) else str(error)
            told(Problem("standard input", reason, number))
            answer = Resolution(
                line.strip()[:200], "unresolved", reason=f"line {number} is no question: {reason}"
            )
        yield answer.to_dict()


def in_words(answer: Resolution) -> str:
    """Tell an answer in one line."""
    if answer.status == "resolved":
        point = f"{answer.latitude:.3f} {answer.longitude:.3f} within {answer.radius_km:g} km"
        told = f"{answer.name} ({answer.basis}), {answer.governorate}: {point}; {answer.reason}"
    else:
        told = f"{answer.status}: {answer.reason}"
    others = [c for c in answer.candidates if c.place_id != answer.place_id]
    could = "; ".join(f"{c.name} ({c.kind}, {c.governorate})" for c in others)
    return f"{answer.query}\t{told}" + (f"; could also be: {could}" if could else "")
