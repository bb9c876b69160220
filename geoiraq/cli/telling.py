"""What the commands share: how they tell problems, refuse outputs, read dates and end."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

import click

from geoiraq.errors import Problem


class Told:
    """Counts the problems that were told on standard error: they decide the exit status."""

    def __init__(self) -> None:
        self.count = 0

    def __call__(self, problem: Problem) -> None:
        """Tell a problem and count it."""
        self.count += 1
        say(str(problem))


def say(words: str) -> None:
    """Write a line for people, on standard error; what came from documents cannot steer their terminal."""
    click.echo("geoiraq: " + "".join(c if c.isprintable() else " " for c in words), err=True)


class Day(click.ParamType[date]):
    """A date of the form 2020-02-12."""

    name = "date"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """Read the date, or say how one is written."""
        try:
            return value if isinstance(value, date) else date.fromisoformat(value)
        except ValueError:
            self.fail(f"{value!r} is no date of the form 2020-02-12", param, ctx)


def check_output(output: Path, endings: Iterable[str]) -> None:
    """Refuse an output that cannot be written before any work is done."""
    if output.suffix.lower() not in endings:
        raise click.UsageError(f"{output}: ends in none of {', '.join(endings)}")
    if output.is_dir():
        raise click.UsageError(f"{output}: is a folder")
    if not output.parent.is_dir():
        raise click.UsageError(f"{output}: there is no folder {output.parent}")


def finish(told: Told) -> None:
    """Exit with the status that the problems call for."""
    if told.count:
        raise click.exceptions.Exit(1)
